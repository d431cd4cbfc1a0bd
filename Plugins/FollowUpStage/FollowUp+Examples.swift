public import StageKit

extension FollowUp {
  /// A quarter with codes, a target met, one missed, a stop, and what is refused; figures made up.
  public static var examples: [Example] {
    [
      Example(
        sv: "Kvartalets försäljning per region, med länskoder som i ett kalkylblad",
        en: "A quarter's sales by region, with codes as in a spreadsheet",
        settings: sales, opening: opening,
        steps: [
          .refused(
            owner, "measure", "{rows: [{region-code: '02', period: 2027Q1, value: '12'}]}",
            on: day("2027-04-12"), code: "follow-up/unknown-code",
            at: ["rows", .index(0), "region-code"]),
          .refused(
            owner, "measure", "{rows: [{region-code: '25', value: '12'}]}", on: day("2027-04-12"),
            code: "follow-up/no-period", at: ["rows", .index(0), "period"]),
          .says(
            owner, "measure",
            """
            period: 2027Q1
            rows:
              - {region-code: '8', value: '11,4'}
              - {region: region-25, value: '9'}
            """,
            on: day("2027-04-12")),
          .says(owner, "finish", "{result: followed}", on: day("2027-04-13")),
        ],
        ends: "followed"),
      Example(
        sv: "Målet nått, för kvinnor och för män", en: "The target met, for women and for men",
        settings:
          "{indicators: [{name: Andel inom ledtid, unit: '%', register: NPCR, target: 70}]}",
        opening: opening,
        steps: [
          .refused(
            owner, "finish", "{result: target-met}", on: day("2027-04-12"),
            code: "follow-up/no-measurement"),
          .refused(
            owner, "measure",
            "{rows: [{indicator: Andel rökfria, period: 2027-03, value: '71'}]}",
            on: day("2027-04-12"), code: "follow-up/unknown-indicator",
            at: ["rows", .index(0), "indicator"]),
          .says(
            owner, "measure",
            "{period: 2027-03, rows: [{sex: women, value: '71'}, {sex: men, value: '72'}]}",
            on: day("2027-04-12")),
          .says(owner, "finish", "{result: target-met}", on: day("2027-04-13")),
        ],
        ends: "target-met"),
      Example(
        sv: "Målet inte nått, och varför", en: "The target not met, and why", opening: opening,
        steps: [
          .says(
            owner, "measure",
            "{indicator: Andel, register: Luftvägsregistret, rows: [{period: 2026H2, value: '41', unit: '%', baseline: 38, target: 70}]}",
            on: day("2027-04-12")),
          .refused(
            owner, "finish", "{result: target-not-met}", on: day("2027-04-13"),
            code: "follow-up/no-note", at: "note"),
          .says(
            owner, "finish", "{result: target-not-met, note: för få spirometrar}",
            on: day("2027-04-13")),
        ],
        ends: "target-not-met"),
      Example(
        sv: "Uppföljningen avslutas", en: "The follow-up is stopped", opening: opening,
        steps: [
          .says(
            owner, "finish", "{result: stopped, note: registret är nedlagt}",
            on: day("2027-04-13"))
        ],
        ends: "stopped"),
      Example(
        sv: "Det syns vilken uppdelning som saknas", en: "It shows which split is missing",
        opening: opening,
        steps: [
          .says(
            owner, "measure", "{indicator: Andel, rows: [{period: '2027', value: '41'}]}",
            on: day("2027-04-12"))
        ],
        owes: [
          Owed(
            "finish", by: owner,
            Text(
              sv: "Uppdelning saknas för en indikator",
              en: "A split is missing for one indicator"))
        ]),
    ]
  }

  private static let sales =
    "{indicators: [{name: DDD per 1000 invånare, register: E-hälsomyndigheten, by-sex: false}], "
    + "regions: [regions]}"
  private static let owner: Body = "livscykelfunktionen"

  private static var opening: Opening {
    Opening(
      on: day("2027-01-04"), owner: owner,
      sets: [.init("regions", ["region-08", "region-24", "region-25"])])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
