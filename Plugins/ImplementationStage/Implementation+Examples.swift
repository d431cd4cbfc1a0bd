public import StageKit

extension Implementation {
  /// A start and a coverage; done; in part; plan and indicators; what others report.
  public static var examples: [Example] { simple + followed }

  private static var simple: [Example] {
    [
      Example(
        sv: "Startdatum och täckning räcker, och fasen står öppen tills det är infört.",
        en: "A start date and a coverage are enough, and the stage is open until it is done.",
        opening: opening,
        steps: [
          .says(norrbotten, "start", "{date: 2027-03-01}", on: day("2027-01-15")),
          .refused(
            norrbotten, "coverage", "{done: 31, of: 29}", on: day("2027-06-30"),
            code: "implementation/coverage-exceeds", at: "done"),
          .says(norrbotten, "coverage", "{done: 14, of: 29}", on: day("2027-06-30")),
        ],
        owes: [
          Owed(
            "coverage", by: norrbotten,
            Text(
              sv: "Infört på 14 av 29 vårdcentraler", en: "In use at 14 of 29 health centres"))
        ]),
      Example(
        sv: "Infört: täckningen är full, eller så sägs varför den inte är det.",
        en: "Done: the coverage is full, or it is said why not.",
        settings: "{unit: hälsocentraler}", opening: opening,
        steps: [
          .says(norrbotten, "coverage", "{done: 28, of: 29}", on: day("2027-12-15")),
          .refused(
            norrbotten, "finish", "{result: done}", on: day("2027-12-20"),
            code: "implementation/coverage-short", at: "note"),
          .says(
            norrbotten, "finish", "{result: done, note: Den sista läggs ner i januari}",
            on: day("2027-12-20")),
        ],
        ends: "done"),
      Example(
        sv: "Delvis infört, och mer blir det inte.", en: "Done in part, and no further.",
        opening: opening,
        steps: [
          .says(norrbotten, "coverage", "{done: 14, of: 29}", on: day("2027-12-15")),
          .says(norrbotten, "finish", "{result: partly}", on: day("2027-12-20")),
        ],
        ends: "partly"),
      Example(
        sv: "Någon annan rapporterar vad den har läst, med källa.",
        en: "Another reports what it has read, with the source.",
        opening: opening,
        steps: [
          .refused(
            "rcc-norr", "finish", "{result: done}", on: day("2027-12-20"),
            code: "implementation/no-source", at: "source"),
          .says(
            "rcc-norr", "finish", "{result: done, source: 'https://regionnorrbotten.se'}",
            on: day("2027-12-20")),
        ],
        ends: "done"),
    ]
  }

  private static var followed: [Example] {
    [
      Example(
        sv: "Handlingsplan och indikatorer, delade på kön, med komma eller punkt.",
        en: "A plan and indicators, split by sex, with comma or point.",
        settings: "{indicators: ['Andel inom ledtid, %']}", opening: opening,
        steps: [
          .says(
            norrbotten, "plan",
            """
            rows:
              - {task: Utbilda astma/KOL-sköterskor, owner: LAG KOL, due: 2027-09}
              - {task: Köp in spirometrar, due: 2027-05-01, done: true}
            """,
            on: day("2027-03-01")),
          .refused(
            norrbotten, "measure", "{rows: [{indicator: Andel rökfria, value: '12'}]}",
            on: day("2027-06-30"), code: "implementation/unknown-indicator",
            at: ["rows", 0, "indicator"]),
          .refused(
            norrbotten, "measure", "{rows: [{indicator: 'Andel inom ledtid, %', value: ca 40}]}",
            on: day("2027-06-30"), code: "schema/wrong-form", at: ["rows", 0, "value"]),
          .says(
            norrbotten, "measure",
            """
            rows:
              - indicator: Andel inom ledtid, %
                value: 41,5
                sex: women
                period: 2027H1
                baseline: 38
                target: 70
              - indicator: Andel inom ledtid, %
                value: 44.0
                sex: men
                period: 2027H1
            """,
            on: day("2027-06-30")),
        ],
        owes: [Owed("start", by: norrbotten)])
    ]
  }

  private static let norrbotten: Body = "region-25"

  private static var opening: Opening {
    Opening(on: day("2027-01-10"), owner: norrbotten)
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
