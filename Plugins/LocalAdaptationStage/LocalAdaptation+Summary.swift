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
      sv: "Rapporter", en: "Reports",
      columns: [
        Text(sv: "Datum", en: "Date"), Text(sv: "Ställningstagande", en: "Stand"),
        Text(sv: "Rapporterat av", en: "Reported by"), Text(sv: "Källa", en: "Source"),
      ],
      rows: reports.map { report in
        [
          Text(report.on.description), report.standing, Text(report.by.description),
          Text(report.source ?? ""),
        ]
      })
  }

  private var gapTable: Summary.Table {
    Summary.Table(
      sv: "Gapanalys", en: "Gap analysis",
      columns: [
        Text(sv: "Rekommendation", en: "Recommendation"), Text(sv: "Läget i dag", en: "Today"),
        Text(sv: "Gap", en: "Gap"), Text(sv: "Konsekvens", en: "Consequence"),
        Text(sv: "Kostnad, kr/år", en: "Cost, SEK a year"),
        Text(sv: "Ansvarig", en: "Responsible"),
      ],
      rows: gaps.map { gap in
        [
          Text(gap.recommendation), Text(gap.today ?? ""), gap.gap.title,
          Text(gap.consequence ?? ""),
          gap.cost.map {
            Text(sv: grouped($0, by: "\u{A0}"), en: grouped($0, by: ","))
          } ?? Text(""), Text(gap.owner ?? ""),
        ]
      })
  }
}
