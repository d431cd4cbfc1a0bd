public import StageKit

extension Procurement {
  /// One for each outcome.
  public static let examples: [Example] = {
    guard let opened = CivilDate("2020-02-03"), let ended = CivilDate("2020-06-15") else {
      return []
    }
    let opening = Opening(on: opened, owner: "region-13")
    return [
      Example(
        sv: "Ett avtal tecknas", en: "A contract is awarded", opening: opening,
        steps: [.says("region-13", "award", "{supplier: Exempel AB, bids: 3}", on: ended)],
        ends: "awarded"),
      Example(
        sv: "Upphandlingen avbryts", en: "The procurement is cancelled", opening: opening,
        steps: [.says("region-13", "cancel", "{reason: Inga anbud}", on: ended)],
        ends: "cancelled"),
    ]
  }()
}
