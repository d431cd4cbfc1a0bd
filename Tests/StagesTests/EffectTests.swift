import EffectStage
import StageKit
import Testing

@Suite struct EffectTests {
  private func effect() throws -> AttemptBench {
    try AttemptBench(
      Effect.self, Opening(on: CivilDate("2020-02-20") ?? .blank, owner: "npo-barn-ungdom"))
  }

  @Test func `delivered is another state than effect shown`() throws {
    var stage = try effect()
    #expect(stage.attempt.owes.map(\.act) == ["deliver"])
    try stage.say("deliver", "{}", on: "2021-06-01")
    #expect(stage.attempt.summary.standing?.sv == "Genomförd")
    #expect(stage.attempt.outcome == nil)
    #expect(stage.attempt.owes.map(\.act) == ["show"])
    try stage.say(
      "show", "{result: effect-shown, measure: Andel, value: '1,8', unit: '%', source: Register}",
      on: "2022-02-14")
    #expect(stage.attempt.summary.standing?.sv == "Effekt visad")
    #expect(
      stage.rows("Genomförd och visad effekt") == [
        ["2021-06-01", "Effekt visad", "2022-02-14", "Andel", "1,8", "%", "Nej", "Register"]
      ])
  }

  @Test func `what is not shown yet stands in the table as a row with blanks`() throws {
    var stage = try effect()
    try stage.say("deliver", "{}", on: "2021-06-01")
    #expect(
      stage.rows("Genomförd och visad effekt") == [["2021-06-01", "", "", "", "", "", "", ""]])
  }

  @Test(arguments: [
    (
      "{result: effect-shown}",
      ["measure: effect/no-measure", "value: effect/no-value", "source: effect/no-source"]
    ),
    ("{result: no-effect}", ["measure: effect/no-measure", "source: effect/no-source"]),
    ("{result: no-effect, measure: Andel, source: Register}", []),
    ("{result: not-measurable}", ["reason: effect/no-reason"]),
  ])
  func `each result owes its own proof`(_ form: String, _ faults: [String]) throws {
    var stage = try effect()
    try stage.say("deliver", "{}", on: "2021-06-01")
    #expect(try stage.say("show", form, on: "2022-02-14") == faults)
  }

  @Test func `money is followed by year and group, and what is left is reckoned`() throws {
    var stage = try effect()
    try stage.say("budget", "{rows: [{year: 2020, granted: 400000}]}", on: "2020-03-01")
    try stage.say(
      "budget",
      """
      rows:
        - {year: 2020, granted: 400000, used: 385000}
        - {year: 2020, granted: 50000, used: 60000, body: nag-barnfetma}
      """, on: "2021-01-15")
    let money = try #require(stage.attempt.summary.tables.first { $0.key == "budget" })
    #expect(
      money.rows.map { $0.map(\.word) } == [
        ["2020", "npo-barn-ungdom", "400000", "385000", "15000"],
        ["2020", "nag-barnfetma", "50000", "60000", "-10000"],
      ])
  }
}
