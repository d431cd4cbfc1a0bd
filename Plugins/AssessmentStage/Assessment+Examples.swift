public import StageKit

extension Assessment {
  /// Awaited, received, not possible.
  public static var examples: [Example] {
    [
      Example(
        sv: "Det syns sedan när värderingen är väntad", en: "It is shown since when it is awaited",
        settings: "{assessor: TLV}", opening: opening,
        steps: [.says(council, "request", "{reference: möte i maj}", on: day("2025-05-06"))],
        owes: [
          Owed(
            "receive", by: tlv,
            Text(sv: "Väntar på TLV sedan 2025-05-06", en: "Waiting for TLV since 2025-05-06"))
        ]),
      Example(
        sv: "Värderingen kommer", en: "The assessment comes", settings: "{assessor: TLV}",
        opening: opening,
        steps: [
          .says(
            tlv, "receive",
            "{at: 'https://www.tlv.se/exempel', conclusion: hög osäkerhet, cost-per-qaly: '1,2 mnkr'}",
            on: day("2025-11-20"))
        ],
        ends: "assessed"),
      // Kymriah for B-cell lymphoma, June 2019: TLV could not assess it.
      Example(
        sv: "Det går inte att värdera, och arbetet går vidare ändå",
        en: "It cannot be assessed, and the work goes on all the same",
        opening: opening,
        steps: [
          .refused(
            tlv, "not-possible", "{reason: other}", on: day("2025-06-10"),
            code: "assessment/no-note", at: "note"),
          .says(tlv, "not-possible", "{reason: company-declines}", on: day("2025-06-10")),
        ],
        ends: "not-assessable"),
    ]
  }

  private static let tlv: Body = "tlv"
  private static let council: Body = "nt-radet"

  private static var opening: Opening { Opening(on: day("2025-04-20"), owner: tlv) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
