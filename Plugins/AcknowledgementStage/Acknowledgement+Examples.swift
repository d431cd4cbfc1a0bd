public import StageKit

extension Acknowledgement {
  /// Confirmed by itself, by another, and not yet.
  public static var examples: [Example] {
    [
      Example(
        sv: "Läkemedelskommittén tar över", en: "The drug committee takes over", opening: opening,
        steps: [
          .says(committee, "acknowledge", "{note: följs i kommittén}", on: day("2027-02-22"))
        ],
        ends: "acknowledged"),
      Example(
        sv: "Någon annan bekräftar, med källa", en: "Another confirms, with the source",
        opening: opening,
        steps: [
          .refused(
            "nt-radet", "acknowledge", "{}", on: day("2027-02-22"),
            code: "acknowledgement/no-source", at: "source"),
          .says("nt-radet", "acknowledge", "{source: e-post}", on: day("2027-02-22")),
        ],
        ends: "acknowledged"),
      Example(
        sv: "Bekräftelsen är väntad", en: "It is owed", opening: opening, steps: [],
        owes: [Owed("acknowledge", by: committee)]),
    ]
  }

  private static let committee: Body = "lakemedelskommitte-25"

  private static var opening: Opening { Opening(on: day("2027-02-18"), owner: committee) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
