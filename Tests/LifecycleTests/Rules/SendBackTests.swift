import Testing

@testable import Lifecycle

/// Ways back: bounds, what is invalidated, what stands.
@Suite struct SendBackTests {
  static let round = """
    - {id: a, uses: step@1}
    - {id: b, uses: step@1, within: 2 weeks, remind: [1 week]}
    - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 2}}}
    """

  @Test func `a stage opens again as a new attempt, and earlier ones stay readable`() throws {
    let flow = try Flow(Self.round)
    flow.open()
    flow.finish("a")
    flow.act("b", "say", "{text: first}")
    flow.finish("b")
    flow.finish("c", "back")
    #expect(flow.now == ["b"])
    let attempts = flow.attempts("b")
    #expect(attempts.map(\.number) == [1, 2])
    #expect(attempts.map(\.status) == [.invalidated, .open])
    #expect(flow.line("b", attempt: 1) == "1 first")
    #expect(flow.attempts("c").map(\.status) == [.closed(outcome: "back")])
    #expect(flow.attempts("a").map(\.status) == [.closed(outcome: "done")])
  }

  @Test func `at the bound the outcome is refused and the alternatives named`() throws {
    let flow = try Flow(Self.round)
    flow.open()
    flow.finish("a")
    for _ in 1...2 {
      flow.finish("b")
      #expect(flow.finish("c", "back"))
    }
    flow.finish("b")
    flow.finish("c", "back")
    #expect(flow.codes == ["flow/at-bound"])
    #expect(flow.reasons.contains("taken 2 times"))
    #expect(flow.reasons.contains("possible: done"))
    #expect(flow.finish("c"))
    #expect(flow.closed == .done)
  }

