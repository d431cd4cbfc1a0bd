/// A recommendation beside how it is today: the row of a gap and consequence analysis.
public struct RecommendationGap: Record {
  /// What is recommended; a row is known by it.
  public let recommendation: String
  /// How it is today.
  public let today: String?
  /// How far that is from the recommendation.
  public let gap: GapSize
  /// What it takes to follow it.
  public let consequence: String?
  /// In kronor a year; negative if it saves.
  public let cost: Int?
  /// Who is responsible.
  public let owner: String?

  /// Asks for the recommendation, and what is known of it.
  public init(_ form: inout Form) {
    recommendation = form(
      "recommendation", in: 1...500, sv: "Rekommendation", en: "Recommendation")
    today = form("today", in: 1...500, sv: "Läget i dag", en: "Today")
    gap = form("gap", sv: "Gap", en: "Gap")
    consequence = form("consequence", in: 1...2_000, sv: "Konsekvens", en: "Consequence")
    cost = form(
      "cost", in: -1_000_000_000_000...1_000_000_000_000,
      unit: Text(sv: "kr/år", en: "SEK a year"), sv: "Kostnad", en: "Cost",
      help: Text(sv: "Negativt tal om det blir en besparing.", en: "Negative if it saves."))
    owner = form("owner", in: 1...200, sv: "Ansvarig", en: "Responsible")
  }
}

extension [RecommendationGap] {
  /// What there is to decide on: "2 stora gap, 640 000 kr/år".
  public var summed: Text {
    let large = count { $0.gap == .large }
    // Bounds hold for what is read, not for bytes that someone else stored: so no trapping sum.
    let cost = reduce(0) { $0 &+ ($1.cost ?? 0) }
    let isCosted = contains { $0.cost != nil }
    return Text(
      sv: "\(large) \(large == 1 ? "stort" : "stora") gap"
        + (isCosted ? ", \(cost.written.sv) kr/år" : ""),
      en: "\(large) large gap\(large == 1 ? "" : "s")"
        + (isCosted ? ", SEK \(cost.written.en) a year" : ""))
  }

  /// Row by row.
  public var table: Summary.Table {
    Summary.Table(
      "gaps", sv: "Gapanalys", en: "Gap analysis",
      columns: [
        .init("recommendation", sv: "Rekommendation", en: "Recommendation"),
        .init("today", sv: "Läget i dag", en: "Today"), .init("gap", sv: "Gap", en: "Gap"),
        .init("consequence", sv: "Konsekvens", en: "Consequence"),
        .init("cost", sv: "Kostnad, kr/år", en: "Cost, SEK a year"),
        .init("responsible", sv: "Ansvarig", en: "Responsible"),
      ],
      rows: map { gap in
        [
          Cell(gap.recommendation), Cell(gap.today), Cell(gap.gap), Cell(gap.consequence),
          Cell(gap.cost), Cell(gap.owner),
        ]
      })
  }
}
