import ReplyStage
import ReportBackStage
import StageKit
import Testing

@Suite struct ReplyTests {
  private func answer(_ settings: String = "{}") throws -> AttemptBench {
    try AttemptBench(
      Reply.self, settings: settings,
      Opening(
        on: CivilDate("2026-10-01") ?? .blank, closes: CivilDate("2027-02-12"),
        owner: "lpo-25-lungor", sets: [.init("council", ["kunskapsrad-exempel"])]))
  }

  @Test func `its state goes from not assigned to sent`() throws {
    var stage = try answer()
    var states = [stage.attempt.summary.standing?.sv]
    for (act, form) in [
      ("delegate", "{to: lag-25-kol}"), ("draft", "{at: svar.docx}"), ("approve", "{}"),
      ("send", "{}"),
    ] {
      #expect(try stage.say(act, form, on: "2026-12-01").isEmpty)
      states.append(stage.attempt.summary.standing?.sv)
    }
    #expect(states == ["Ej tilldelad", "Tilldelad", "Utkast", "Godkänd", "Skickad"])
  }

  @Test func `a new draft is to be approved anew`() throws {
    var stage = try answer()
    try stage.say("draft", "{at: svar.docx}", on: "2026-12-01")
    try stage.say("approve", "{}", on: "2026-12-02")
    try stage.say("draft", "{at: svar2.docx}", on: "2026-12-03")
    #expect(try stage.say("send", "{}", on: "2026-12-04") == [": reply/not-approved"])
  }

  @Test func `a disagreement is owed by who settles it from the day it is reported`() throws {
    var stage = try answer("{settled-by: [council]}")
    try stage.say("disagree", "{body: region-06, what: Målnivån}", on: "2026-10-20")
    #expect(
      stage.attempt.owes.map { "\($0.act) \($0.body)" } == [
        "settle kunskapsrad-exempel", "delegate lpo-25-lungor",
      ])
    #expect(stage.attempt.summary.line?.sv == "Ej tilldelad, 1 meningsskiljaktighet")
    #expect(
      try stage.say("settle", "{note: Nej, body: region-05}", on: "2026-10-21")
        == ["body: reply/nothing-to-settle"])
    try stage.say("settle", "{note: Förbehåll}", on: "2026-10-21", by: "kunskapsrad-exempel")
    #expect(stage.attempt.owes.map(\.act) == ["delegate"])
  }

  @Test func `an answer after the last day is marked`() throws {
    var stage = try answer()
    try stage.say("draft", "{at: svar.docx}", on: "2026-12-01")
    try stage.say("approve", "{}", on: "2026-12-02")
    try stage.say("send", "{diary-number: RS 118}", on: "2027-02-15")
    #expect(stage.attempt.summary.line?.sv == "Skickad efter sista dag")
    #expect(try stage.say("abstain", "{reason: x}", on: "2027-02-16") == [": reply/finished"])
  }

  @Test(arguments: [("2026-12-31", "Inkommen"), ("2027-01-02", "Sent inkommen")])
  func `a report after its last day is marked and kept`(_ on: String, _ standing: String) throws {
    var stage = try AttemptBench(
      ReportBack.self, settings: "{to: [lpo]}",
      Opening(
        on: CivilDate("2026-07-01") ?? .blank, closes: CivilDate("2026-12-31"),
        owner: "lag-25-kol", sets: [.init("lpo", ["lpo-25-lungor"])]))
    try stage.say("report", "{period: 2026H2, status: Infört på 14 av 29}", on: on)
    #expect(stage.attempt.summary.standing?.sv == standing)
    #expect(
      stage.rows("Återrapportering").map { Array($0.prefix(4)) }
        == [["2026H2", "2026-12-31", on, "Infört på 14 av 29"]])
  }
}
