import CivilTime
import Testing

@testable import Lifecycle

/// `every:` – when it comes round, and when it ends.
@Suite struct EveryTests {
  static func reviewed(_ every: String, from: String = "2026-02-10") throws -> Flow {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: r, uses: step@1, \(every), with: {forward: [none], diverting: [retire]}, outcomes: {retire: w}}
      - {id: w, uses: step@1, out-of-force: done}
      """)
    flow.open(from)
    flow.finish("a")
    return flow
  }

  @Test func `without after: it counts from the version in force`() throws {
    let flow = try Self.reviewed("every: 12 months")
    #expect(flow.now == ["r"])
    #expect(flow.deadline("r") == "2027-02-10")
    let why = flow.attempts("r").last?.deadline
    #expect(why?.rule == "every 12 months")
    #expect(why?.en == "returns every 12 months, counted from 2026-02-10")
  }

  @Test func `it counts from the day the version applies, not from the decision`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: r, uses: step@1, every: 12 months}
      """)
    flow.open("2026-02-10")
    flow.finish("a", from: "2025-09-01")
    #expect(flow.deadline("r") == "2026-09-01")
  }

  @Test func `with after: it counts from that`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: b, uses: step@1}
      - {id: r, uses: step@1, every: 6 months, after: b}
      """)
    flow.open("2026-01-07")
    flow.finish("a")
    #expect(flow.now == ["b"])
    flow.finish("b", on: "2026-04-01")
    #expect(flow.now == ["r"])
    #expect(flow.deadline("r") == "2026-10-01")
  }

  @Test func `with after: it counts anew when it is sent back and opens again`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: b, at-most: 1}}}
      - {id: r, uses: step@1, every: 6 months, after: b}
      """)
    flow.open("2026-01-07")
    flow.finish("a")
    flow.finish("b")
    #expect(flow.deadline("r") == "2026-07-07")
    flow.finish("r", on: "2026-03-02")
    #expect(flow.deadline("r") == "2027-01-07")
    flow.finish("c", "back", on: "2026-05-04")
    #expect(flow.timers.isEmpty)
    flow.finish("b", on: "2026-09-01")
    #expect(flow.deadline("r") == "2027-03-01")
  }

  @Test(arguments: [
    ("2026-02-10", "2027-04-01"), ("2026-01-01", "2027-01-01"), ("2026-10-02", "2028-01-01"),
  ])
  func `align: quarter moves it to the first day of the next quarter`(from: String, due: String)
    throws
  {
    let flow = try Self.reviewed("every: 12 months, align: quarter", from: from)
    #expect(flow.deadline("r") == due)
  }

  @Test func `occurrence n stands at anchor plus n intervals, however early the review`() throws {
    let flow = try Self.reviewed("every: 12 months")
    flow.finish("r", "none", on: "2026-11-02")
    #expect(flow.deadline("r") == "2028-02-10", "the occurrence of 2027 is done")
    flow.finish("r", "none", on: "2028-05-02")
    #expect(flow.deadline("r") == "2029-02-10")
    #expect(flow.attempts("r").map(\.number) == [1, 2, 3])
    #expect(flow.closed == nil)
  }

  @Test func `occurrences that were missed collapse to one`() throws {
    let flow = try Self.reviewed("every: 12 months")
    #expect(flow.attempts("r").count == 1)
    flow.finish("r", "none", on: "2030-03-01")
    #expect(flow.attempts("r").count == 2)
    #expect(flow.deadline("r") == "2031-02-10")
  }

  @Test func `the end of a month stays the end of the month`() throws {
    let flow = try Self.reviewed("every: 1 month", from: "2026-01-31")
    #expect(flow.deadline("r") == "2026-02-28")
    flow.finish("r", "none", on: "2026-02-20")
    #expect(flow.deadline("r") == "2026-03-31")
  }

  @Test func `one outcome that leaves ends it, another returns to it`() throws {
    let flow = try Self.reviewed("every: 12 months")
    flow.finish("r", "none", on: "2027-02-01")
    #expect(flow.now == ["r"])
    flow.finish("r", "retire", on: "2028-02-01")
    #expect(flow.now == ["w"])
    flow.finish("w")
    #expect(flow.closed == .done)
    #expect(flow.state.inForce == nil)
  }

  @Test func `next leaves it and hands on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: r, uses: step@1, every: 12 months, with: {forward: [none, enough]}, outcomes: {enough: next}}
      - {id: s, uses: step@1, after: r}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("r", "none")
    #expect(flow.now == ["r"])
    flow.finish("r", "enough")
    #expect(flow.now == ["s"])
  }

  @Test func `it ends with the case`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: b, uses: step@1, with: {diverting: [stop]}, outcomes: {stop: end}}
      - {id: r, uses: step@1, every: 12 months}
      """)
    flow.open()
    flow.finish("a")
    #expect(flow.now == ["b", "r"])
    flow.finish("b", "stop")
    #expect(flow.now.isEmpty)
    #expect(flow.timers.isEmpty)
  }

  @Test func `one that hangs on a version that never comes is passed by`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {forward: [agreed, declined]}, in-force: agreed}
      - {id: r, uses: step@1, every: 12 months}
      """)
    flow.open()
    flow.finish("a", "declined")
    #expect(flow.status("r") == .passedBy)
    #expect(flow.closed == .done)
  }

  @Test func `a review's reminders come before each occurrence`() throws {
    let flow = try Self.reviewed("every: 12 months, remind: [4 weeks]")
    #expect(flow.timers == ["r remind-1 2027-01-13"])
    flow.finish("r", "none", on: "2027-02-01")
    #expect(flow.timers == ["r remind-1 2028-01-13"])
  }
}
