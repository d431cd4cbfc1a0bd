import CivilTime
import Canonical
import Definitions
import Located
import Register
import Testing

@testable import Lifecycle

/// Deadlines: computed once, stored with why; reminders and escalation hang on them.
@Suite struct DeadlineTests {
  static func stage(_ keys: String, head: String = "") throws -> Flow {
    try Flow("- {id: a, uses: step@1, \(keys)}", head: head)
  }

  static func opened(_ keys: String, on: String, head: String = "") throws -> Flow {
    let flow = try stage(keys, head: head)
    flow.open(on)
    return flow
  }

  @Test func `within: counts from the opening, and why stands beside`() throws {
    let flow = try Self.opened("within: 6 weeks", on: "2026-03-02")
    let deadline = try #require(flow.attempts("a").last?.deadline)
    #expect(deadline.closes == day("2026-04-13"))
    #expect(deadline.rule == "within 6 weeks")
    #expect(deadline.sv == "6 veckor från 2026-03-02")
    #expect(deadline.en == "6 weeks from 2026-03-02")
    #expect(deadline.calendar == flow.engine.organisation.hash.description)
  }

  @Test func `a stage without deadline has none`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open()
    #expect(flow.attempts("a").last?.deadline == nil)
    #expect(flow.timers.isEmpty)
  }

  @Test(arguments: [
    // 14 November 2026 is a Saturday: back to the Friday.
    ("2026-08-20", "2026-09-15", "2026-11-13"),
    // 15 February 2026 is a Sunday: forward to the Monday.
    ("2026-01-07", "2026-02-16", "2026-04-14"),
    // The next opening as shifted, on or after the day: the Monday itself.
    ("2026-02-16", "2026-02-16", "2026-04-14"),
    ("2026-02-17", "2026-09-15", "2026-11-13"),
    // 14 April 2028 is Good Friday: back to the Thursday.
    ("2028-02-01", "2028-02-15", "2028-04-13"),
    // Another rule since 2027.
    ("2027-08-02", "2027-09-15", "2027-11-30"),
  ])
  func `window: is the next round as shifted`(on: String, opens: String, closes: String) throws {
    let flow = try Self.opened("window: remiss", on: on)
    let deadline = try #require(flow.attempts("a").last?.deadline)
    #expect(deadline.opens == day(opens))
    #expect(deadline.closes == day(closes))
    #expect(deadline.rule == "window remiss")
  }

  @Test(arguments: [
    ("2026-03-05", "2026-03-19", "nästa möte i Styrelsen, handlingar senast 2026-03-05"),
    // Too late for the papers of the first.
    ("2026-03-06", "2026-04-23", "nästa möte i Styrelsen, handlingar senast 2026-04-09"),
  ])
  func `meeting: is the next one that papers are in time for`(
    on: String, closes: String, why: String
  ) throws {
    let flow = try Self.opened("meeting: board", on: on)
    let deadline = try #require(flow.attempts("a").last?.deadline)
    #expect(deadline.closes == day(closes))
    #expect(deadline.rule == "meeting board")
    #expect(deadline.sv == why)
  }

  @Test func `with no meeting to come there is no deadline`() throws {
    let flow = try Self.opened("meeting: board", on: "2026-05-01")
    #expect(flow.attempts("a").last?.deadline == nil)
  }

  @Test func `a shifted window says why`() throws {
    let flow = try Self.opened("window: remiss", on: "2026-08-20")
    let why = try #require(flow.attempts("a").last?.deadline?.why)
    #expect(why.sv.hasPrefix("Remiss;"))
    #expect(why.sv.contains("lördag"))
    #expect(why.en.contains("Saturday"))
  }

  static let dated = """
    inputs:
      name: {type: text, title: {sv: Namn, en: Name}}
      ends: {type: date, optional: true, title: {sv: Slut, en: Ends}}
    """

  @Test(arguments: [
    ("6 months before ends", "2027-08-31", "2027-02-28"),
    ("2 weeks after ends", "2027-08-31", "2027-09-14"),
  ])
  func `due: counts from an input`(due: String, ends: String, closes: String) throws {
    let flow = try Self.stage("due: \(due)", head: Self.dated)
    flow.open(inputs: ["name": "n", "ends": ends])
    let deadline = try #require(flow.attempts("a").last?.deadline)
    #expect(deadline.closes.description == closes)
    #expect(deadline.rule == "due \(due)")
    #expect(deadline.en.contains(ends))
  }

  @Test func `due: without its input is no deadline`() throws {
    let flow = try Self.stage("due: 6 months before ends", head: Self.dated)
    flow.open()
    #expect(flow.refused.isEmpty)
    #expect(flow.deadline("a") == nil)
  }

  @Test(arguments: [("2026-03", "2026-09"), ("2026-12", "2027-06")])
  func `a month in is a month out`(opened: String, closes: String) throws {
    let flow = try Self.opened("within: 6 months", on: opened)
    #expect(flow.deadline("a") == closes)
    let due = try Self.stage("due: 6 months after ends", head: Self.dated)
    due.open(inputs: ["name": "n", "ends": opened])
    #expect(due.deadline("a") == closes)
  }

  // MARK: reminders and escalation

  static let ladder =
    "within: 12 weeks, remind: [4 weeks, 1 week], escalate: {after: 2 weeks, to: court}"

  @Test func `rungs stand before the deadline, and the escalation after`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    #expect(flow.deadline("a") == "2026-04-27")
    #expect(
      flow.timers
        == ["a remind-1 2026-03-30", "a remind-2 2026-04-20", "a escalate 2026-05-11"])
  }

  @Test func `a stage without rungs of its own has the pipeline's`() throws {
    let flow = try Self.opened(
      "within: 12 weeks", on: "2026-02-02",
      head: "remind: [2 weeks]\nescalate: {after: 1 week, to: court}")
    #expect(flow.timers == ["a remind-1 2026-04-13", "a escalate 2026-05-04"])
  }

  @Test func `an empty list of reminders is none`() throws {
    let flow = try Self.opened(
      "within: 12 weeks, remind: []", on: "2026-02-02", head: "remind: [2 weeks]")
    #expect(flow.timers.isEmpty)
  }

  @Test func `a reminder on a day off comes on the next working day`() throws {
    // 13 April 2026 less a week is Easter Monday.
    let flow = try Self.opened("within: 6 weeks, remind: [1 week]", on: "2026-03-02")
    #expect(flow.timers == ["a remind-1 2026-04-07"])
  }

  @Test func `a reminder that would be late comes on the working day before`() throws {
    // The last day is a Sunday, and a day before it a Saturday.
    let flow = try Self.opened("within: 3 weeks, remind: [1 day]", on: "2026-02-01")
    #expect(flow.deadline("a") == "2026-02-22")
    #expect(flow.timers == ["a remind-1 2026-02-20"])
  }

  @Test func `a reminder that would come before the opening is none`() throws {
    let flow = try Self.opened("within: 2 weeks, remind: [4 weeks, 1 week]", on: "2026-03-02")
    #expect(flow.timers == ["a remind-1 2026-03-09"])
  }

  @Test func `reminders go to those who still owe`() throws {
    let flow = try Self.opened(
      "within: 12 weeks, remind: [4 weeks, 1 week], with: {parties: [regions]}, acts: {say: regions}",
      on: "2026-02-02")
    flow.act("a", "say", "{text: fine}", by: "middle")
    flow.fire(on: "2026-03-30")
    #expect(flow.effects.count == 2, "one for each")
    #expect(flow.effects.allSatisfy { $0.hasPrefix("reminder") })
    #expect(flow.effects.first?.contains(#""to":"north""#) == true)
    #expect(flow.effects.last?.contains(#""to":"south""#) == true)
    flow.act("a", "say", "{text: fine}", by: "north")
    flow.act("a", "say", "{text: fine}", by: "south")
    flow.fire(on: "2026-04-20")
    #expect(flow.effects.first?.contains(#""to":"board"#) == true)
  }

  @Test func `no rung fires before its day, and each fires once`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    flow.fire(on: "2026-03-29")
    #expect(flow.types.isEmpty)
    flow.fire(on: "2026-03-30")
    #expect(flow.types == [Fired.type])
    flow.fire(on: "2026-03-30")
    #expect(flow.types.isEmpty)
    #expect(flow.timers == ["a remind-2 2026-04-20", "a escalate 2026-05-11"])
  }

  @Test func `several that were missed collapse to the latest`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    flow.fire(on: "2026-04-25")
    #expect(flow.types == [Fired.type])
    let fired = try #require(flow.attempts("a").last?.fired.last)
    #expect(fired.rung == "remind-2")
    #expect(fired.skipped == ["remind-1"])
    #expect(flow.timers == ["a escalate 2026-05-11"])
  }

  @Test func `an escalation goes once to whom the definition says`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    flow.fire(on: "2026-05-11")
    #expect(flow.effects.count == 1)
    #expect(flow.effects.first?.hasPrefix("escalation") == true)
    #expect(flow.effects.first?.contains(#""to":"court"#) == true)
    flow.fire(on: "2026-06-11")
    #expect(flow.types.isEmpty)
    #expect(flow.timers.isEmpty)
  }

  @Test func `passing a deadline never moves a case`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    flow.fire(on: "2027-05-11")
    #expect(flow.now == ["a"])
    #expect(flow.deadline("a") == "2026-04-27")
    #expect(flow.finish("a", on: "2028-01-10"), "a late act is still taken")
  }

  @Test func `what is closed reminds nobody`() throws {
    let flow = try Self.opened(Self.ladder, on: "2026-02-02")
    flow.finish("a")
    #expect(flow.timers.isEmpty)
  }

  // MARK: extending

  @Test func `extend moves the deadline with a reason, and no rule shifts the day`() throws {
    let flow = try Self.opened("window: remiss, remind: [1 week]", on: "2026-08-20")
    // A Sunday.
    flow.perform(
      .extend(caseID: "x-1", spot: Spot("a"), closes: day("2026-12-13"), reason: "asked for"),
      by: "board")
    let deadline = try #require(flow.attempts("a").last?.deadline)
    #expect(deadline.closes == day("2026-12-13"))
    #expect(deadline.opens == day("2026-09-15"))
    #expect(deadline.rule == "window remiss")
    #expect(deadline.en == "extended from 2026-11-13")
    #expect(flow.latest.first?.prose == ["asked for"])
    #expect(flow.timers == ["a remind-1 2026-12-07"])
  }

  @Test func `extend is refused without a reason, by others, and to a day that is past`() throws {
    let flow = try Self.opened("within: 6 weeks", on: "2026-03-02")
    func extend(to closes: String, _ reason: String, by: String) -> [String] {
      flow.perform(
        .extend(caseID: "x-1", spot: Spot("a"), closes: day(closes), reason: reason), by: by)
      return flow.codes
    }
    #expect(extend(to: "2026-05-02", "", by: "board") == ["act/no-reason"])
    #expect(extend(to: "2026-05-02", "late", by: "writers") == ["permission/not-allowed"])
    #expect(extend(to: "2026-02-28", "late", by: "board") == ["time/ends-before-start"])
    #expect(extend(to: "2026-04-01", "sooner", by: "board") == ["time/shortens"])
    #expect(flow.deadline("a") == "2026-04-13")
    flow.finish("a")
    #expect(extend(to: "2026-05-02", "late", by: "board") == ["case/not-open"])
  }

  @Test func `an extension reminds anew, of its own day`() throws {
    let flow = try Self.opened("within: 6 weeks, remind: [1 week]", on: "2026-03-02")
    flow.fire(on: "2026-04-07")
    #expect(flow.timers.isEmpty)
    flow.perform(
      .extend(caseID: "x-1", spot: Spot("a"), closes: day("2026-05-29"), reason: "ill"),
      on: "2026-04-10", by: "board")
    #expect(flow.timers == ["a remind-1 2026-05-22"])
    flow.fire(on: "2026-05-22")
    #expect(flow.effects.count == 1)
    flow.fire(on: "2026-05-22")
    #expect(flow.effects.isEmpty)
  }

  @Test func `an extension does not repeat what was reminded of already`() throws {
    let flow = try Self.opened("within: 12 weeks, remind: [4 weeks, 1 week]", on: "2026-02-02")
    flow.fire(on: "2026-03-30")
    flow.perform(
      .extend(caseID: "x-1", spot: Spot("a"), closes: day("2026-04-29"), reason: "ill"),
      on: "2026-04-10", by: "board")
    #expect(flow.timers == ["a remind-1 2026-04-22"], "three weeks before is past")
  }

  @Test func `a stage without deadline can be given one`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open("2026-03-02")
    flow.perform(
      .extend(caseID: "x-1", spot: Spot("a"), closes: day("2026-05-29"), reason: "at last"),
      by: "board")
    #expect(flow.deadline("a") == "2026-05-29")
  }

  @Test func `the definition may give extend to another`() throws {
    let flow = try Self.opened("within: 6 weeks, acts: {extend: court}", on: "2026-03-02")
    #expect(
      flow.perform(
        .extend(caseID: "x-1", spot: Spot("a"), closes: day("2026-05-29"), reason: "asked"),
        by: "court"))
  }
}
