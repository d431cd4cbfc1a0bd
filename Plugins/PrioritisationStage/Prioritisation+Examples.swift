public import StageKit

extension Prioritisation {
  /// Decided, referred back, and lists that are refused.
  public static let examples: [Example] = [
    Example(
      sv: "Styrgruppen rangordnar över områden och beslutar.",
      en: "The steering group ranks across areas and decides.", opening: opening,
      steps: [
        .refused(sks, "decide", "{}", on: day("2020-02-20"), code: "prioritisation/no-ranking"),
        .refused(
          sks, "rank", "{rows: [{item: Barnfetma, rank: 1}, {item: Matallergi, rank: 1}]}",
          on: day("2020-02-20"), code: "prioritisation/repeated-rank", at: ["rows", 1, "rank"]),
        .refused(
          sks, "rank", "{rows: [{item: Barnfetma, rank: 1}, {item: Matallergi, rank: 3}]}",
          on: day("2020-02-20"), code: "prioritisation/gap-in-ranks", at: "rows"),
        .says(
          sks, "rank",
          """
          rows:
            - item: Barnfetma
              rank: 1
              criteria: [svårighetsgrad, ojämlik vård]
              decision: supported
            - item: Matallergi
              rank: 2
              criteria: [stor patientgrupp]
              decision: later
              note: när diagnostiken är utredd
          """,
          on: day("2020-02-20")),
        .says(sks, "decide", "{minutes: § 14}", on: day("2020-02-20")),
      ],
      ends: "decided"),
    Example(
      sv: "Listan återremitteras.", en: "The list is referred back.", opening: opening,
      steps: [
        .says(sks, "rank", "{rows: [{item: Barnfetma, rank: 1}]}", on: day("2020-02-20")),
        .refused(
          sks, "rank", "{rows: [{item: Barnfetma, rank: 1}, {item: Barnfetma, rank: 2}]}",
          on: day("2020-02-20"), code: "prioritisation/repeated-item", at: ["rows", 1, "item"]),
        .says(sks, "refer-back", "{reason: kriterierna saknas}", on: day("2020-02-20")),
      ],
      ends: "refer-back"),
    Example(
      sv: "Den ansvariga ska besluta.", en: "The owner is to decide.", opening: opening,
      steps: [.says(sks, "rank", "{rows: [{item: Barnfetma, rank: 1}]}", on: day("2020-02-20"))],
      owes: [Owed("decide", by: sks)]),
  ]

  private static let sks: Body = "sks"
  private static let opening = Opening(on: day("2020-02-01"), owner: sks)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
