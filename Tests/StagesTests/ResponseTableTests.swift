import CivilTime
import StageKit
import Testing

@Suite struct ResponseTableTests {
  private func table(closes: String? = "2019-11-14") -> ResponseTable<String> {
    ResponseTable(asked: ["a", "b", "c"], closes: closes.flatMap { CivilDate($0) })
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

  private func standing(_ table: ResponseTable<String>) -> [String] {
    table.standing.map { "\($0.party) \($0.response.content)" }
  }

  @Test func `a joint answer counts for each of its parties`() {
    var table = table()
    table.register("yes", from: ["a", "b"], received: day("2019-10-01"), number: 1)
    #expect(standing(table) == ["a yes", "b yes"])
    #expect(table.silent == ["c"])
    #expect(!table.isComplete)
  }

  @Test func `one who leaves a joint answer is silent, the others stand by it`() {
    var table = table()
    table.register("yes", from: ["a", "b"], received: day("2019-10-01"), number: 1)
    table.withdraw(1, for: ["a", "c"])
    #expect(standing(table) == ["b yes"])
    #expect(table.silent == ["a", "c"])
    #expect(table[1]?.isWithdrawn == false)
    table.withdraw(1)
    #expect(table[1]?.isWithdrawn == true)
    #expect(table[1]?.withdrawn == ["a", "b"])
    #expect(table.responses.count == 1)
  }

  @Test(arguments: [
    // The first answer's day, the second one's, which of them stands.
    ("2019-10-01", "2019-10-09", "second"),
    ("2019-10-09", "2019-10-01", "first"),
    ("2019-10-09", "2019-10-09", "second"),
    ("2019-10-09", "2019-10", "second"),
    ("2019-10-09", "2019-09", "first"),
  ])
  func `the answer received last stands, and where that is unknown the one registered last`(
    first: String, second: String, expected: String
  ) {
    var table = table()
    table.register("first", from: ["a"], received: day(first), number: 1)
    table.register("second", from: ["a"], received: day(second), number: 2)
    #expect(standing(table) == ["a \(expected)"])
    #expect(table.responses.count == 2)
  }

  @Test func `when the later answer is withdrawn the earlier one stands again`() {
    var table = table()
    table.register("first", from: ["a"], received: day("2019-10-01"), number: 1)
    table.register("second", from: ["a"], received: day("2019-10-02"), number: 2)
    table.withdraw(2)
    #expect(standing(table) == ["a first"])
  }

  @Test func `an unasked answer is seen, and leaves nobody less silent`() {
    var table = table()
    table.register("yes", from: ["x"], received: day("2019-10-01"), number: 1)
    #expect(table.unasked == ["x"])
    #expect(table.silent == ["a", "b", "c"])
    table.ask(["x", "a"])
    #expect(table.asked == ["a", "b", "c", "x"])
    #expect(table.unasked.isEmpty)
    table.excuse(["a", "b", "c"])
    #expect(table.isComplete)
    table.excuse(["x"])
    #expect(!table.isComplete, "where nobody is asked, not everybody has answered")
  }

  @Test(arguments: [
    ("2019-11-14", false), ("2019-11-15", true), ("2019-11", false), ("2019-12", true),
  ])
  func `what surely came after the last day is late`(received: String, isLate: Bool) {
    #expect(table().isLate(day(received)) == isLate)
    #expect(table(closes: "2019-11").isLate(day(received)) == (received == "2019-12"))
    #expect(!table(closes: nil).isLate(day(received)))
  }

  @Test func `an extension makes what came within it punctual, until it is taken back`() {
    var table = table()
    table.register("yes", from: ["a"], received: day("2019-11-20"), number: 1)
    #expect(table.isLate(table.responses[0].received))
    table.extend(to: day("2019-11-29"))
    #expect(!table.isLate(table.responses[0].received))
    table.extend(to: day("2019-11-14"))
    #expect(table.isLate(table.responses[0].received))
  }
}
