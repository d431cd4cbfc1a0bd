public import StageKit

extension Promise {
  /// Broken down to a goal; a promise without any.
  public static let examples: [Example] = [
    Example(
      sv: "Ett löfte bryts ned till ett mål som kan följas.",
      en: "A promise is broken down to a goal that can be followed.", opening: opening,
      steps: [
        .refused(rpo, "finish", "{}", on: day("2026-11-23"), code: "promise/no-goals"),
        .refused(
          rpo, "break-down",
          "{rows: [{disease-group: prostatacancer, indicator: Andel, target: 70, due: 2025}]}",
          on: day("2026-11-23"), code: "schema/bad-date", at: ["rows", 0, "due"]),
        .refused(
          rpo, "break-down",
          "{rows: [{disease-group: prostatacancer, indicator: Andel, target: 70, due: 2025-12-31}]}",
          on: day("2026-11-23"), code: "promise/due-passed", at: ["rows", 0, "due"]),
        .says(
          rpo, "break-down",
          """
          rows:
            - disease-group: prostatacancer
              indicator: Andel inom ledtid
              baseline: 41
              target: 70
              unit: "%"
              due: 2027-12-31
              register: NPCR
              owner: rpo-cancer-sydostra
          """,
          on: day("2026-11-23")),
        .says(rpo, "finish", "{}", on: day("2026-11-23")),
      ],
      ends: "broken-down"),
    Example(
      sv: "Ett löfte utan mål syns.", en: "A promise without goals shows.", opening: opening,
      steps: [],
      owes: [
        Owed(
          "break-down", by: rpo,
          Text(sv: "Löftet saknar mål", en: "The promise has no goals"))
      ]),
  ]

  private static let rpo: Body = "rpo-cancer-sydostra"
  private static let opening = Opening(on: day("2026-11-02"), owner: rpo)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
