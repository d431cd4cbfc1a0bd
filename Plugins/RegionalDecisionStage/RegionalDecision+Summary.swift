public import StageKit

extension RegionalDecision {
  /// The region's decision beside the national value, and what it said before.
  public var summary: Summary {
    guard let last = reports.last else { return Summary(facts: nationalFacts) }
    return Summary(
      standing: last.act.stand.title, line: line(of: last), source: last.act.source,
      facts: nationalFacts + facts(of: last), tables: reports.count > 1 ? [earlier] : [])
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
    let act = report.act
    var facts: [Summary.Fact] = []
    if let label = act.recommendation {
      facts.append(.init(sv: "Bygger på version", en: "Based on version", Text(label)))
      if let days = daysToDecision(report) {
        facts.append(
          .init(
            sv: "Tid från rekommendation till beslut", en: "Time from recommendation to decision",
            Text(sv: "\(days) dagar", en: "\(days) days")))
      }
    }
    if let reason = act.reason {
      facts.append(
        report.departs(in: self)
          ? .init(
            sv: "Avviker från nationell rekommendation, skäl",
            en: "Departs from the national recommendation, reason", Text(reason))
          : .init(sv: "Skäl", en: "Reason", Text(reason)))
    }
    if let decider = act.decider {
      facts.append(.init(sv: "Beslutas av", en: "Decided by", Text(decider)))
    }
    if let number = act.diaryNumber {
      facts.append(.init(sv: "Diarienummer", en: "Diary number", Text(number)))
    }
    return facts
  }

  // Only where the version is named by its day and the decision is dated to the day.
  private func daysToDecision(_ report: Report) -> Int? {
    guard report.act.stand.outcome != nil, !report.said.on.isMonth,
      let label = report.act.recommendation, let issued = CivilDate(label), !issued.isMonth
    else { return nil }
    return issued.days(until: report.said.on)
  }

  private var earlier: Summary.Table {
    Summary.Table(
      "earlier-decisions", sv: "Tidigare besked", en: "Earlier reports",
      columns: [
        .init("date", sv: "Datum", en: "Date"), .init("decision", sv: "Beslut", en: "Decision"),
        .init("reason", sv: "Skäl", en: "Reason"),
      ],
      rows: reports.dropLast().map { report in
        [
          Cell(report.said.on), Cell(report.act.stand), Cell(report.act.reason),
        ]
      })
  }
}
