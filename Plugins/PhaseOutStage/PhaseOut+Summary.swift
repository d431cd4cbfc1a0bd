public import StageKit

extension PhaseOut {
  /// How much, until when, and what remains.
  public var summary: Summary {
    Summary(
      standing: outcome?.title, line: line, facts: planFacts + dateFacts + archiveFacts,
      tables: [residualTable, citationTable].filter { !$0.rows.isEmpty })
  }

  private var line: Text? {
    if let archive, let archivedOn {
      let by = archive.replacedBy.map { Text(sv: ", ersatt av \($0)", en: ", replaced by \($0)") }
      return Text(
        sv: "Arkiverad \(archivedOn)\(by?.sv ?? "")", en: "Archived \(archivedOn)\(by?.en ?? "")")
    }
    var parts: [Text] = []
    if let plan { parts.append(plan.scope.title) }
    if let dates {
      parts.append(
        Text(
          sv: "inga nya patienter från \(dates.stopNew), används längst till \(dates.lastUse)",
          en: "no new patients from \(dates.stopNew), used until \(dates.lastUse)"))
    }
    if let leftText { parts.append(leftText) }
    guard !parts.isEmpty else { return nil }
    return Text(
      sv: parts.map(\.sv).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
  }

  private var planFacts: [Summary.Fact] {
    guard let plan else { return [] }
    let none = Text(sv: "Ersättning saknas", en: "No replacement")
    var facts = [
      Summary.Fact(sv: "Avser", en: "Kind", kind.title),
      Summary.Fact(sv: "Omfattning", en: "Scope", plan.scope.title),
      Summary.Fact(sv: "Skäl", en: "Reason", plan.reason.title),
    ]
    if let explanation = plan.explanation {
      facts.append(.init(sv: "Förklaring", en: "Explanation", Text(explanation)))
    }
    if let affected = plan.affected {
      facts.append(.init(sv: "Berörda grupper", en: "Affected groups", Text(affected)))
    }
    facts.append(
      .init(sv: "Ersätts av", en: "Replacement", plan.replacement.map { Text($0) } ?? none))
    return facts
  }

  private var dateFacts: [Summary.Fact] {
    guard let dates else { return [] }
    return [
      .init(
        sv: "Inga nya patienter från", en: "No new patients from",
        Text(dates.stopNew.description)),
      .init(sv: "Används längst till", en: "Used until", Text(dates.lastUse.description)),
    ]
  }

  private var archiveFacts: [Summary.Fact] {
    var facts: [Summary.Fact] = []
    if let at = archive?.archivedAt {
      facts.append(.init(sv: "Arkiverat på", en: "Archived at", Text(at)))
    }
    if let note = archive?.note {
      facts.append(.init(sv: "Anteckning", en: "Note", Text(note)))
    }
    return facts
  }

  private var residualTable: Summary.Table {
    Summary.Table(
      "residual-use", sv: "Kvarvarande användning", en: "Residual use",
      columns: [
        .init("place", sv: "Ställe", en: "Place"), .init("period", sv: "Period", en: "Period"),
        .init("amount", sv: "Mängd", en: "Amount"), .init("unit", sv: "Enhet", en: "Unit"),
        .init("target", sv: "Målvärde", en: "Target"),
      ],
      rows: residual.map { row in
        [
          Cell(row.place), Cell(row.period), Cell(row.amount), Cell(row.unit), Cell(row.target),
        ]
      })
  }

  private var citationTable: Summary.Table {
    Summary.Table(
      "citations", sv: "Dokument som hänvisar hit", en: "Documents that refer to it",
      columns: [
        .init("document", sv: "Dokument", en: "Document"),
        .init("owner", sv: "Ansvarig", en: "Owner"),
        .init("updated", sv: "Uppdaterat", en: "Updated"),
      ],
      rows: citations.map { row in
        [
          Cell(row.document), Cell(row.owner), Cell(row.updated),
        ]
      })
  }
}
