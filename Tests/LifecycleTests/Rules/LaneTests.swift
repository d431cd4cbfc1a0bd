import CivilTime
import Definitions
import Testing

@testable import Lifecycle

/// Runs of `for-each` stages: each member at its own pace.
@Suite struct LaneTests {
  static let run = """
    - {id: adapt, uses: follow@1, for-each: regions}
    - {id: use, uses: follow@1, for-each: regions, within: 4 weeks, remind: [1 week], proceed: {at-least: 2}}
    - {id: after, uses: step@1}
    """

  @Test func `there is no barrier between the stages of a run`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "yes", "north")
    #expect(flow.status("use", lane: "north") == .open)
    #expect(flow.status("adapt", lane: "south") == .open)
    #expect(flow.status("use", lane: "south") == .pending)
    #expect(flow.now == ["adapt", "use"])
    #expect(flow.report("use", "yes", "north"))
    #expect(flow.lanes() == ["north done", "middle waiting", "south waiting"])
  }

  @Test func `the set is that of the day the run opens, and never changes`() throws {
    let flow = try Flow(Self.run)
    flow.open("2027-12-31")
    #expect(flow.lanes().count == 3)
    flow.report("adapt", "yes", "island", on: "2028-02-01")
    #expect(flow.codes == ["case/unknown-lane"])
    let later = try Flow(Self.run)
    later.open("2028-01-03")
    #expect(
      later.lanes() == ["north waiting", "middle waiting", "south waiting", "island waiting"])
  }

  @Test func `an unmapped diverting outcome ends the lane as done`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    #expect(flow.lanes().first == "north done")
    #expect(flow.status("use", lane: "north") == .passedBy)
    #expect(flow.now == ["adapt"])
  }

  @Test func `a mapped outcome leads to a stage of the same lane`() throws {
    let flow = try Flow(
      """
      - {id: decide, uses: follow@1, for-each: regions, outcomes: {nope: object}}
      - {id: object, uses: follow@1, for-each: regions}
      - {id: after, uses: step@1}
      """)
    flow.open()
    flow.report("decide", "nope", "north")
    flow.report("decide", "yes", "south")
    #expect(flow.status("object", lane: "north") == .open)
    #expect(flow.status("object", lane: "south") == .passedBy)
    #expect(flow.lanes() == ["north open", "middle waiting", "south done"])
  }

  @Test func `proceed: all waits for every lane`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.report("a", "yes", "north")
    flow.report("a", "nope", "middle")
    #expect(flow.now == ["a"])
    flow.report("a", "yes", "south")
    #expect(flow.now == ["b"])
    #expect(flow.status("a") == .closed)
  }

  @Test func `proceed: at-least goes on when so many are done`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    flow.report("adapt", "yes", "middle")
    #expect(flow.now == ["adapt", "use"])
    flow.report("use", "yes", "middle")
    #expect(flow.now == ["after"])
    #expect(flow.lanes() == ["north done", "middle done", "south unknown"])
  }

  @Test func `a lane that only said later is not done, and not counted`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "later", "north")
    flow.report("adapt", "nope", "middle")
    #expect(flow.lanes() == ["north open", "middle done", "south waiting"])
    #expect(flow.now == ["adapt"])
  }

  @Test func `lanes that trail report for ever, and block and move nothing`() throws {
    let flow = try Flow(Self.run)
    flow.open("2026-03-02")
    flow.report("adapt", "nope", "north")
    flow.report("adapt", "nope", "middle")
    flow.finish("after")
    #expect(flow.closed == .done)
    #expect(flow.report("adapt", "yes", "south", on: "2031-05-05"))
    #expect(flow.lanes() == ["north done", "middle done", "south trailing"])
    #expect(flow.report("use", "yes", "south", on: "2033-05-05"))
    #expect(flow.lanes() == ["north done", "middle done", "south done"])
    #expect(flow.closed == .done)
    #expect(flow.attempts("after").count == 1)
  }

  @Test func `a lane that nobody reported from is unknown, never no`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    flow.report("adapt", "nope", "middle")
    #expect(flow.lanes().last == "south unknown")
    flow.report("adapt", "later", "south")
    #expect(flow.lanes().last == "south trailing")
  }

  @Test func `a lane whose only report was annulled is unknown again`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    flow.report("adapt", "nope", "middle")
    flow.report("adapt", "later", "south")
    flow.perform(.annul(caseID: "x-1", event: flow.lastAct, reason: "mixed up"), by: "south")
    #expect(flow.lanes().last == "south unknown")
  }

  @Test func `a done lane takes a new report as a new attempt`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    #expect(flow.report("adapt", "yes", "north"))
    #expect(flow.attempts("adapt", lane: "north").map(\.number) == [1, 2])
    #expect(flow.attempts("adapt", lane: "north").first?.status == .closed(outcome: "nope"))
    #expect(flow.status("use", lane: "north") == .open, "and goes on by its new outcome")
  }

  @Test func `a lane that ended takes a report at a later stage without asking the earlier again`()
    throws
  {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "yes", "north")
    flow.report("use", "yes", "north")
    flow.report("adapt", "nope", "north")
    #expect(flow.report("use", "nope", "north"))
    #expect(flow.lanes().first == "north done")
    #expect(flow.attempts("adapt", lane: "north").count == 2)
  }

  @Test func `a new report of a done lane never undoes the join`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    flow.report("adapt", "nope", "middle")
    #expect(flow.now == ["after"])
    flow.report("adapt", "yes", "north")
    #expect(flow.now == ["after"])
    #expect(flow.lanes().first == "north trailing")
    flow.report("use", "yes", "north")
    #expect(flow.now == ["after"])
    #expect(flow.attempts("after").count == 1)
  }

  @Test func `a region that changes its mind ends its lane though it was implementing`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "yes", "north")
    flow.report("adapt", "nope", "north")
    #expect(flow.lanes().first == "north done")
    #expect(flow.attempts("use", lane: "north").map(\.status) == [.cancelled])
    #expect(!flow.timers.contains { $0.contains("north") })
  }

  @Test func `an empty set passes on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: nobody}
      - {id: b, uses: step@1}
      """)
    flow.open()
    #expect(flow.now == ["b"])
  }

  @Test func `a set that has shrunk since the definition strands no case`() throws {
    let shrunk = smallRegister.replacing(
      #"name: {sv: Söder, en: South}}"#, with: #"name: {sv: Söder, en: South}, to: 2025-12-31}"#)
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, proceed: {at-least: 3}}
      - {id: b, uses: step@1}
      """, register: shrunk)
    flow.open("2026-03-02")
    flow.report("a", "yes", "north")
    flow.report("a", "yes", "middle")
    #expect(flow.now == ["b"])
  }

  @Test func `each lane has its own owner, deadline and reminders`() throws {
    let flow = try Flow(Self.run)
    flow.open("2026-03-02")
    flow.report("adapt", "yes", "north", on: "2026-03-09")
    flow.report("adapt", "yes", "south", on: "2026-03-23")
    #expect(flow.deadline("use", lane: "north") == "2026-04-06")
    #expect(flow.deadline("use", lane: "south") == "2026-04-20")
    #expect(
      flow.timers == ["use north remind-1 2026-03-30", "use south remind-1 2026-04-13"])
    flow.fire(on: "2026-03-30")
    #expect(flow.effects.count == 1)
    #expect(flow.effects.first?.contains(#""to":"north""#) == true)
  }

  @Test func `an act of a run says for whom`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.act("adapt", "report", "{stand: 'yes'}", by: "north")
    #expect(flow.codes == ["case/says-no-lane"])
  }

  @Test func `a stage outside a run has no lanes`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: follow@1, for-each: regions}
      """)
    flow.open()
    flow.finish("a", lane: "north")
    #expect(flow.codes == ["case/no-lanes"])
  }

  @Test func `a lane is closed to reports before its run opens`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: follow@1, for-each: regions}
      """)
    flow.open()
    flow.report("b", "yes", "north")
    #expect(!flow.codes.isEmpty)
  }

  @Test func `a body that belongs to two others is one lane`() throws {
    let flow = try Flow(
      "- {id: a, uses: follow@1, for-each: regions}",
      register: smallRegister.replacing(
        #"name: {sv: Mitt, en: Middle}}"#,
        with: #"name: {sv: Mitt, en: Middle}, part-of: [north, south]}"#))
    flow.open()
    #expect(flow.lanes() == ["north waiting", "middle waiting", "south waiting"])
  }

  @Test func `a diverting outcome outside the lane's outcomes ends only that lane's open stages`()
    throws
  {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions}
      - {id: b, uses: follow@1, for-each: regions}
      - {id: c, uses: follow@1, for-each: regions, after: a}
      """)
    flow.open()
    flow.report("a", "yes", "north")
    flow.report("a", "yes", "south")
    #expect(flow.status("b", lane: "north") == .open)
    #expect(flow.status("c", lane: "north") == .open)
    flow.report("b", "nope", "north")
    #expect(flow.attempts("c", lane: "north").map(\.status) == [.cancelled])
    #expect(flow.status("c", lane: "south") == .open)
  }

  @Test func `the lanes of a case that is cancelled are cancelled`() throws {
    let flow = try Flow(Self.run)
    flow.open()
    flow.report("adapt", "nope", "north")
    flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board")
    #expect(flow.lanes() == ["north done", "middle cancelled", "south cancelled"])
    flow.report("adapt", "yes", "south")
    #expect(flow.codes == ["case/not-open"])
    flow.report("adapt", "yes", "north")
    #expect(flow.codes == ["case/not-open"])
  }

  @Test func `end leaves the lanes that trail already, and cancels the open ones`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, proceed: {at-least: 1}}
      - {id: b, uses: step@1, with: {diverting: [stop]}, outcomes: {stop: end}}
      """)
    flow.open()
    flow.report("a", "yes", "north")
    flow.finish("b", "stop")
    #expect(flow.lanes() == ["north done", "middle unknown", "south unknown"])
    #expect(flow.report("a", "yes", "south"))
  }
}
