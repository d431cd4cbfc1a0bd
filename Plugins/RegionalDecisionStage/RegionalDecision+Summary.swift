public import StageKit

extension RegionalDecision {
  /// The region's decision beside the national value, and what it said before.
  public var summary: Summary {
    guard let last = reports.last else { return Summary(facts: nationalFacts, tables: [decisions]) }
    return Summary(
      standing: last.act.stand.title, line: line(of: last), source: last.act.source,
      facts: nationalFacts + facts(of: last), tables: [decisions])
  }

  private func line(of report: Report) -> Text {
    let act = report.act
    var sv = "\(act.stand.title.sv), \(report.said.on)"
    var en = "\(act.stand.title.en), \(report.said.on)"
    if report.departs(in: self) {
      sv += ", avviker från nationell rekommendation"
      en += ", departs from the national recommendation"
    }
    if let label = act.recommendation, report.isOlder(in: self) {
      sv += ", bygger på äldre version \(label)"
      en += ", based on older version \(label)"
    }
    if let until = act.until {
      sv += ", väntas \(until)"
      en += ", expected \(until)"
    }
    return Text(sv: sv, en: en)
  }

  private var nationalFacts: [Summary.Fact] {
    let unknown = Text(sv: "Uppgift saknas", en: "Unknown")
    guard let current else {
      return [.init(sv: "Nationell rekommendation", en: "National recommendation", unknown)]
    }
    let value = nationalValue?.title ?? unknown
    return [
      .init(
        sv: "Nationell rekommendation", en: "National recommendation",
        Text(
          sv: "\(value.sv), version \(current.label)", en: "\(value.en), version \(current.label)"))
    ]
  }

  private func facts(of report: Report) -> [Summary.Fact] {
    daysToDecision(report).map { days in
      [
        .init(
          sv: "Tid från rekommendation till beslut", en: "Time from recommendation to decision",
          Text(sv: "\(days) dagar", en: "\(days) days"))
      ]
    } ?? []
  }

  // Only where the version is named by its day and the decision is dated to the day.
  private func daysToDecision(_ report: Report) -> Int? {
    guard report.act.stand.outcome != nil, !report.said.on.isMonth,
      let label = report.act.recommendation, let issued = CivilDate(label), !issued.isMonth
    else { return nil }
    return issued.days(until: report.said.on)
  }

  /// What the region has said, the latest last; told without rows too, since to decide is what a
  /// region is here for.
  private var decisions: Summary.Table {
    Summary.Table(
      "decisions", sv: "Regionens beslut", en: "The region's decisions",
      columns: [
        .init("decision", sv: "Beslut", en: "Decision"), .init("on", sv: "Datum", en: "Date"),
        .init("version", sv: "Bygger på version", en: "Based on version"),
        .init("deviation", sv: "Avviker", en: "Departs"), .init("reason", sv: "Skäl", en: "Reason"),
        .init("until", sv: "Beslut väntas", en: "Decision expected"),
        .init("decider", sv: "Beslutas av", en: "Decided by"),
        .init("diary-number", sv: "Diarienummer", en: "Diary number"),
      ],
      rows: reports.map { report in
        [
          Cell(report.act.stand), Cell(report.said.on), Cell(report.act.recommendation),
          report.departs(in: self) ? Cell(true) : .none, Cell(report.act.reason),
          Cell(report.act.until), Cell(report.act.decider), Cell(report.act.diaryNumber),
        ]
      })
  }
}
