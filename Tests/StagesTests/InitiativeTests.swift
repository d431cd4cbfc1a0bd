import InitiativeStage
import StageKit
import Testing

@Suite struct InitiativeTests {
  private func initiative() throws -> AttemptBench {
    try AttemptBench(
      Initiative.self, Opening(on: CivilDate("2019-09-02") ?? .blank, owner: "npo-barn-ungdom"))
  }

  private func column(_ key: String, _ stage: AttemptBench) throws -> Cell {
    let table = try #require(stage.attempt.summary.tables.first { $0.key == "initiative" })
    let row = try #require(table.rows.first)
    return row[try #require(table.column(key))]
  }

  @Test func `all that is missing is told at once`() throws {
    var stage = try initiative()
    #expect(
      try stage.say("submit", "{}", on: "2019-12-02") == [
        ": initiative/no-description", ": initiative/no-grounds", ": initiative/no-measure",
      ])
    try stage.say("describe", "{kind: knowledge-support, benefit: nytta}", on: "2019-12-02")
    #expect(
      try stage.say("submit", "{}", on: "2019-12-02").first == ": initiative/no-care-goals")
  }

  @Test func `the grounds can be filled in bit by bit`() throws {
    var stage = try initiative()
    for (key, text) in [
      ("outcome-differences", "skillnader"), ("difference-to-be-made", "skillnad"),
      ("fit-for-joint-work", "gemensamt"),
    ] {
      try stage.say("grounds", "{\(key): \(text)}", on: "2019-12-02")
    }
    try stage.say(
      "describe", "{kind: stronger-follow-up, benefit: nytta, care-goals: [safe, equal]}",
      on: "2019-12-02")
    #expect(try column("outcome-differences", stage).written.sv == "skillnader")
    #expect(try column("fit-for-joint-work", stage).written.sv == "gemensamt")
    #expect(try column("care-goals", stage).written == Text(sv: "Säker, Jämlik", en: "Safe, Equal"))
  }

  @Test(arguments: [
    ("{measure: Liv}", ["value: initiative/no-value"]),
    ("{measure: Liv, value: 120, unknown: true}", ["value: initiative/no-value"]),
    ("{measure: Liv, value: 120}", []), ("{measure: Liv, unknown: true}", []),
  ])
  func `an effect is a number or unknown, and never silent`(
    _ form: String, _ faults: [String]
  ) throws {
    var stage = try initiative()
    #expect(try stage.say("measure", form, on: "2019-12-02") == faults)
  }

  @Test func `a focus area does not end before it begins`() throws {
    var stage = try initiative()
    #expect(
      try stage.say("focus", "{area: A, from: 2020-02, to: 2020-01-31}", on: "2019-12-02")
        == ["to: initiative/ends-first"])
    #expect(
      try stage.say("focus", "{area: A, from: 2020-02, to: 2020-02-01}", on: "2019-12-02") == [])
  }
}
