public import StageKit

extension Agreement {
  /// It expires, is terminated before its day, and is still watched.
  public static var examples: [Example] {
    [
      Example(
        sv: "Avtalet löper ut", en: "The agreement expires", opening: opening,
        steps: [
          .says(
            negotiators, "end", "{cause: expires, note: generika finns}", on: day("2028-09-11"))
        ],
        ends: "ended"),
      Example(
        sv: "Avtalet sägs upp i förtid", en: "It is terminated early", opening: opening,
        steps: [
          .says(
            negotiators, "end", "{cause: terminated, last-day: 2028-06-30}", on: day("2028-03-01"))
        ],
        ends: "ended"),
      Example(
        sv: "Frågan är inte avgjord", en: "Nothing is settled", opening: opening, steps: [],
        owes: [Owed.settlement(by: negotiators)]),
    ]
  }

  private static let negotiators: Body = "forhandlingsdelegationen"

  private static var opening: Opening { Opening(on: day("2026-11-19"), owner: negotiators) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
