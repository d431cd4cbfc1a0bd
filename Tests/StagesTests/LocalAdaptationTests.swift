import LocalAdaptationStage
import StageKit
import Testing

struct LocalAdaptationTests {
  private func lane(_ settings: String = "{}") throws -> AttemptBench {
    try AttemptBench(
      LocalAdaptation.self, settings: settings,
      Opening(
        on: CivilDate("2027-05-02") ?? .blank, owner: "region-25",
        taken: [Given(.document, Version("care-programme", "4.0"))]))
  }

  private func reported(_ fields: String, by body: Body = "region-25") throws -> AttemptBench {
    var stage = try lane()
    #expect(try stage.say("report", fields, on: "2027-06-08", by: body) == [])
    return stage
  }

  @Test func `unknown, undecided, later and no are four different things`() throws {
    let unknown = try lane().attempt
    let undecided = try reported("{stand: undecided}").attempt
    let later = try reported("{stand: later, reason: Budget}").attempt
    let no = try reported("{stand: declined, reason: Budget}").attempt
    #expect(unknown.summary.standing == nil)
    #expect(
      [undecided, later, no].map(\.summary.standing?.sv) == [
        "Ej beslutat", "Beslut senare", "Tillämpas inte",
      ])
    #expect([unknown, undecided, later].map(\.outcome) == [nil, nil, nil])
    #expect(no.outcome?.name == "declined")
    #expect([unknown, undecided, later, no].map(\.owes.count) == [1, 1, 1, 0])
  }

  @Test func `what another reports is kept with who and where from`() throws {
    let stage = try reported(
      "{stand: adopted, source: 'https://regionnorrbotten.se', date: 2027-05}", by: "rcc-norr")
    #expect(stage.last("decisions", "reported-by") == "rcc-norr")
    #expect(stage.last("decisions", "reported") == "2027-06-08")
    #expect(stage.last("decisions", "on") == "2027-05")
    #expect(stage.attempt.summary.source == "https://regionnorrbotten.se")
  }

  @Test func `what the region tells of itself needs no source`() throws {
    let stage = try reported("{stand: adopted, source: RS 2027-88}")
    #expect(stage.last("decisions", "reported-by") == "region-25")
    #expect(stage.last("decisions", "source") == "RS 2027-88")
    #expect(stage.attempt.summary.source == nil)
  }

  @Test func `a supplement belongs to the national version that it was made for`() throws {
    let today = try reported("{stand: adopted-with-supplement, supplement: länk}")
    #expect(today.last("decisions", "version") == "4.0")
    #expect(today.attempt.summary.line?.sv == "Tillämpas med regionalt tillägg")
    let older = try reported("{stand: adopted-with-supplement, supplement: länk, made-for: '3.1'}")
    #expect(
      older.attempt.summary.line?.sv
        == "Tillämpas med regionalt tillägg för 3.1, nationell version 4.0")
  }

  @Test func `an earlier report is kept beside the one that decides`() throws {
    var stage = try reported("{stand: later, reason: Budget, until: 2027-10}")
    #expect(stage.attempt.summary.line?.sv == "Beslut senare, 2027-10")
    try stage.say("report", "{stand: adopted}", on: "2027-10-12", by: "region-25")
    #expect(stage.attempt.outcome?.name == "adopted")
    #expect(
      stage.rows("Ställningstagande") == [
        [
          "Beslut senare", "2027-06-08", "Budget", "2027-10", "", "", "region-25", "2027-06-08", "",
        ],
        ["Tillämpas", "2027-10-12", "", "", "", "", "region-25", "2027-10-12", ""],
      ])
    #expect(
      try stage.say("report", "{stand: adopted}", on: "2027-10-13", by: "region-25")
        == [": local-adaptation/reported"])
  }

  @Test func `a gap analysis is summed, and a row said again replaces the old one`() throws {
    var stage = try lane("{gap-analysis: true}")
    #expect(stage.attempt.owes == [Owed("gap", by: "region-25")])
    try stage.say(
      "gap",
      "{rows: [{recommendation: A, gap: small, cost: 1}, {recommendation: B, gap: large, cost: 300000}]}",
      on: "2027-06-01", by: "region-25")
    try stage.say(
      "gap", "{rows: [{recommendation: A, gap: large, cost: 340000}]}",
      on: "2027-06-02", by: "region-25")
    #expect(stage.attempt.summary.line?.sv == "2 stora gap, 640\u{A0}000 kr/år")
    #expect(stage.attempt.summary.line?.en == "2 large gaps, SEK 640,000 a year")
    #expect(stage.rows("Gapanalys").map { $0[0] } == ["A", "B"])
    #expect(stage.attempt.owes == [Owed("report", by: "region-25")])
  }

  @Test func `what is not applicable needs no gap analysis`() throws {
    var stage = try lane("{gap-analysis: true}")
    #expect(
      try stage.say(
        "report", "{stand: not-applicable, reason: Vården ges i Umeå}",
        on: "2027-06-08", by: "region-25") == [])
  }

  @Test(arguments: [
    ("{stand: adopted, date: 2027-06}", []), ("{stand: adopted, date: 2027-06-08}", []),
    ("{stand: adopted, date: 2027-06-09}", ["date: local-adaptation/not-yet"]),
    ("{stand: later, reason: x, until: 2027-06}", []),
    ("{stand: later, reason: x, until: 2027-05}", ["until: local-adaptation/until-passed"]),
    ("{stand: undecided, until: 2027-10}", ["until: local-adaptation/until-decided"]),
    ("{stand: adopted, made-for: '3.1'}", ["supplement: local-adaptation/no-supplement"]),
    (
      "{stand: adopted-with-supplement, made-for: '3.1'}",
      ["supplement: local-adaptation/no-supplement"]
    ),
    (
      "{stand: partly, date: 2028-01, until: 2028-02}",
      [
        "reason: local-adaptation/no-reason", "date: local-adaptation/not-yet",
        "until: local-adaptation/until-decided",
      ]
    ),
  ])
  func `a report is held to its dates and to what it owes`(
    _ fields: String, _ faults: [String]
  ) throws {
    var stage = try lane()
    #expect(try stage.say("report", fields, on: "2027-06-08", by: "region-25") == faults)
  }

  @Test func `the two that decide nothing are no outcomes`() throws {
    let prepared = try StageContract(LocalAdaptation.self).prepare(node("{}")).prepared
    #expect(
      prepared?.outcomes.map { "\($0.name) \($0.flow)" } == [
        "adopted forward", "adopted-with-supplement forward", "partly forward",
        "not-applicable diverting", "declined diverting",
      ])
  }
}
