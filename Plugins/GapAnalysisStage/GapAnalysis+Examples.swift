public import StageKit

extension GapAnalysis {
  /// Handed on, refused, and owed; the rows are made up.
  public static var examples: [Example] {
    [
      Example(
        sv: "Två stora gap mot vårdförloppet KOL, klart för rådet",
        en: "Two large gaps towards a care pathway, ready for the council",
        opening: opening,
        steps: [
          .refused(group, "submit", "{}", on: day("2026-11-23"), code: "gap-analysis/no-gaps"),
          .says(
            group, "gap",
            """
            rows:
              - recommendation: Spirometri inom 4 veckor
                today: 9 veckor
                gap: large
                consequence: +0,5 biomedicinsk analytiker
                cost: 320000
                owner: Vårdcentral Boden
              - {recommendation: Patientutbildning, gap: large, cost: 320000}
              - {recommendation: Rökfrihet, gap: none}
            """,
            on: day("2026-11-23")),
          .refused(group, "submit", "{}", on: day("2026-11-23"), code: "gap-analysis/no-version"),
          .says(
            group, "gap",
            "{version: '1.0', rows: [{recommendation: Uppföljning efter exacerbation, gap: small}]}",
            on: day("2026-11-24")),
          .says(group, "submit", "{}", on: day("2026-11-24")),
        ],
        ends: "analysed"),
      Example(
        sv: "Gruppen ska lämna analysen vidare", en: "The group owes to hand it on",
        opening: opening,
        steps: [
          .says(
            group, "gap", "{rows: [{recommendation: Patientutbildning, gap: large}]}",
            on: day("2026-11-23"))
        ],
        owes: [Owed("submit", by: group, Text(sv: "1 stort gap", en: "1 large gap"))]),
    ]
  }

  private static let group: Body = "lag-25-kol"

  private static var opening: Opening { Opening(on: day("2026-11-02"), owner: group) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
