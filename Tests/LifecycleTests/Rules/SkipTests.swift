import Testing

@testable import Lifecycle

/// `when:` and `optional:`.
@Suite struct SkipTests {
  static let conditional = """
    - {id: a, uses: step@1, with: {optional: [large]}, outcomes: {large: new-case}}
    - {id: b, uses: step@1, when: {edition: first}}
    - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 2}}}
    - {id: d, uses: step@1, in-force: done}
    """

  static func revised(_ stages: String) throws -> Flow {
    let flow = try Flow(stages)
    var opening = Command.OpenCase.Opening()
    opening.isRevision = true
    flow.open(opening: opening)
    return flow
  }

  @Test func `a stage whose condition holds is not skipped`() throws {
    let flow = try Flow(Self.conditional)
    flow.open()
    flow.finish("a")
    #expect(flow.now == ["b"])
  }

  @Test func `a stage is skipped when its condition does not hold, and hands on`() throws {
    let flow = try Self.revised(Self.conditional)
    #expect(flow.id(2) == "x-2")
    flow.finish("a", in: 2)
    #expect(flow.status("b", in: 2) == .skipped)
    #expect(flow.now(in: 2) == ["c"])
  }

  @Test func `an outcome that would come straight back from a skipped stage is refused`() throws {
    let flow = try Self.revised(Self.conditional)
    flow.finish("a", in: 2)
    flow.finish("c", "back", in: 2)
    #expect(flow.codes == ["flow/nothing-between"])
    #expect(flow.reasons.contains("possible: done"))
  }

  @Test func `a stage sent back to a skipped one goes on to what follows`() throws {
    let stages = """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, when: {edition: first}}
      - {id: c, uses: step@1}
      - {id: d, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 2}}}
      """
    let flow = try Self.revised(stages)
    flow.finish("a", in: 2)
    flow.finish("c", in: 2)
    flow.finish("d", "back", in: 2)
    #expect(flow.now(in: 2) == ["c"])
    #expect(flow.attempts("c", in: 2).map(\.number) == [1, 2])
    #expect(flow.status("b", in: 2) == .skipped)
  }

