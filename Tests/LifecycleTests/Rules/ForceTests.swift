import CivilTime
import StageKit
import Testing

@testable import Lifecycle

/// Versions in force: at most one, replaced in the same append, never invalidated.
@Suite struct ForceTests {
  static let programme = """
    - {id: write, uses: step@1}
    - {id: decide, uses: step@1, with: {diverting: [reject]}, outcomes: {reject: end}, in-force: done}
    - {id: use, uses: follow@1, for-each: regions, proceed: {at-least: 1}, within: 8 weeks, remind: [1 week]}
    - id: review
      uses: step@1
      every: 12 months
      with: {forward: [none], diverting: [revise, retire]}
      outcomes: {revise: new-case, retire: wind-down}
    - {id: wind-down, uses: step@1, out-of-force: done}
    """

  static func inForce(_ stages: String = programme) throws -> Flow {
    let flow = try Flow(stages)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", on: "2026-03-16")
    return flow
  }

  @Test func `the outcome that is named puts a version in force`() throws {
    let flow = try Self.inForce()
    let version = try #require(flow.state.inForce)
    #expect(version.caseID == "x-1")
    #expect(version.stage == "decide")
    #expect(version.attempt == 1)
    #expect(version.appliesFrom == day("2026-03-16"))
    #expect(flow.now == ["use", "review"])
  }

  @Test func `another outcome of the same stage does not`() throws {
    let flow = try Flow(Self.programme)
    flow.open()
    flow.finish("write")
    flow.finish("decide", "reject")
    #expect(flow.state.inForce == nil)
    #expect(flow.closed == .ended)
  }

  @Test func `several outcomes may put a version in force`() throws {
    let flow = try Flow(
      "- {id: a, uses: step@1, with: {forward: [full, part]}, in-force: [full, part]}")
    flow.open()
    flow.finish("a", "part")
    #expect(flow.state.inForce?.outcome == "part")
  }

  // MARK: later

