import StageKit

extension GapAnalysis {
  /// Registers rows; a recommendation named again replaces its row.
  struct Analyse: Act {
    static let name = "gap"
    static let title = Text(sv: "Registrera gapanalys", en: "Register the gap analysis")
    let rows: [RecommendationGap]
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
        + rows.repeated(
          "recommendation", by: \.recommendation, code: "gap-analysis/repeated-recommendation")
    }

    func fold(into stage: inout GapAnalysis, _ said: Said) {
      stage.gaps.replace(with: rows, by: \.recommendation)
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
