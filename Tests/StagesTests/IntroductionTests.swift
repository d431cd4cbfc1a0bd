import AcknowledgementStage
import AssessmentStage
import CooperationStage
import GapAnalysisStage
import HorizonScanStage
import StageKit
import Testing

@Suite struct IntroductionTests {
  private let day = CivilDate("2026-01-19") ?? .blank

  @Test func `a wish may change, and who has not answered is listed last`() throws {
    var stage = try AttemptBench(
      Cooperation.self, settings: "{asked: [regions]}",
      Opening(
        on: day, owner: "nt-radet",
        sets: [.init("regions", ["region-01", "region-24", "region-25"])]))
    try stage.say("wish", "{wish: declines}", on: "2026-02-02", by: "region-25")
    try stage.say("wish", "{wish: wants, note: nytt läge}", on: "2026-02-09", by: "region-25")
    #expect(
      stage.rows("Regionernas önskemål") == [
        ["region-25", "Vill samverka", "2026-02-09", "nytt läge"],
        ["region-01", "Har inte svarat", "", ""], ["region-24", "Har inte svarat", "", ""],
      ])
    #expect(stage.attempt.summary.line?.sv == "1 av 3 har svarat")
    #expect(stage.attempt.owes.map(\.body) == ["region-01", "region-24", "nt-radet"])
    try stage.say(
      "decide", "{outcome: in, criteria: [severity], minutes: '§ 4 #2'}", on: "2026-02-19")
    #expect(stage.given("decision") == ["nt-radet#2026-02-19 § 4 §2"])
    #expect(stage.attempt.owes == [])
  }

  @Test func `without cooperation the definition must say where it leads`() throws {
    let stage = try AttemptBench(Cooperation.self, Opening(on: day, owner: "nt-radet"))
    #expect(
      stage.prepared.outcomes.map { "\($0.name) \($0.flow)" }
        == ["in forward", "out diverting", "refer-back optional"])
  }

  @Test func `it is awaited from the day it was asked for`() throws {
    var stage = try AttemptBench(
      Assessment.self, settings: "{assessor: TLV}", Opening(on: day, owner: "tlv"))
    #expect(stage.attempt.summary.line?.sv == "Väntar på TLV sedan 2026-01-19")
    try stage.say("request", "{}", on: "2026-03", by: "nt-radet")
    #expect(stage.attempt.summary.line?.sv == "Väntar på TLV sedan 2026-03")
    try stage.say("receive", "{at: rapport.pdf, version: '1.0'}", on: "2026-09-10")
    #expect(stage.attempt.outcome?.flow == .forward)
    #expect(stage.given("document") == ["health-economic-assessment#1.0"])
    #expect(
      try stage.say("not-possible", "{reason: no-basis}", on: "2026-09-11")
        == [": assessment/finished"])
  }

  @Test func `that nothing can be assessed goes on and hands on no document`() throws {
    var stage = try AttemptBench(Assessment.self, Opening(on: day, owner: "tlv"))
    try stage.say("not-possible", "{reason: company-declines}", on: "2026-09-11")
    #expect(stage.attempt.outcome?.name == "not-assessable")
    #expect(stage.attempt.outcome?.flow == .forward)
    #expect(stage.given("document") == [])
  }

  @Test func `all that hinders a selection is told at once`() throws {
    var stage = try AttemptBench(
      HorizonScan.self, Opening(on: day, owner: "livscykelfunktionen"))
    #expect(
      try stage.say("select", "{}", on: "2026-02-01")
        == [": horizon-scan/no-criterion", ": horizon-scan/no-report"])
    #expect(
      try stage.say("criteria", "{criteria: []}", on: "2026-02-01")
        == ["criteria: schema/out-of-bounds"])
  }
}

@Suite struct ReceptionTests {
  private let day = CivilDate("2026-11-02") ?? .blank

  @Test func `an analysis is of a named version, and says what it takes`() throws {
    var stage = try AttemptBench(GapAnalysis.self, Opening(on: day, owner: "lag-25-kol"))
    try stage.say(
      "gap",
      """
      version: '1.0'
      rows:
        - {recommendation: Spirometri inom 4 veckor, today: 9 veckor, gap: large, cost: 320000}
        - {recommendation: Patientutbildning, gap: large, cost: 320000}
        - {recommendation: Rökfrihet, gap: small}
      """, on: "2026-11-23")
    #expect(stage.attempt.summary.line?.sv == "2 stora gap, 640\u{A0}000 kr/år")
    try stage.say("gap", "{rows: [{recommendation: Rökfrihet, gap: large}]}", on: "2026-11-24")
    #expect(stage.rows("Gapanalys").map { $0[2] } == ["Stort gap", "Stort gap", "Stort gap"])
    #expect(stage.given("document") == [])
    try stage.say("submit", "{}", on: "2026-11-24")
    #expect(stage.given("document") == ["national-document#1.0"])
    #expect(
      try stage.say("gap", "{rows: [{recommendation: Rökfrihet, gap: none}]}", on: "2026-11-25")
        == [": gap-analysis/submitted"])
  }

  @Test func `what another says of a receiver owes its source`() throws {
    var stage = try AttemptBench(
      Acknowledgement.self, Opening(on: day, owner: "lakemedelskommitte-25"))
    #expect(stage.attempt.owes.map(\.body) == ["lakemedelskommitte-25"])
    #expect(
      try stage.say("acknowledge", "{}", on: "2026-11-03", by: "nt-radet")
        == ["source: acknowledgement/no-source"])
    try stage.say("acknowledge", "{source: e-post}", on: "2026-11-03", by: "nt-radet")
    #expect(stage.attempt.summary.source == "e-post")
    #expect(stage.attempt.summary.line?.sv == "Mottagen 2026-11-03")
  }
}
