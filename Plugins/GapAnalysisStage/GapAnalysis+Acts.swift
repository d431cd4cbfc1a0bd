import StageKit

extension GapAnalysis {
  /// A recommendation beside how it is today.
  struct Gap: Record {
    let recommendation: String
    let gap: GapSize
    let today: String?
    let consequence: String?
    let cost: Int?
    let owner: String?

    init(_ form: inout Form) {
      recommendation = form(
        "recommendation", in: 1...500, sv: "Rekommendation", en: "Recommendation")
      gap = form("gap", sv: "Gap", en: "Gap")
      today = form("today", in: 1...500, sv: "Läget i dag", en: "Today")
      consequence = form("consequence", in: 1...2_000, sv: "Konsekvens", en: "Consequence")
      cost = form(
        "cost", in: -1_000_000_000_000...1_000_000_000_000,
        unit: Text(sv: "kr/år", en: "SEK a year"), sv: "Kostnad", en: "Cost",
        help: Text(sv: "Negativt tal om det blir en besparing.", en: "Negative if it saves."))
      owner = form("owner", in: 1...200, sv: "Ansvarig", en: "Responsible")
    }
  }

  /// Registers rows; a recommendation named again replaces its row.
  struct Analyse: Act {
    static let name = "gap"
    static let title = Text(sv: "Registrera gapanalys", en: "Register the gap analysis")
    let rows: [Gap]
    let version: String?

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Gapanalys", en: "Gap analysis")
      version = form(
        "version", in: 1...40, sv: "Gäller version", en: "Of version",
        help: Text(
          sv: "Dokumentets version, som 4.0; ska anges innan analysen lämnas vidare.",
          en: "The document's version, such as 4.0; owed before the analysis is handed on."))
    }

    func faults(in stage: GapAnalysis, _ said: Said) -> [Fault] {
      stage.alreadySubmitted
        + rows.indices.compactMap { index in
          let name = rows[index].recommendation
          guard rows[..<index].contains(where: { $0.recommendation == name }) else { return nil }
          return Fault(
            "gap-analysis/repeated-recommendation",
            at: ["rows", .index(index), "recommendation"],
            sv: "'\(name)' står redan i en rad ovanför", en: "'\(name)' is in a row above already")
        }
    }

    func fold(into stage: inout GapAnalysis, _ said: Said) {
      for row in rows {
        let known = stage.gaps.firstIndex { $0.recommendation == row.recommendation }
        if let known { stage.gaps[known] = row } else { stage.gaps.append(row) }
      }
      stage.version = version ?? stage.version
    }
  }

  /// Hands the analysis on.
  struct Submit: Act {
    static let name = "submit"
    static let title = Text(sv: "Markera som klar och lämna vidare", en: "Hand on")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: GapAnalysis, _ said: Said) -> [Fault] {
      var faults = stage.alreadySubmitted
      if stage.gaps.isEmpty {
        faults.append(
          Fault(
            "gap-analysis/no-gaps", sv: "registrera gapanalysen först",
            en: "register the gap analysis first"))
      } else if stage.version == nil {
        faults.append(
          Fault(
            "gap-analysis/no-version", sv: "ange vilken version analysen gäller",
            en: "say which version the analysis is of"))
      }
      return faults
    }

    func fold(into stage: inout GapAnalysis, _ said: Said) {
      stage.submitted = Submitted(note: note, on: said.on)
    }
  }

  private var alreadySubmitted: [Fault] {
    guard let submitted else { return [] }
    return [
      Fault(
        "gap-analysis/submitted",
        sv: "analysen lämnades vidare \(submitted.on): rätta den i stället",
        en: "it was handed on \(submitted.on): correct that")
    ]
  }
}

extension [GapAnalysis.Gap] {
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
