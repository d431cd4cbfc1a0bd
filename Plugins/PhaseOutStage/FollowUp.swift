import StageKit

/// What is still used at a place, and how little was aimed at.
struct ResidualRow: Record {
  let place: String
  let amount: Int
  let unit: String?
  let period: String?
  let target: Int?

  init(_ form: inout Form) {
    place = form("place", in: 1...120, sv: "Ställe", en: "Place")
    amount = form("amount", in: 0...1_000_000_000, sv: "Mängd", en: "Amount")
    unit = form("unit", in: 1...60, sv: "Enhet", en: "Unit")
    period = form("period", in: 1...40, sv: "Period", en: "Period")
    target = form("target", in: 0...1_000_000_000, sv: "Målvärde", en: "Target")
  }

  /// What tells two reports apart: liters and packages of a place are two things.
  var key: [String?] { [place, unit] }

  var isAboveTarget: Bool { target.map { amount > $0 } ?? false }
}

/// Someone reports what is still used.
struct ReportResidual: Act {
  static let name = "residual"
  static let title = Text(sv: "Rapportera kvarvarande användning", en: "Report residual use")

  let rows: [ResidualRow]

  init(_ form: inout Form) {
    rows = form("rows", in: 1...500, sv: "Kvarvarande användning", en: "Residual use")
  }

  func fold(into stage: inout PhaseOut, _ said: Said) {
    stage.residual += rows
  }
}

/// A document or an order set that refers to what leaves use.
struct CitationRow: Record {
  let document: String
  let owner: String?
  let updated: Bool

  init(_ form: inout Form) {
    document = form(
      "document", in: 1...300, sv: "Dokument eller ordinationsmall", en: "Document or order set")
    owner = form("owner", in: 1...120, sv: "Ansvarig", en: "Owner")
    updated = form("updated", default: false, sv: "Uppdaterat", en: "Updated")
  }
}

/// Someone reports which documents refer to it, or that they no longer do.
struct ReportCitations: Act {
  static let name = "citations"
  static let title = Text(
    sv: "Rapportera dokument som hänvisar hit", en: "Report documents that refer to it")

  let rows: [CitationRow]

  init(_ form: inout Form) {
    rows = form("rows", in: 1...500, sv: "Dokument", en: "Documents")
  }

  func fold(into stage: inout PhaseOut, _ said: Said) {
    stage.citations.replace(with: rows, by: \.document)
  }
}
