public import StageKit

extension LocalAdaptation {
  /// The stand, who reported it when from where, and the gap analysis.
  public var summary: Summary {
    Summary(
      // Nothing said is nothing shown: the engine says open or unknown.
      standing: reports.last?.stand.title, line: line, source: secondhand, facts: facts,
      tables: [decisions] + (gaps.isEmpty ? [] : [gaps.table]))
  }

  // What the region tells of itself has no other source than itself.
  private var secondhand: String? {
    reports.last.flatMap { $0.by == owner ? nil : $0.source }
  }

  private var line: Text? {
    guard let last = reports.last else { return gaps.isEmpty ? nil : gaps.summed }
    guard isSupplementOutdated, let madeFor = last.madeFor, let version else {
      return last.standing
    }
    return Text(
      sv: "\(last.standing.sv) för \(madeFor), nationell version \(version.label)",
      en: "\(last.standing.en) for \(madeFor), national version \(version.label)")
  }

  /// Whether the supplement was made for another version than the national one at hand.
  var isSupplementOutdated: Bool {
    guard let madeFor = reports.last?.madeFor, let version else { return false }
    return madeFor != version.label
  }

  private var facts: [Summary.Fact] {
    let facts: [Summary.Fact?] = [
      version.map { .init(sv: "Nationell version", en: "National version", Text($0.description)) },
      gaps.isEmpty ? nil : .init(sv: "Gapanalys", en: "Gap analysis", gaps.summed),
    ]
    return facts.compactMap(\.self)
  }

  /// What the region has said, the latest last; told without rows too, since to take a stand is what
  /// a region is here for.
  private var decisions: Summary.Table {
    Summary.Table(
      "decisions", sv: "Ställningstagande", en: "Stand",
      columns: [
        .init("decision", sv: "Ställningstagande", en: "Stand"),
        .init("on", sv: "Datum", en: "Date"), .init("reason", sv: "Skäl", en: "Reason"),
        .init("until", sv: "Beslut väntas", en: "Decision expected"),
        .init("supplement", sv: "Regionalt tillägg", en: "Supplement"),
        .init("version", sv: "Tillägget är gjort för version", en: "Supplement made for version"),
        .init("reported-by", sv: "Rapporterat av", en: "Reported by"),
        .init("reported", sv: "Rapporterat den", en: "Reported on the day"),
        .init("source", sv: "Källa", en: "Source"),
      ],
      rows: reports.map { report in
        [
          Cell(report.stand), Cell(report.decidedOn ?? report.on), Cell(report.reason),
          Cell(report.until), Cell(report.supplement), Cell(report.madeFor), Cell(report.by),
          Cell(report.on), Cell(report.source),
        ]
      })
  }
}
