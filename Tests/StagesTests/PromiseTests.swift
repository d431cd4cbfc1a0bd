import PromiseStage
import StageKit
import Testing

@Suite struct PromiseTests {
  private func promise() throws -> AttemptBench {
    try AttemptBench(
      Promise.self, Opening(on: CivilDate("2026-12-01") ?? .blank, owner: "rpo-cancer-sydostra"))
  }

  @Test func `a promise without goals says so, and its table is there and empty`() throws {
    let stage = try promise()
    #expect(stage.attempt.summary.line?.sv == "Löftet saknar mål")
    #expect(stage.attempt.summary.tables.map(\.key) == ["goals"])
    #expect(stage.rows("Mål") == [])
    #expect(stage.attempt.owes.map(\.what?.sv) == ["Löftet saknar mål"])
  }

  @Test func `a goal said again takes its own place, and another owner is shown`() throws {
    var stage = try promise()
    for target in ["65", "70"] {
      try stage.say(
        "break-down",
        """
        rows:
          - {disease-group: prostatacancer, indicator: Andel inom ledtid, baseline: 41,
             target: \(target), unit: "%", due: 2027-12-31, register: NPCR}
        """, on: "2026-12-14")
    }
    #expect(
      stage.rows("Mål") == [
        [
          "prostatacancer", "Andel inom ledtid", "41", "70", "%", "2027-12-31", "NPCR",
          "rpo-cancer-sydostra",
        ]
      ])
    try stage.say(
      "break-down",
      "{rows: [{disease-group: lungcancer, indicator: A, target: 1, due: 2027-12, owner: rpo-lunga}]}",
      on: "2026-12-14")
    #expect(stage.rows("Mål").last?.last == "rpo-lunga")
    #expect(stage.attempt.summary.line?.en == "2 goals")
  }

  @Test(arguments: [
    ("2026-11-30", false), ("2026-11", false), ("2026-12-01", true), ("2026-12", true),
  ])
  func `a goal is reached on a day to come`(_ due: String, _ isAccepted: Bool) throws {
    var stage = try promise()
    let faults = try stage.say(
      "break-down",
      "{rows: [{disease-group: A, indicator: B, target: 70, due: \(due)}]}", on: "2026-12-01")
    #expect(faults == (isAccepted ? [] : ["rows.1.due: promise/due-passed"]))
  }
}