  @Test(arguments: [("wide", ["b"]), ("narrow", ["c"])])
  func `a condition asks for an input of type enum`(scope: String, open: [String]) throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, when: {scope: [wide, global]}}
      - {id: c, uses: step@1}
      """,
      head: """
        inputs:
          name: {type: text, title: {sv: Namn, en: Name}}
          scope: {type: enum, values: [wide, narrow, global], title: {sv: O, en: Scope}}
        """)
    flow.open(inputs: ["name": "n", "scope": scope])
    flow.finish("a")
    #expect(flow.now == open)
  }

  @Test func `all that a condition asks for must hold`() throws {
    let stages = """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, when: {edition: revision, scope: wide}}
      - {id: c, uses: step@1}
      """
    let flow = try Flow(
      stages,
      head: """
        inputs:
          name: {type: text, title: {sv: Namn, en: Name}}
          scope: {type: enum, values: [wide, narrow], title: {sv: O, en: Scope}}
        """)
    flow.open(inputs: ["name": "n", "scope": "wide"])
    flow.finish("a")
    #expect(flow.now == ["c"])
  }

  @Test func `opened-by is the outcome that opened the case`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, when: {opened-by: [opened, large]}}
      - {id: b, uses: step@1, in-force: done}
      - id: r
        uses: step@1
        every: 12 months
        with: {forward: [none], diverting: [small, large]}
        outcomes: {small: new-case, large: new-case}
      """)
    flow.open()
    #expect(flow.now == ["a"])
    flow.finish("a")
    flow.finish("b")
    flow.finish("r", "small")
    #expect(flow.now(in: 2) == ["b"])
    #expect(flow.state["x-2"]?.openedBy == "small")
  }

  @Test func `a join opens on a skipped stage, which hands on`() throws {
    let flow = try Self.revised(
      """
      - {id: a, uses: step@1, when: {edition: first}}
      - {id: b, uses: step@1, after: a}
      """)
    #expect(flow.now(in: 2) == ["b"])
    flow.finish("b", in: 2)
    #expect(flow.state["x-2"]?.closed == .done)
  }

  @Test func `a skipped branch hands on once it is led to`() throws {
    let flow = try Self.revised(
      """
      - {id: a, uses: step@1, with: {diverting: [x]}, outcomes: {x: b}}
      - {id: b, uses: step@1, when: {edition: first}}
      - {id: c, uses: step@1, after: b}
      """)
    flow.finish("a", "x", in: 2)
    #expect(flow.status("b", in: 2) == .skipped)
    #expect(flow.now(in: 2) == ["c"])
  }

  // MARK: by the owner

  static let optional = """
    - {id: a, uses: step@1, optional: true, within: 4 weeks}
    - {id: b, uses: step@1}
    """

  @Test func `the owner skips an optional stage with a reason`() throws {
    let flow = try Flow(Self.optional)
    flow.open()
    #expect(flow.skip("a", "not needed here"))
    #expect(flow.status("a") == .skipped)
    #expect(flow.timers.isEmpty)
    #expect(flow.now == ["b"])
    #expect(
      String(decoding: flow.latest[0].payload, as: UTF8.self).contains("\"because\":\"owner\""))
    #expect(flow.latest[0].prose == ["not needed here"])
  }

  @Test func `without a reason nothing is skipped`() throws {
    let flow = try Flow(Self.optional)
    flow.open()
    flow.skip("a", "")
    #expect(flow.codes == ["act/no-reason"])
  }

  @Test func `only the owner skips`() throws {
    let flow = try Flow(Self.optional)
    flow.open()
    flow.skip("a", "no time", by: "writers")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.reasons.contains("(board) may"))
  }

  @Test func `a stage that is not optional is not skipped`() throws {
    let flow = try Flow(Self.optional)
    flow.open()
    flow.skip("b", "no time")
    #expect(flow.codes == ["flow/not-optional"])
  }

  @Test func `an optional stage that is not open is not skipped`() throws {
    let flow = try Flow(Self.optional)
    flow.open()
    flow.skip("a", "once")
    flow.skip("a", "twice")
    #expect(flow.codes == ["case/not-open"])
  }

  @Test func `on a run the owner goes on while the rest trail`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, optional: true, outcomes: {}}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.report("a", "yes", "north")
    #expect(flow.skip("a", "the season begins"))
    #expect(flow.now == ["b"])
    #expect(flow.lanes() == ["north done", "middle unknown", "south unknown"])
    flow.report("a", "later", "south")
    #expect(flow.lanes() == ["north done", "middle unknown", "south trailing"])
  }

  @Test func `the owner of a run is the one that its stage names`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, owner: court, optional: true}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.skip("a", "why not", by: "board")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.skip("a", "the season begins", by: "court"))
  }

  @Test func `in a lane its member skips an optional stage`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, optional: true}
      - {id: b, uses: follow@1, for-each: regions}
      """)
    flow.open()
    #expect(flow.skip("a", "done before", lane: "north", by: "north"))
    #expect(flow.status("b", lane: "north") == .open)
    #expect(flow.status("b", lane: "south") == .pending)
    flow.skip("a", "done before", lane: "south", by: "north")
    #expect(flow.codes == ["permission/not-allowed"])
  }

  @Test func `a condition inside a run holds for each lane`() throws {
    let flow = try Self.revised(
      """
      - {id: a, uses: follow@1, for-each: regions, when: {edition: first}}
      - {id: b, uses: follow@1, for-each: regions}
      """)
    #expect(flow.status("a", lane: "north", in: 2) == .skipped)
    #expect(flow.status("b", lane: "north", in: 2) == .open)
  }

  @Test func `a run of which every stage is skipped is skipped as a whole`() throws {
    let flow = try Self.revised(
      """
      - {id: a, uses: follow@1, for-each: regions, when: {edition: first}}
      - {id: b, uses: follow@1, for-each: regions, when: {edition: first}}
      - {id: c, uses: step@1}
      """)
    #expect(flow.now(in: 2) == ["c"])
    #expect(flow.state["x-2"]?.runs.first?.draws == 0)
    flow.finish("c", in: 2)
  }
}
