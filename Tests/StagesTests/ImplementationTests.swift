import ImplementationStage
import StageKit
import Testing

struct ImplementationTests {
  private func lane(_ settings: String = "{}") throws -> AttemptBench {
    try AttemptBench(
      Implementation.self, settings: settings,
      Opening(on: CivilDate("2027-01-10") ?? .blank, owner: "region-25"))
  }

  @Test func `a start date and a coverage say where it stands`() throws {
    var stage = try lane()
    #expect(stage.attempt.summary.line == nil)
    try stage.say("start", "{date: 2027-03}", on: "2027-01-15", by: "region-25")
    #expect(stage.attempt.summary.line?.sv == "Startdatum 2027-03")
    try stage.say("coverage", "{done: 14, of: 29}", on: "2027-06-30", by: "region-25")
    #expect(stage.attempt.summary.line?.sv == "Infört på 14 av 29 vårdcentraler")
    #expect(stage.attempt.summary.line?.en == "In use at 14 of 29 health centres")
    #expect(stage.attempt.outcome == nil)
  }

  @Test func `the latest coverage is shown and the earlier ones are kept`() throws {
    var stage = try lane("{unit: sjukhus}")
    try stage.say("coverage", "{done: 3, of: 5}", on: "2027-06-30", by: "region-25")
    try stage.say(
      "coverage", "{done: 2, of: 5, date: 2027-08, source: Besök}", on: "2027-09-01", by: "rcc-norr"
    )
    #expect(stage.attempt.summary.line?.sv == "Infört på 2 av 5 sjukhus")
    #expect(stage.attempt.summary.source == "Besök")
    #expect(
      stage.rows("Täckning") == [
        ["2027-06-30", "3", "5", "region-25", ""], ["2027-08", "2", "5", "rcc-norr", "Besök"],
      ])
  }

  @Test func `a full coverage is still for the region to call done`() throws {
    var stage = try lane()
    try stage.say("coverage", "{done: 29, of: 29}", on: "2027-12-01", by: "region-25")
    #expect(stage.attempt.outcome == nil)
    #expect(stage.attempt.owes.map(\.act) == ["finish"])
    #expect(try stage.say("finish", "{result: done}", on: "2027-12-02", by: "region-25") == [])
    #expect(stage.attempt.owes == [])
    #expect(
      try stage.say("coverage", "{done: 1, of: 29}", on: "2027-12-03", by: "region-25")
        == [": implementation/finished"])
  }

  @Test func `who moves a date does not undo the task`() throws {
    var stage = try lane()
    try stage.say(
      "plan", "{rows: [{task: Utbilda, owner: LAG KOL, done: true}, {task: Köp in}]}",
      on: "2027-03-01", by: "region-25")
    try stage.say(
      "plan", "{rows: [{task: Utbilda, due: 2027-09}]}", on: "2027-03-02", by: "region-25")
    #expect(
      stage.rows("Handlingsplan") == [
        ["Utbilda", "LAG KOL", "2027-09", "Klar"], ["Köp in", "", "", "Pågår"],
      ])
    #expect(stage.fact("Handlingsplan") == "1 av 2 aktiviteter klara")
  }

  @Test func `a value keeps its decimals, and the same one again replaces it`() throws {
    var stage = try lane()
    for value in ["41,5", "42,0"] {
      try stage.say(
        "measure",
        "{rows: [{indicator: Andel, value: '\(value)', sex: women, period: 2027H1, target: 70}]}",
        on: "2027-06-30", by: "region-25")
    }
    #expect(stage.rows("Indikatorer") == [["Andel", "2027H1", "Kvinnor", "42,0", "", "70"]])
  }

  @Test func `a missing split by sex is told until both are there`() throws {
    var stage = try lane("{indicators: [Andel, Antal]}")
    #expect(stage.rows("Indikatorer").map { $0[3] } == ["Uppgift saknas", "Uppgift saknas"])
    try stage.say(
      "measure", "{rows: [{indicator: Andel, value: 41}]}", on: "2027-06-30", by: "region-25")
    #expect(stage.fact("Saknar uppdelning på kön") == "Andel")
    try stage.say(
      "measure",
      "{rows: [{indicator: Andel, value: 40, sex: women}, {indicator: Andel, value: 42, sex: men}]}",
      on: "2027-06-30", by: "region-25")
    #expect(stage.fact("Saknar uppdelning på kön") == nil)
  }

  @Test(arguments: [
    (
      "coverage", "{done: 30, of: 29, date: 2028-01}",
      [
        "done: implementation/coverage-exceeds", "date: implementation/not-yet",
      ]
    ),
    ("coverage", "{done: 0, of: 0}", ["of: schema/out-of-bounds"]),
    ("plan", "{rows: [{task: A}, {task: A}]}", ["rows.2.task: implementation/repeated-task"]),
    (
      "measure", "{rows: [{indicator: A, value: 1}, {indicator: A, value: 2}]}",
      [
        "rows.2.indicator: implementation/repeated-value"
      ]
    ),
    ("measure", "{rows: [{indicator: A, value: 1,5}]}", ["rows.1.5: schema/unknown-key"]),
  ])
  func `what cannot be is refused where it stands`(
    _ act: String, _ fields: String, _ faults: [String]
  ) throws {
    var stage = try lane()
    #expect(try stage.say(act, fields, on: "2027-06-30", by: "region-25") == faults)
  }

  @Test func `an indicator that stands twice in the settings is told`() throws {
    let (prepared, found) = try StageContract(Implementation.self).prepare(
      node("{indicators: [Andel, Andel]}"))
    #expect(prepared == nil)
    #expect(found.map(\.fault.place.description) == ["indicators.2"])
  }
}
