public import StageKit

extension Gate {
  /// Approved, each way, referred back, and what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "Programområdet godkänner att texten går vidare.",
      en: "The programme area approves that the text goes on.", opening: opening,
      steps: [
        .refused(
          npo, "approve", "{consequences-changed: false}", on: day("2026-09-14"),
          code: "gate/not-asked", at: "consequences-changed"),
        .says(npo, "approve", "{minutes: § 7}", on: day("2026-09-14")),
      ],
      ends: "approved"),
    Example(
      sv: "Inget ändras för regionerna: synpunktsinhämtning.",
      en: "Nothing changes for the regions: a light round.", settings: asking, opening: opening,
      steps: [
        .refused(
          npo, "approve", "{}", on: day("2026-11-23"), code: "gate/no-answer",
          at: "consequences-changed"),
        .says(npo, "approve", "{consequences-changed: false}", on: day("2026-11-23")),
      ],
      ends: "light-round"),
    Example(
      sv: "Konsekvenserna för regionerna ändras: full remiss.",
      en: "The consequences for the regions change: a full round.", settings: asking,
      opening: opening,
      steps: [.says(npo, "approve", "{consequences-changed: true}", on: day("2026-11-23"))],
      ends: "full-round"),
    Example(
      sv: "Programområdet återremitterar texten.", en: "The programme area refers the text back.",
      opening: opening,
      steps: [
        .refused(
          npo, "refer-back", "{}", on: day("2026-11-23"), code: "schema/missing-key", at: "reason"),
        .says(npo, "refer-back", "{reason: vårdnivån framgår inte}", on: day("2026-11-23")),
      ],
      ends: "refer-back"),
    Example(
      sv: "Den ansvariga ska godkänna.", en: "The owner is to approve.", opening: opening,
      steps: [], owes: [Owed("approve", by: npo)]),
  ]

  private static let asking = "{asks-consequences: true}"
  private static let npo: Body = "npo-hud-kon"
  private static let opening = Opening(
    on: day("2026-09-01"), owner: npo, taken: [Given(.document, Version("text", "2"))])

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