  @Test func `no way back resets the count of another`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {diverting: [again]}, outcomes: {again: {to: b, at-most: 1}}}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 3}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("b", "again")
    #expect(flow.attempts("b").map(\.number) == [1, 2])
    flow.finish("b")
    flow.finish("c", "back")
    flow.finish("a")
    #expect(flow.now == ["b"])
    flow.finish("b", "again")
    #expect(flow.codes == ["flow/at-bound"])
  }

  @Test func `the timers of what is invalidated are gone`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, within: 8 weeks, remind: [1 week]}
      - {id: c, uses: step@1, after: a, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    #expect(flow.timers.count == 1)
    flow.finish("c", "back")
    #expect(flow.now == ["a"])
    #expect(flow.timers.isEmpty)
  }

  @Test func `the timers of lanes are gone while their run is invalidated`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: follow@1, for-each: regions, within: 8 weeks, remind: [1 week], proceed: {at-least: 1}}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    flow.report("b", "yes", "north")
    #expect(flow.timers.count == 2)
    flow.finish("c", "back")
    #expect(flow.timers.isEmpty)
    flow.report("b", "yes", "south")
    #expect(flow.codes == ["case/not-open"])
    flow.finish("a")
    #expect(flow.timers.count == 2, "the lanes are kept, and so are their dates")
  }

  @Test func `a branch whose leading outcome stands opens again`() throws {
    // x leads to d; the way back from e to b does not touch x.
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {forward: [go], diverting: [to-d]}, outcomes: {to-d: d}}
      - {id: x, uses: step@1, after: a, with: {forward: [go], diverting: [to-d]}, outcomes: {to-d: d}}
      - {id: d, uses: step@1}
      - {id: e, uses: step@1, after: d, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("x", "to-d")
    flow.finish("b", "go")
    flow.finish("d")
    flow.finish("e", "back")
    #expect(flow.now == ["b", "d"])
    #expect(flow.attempts("x").map(\.status) == [.closed(outcome: "to-d")])
  }

  @Test func `a branch whose leading outcome is invalidated does not`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {forward: [go], diverting: [to-d]}, outcomes: {to-d: d}}
      - {id: d, uses: step@1}
      - {id: e, uses: step@1, after: [b, d], with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("b", "to-d")
    flow.finish("d")
    flow.finish("e", "back")
    #expect(flow.now == ["b"])
    flow.finish("b", "go")
    #expect(flow.now == ["e"])
    #expect(flow.status("d") != .open)
  }

  @Test func `what a stage takes is the latest given, also by an invalidated attempt`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      - {id: c, uses: follow@1, outcomes: {nope: end}}
      """)
    flow.open()
    flow.act("a", "publish", "{version: 'document#1'}")
    flow.finish("a")
    flow.act("b", "publish", "{version: 'document#2'}")
    flow.finish("b", "back")
    flow.finish("a")
    flow.finish("b")
    #expect(flow.line("c") == "document#2")
  }

  @Test func `a later attempt that gives replaces what an earlier one gave`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      - {id: c, uses: follow@1, outcomes: {nope: end}}
      """)
    flow.open()
    flow.finish("a")
    flow.act("b", "publish", "{version: 'document#2'}")
    flow.finish("b", "back")
    flow.act("a", "publish", "{version: 'document#3'}")
    flow.finish("a")
    flow.finish("b")
    #expect(flow.line("c") == "document#3")
  }

  @Test func `an open stage beside the one that sends back is invalidated with it`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("c", "back")
    #expect(flow.attempts("b").map(\.status) == [.invalidated])
    flow.finish("b")
    #expect(flow.codes == ["case/not-open"])
    flow.finish("a")
    #expect(flow.now == ["b", "c"])
    #expect(flow.attempts("b").map(\.number) == [1, 2])
  }

  @Test func `what stands beside the target and not forward of it goes on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a, with: {diverting: [again]}, outcomes: {again: {to: c, at-most: 1}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("c", "again")
    #expect(flow.attempts("b").map(\.status) == [.open])
    #expect(flow.now == ["b", "c"])
  }

  // MARK: lanes

  static let lanes = """
    - {id: a, uses: step@1}
    - {id: b, uses: follow@1, for-each: regions, proceed: {at-least: 2}}
    - id: c
      uses: step@1
      with: {diverting: [back, again]}
      outcomes: {back: {to: a, at-most: 2}, again: {to: b, at-most: 2}}
    """

  static func reported() throws -> Flow {
    let flow = try Flow(lanes)
    flow.open()
    flow.act("a", "publish", "{version: 'document#1'}")
    flow.finish("a")
    flow.report("b", "yes", "north")
    flow.report("b", "nope", "south")
    return flow
  }

  @Test func `lanes are kept when the version they drew from is unchanged`() throws {
    let flow = try Self.reported()
    flow.finish("c", "back")
    #expect(flow.now == ["a"])
    flow.finish("a")
    #expect(flow.lanes() == ["north done", "middle unknown", "south done"])
    #expect(flow.now == ["c"], "the join holds at once")
    #expect(flow.attempts("b", lane: "north").map(\.number) == [1])
  }

  @Test func `lanes start anew on a new version, and the earlier result is offered`() throws {
    let flow = try Self.reported()
    flow.finish("c", "back")
    flow.act("a", "publish", "{version: 'document#2'}")
    flow.finish("a")
    #expect(flow.now == ["b"])
    #expect(flow.attempts("b", lane: "north").map(\.number) == [1, 2])
    let confirmed = flow.perform(
      .confirm(caseID: "x-1", spot: Spot("b", lane: "north")), by: "north")
    #expect(confirmed)
    #expect(flow.lanes().first == "north done")
    flow.report("b", "yes", "south")
    #expect(flow.now == ["c"])
  }

  @Test func `the confirmation of the lane that completes the join lets the case go on`() throws {
    let flow = try Self.reported()
    flow.finish("c", "back")
    flow.act("a", "publish", "{version: 'document#2'}")
    flow.finish("a")
    for lane in ["north", "south"] {
      flow.perform(
        .confirm(caseID: "x-1", spot: Spot("b", lane: lane)), by: lane)
    }
    #expect(flow.now == ["c"])
  }

  @Test func `only what was offered can be confirmed, and only by its owner`() throws {
    let flow = try Self.reported()
    flow.perform(.confirm(caseID: "x-1", spot: Spot("b", lane: "north")), by: "north")
    #expect(flow.codes == ["lane/nothing-offered"])
    flow.finish("c", "back")
    flow.act("a", "publish", "{version: 'document#2'}")
    flow.finish("a")
    flow.perform(.confirm(caseID: "x-1", spot: Spot("b", lane: "middle")), by: "middle")
    #expect(flow.codes == ["lane/nothing-offered"], "it never reported")
    flow.perform(.confirm(caseID: "x-1", spot: Spot("b", lane: "north")), by: "south")
    #expect(flow.codes == ["permission/not-allowed"])
  }

  @Test func `a run that is itself the target opens all its lanes again`() throws {
    let flow = try Self.reported()
    flow.finish("c", "again")
    #expect(flow.now == ["b"])
    for lane in ["north", "south", "middle"] {
      #expect(flow.status("b", lane: lane) == .open)
    }
    #expect(flow.attempts("b", lane: "north").map(\.status) == [.invalidated, .open])
  }

  @Test func `the results of a lane that starts anew count no more`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: follow@1, for-each: regions}
      - {id: c, uses: follow@1, for-each: regions, proceed: {at-least: 1}}
      - {id: d, uses: step@1, with: {diverting: [again]}, outcomes: {again: {to: b, at-most: 2}}}
      """)
    flow.open()
    flow.finish("a")
    flow.report("b", "yes", "north")
    flow.report("c", "yes", "north")
    flow.finish("d", "again")
    flow.report("c", "yes", "north")
    #expect(flow.codes == ["case/not-open"], "it stands at b again")
    #expect(flow.lanes() == ["north waiting", "middle waiting", "south waiting"])
  }

  @Test func `a lane that was half-way is offered too, and goes on from where it was`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: follow@1, for-each: regions}
      - {id: c, uses: follow@1, for-each: regions, within: 4 weeks, proceed: {at-least: 1}}
      - {id: d, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 2}}}
      """)
    flow.open()
    flow.finish("a")
    flow.report("b", "yes", "north")
    flow.report("b", "yes", "south")
    flow.report("c", "yes", "south")
    let before = flow.deadline("c", lane: "north")
    flow.finish("d", "back")
    flow.act("a", "publish", "{version: 'document#2'}")
    flow.finish("a", on: "2026-06-01")
    #expect(flow.status("b", lane: "north") == .open)
    flow.perform(.confirm(caseID: "x-1", spot: Spot("b", lane: "north")), by: "north")
    #expect(flow.status("b", lane: "north") == .closed)
    #expect(flow.status("c", lane: "north") == .open)
    #expect(flow.deadline("c", lane: "north") == before)
    #expect(flow.report("c", "yes", "north"))
    #expect(flow.now == ["d"])
  }

  @Test func `a new result takes the place of what was offered`() throws {
    let flow = try Self.reported()
    flow.finish("c", "back")
    flow.act("a", "publish", "{version: 'document#2'}")
    flow.finish("a")
    flow.report("b", "nope", "north")
    flow.perform(.confirm(caseID: "x-1", spot: Spot("b", lane: "north")), by: "north")
    #expect(flow.codes == ["lane/nothing-offered"])
  }

  @Test func `the set is the one that was frozen, also when the run opens again`() throws {
    let flow = try Self.reported()
    flow.finish("c", "again", on: "2028-02-01")
    #expect(flow.lanes().count == 3)
  }

  @Test func `a way back inside a run holds for that lane, and so does its count`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions}
      - {id: b, uses: follow@1, for-each: regions, outcomes: {nope: {to: a, at-most: 1}}}
      """)
    flow.open()
    flow.report("a", "yes", "north")
    flow.report("a", "yes", "south")
    flow.report("b", "nope", "north")
    #expect(flow.status("a", lane: "north") == .open)
    #expect(flow.status("b", lane: "south") == .open)
    flow.report("b", "yes", "north")
    #expect(flow.codes == ["case/not-open"], "that lane is back at a")
    flow.report("a", "yes", "north")
    flow.report("b", "nope", "north")
    #expect(flow.codes == ["flow/at-bound"])
    #expect(flow.report("b", "nope", "south"))
  }
}
