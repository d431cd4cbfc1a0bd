import StageKit
import Testing

/// Tables whose rows are known by something of their own.
@Suite struct KeyedRowsTests {
  private struct Row: Record {
    let name: String
    let amount: Int

    init(_ form: inout Form) {
      name = form("name", sv: "Namn", en: "Name")
      amount = form("amount", sv: "Mängd", en: "Amount")
    }

    init(_ name: String, _ amount: Int) {
      self.name = name
      self.amount = amount
    }
  }

  @Test func `what is said later takes the place of what was said, and what is new comes last`() {
    var rows = [Row("a", 1), Row("b", 2)]
    rows.replace(with: [Row("c", 3), Row("a", 4), Row("c", 5)], by: \.name)
    #expect(rows == [Row("a", 4), Row("b", 2), Row("c", 5)])
  }

  @Test func `what stands again is found where it stands again`() {
    #expect(["a", "b", "a", "a", "c", "b"].repeatedIndices == [2, 3, 5])
    #expect([Row("a", 1), Row("a", 2), Row("b", 1)].repeatedIndices(by: \.amount) == [2])
    #expect([Int]().repeatedIndices.isEmpty)
  }

  @Test func `a row that names what a row above names is refused at its name`() throws {
    let rows = [Row("a", 1), Row("b", 2), Row("a", 3)]
    let faults = rows.repeated("name", by: \.name, code: "stage/repeated")
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.code == "stage/repeated")
    #expect(fault.place.description == "rows.3.name")
    #expect(fault.text.sv == "'a' står redan i en rad ovanför")
  }
}
