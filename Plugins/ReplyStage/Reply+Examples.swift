public import StageKit

extension Reply {
  /// Sent, joint after a disagreement, not answered, and what is refused.
  public static var examples: [Example] {
    [
      Example(
        sv: "Tilldelad, skriven, godkänd, skickad", en: "Assigned, drafted, approved, sent",
        opening: opening,
        steps: [
          .says(lpo, "delegate", "{to: lag-25-kol, deadline: 2026-11-30}", on: day("2026-10-05")),
          .refused(lpo, "approve", "{}", on: day("2026-10-06"), code: "reply/no-draft"),
          .says(
            group, "draft", "{at: svar.docx, stance: with-reservation}", on: day("2026-11-25")),
          .refused(lpo, "send", "{}", on: day("2026-11-26"), code: "reply/not-approved"),
          .says(lpo, "approve", "{}", on: day("2026-12-01")),
          .says(lpo, "send", "{diary-number: 'RS 2026-118'}", on: day("2026-12-02")),
        ],
        ends: "sent"),
      Example(
        sv: "Ett samordnat svar med en meningsskiljaktighet som hanteras först",
        en: "A joint response with a disagreement that is settled first",
        settings: "{joint: true, settled-by: [council]}", opening: opening,
        steps: [
          .says(group, "draft", "{at: svar.docx, stance: endorse}", on: day("2026-11-25")),
          .says(
            group, "disagree",
            "{body: region-06, what: 'Målnivån går inte att nå med dagens bemanning.'}",
            on: day("2026-11-26")),
          .says(lpo, "approve", "{}", on: day("2026-12-01")),
          .refused(
            lpo, "send", "{parties: [region-05, region-06, region-08]}", on: day("2026-12-02"),
            code: "reply/unsettled"),
          .says(
            council, "settle", "{note: 'Skrivs in som ett förbehåll.'}", on: day("2026-12-04")),
          .refused(
            lpo, "send", "{}", on: day("2026-12-07"), code: "reply/no-parties", at: "parties"),
          .says(
            lpo, "send", "{parties: [region-05, region-06, region-08]}", on: day("2026-12-07")),
        ],
        ends: "sent"),
      Example(
        sv: "Avstår från att svara", en: "Not answered", opening: opening,
        steps: [.says(lpo, "abstain", "{reason: berör inte området}", on: day("2026-10-12"))],
        ends: "no-answer"),
      Example(
        sv: "Den som har uppdraget ska lämna utkast, och rådet hantera meningsskiljaktigheten",
        en: "Who was assigned owes the draft, and the council owes to settle the disagreement",
        settings: "{settled-by: [council]}", opening: opening,
        steps: [
          .says(lpo, "delegate", "{to: lag-25-kol, deadline: 2026-11-30}", on: day("2026-10-05")),
          .refused(
            lpo, "settle", "{note: Inget}", on: day("2026-10-06"),
            code: "reply/nothing-to-settle", at: "body"),
          .says(
            group, "disagree", "{body: region-06, what: Målnivån}", on: day("2026-10-20")),
        ],
        owes: [
          Owed(
            "settle", by: council,
            Text(sv: "Meningsskiljaktighet: region-06", en: "Disagreement: region-06")),
          Owed("draft", by: group, Text(sv: "Senast 2026-11-30", en: "By 2026-11-30")),
        ]),
    ]
  }

  private static let lpo: Body = "lpo-25-lungor"
  private static let group: Body = "lag-25-kol"
  private static let council: Body = "kunskapsrad-exempel"

  private static var opening: Opening {
    Opening(
      on: day("2026-10-01"), closes: day("2027-02-12"), owner: lpo,
      sets: [.init("council", [council])])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
