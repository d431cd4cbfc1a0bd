import StageKit

extension LocalAdaptation {
  /// Registers the gap and consequence analysis; a recommendation named again replaces its row.
  struct Analyse: Act {
    static let name = "gap"
    static let title = Text(sv: "Registrera gapanalys", en: "Register the gap analysis")
    let rows: [RecommendationGap]

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Gapanalys", en: "Gap analysis")
    }

    func faults(in stage: LocalAdaptation, _ said: Said) -> [Fault] {
      rows.repeated(
        "recommendation", by: \.recommendation, code: "local-adaptation/repeated-recommendation")
    }

    func fold(into stage: inout LocalAdaptation, _ said: Said) {
      stage.gaps.replace(with: rows, by: \.recommendation)
    }
  }
}
