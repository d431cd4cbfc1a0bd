public import StageKit

extension LocalAdaptation {
  /// The stand, who reported it when from where, and the gap analysis.
  public var summary: Summary {
    Summary(
      // Nothing said is nothing shown: the engine says open or unknown.
      standing: reports.last?.stand.title, line: line, source: secondhand, facts: facts,
      tables: (reports.count > 1 ? [reportTable] : []) + (gaps.isEmpty ? [] : [gapTable]))
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
    let last = reports.last
    let facts: [Summary.Fact?] = [
      version.map { .init(sv: "Nationell version", en: "National version", Text($0.description)) },
      last?.decidedOn.map {
        .init(sv: "Beslutat den", en: "Decided on the day", Text($0.description))
      },
      last?.until.map {
        .init(sv: "Beslut väntas", en: "A decision is expected", Text($0.description))
      },
      last?.reason.map { .init(sv: "Skäl", en: "Reason", Text($0)) },
      last?.supplement.map { .init(sv: "Regionalt tillägg", en: "Supplement", Text($0)) },
      last?.madeFor.map {
        .init(sv: "Tillägget är gjort för version", en: "Supplement made for version", Text($0))
      },
      last.map { .init(sv: "Rapporterat av", en: "Reported by", reporter(of: $0)) },
      last.map { .init(sv: "Rapporterat den", en: "Reported on the day", Text($0.on.description)) },
      last?.source.map { .init(sv: "Källa", en: "Source", Text($0)) },
      gaps.isEmpty ? nil : .init(sv: "Gapanalys", en: "Gap analysis", gaps.summed),
    ]
    return facts.compactMap(\.self)
  }

  private func reporter(of report: Reported) -> Text {
    guard report.by != owner else { return Text(owner.description) }
    return Text(
      sv: "\(report.by), inte \(owner) själv", en: "\(report.by), not \(owner) itself")
  }

  private var reportTable: Summary.Table {
    Summary.Table(
      "stands", sv: "Rapporter", en: "Reports",
      columns: [
        .init("date", sv: "Datum", en: "Date"),
        .init("stand", sv: "Ställningstagande", en: "Stand"),
        .init("reported-by", sv: "Rapporterat av", en: "Reported by"),
        .init("source", sv: "Källa", en: "Source"),
      ],
      rows: reports.map { report in
        [
          Cell(report.on), Cell(report.standing), Cell(report.by), Cell(report.source),
        ]
      })
  }

  private var gapTable: Summary.Table {
    Summary.Table(
      "gaps", sv: "Gapanalys", en: "Gap analysis",
      columns: [
        .init("recommendation", sv: "Rekommendation", en: "Recommendation"),
        .init("today", sv: "Läget i dag", en: "Today"),
        .init("gap", sv: "Gap", en: "Gap"),
        .init("consequence", sv: "Konsekvens", en: "Consequence"),
        .init("cost", sv: "Kostnad, kr/år", en: "Cost, SEK a year"),
        .init("responsible", sv: "Ansvarig", en: "Responsible"),
      ],
      rows: gaps.map { gap in
        [
          Cell(gap.recommendation), Cell(gap.today), Cell(gap.gap), Cell(gap.consequence),
          Cell(gap.cost), Cell(gap.owner),
        ]
      })
  }
}
