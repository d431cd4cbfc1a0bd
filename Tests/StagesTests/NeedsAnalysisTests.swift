import NeedsAnalysisStage
import StageKit
import Testing

@Suite struct NeedsAnalysisTests {
  private func analysis() throws -> AttemptBench {
    try AttemptBench(
      NeedsAnalysis.self, Opening(on: CivilDate("2026-08-17") ?? .blank, owner: "npo-ogon"))
  }

  @Test func `the needs stand in the order of their rank, and those without come last`() throws {
    var stage = try analysis()
    try stage.say(
      "need",
      """
      rows:
        - {need: C, gap: none}
        - {need: B, gap: small, priority: 2}
        - {need: A, gap: large, today: Nio veckor, measure: Fyra veckor, priority: 1}
      """, on: "2026-09-01")
    #expect(
      stage.rows("Behov och gap") == [
        ["1", "A", "Nio veckor", "Stort", "Fyra veckor", ""], ["2", "B", "", "Litet", "", ""],
        ["", "C", "", "Inget", "", ""],
      ])
    #expect(stage.attempt.summary.line?.sv == "3 behov, 1 med stort gap")
  }

  @Test(arguments: [
    ("{need: A, gap: large}", false), ("{need: A, gap: large, priority: 2}", false),
    ("{need: A, gap: large, priority: 1}", true), ("{need: A, gap: none}", true),
    ("{need: A, gap: small, priority: 1}, {need: B, gap: small, priority: 1}", false),
  ])
  func `every gap has its own place in the order`(_ rows: String, _ isAccepted: Bool) throws {
    var stage = try analysis()
    try stage.say("need", "{rows: [\(rows)]}", on: "2026-09-01")
    try stage.say("patients", "{took-part: true, how: ja}", on: "2026-09-01")
    let faults = try stage.say("finish", "{}", on: "2026-09-02")
    #expect(faults == (isAccepted ? [] : [": needs-analysis/no-order"]))
    #expect(stage.attempt.outcome?.name == (isAccepted ? "analysed" : nil))
  }

  @Test func `all that is missing is told at once`() throws {
    var stage = try analysis()
    #expect(
      try stage.say("finish", "{}", on: "2026-09-02")
        == [": needs-analysis/no-needs", ": needs-analysis/patients-not-said"])
  }

  @Test func `it is handed on by its day to who decides`() throws {
    var stage = try analysis()
    try stage.say("need", "{rows: [{need: A, gap: small, priority: 1}]}", on: "2026-09-01")
    try stage.say("patients", "{took-part: false, how: ingen utsedd}", on: "2026-09-01")
    #expect(stage.fact("Patienter har medverkat") == "Nej: ingen utsedd")
    try stage.say("finish", "{}", on: "2026-09-02")
    #expect(stage.given("document") == ["needs-analysis#2026-09-02"])
  }
}
