import CivilTime
import Testing

@testable import Lifecycle
@testable import StageKit

/// Taking back, correcting, cancelling, noting; and products that can only be read.
@Suite struct CorrectionTests {
  static func said() throws -> Flow {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, acts: {say: groups}}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.act("a", "say", "{text: one}")
    flow.act("a", "say", "{text: two}", by: "writers")
    flow.act("a", "say", "{text: three}")
    return flow
  }

  /// The sequence of the act that was said as number so and so.
  static func event(_ number: Int, _ flow: Flow) -> Int {
    flow.events.filter { $0.type == ActSaid.type }[number - 1].sequence
  }

  @Test func `what is annulled counts no more, and its event stays`() throws {
    let flow = try Self.said()
    let event = Self.event(2, flow)
    #expect(flow.perform(.annul(caseID: "x-1", event: event, reason: "wrong case"), by: "board"))
    #expect(flow.line("a") == "1 one; 3 three", "the others keep their numbers")
    #expect(flow.events.contains { $0.sequence == event })
    #expect(flow.latest.first?.prose == ["wrong case"])
    flow.act("a", "say", "{text: four}")
    #expect(flow.line("a") == "1 one; 3 three; 4 four", "a number is not used again")
  }

  @Test func `annul needs a reason, and the owner or the one who said it`() throws {
    let flow = try Self.said()
    let event = Self.event(2, flow)
    flow.perform(.annul(caseID: "x-1", event: event, reason: ""), by: "board")
    #expect(flow.codes == ["act/no-reason"])
    flow.perform(.annul(caseID: "x-1", event: event, reason: "wrong"), by: "readers")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.perform(.annul(caseID: "x-1", event: event, reason: "wrong"), by: "writers"))
  }

  @Test func `only an act that counts can be annulled`() throws {
    let flow = try Self.said()
    let event = Self.event(2, flow)
    flow.perform(.annul(caseID: "x-1", event: 1, reason: "wrong"), by: "board")
    #expect(flow.codes == ["annul/not-an-act"])
    flow.perform(.annul(caseID: "x-1", event: event, reason: "wrong"), by: "board")
    flow.perform(.annul(caseID: "x-1", event: event, reason: "wrong"), by: "board")
    #expect(flow.codes == ["annul/not-an-act"])
  }

  @Test func `a note is not denied when it cannot be annulled`() throws {
    let flow = try Self.said()
    flow.perform(.note(caseID: "x-1", spot: nil, text: "called them"), by: "board")
    let note = flow.state.version
    flow.perform(.annul(caseID: "x-1", event: note, reason: "wrong"), by: "board")
    #expect(flow.codes == ["annul/not-an-act"])
    #expect(
      flow.reasons
        == "event \(note) is no act of a stage in x-1 that can be annulled, or is annulled already")
  }

  @Test func `an act that decided the outcome is not annulled`() throws {
    let flow = try Self.said()
    flow.finish("a")
    flow.perform(.annul(caseID: "x-1", event: flow.lastAct, reason: "wrong"), by: "board")
    #expect(flow.codes == ["annul/changes-outcome"])
    #expect(flow.reasons.contains("'done'"))
    #expect(flow.now == ["b"])
  }

  @Test func `an act that did not decide it is annulled also when the stage is closed`() throws {
    let flow = try Self.said()
    flow.finish("a")
    #expect(
      flow.perform(
        .annul(caseID: "x-1", event: Self.event(1, flow), reason: "wrong"), by: "board"))
    #expect(flow.line("a") == "2 two; 3 three")
    #expect(flow.now == ["b"])
  }

  @Test func `a correction takes the place of the mistake in one step, and keeps its number`()
    throws
  {
    let flow = try Self.said()
    let event = Self.event(2, flow)
    #expect(flow.act("a", "say", "{text: TWO}", by: "writers", corrects: event))
    #expect(flow.types == [ActSaid.type])
    #expect(flow.line("a") == "1 one; 2 TWO; 3 three")
    #expect(flow.attempts("a").last?.actsThatCount == 3)
  }

  @Test func `a correction stands on the day of what it corrects, by the one who corrects`()
    throws
  {
    let flow = try Flow("- {id: a, uses: step@1, acts: {say: groups}}")
    flow.open("2026-03-02")
    flow.act("a", "say", "{text: one}", on: "2026-03-03", by: "board")
    let attempts = { flow.attempts("a") }
    func step() throws -> Step {
      try #require(attempts().last?.attempt as? RunningAttempt<Step>).stage
    }
    flow.act("a", "say", "{text: ONE}", on: "2026-04-10", by: "writers", corrects: flow.lastAct)
    #expect(flow.latest.map(\.on) == [day("2026-04-10")], "it happened when it was corrected")
    #expect(try step().days == [day("2026-03-03")], "what it says is of the day it was said")
    #expect(try step().heard == ["writers"])
    #expect(attempts().last?.lastOn == day("2026-04-10"))
    #expect(attempts().last?.lastBy == "writers")
    flow.act("a", "say", "{text: One}", on: "2026-05-11", by: "board", corrects: flow.lastAct)
    #expect(try step().days == [day("2026-03-03")], "also when it is corrected again")
  }

  @Test func `a correction can be corrected, a mistake only once`() throws {
    let flow = try Self.said()
    let event = Self.event(2, flow)
    flow.act("a", "say", "{text: TWO}", corrects: event)
    flow.act("a", "say", "{text: again}", corrects: event)
    #expect(flow.codes == ["annul/not-an-act"])
    #expect(flow.act("a", "say", "{text: Two}", corrects: flow.lastAct))
    #expect(flow.line("a") == "1 one; 2 Two; 3 three")
  }

  @Test func `a correction is of the same act`() throws {
    let flow = try Self.said()
    flow.act("a", "publish", "{version: 'd#1'}", corrects: Self.event(2, flow))
    #expect(flow.codes == ["annul/other-act"])
    #expect(flow.reasons.contains("'say'"))
  }

  @Test func `a correction that the stage refuses changes nothing`() throws {
    let flow = try Self.said()
    flow.act("a", "say", "{}", corrects: Self.event(2, flow))
    #expect(flow.codes == ["schema/missing-key"])
    #expect(flow.line("a") == "1 one; 2 two; 3 three")
  }

  @Test func `a correction that would change the outcome is refused`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {forward: [yes-please, no-thanks]}}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("a", "yes-please")
    let event = flow.lastAct
    flow.act("a", "finish", "{outcome: no-thanks}", corrects: event)
    #expect(flow.codes == ["annul/changes-outcome"])
    #expect(
      flow.act("a", "finish", "{outcome: yes-please, applies-from: 2026-05-01}", corrects: event))
    #expect(flow.attempts("a").last?.attempt.given.map(\.value) == ["2026-05-01"])
  }

  @Test func `a correction is made by one who may do the act`() throws {
    let flow = try Self.said()
    flow.act("a", "say", "{text: TWO}", by: "court", corrects: Self.event(2, flow))
    #expect(flow.codes == ["permission/not-allowed"])
  }

  @Test func `a report of a lane is corrected in its lane`() throws {
    let flow = try Flow("- {id: a, uses: follow@1, for-each: regions}")
    flow.open()
    flow.report("a", "later", "north")
    let event = flow.lastAct
    flow.act("a", "report", "{stand: 'soon'}", lane: "south", corrects: event)
    #expect(flow.codes == ["annul/not-an-act"])
    #expect(flow.act("a", "report", "{stand: 'soon'}", lane: "north", corrects: event))
    #expect(flow.attempts("a", lane: "north").last?.actsThatCount == 1)
  }

  // MARK: cancel

  @Test func `a case is cancelled with a reason, and nothing stays open`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, within: 8 weeks, remind: [1 week]}
      - {id: c, uses: step@1, after: a}
      """)
    flow.open()
    flow.finish("a")
    flow.perform(.cancel(caseID: "x-1", reason: ""), by: "board")
    #expect(flow.codes == ["act/no-reason"])
    flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "writers")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board"))
    #expect(flow.types == [CaseClosed.type])
    #expect(flow.closed == .cancelled)
    #expect(flow.now.isEmpty)
    #expect(flow.timers.isEmpty)
    #expect(flow.attempts("c").map(\.status) == [.cancelled])
    flow.perform(.cancel(caseID: "x-1", reason: "again"), by: "board")
    #expect(flow.codes == ["case/closed"])
  }

  @Test func `a case whose version is in force is not cancelled`() throws {
    let flow = try ForceTests.inForce()
    flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board")
    #expect(flow.codes == ["case/in-force"])
  }

  @Test func `a case whose version waits for its day is cancelled with it`() throws {
    let flow = try Flow(ForceTests.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    #expect(flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board"))
    flow.fire(on: "2026-06-01")
    #expect(flow.state.inForce == nil)
  }

  // MARK: notes

  @Test func `a note changes nothing, and its text stands beside the chain`() throws {
    let flow = try Self.said()
    let before = flow.now
    #expect(
      flow.perform(.note(caseID: "x-1", spot: Spot("a"), text: "called them"), by: "readers"))
    #expect(flow.now == before)
    #expect(flow.latest.first?.prose == ["called them"])
    #expect(!String(decoding: flow.latest[0].payload, as: UTF8.self).contains("called them"))
    flow.perform(.note(caseID: "x-1", spot: nil, text: ""), by: "readers")
    #expect(flow.codes == ["act/no-text"])
  }

  @Test func `a note is taken also in a case that is closed`() throws {
    let flow = try Self.said()
    flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board")
    #expect(flow.perform(.note(caseID: "x-1", spot: nil, text: "archived"), by: "board"))
  }

  @Test func `a person has something in hand while it is open`() throws {
    let flow = try Self.said()
    #expect(flow.perform(.assign(caseID: "x-1", spot: Spot("a"), person: "p-17"), by: "board"))
    #expect(flow.attempts("a").last?.assigned == "p-17")
    flow.perform(.assign(caseID: "x-1", spot: Spot("b"), person: "p-17"), by: "board")
    #expect(flow.codes == ["case/not-open"])
  }

  @Test func `a case that is not there is refused`() throws {
    let flow = try Self.said()
    flow.perform(.note(caseID: "x-9", spot: nil, text: "hello"), by: "board")
    #expect(flow.codes == ["case/unknown"])
    #expect(flow.reasons.contains("x-1"))
  }

  @Test func `an act cannot lie before the opening of its stage`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open("2026-03-02")
    flow.finish("a", on: "2026-03-01")
    #expect(flow.codes == ["act/before-opening"])
    #expect(flow.finish("a", on: "2026-03"), "a month that holds the day does not")
  }
}
