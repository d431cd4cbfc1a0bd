public import StageKit

extension Recommendation {
  /// What is recommended, since when, and what was recommended before.
  public var summary: Summary {
    guard let last = issued.last else { return Summary() }
    return Summary(
      standing: title(of: last), line: line(of: last), facts: facts(of: last),
      tables: issued.count > 1 ? [versions] : [])
  }

  private func title(of issue: Issue) -> Text {
    issue.act.value.title(of: settings.council)
  }

  private func line(of issue: Issue) -> Text {
    guard let reassessBy else { return issue.waiting }
    let title = title(of: issue)
    return Text(
      sv: "\(title.sv), version \(issue.label), ny bedömning senast \(reassessBy)",
      en: "\(title.en), version \(issue.label), reassessed by \(reassessBy)")
  }

  private func facts(of issue: Issue) -> [Summary.Fact] {
    let act = issue.act
    var facts = [
      Summary.Fact(sv: "Råd", en: "Council", settings.council.title),
      Summary.Fact(sv: "Version", en: "Version", Text(issue.label)),
    ]
    if let awaits = act.awaits {
      facts.append(.init(sv: "I väntan på", en: "Awaiting", Text(awaits)))
    }
    if let reason = act.reason { facts.append(.init(sv: "Skäl", en: "Reason", Text(reason))) }
    if let criteria = act.criteria {
      facts.append(.init(sv: "Kriterier", en: "Criteria", Text(criteria)))
    }
    if let link = act.link { facts.append(.init(sv: "Finns på", en: "Found at", Text(link))) }
    if let minutes = act.minutes {
      facts.append(.init(sv: "Protokoll och paragraf", en: "Minutes and paragraph", Text(minutes)))
    }
    if let reassessBy {
      facts.append(
        .init(sv: "Ny bedömning senast", en: "Reassess by", Text(reassessBy.description)))
    }
    return facts
  }

  private var versions: Summary.Table {
    Summary.Table(
      "versions", sv: "Versioner", en: "Versions",
      columns: [
        .init("version", sv: "Version", en: "Version"),
        .init("issued", sv: "Utfärdad", en: "Issued"),
        .init("recommendation", sv: "Rekommendation", en: "Recommendation"),
      ],
      rows: issued.map { [Cell($0.label), Cell($0.said.on), Cell(title(of: $0))] })
  }
}
