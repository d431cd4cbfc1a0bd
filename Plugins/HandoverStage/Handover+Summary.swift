public import StageKit

extension Handover {
  /// Where it is carried on, how far that has come, and the result.
  public var summary: Summary {
    Summary(
      standing: result?.result.title, line: line, source: result?.source, facts: facts,
      tables: told.isEmpty ? [decisions] : [decisions, progress])
  }

  private var line: Text? {
    if let result {
      return Text(
        sv: "\(result.result.title.sv), \(result.on)", en: "\(result.result.title.en), \(result.on)"
      )
    }
    guard let carriedBy else { return nil }
    guard let last = told.last else {
      return Text(sv: "Mottaget i \(carriedBy)", en: "Received in \(carriedBy)")
    }
    return Text(
      sv: "\(carriedBy): \(last.stage) klar \(last.on)",
      en: "\(carriedBy): \(last.stage) done \(last.on)")
  }

  private var facts: [Summary.Fact] {
    var facts: [Summary.Fact] = []
    if let document {
      facts.append(.init(sv: "Dokument", en: "Document", Text(document.description)))
    }
    if let carriedBy {
      facts.append(.init(sv: "Eget ärende", en: "Own case", Text(carriedBy.description)))
    }
    return facts
  }

  /// The result; told without a row too, since a result is what the lane is here for.
  private var decisions: Summary.Table {
    Summary.Table(
      "decisions", sv: "Resultat", en: "Result",
      columns: [
        .init("decision", sv: "Resultat", en: "Result"), .init("on", sv: "Datum", en: "Date"),
        .init("source", sv: "Källa", en: "Source"),
      ],
      rows: result.map { [[Cell($0.result), Cell($0.on), Cell($0.source)]] } ?? [])
  }

  private var progress: Summary.Table {
    Summary.Table(
      "progress", sv: "I det egna ärendet", en: "In the own case",
      columns: [
        .init("stage", sv: "Fas", en: "Stage"), .init("outcome", sv: "Resultat", en: "Outcome"),
        .init("on", sv: "Dag", en: "Day"),
      ],
      rows: told.map {
        [Cell($0.stage.description), $0.outcomeCell, Cell($0.on)]
      })
  }
}

extension Handover.Told {
  // A stage knows its own words for outcomes, and not those of every other.
  fileprivate var outcomeCell: Cell {
    Handover.Result(rawValue: outcome.description).map { Cell($0) } ?? Cell(outcome.description)
  }
}
