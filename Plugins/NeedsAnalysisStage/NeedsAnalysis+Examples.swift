public import StageKit

extension NeedsAnalysis {
  /// Ranked together with patients; what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "Behov, gap och åtgärder i rangordning, med patienter.",
      en: "Needs, gaps and measures in order, with patients.", opening: opening,
      steps: [
        .refused(npo, "finish", "{}", on: day("2026-09-01"), code: "needs-analysis/no-needs"),
        .says(
          npo, "need",
          """
          rows:
            - need: Tidig upptäckt av KOL
              today: Spirometri inom nio veckor
              gap: large
              measure: Spirometri inom fyra veckor
              proposal: Gemensamt vårdförlopp
              priority: 1
            - {need: Rökstopp, gap: small, measure: Erbjud stöd vid varje besök}
            - {need: Vaccination, gap: none}
          """,
          on: day("2026-09-01")),
        .says(
          npo, "patients", "{took-part: true, how: två patientföreträdare i gruppen}",
          on: day("2026-09-02")),
        .says(
          npo, "grounds",
          """
          outcome-differences: Andelen med spirometri skiljer sig mellan regionerna
          difference-to-be-made: Tidig diagnos
          fit-for-joint-work: Gemensamma rutiner och indikatorer
          """,
          on: day("2026-09-02")),
        .refused(npo, "finish", "{}", on: day("2026-09-02"), code: "needs-analysis/no-order"),
        .says(
          npo, "need", "{rows: [{need: Rökstopp, gap: small, priority: 2}]}",
          on: day("2026-09-03")),
        .says(npo, "finish", "{}", on: day("2026-09-03")),
      ],
      ends: "analysed"),
    Example(
      sv: "Patientmedverkan anges alltid, också när den saknas.",
      en: "Whether patients took part is always said, also when they did not.", opening: opening,
      steps: [
        .says(
          npo, "need", "{rows: [{need: Rökstopp, gap: small, priority: 1}]}",
          on: day("2026-09-01")),
        .refused(
          npo, "finish", "{note: klar}", on: day("2026-09-01"),
          code: "needs-analysis/patients-not-said"),
        .refused(
          npo, "patients", "{took-part: false}", on: day("2026-09-01"),
          code: "needs-analysis/no-how", at: "how"),
        .says(
          npo, "patients", "{took-part: false, how: inga företrädare är utsedda än}",
          on: day("2026-09-01")),
      ],
      owes: [Owed("finish", by: npo)]),
  ]

  private static let npo: Body = "npo-lunga-allergi"
  private static let opening = Opening(on: day("2026-08-17"), owner: npo)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
