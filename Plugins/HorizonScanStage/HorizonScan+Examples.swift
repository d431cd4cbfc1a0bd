public import StageKit

extension HorizonScan {
  /// Selected, dropped, and what is refused.
  public static var examples: [Example] {
    [
      Example(
        sv: "Ett kriterium och en rapport, och läkemedlet väljs ut",
        en: "A criterion and a report, and the drug is selected",
        opening: opening,
        steps: [
          .refused(
            owner, "select", "{}", on: day("2025-01-20"), code: "horizon-scan/no-criterion"),
          .refused(
            owner, "criteria", "{criteria: [cost, cost]}", on: day("2025-01-20"),
            code: "horizon-scan/repeated-criterion", at: ["criteria", .index(1)]),
          .says(
            owner, "criteria", "{criteria: [cost, morbidity], approval: 2026-03}",
            on: day("2025-01-20")),
          .refused(owner, "select", "{}", on: day("2025-02-03"), code: "horizon-scan/no-report"),
          .says(
            owner, "report", "{at: tidig-bedomning.pdf, version: '1'}", on: day("2025-09-01")),
          .says(owner, "select", "{}", on: day("2025-09-02")),
        ],
        ends: "selected"),
      Example(
        sv: "Ett läkemedel som inte väljs ut, med skäl", en: "A drug that is dropped, and why",
        opening: opening,
        steps: [
          .says(
            owner, "drop", "{reason: studierna avbröts}", on: day("2025-03-11"))
        ],
        ends: "dropped"),
      Example(
        sv: "Den ansvariga ska skriva rapporten", en: "The owner owes the report",
        opening: opening,
        steps: [.says(owner, "criteria", "{criteria: [population]}", on: day("2025-01-20"))],
        owes: [Owed("report", by: owner)]),
    ]
  }

  private static let owner: Body = "livscykelfunktionen"

  private static var opening: Opening { Opening(on: day("2025-01-13"), owner: owner) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
