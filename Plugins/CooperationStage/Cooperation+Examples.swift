public import StageKit

extension Cooperation {
  /// In, out, back, and what is refused; the regions' wishes are made up.
  public static var examples: [Example] {
    [
      Example(
        sv: "Nationell samverkan, med kriterier, innan alla har svarat",
        en: "Cooperation, with criteria, before all have answered",
        settings: "{asked: [regions]}", opening: opening,
        steps: [
          .says(norrbotten, "wish", "{wish: wants}", on: day("2026-02-02")),
          .refused(
            council, "wish", "{wish: declines, region: region-02}", on: day("2026-02-02"),
            code: "cooperation/not-asked", at: "region"),
          .says(
            council, "wish", "{wish: no-view, region: region-24, note: få patienter}",
            on: day("2026-02-03")),
          .refused(
            council, "decide", "{outcome: in}", on: day("2026-02-19"),
            code: "cooperation/no-criterion", at: "criteria"),
          .says(
            council, "decide", "{outcome: in, criteria: [equal-use, resources], minutes: § 12}",
            on: day("2026-02-19")),
        ],
        ends: "in"),
      Example(
        sv: "Ingen samverkan: varje region hanterar frågan själv, och skälet sägs",
        en: "No cooperation: each region acts on its own, and the reason is given",
        opening: opening,
        steps: [
          .refused(
            council, "decide", "{outcome: out}", on: day("2026-02-19"),
            code: "cooperation/no-reason", at: "reason"),
          .says(
            council, "decide", "{outcome: out, reason: liten påverkan på resurser}",
            on: day("2026-02-19")),
        ],
        ends: "out"),
      Example(
        sv: "Återremiss: underlaget räcker inte", en: "Referred back: the basis is too thin",
        opening: opening,
        steps: [
          .says(
            council, "decide", "{outcome: refer-back, reason: patientgruppen är inte beskriven}",
            on: day("2026-02-19"))
        ],
        ends: "refer-back"),
      Example(
        sv: "Den som inte har svarat påminns", en: "Who has not answered is reminded",
        settings: "{asked: [regions]}", opening: opening,
        steps: [.says(norrbotten, "wish", "{wish: wants}", on: day("2026-02-02"))],
        owes: [
          Owed("wish", by: "region-24"),
          Owed(
            "decide", by: council, Text(sv: "1 av 2 har svarat", en: "1 of 2 have answered")),
        ]),
    ]
  }

  private static let council: Body = "nt-radet"
  private static let norrbotten: Body = "region-25"

  private static var opening: Opening {
    Opening(
      on: day("2026-01-19"), owner: council,
      sets: [.init("regions", ["region-24", norrbotten])])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
