import StageKit

extension LocalAdaptation {
  /// A recommendation beside the region's own state.
  struct Gap: Record {
    let recommendation: String
    let today: String?
    let gap: GapSize
    let consequence: String?
    let cost: Int?
    let owner: String?

    init(_ form: inout Form) {
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

  /// Registers the gap and consequence analysis; a recommendation named again replaces its row.
  struct Analyse: Act {
    static let name = "gap"
    static let title = Text(sv: "Registrera gapanalys", en: "Register the gap analysis")
    let rows: [Gap]

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Gapanalys", en: "Gap analysis")
    }

    func faults(in stage: LocalAdaptation, _ said: Said) -> [Fault] {
      rows.indices.compactMap { index in
        let name = rows[index].recommendation
        guard rows[..<index].contains(where: { $0.recommendation == name }) else { return nil }
        return Fault(
          "local-adaptation/repeated-recommendation",
          at: ["rows", .index(index), "recommendation"],
          sv: "'\(name)' står redan i en rad ovanför", en: "'\(name)' is in a row above already")
      }
    }

    func fold(into stage: inout LocalAdaptation, _ said: Said) {
      for row in rows {
        let known = stage.gaps.firstIndex { $0.recommendation == row.recommendation }
        if let known { stage.gaps[known] = row } else { stage.gaps.append(row) }
      }
    }
  }
}

extension [LocalAdaptation.Gap] {
  /// What there is to decide on: "2 stora gap, 640 000 kr/år".
  var summed: Text {
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
}