  @Test func `a later day is waited for, and the stage stays open`() throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    #expect(flow.finish("decide", from: "2026-06-01"))
    #expect(flow.state.inForce == nil)
    #expect(flow.now == ["decide"])
    #expect(flow.timers == ["decide in-force 2026-06-01"])
    #expect(flow.attempts("decide").last?.outcome == "done")
  }

  @Test func `meanwhile further acts are refused`() throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    flow.act("decide", "say", "{text: wait}")
    #expect(flow.codes == ["act/awaits-force"])
    flow.finish("decide", "reject")
    #expect(flow.codes == ["act/awaits-force"])
    #expect(flow.reasons.contains("2026-06-01"))
  }

  @Test func `an optional stage that is decided is not skipped while it waits`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, optional: true, in-force: done}
      - {id: b, uses: step@1}
      """)
    flow.open("2026-03-02")
    flow.finish("a", from: "2026-06-01")
    flow.skip("a", "too late")
    #expect(flow.codes == ["act/awaits-force"])
  }

  @Test(arguments: [("2026-05-31", false), ("2026-06-01", true), ("2026-07-15", true)])
  func `the timer puts it in force on its day or when it is fired later`(
    fired: String, isInForce: Bool
  ) throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    flow.fire(on: fired)
    #expect((flow.state.inForce != nil) == isInForce)
    guard isInForce else { return }
    #expect(flow.state.inForce?.appliesFrom == day("2026-06-01"))
    #expect(flow.now == ["use", "review"])
    #expect(flow.deadline("review") == "2027-06-01")
    flow.fire(on: fired)
    #expect(!flow.types.contains(EnteredForce.type), "and once only")
  }

  @Test func `a clock that is late moves no day of what opens by it`() throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    flow.perform(.note(caseID: "x-1", spot: nil, text: "late"), on: "2026-07-15", by: "board")
    #expect(flow.latest.last?.on == day("2026-07-15"), "the note is of its own day")
    #expect(flow.latest.dropLast().allSatisfy { $0.on == day("2026-06-01") })
    #expect(flow.attempts("decide").last?.closedOn == day("2026-06-01"))
    #expect(flow.attempts("use", lane: "north").last?.opening.on == day("2026-06-01"))
    #expect(flow.deadline("use", lane: "north") == "2026-07-27")
    #expect(flow.report("use", "yes", "north", on: "2026-06-20"), "\(flow.reasons)")
  }

  @Test func `the version that a late clock replaces was in force until the other's day`() throws {
    let flow = try Self.inForce()
    flow.finish("review", "revise", on: "2027-02-01")
    flow.finish("write", in: 2)
    flow.finish("decide", from: "2027-06-01", in: 2)
    flow.fire(on: "2027-08-01")
    #expect(flow.state.earlier.map(\.until) == [day("2027-06-01")])
    let reminders = flow.latest.filter { $0.type == Fired.type }
    #expect(!reminders.isEmpty)
    #expect(
      reminders.allSatisfy { $0.on == day("2027-08-01") }, "a reminder is sent when it is sent")
  }

  @Test func `a day that is corrected to one that is past takes effect when it was corrected`()
    throws
  {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    flow.act(
      "decide", "finish", "{outcome: done, applies-from: 2026-01-15}", on: "2026-04-01",
      corrects: flow.lastAct)
    flow.fire(on: "2026-05-01")
    #expect(flow.state.inForce?.appliesFrom == day("2026-01-15"))
    #expect(flow.attempts("decide").last?.closedOn == day("2026-04-01"))
  }

  @Test func `a corrected day is the one on which it comes into force`() throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    let said = flow.state.version - 1
    #expect(
      flow.act(
        "decide", "finish", "{outcome: done, applies-from: 2026-05-01}", corrects: said))
    #expect(flow.types == [ActSaid.type, AwaitsForce.type])
    flow.fire(on: "2026-05-01")
    #expect(flow.state.inForce?.appliesFrom == day("2026-05-01"))
  }

  @Test func `a day that is past or today is no wait`() throws {
    let flow = try Flow(Self.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-01-15")
    #expect(flow.state.inForce?.appliesFrom == day("2026-01-15"))
  }

  @Test func `a version that waits is no longer to come when its stage is sent back`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, in-force: done}
      - {id: c, uses: step@1, after: a, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
      """)
    flow.open("2026-03-02")
    flow.finish("a")
    flow.finish("b", from: "2026-06-01")
    flow.finish("c", "back")
    #expect(flow.timers.isEmpty)
    flow.fire(on: "2026-06-02")
    #expect(flow.state.inForce == nil)
  }

  // MARK: replacing

  @Test func `a new version of the case replaces the old one in the same append`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, in-force: done}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 2}}}
      - {id: r, uses: step@1, every: 12 months}
      """)
    flow.open("2026-03-02")
    flow.finish("a")
    flow.finish("b")
    flow.finish("c", "back", on: "2026-04-01")
    #expect(flow.state.inForce?.attempt == 1, "a version in force is never invalidated")
    #expect(flow.now == ["a", "r"], "nor the review that hangs on it")
    flow.finish("a")
    flow.finish("b", on: "2026-05-04")
    #expect(flow.types.filter { $0 == LeftForce.type || $0 == EnteredForce.type }.count == 2)
    #expect(flow.state.inForce?.attempt == 2)
    #expect(flow.state.earlier.map(\.version.attempt) == [1])
    #expect(flow.state.earlier.first?.replacedBy == "x-1")
    #expect(flow.deadline("r") == "2027-05-04", "every: counts anew")
    #expect(flow.attempts("r").map(\.status) == [.invalidated, .open])
  }

  @Test func `a new version takes back what its review led to, and the branch goes on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 2}}, in-force: done}
      - {id: r, uses: step@1, every: 12 months, with: {forward: [none], diverting: [retire]}, outcomes: {retire: w}}
      - {id: w, uses: step@1, out-of-force: done}
      """)
    flow.open("2026-03-02")
    flow.finish("a")
    flow.finish("b")
    flow.finish("r", "retire")
    #expect(flow.now == ["c", "w"])
    #expect(flow.finish("c"), "\(flow.reasons)")
    #expect(flow.now == ["r", "w"])
  }

  @Test func `when another case's version comes into force the first case lets go`() throws {
    let flow = try Self.inForce()
    flow.report("use", "yes", "north")
    flow.report("use", "later", "south")
    flow.finish("review", "revise", on: "2027-02-01")
    flow.finish("write", in: 2)
    flow.finish("decide", on: "2027-05-03", in: 2)
    #expect(flow.state.inForce?.caseID == "x-2")
    #expect(flow.state.earlier.map(\.replacedBy) == ["x-2"])
    #expect(flow.closed == .replaced)
    #expect(flow.now.isEmpty)
    #expect(flow.lanes() == ["north done", "middle unknown", "south trailing"])
    #expect(flow.attempts("review").last?.status == .cancelled)
    #expect(flow.report("use", "yes", "south"), "a trailing lane reports for ever")
    #expect(flow.lanes() == ["north done", "middle unknown", "south done"])
    flow.finish("review", in: 1)
    #expect(flow.codes == ["case/not-open"])
  }

  @Test func `lanes that were open when the version was replaced trail`() throws {
    let flow = try Flow(
      """
      - {id: decide, uses: step@1, in-force: done}
      - {id: use, uses: follow@1, for-each: regions}
      - {id: after, uses: step@1}
      - {id: other, uses: step@1, after: decide}
      """)
    flow.open("2026-03-02")
    flow.finish("decide")
    flow.report("use", "yes", "north")
    flow.open("2027-02-01")
    #expect(flow.refused.isEmpty)
    flow.finish("decide", in: 2)
    #expect(flow.closed == .replaced)
    #expect(flow.lanes() == ["north done", "middle unknown", "south unknown"])
    #expect(flow.status("after") != .open)
    #expect(flow.attempts("other").map(\.status) == [.cancelled])
    flow.report("use", "yes", "south")
    flow.report("use", "yes", "middle")
    #expect(flow.now.isEmpty, "a trailing lane never moves its case")
    #expect(flow.closed == .replaced)
  }

  @Test func `an open lane never blocks the next revision`() throws {
    // All lanes are waited for, and two of three never report.
    let flow = try Self.inForce(
      """
      - {id: write, uses: step@1}
      - {id: decide, uses: step@1, in-force: done}
      - {id: use, uses: follow@1, for-each: regions, within: 8 weeks}
      - id: review
        uses: step@1
        every: 12 months
        with: {forward: [none], diverting: [revise]}
        outcomes: {revise: new-case}
      """)
    flow.report("use", "yes", "north")
    flow.finish("review", "revise", on: "2027-02-01")
    #expect(flow.refused.isEmpty)
    flow.finish("write", on: "2027-02-08", in: 2)
    flow.finish("decide", on: "2027-02-15", in: 2)
    #expect(flow.refused.isEmpty)
    #expect(flow.state.inForce?.caseID == "x-2")
    #expect(flow.state["x-1"]?.closed == .replaced)
    #expect(flow.now(in: 2) == ["use", "review"], "and the lanes of the new version are open")
  }

  @Test func `a run that a way back had cleared does not trail`() throws {
    let flow = try Flow(
      """
      - {id: decide, uses: step@1, in-force: done}
      - {id: b, uses: step@1}
      - {id: use, uses: follow@1, for-each: regions, within: 8 weeks, remind: [1 week]}
      - {id: c, uses: step@1, after: b, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 1}}}
      """)
    flow.open("2026-03-02")
    flow.finish("decide")
    flow.finish("b")
    flow.finish("c", "back")
    flow.open("2026-03-03")
    flow.finish("decide", in: 2)
    #expect(flow.closed == .replaced)
    #expect(flow.timers.isEmpty)
    flow.report("use", "yes", "north")
    #expect(flow.codes == ["case/not-open"])
  }

  // MARK: ending

  @Test func `out of force ends the version, the reviews and leaves open lanes trailing`() throws {
    let flow = try Flow(
      """
      - {id: decide, uses: step@1, in-force: done}
      - {id: use, uses: follow@1, for-each: regions}
      - {id: after, uses: step@1}
      - {id: review, uses: step@1, every: 12 months, with: {diverting: [retire]}, outcomes: {retire: wind-down}}
      - {id: check, uses: step@1, every: 6 months, with: {forward: [none]}}
      - {id: wind-down, uses: step@1, out-of-force: done}
      """)
    flow.open("2026-03-02")
    flow.finish("decide")
    flow.report("use", "yes", "north")
    flow.finish("review", "retire", on: "2027-03-01")
    #expect(flow.state.inForce != nil, "until the phase-out is done")
    flow.finish("wind-down", on: "2027-06-01")
    #expect(flow.state.inForce == nil)
    #expect(flow.state.earlier.map(\.until) == [day("2027-06-01")])
    #expect(flow.state.earlier.first?.replacedBy == nil)
    #expect(flow.attempts("check").last?.status == .cancelled)
    #expect(flow.lanes() == ["north done", "middle unknown", "south unknown"])
    #expect(flow.status("after") == .passedBy, "its run handed on nothing")
    #expect(flow.closed == .done)
    #expect(flow.report("use", "yes", "south"))
    #expect(flow.timers.isEmpty)
  }

  @Test func `end never takes a version out of force`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: b, uses: step@1, with: {diverting: [stop]}, outcomes: {stop: end}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("b", "stop")
    #expect(flow.closed == .ended)
    #expect(flow.state.inForce?.caseID == "x-1")
  }

  @Test func `an outcome that ends the case may put a version in force`() throws {
    let flow = try Flow("- {id: a, uses: step@1, outcomes: {done: end}, in-force: done}")
    flow.open()
    flow.finish("a")
    #expect(flow.closed == .ended)
    #expect(flow.state.inForce?.stage == "a")
  }

  @Test func `a case of another pipeline may end the product's version`() throws {
    let flow = try Flow(
      Self.programme,
      also: [Flow.pipeline("q", "- {id: stop, uses: step@1, out-of-force: done}")])
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide")
    flow.report("use", "yes", "north")
    flow.open("2027-01-04", pipeline: "q")
    flow.finish("stop", in: 2)
    #expect(flow.state.inForce == nil)
    #expect(flow.attempts("review").last?.status == .cancelled)
    #expect(flow.closed == .done)
    #expect(flow.lanes() == ["north done", "middle unknown", "south unknown"])
  }
}
