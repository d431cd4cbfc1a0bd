import StageKit
import StartUpStage
import Testing

@Suite struct StartUpTests {
  private func start(_ settings: String) throws -> AttemptBench {
    try AttemptBench(
      StartUp.self, settings: settings,
      Opening(on: CivilDate("2026-08-17") ?? .blank, owner: "lpo-25-lungor"))
  }

  @Test(arguments: [
    ("{asks: [dialogue]}", 4), ("{asks: [dialogue, consultation, duration, mandate]}", 7),
    ("{asks: [statements]}", 2),
  ])
  func `a group is not active before all that is asked for is settled`(
    _ settings: String, _ count: Int
  ) throws {
    var stage = try start(settings)
    let missing = try stage.say("activate", "{}", on: "2026-09-01")
    #expect(missing == Array(repeating: ": start-up/missing", count: count))
    #expect(stage.attempt.summary.line?.sv == "0 av \(count) klarlagda")
  }

  @Test func `what is not asked for may be said and does not hold the group back`() throws {
    var stage = try start("{asks: [mandate]}")
    try stage.say("dialogue", "{members: 7}", on: "2026-09-01")
    try stage.say("mandate", "{by: lpo-25-lungor}", on: "2026-09-01")
    #expect(
      stage.rows("Att klarlägga före start") == [["Uppdragsgivare", "lpo-25-lungor"]])
    #expect(try stage.say("activate", "{}", on: "2026-09-02") == [])
    #expect(stage.attempt.summary.line?.sv == "Aktiv från 2026-09-02")
    #expect(
      try stage.say("mandate", "{by: lpo-25-lungor}", on: "2026-09-03") == [": start-up/active"])
  }

  @Test(arguments: [
    ("{term: temporary}", ["until: start-up/no-end"]),
    ("{term: permanent, until: 2027-12-31}", ["until: start-up/no-end-wanted"]),
    ("{term: temporary, until: 2026-08}", ["until: start-up/over-before"]),
    ("{term: temporary, until: 2027-12-31}", []), ("{term: permanent}", []),
  ])
  func `a temporary group has an end and a permanent one has none`(
    _ form: String, _ faults: [String]
  ) throws {
    var stage = try start("{asks: [duration]}")
    #expect(try stage.say("duration", form, on: "2026-09-01") == faults)
  }

  @Test func `the next thing owed is named`() throws {
    var stage = try start("{asks: [dialogue, statements]}")
    #expect(stage.attempt.owes.map(\.act) == ["dialogue"])
    try stage.say(
      "dialogue", "{members: 7, functions: [läkare], ways-of-working: A, mandate: B}",
      on: "2026-09-01")
    #expect(stage.attempt.owes.map(\.what?.sv) == ["Multiprofessionell förankring"])
    #expect(stage.attempt.owes.map(\.act) == ["statements"])
  }
}
