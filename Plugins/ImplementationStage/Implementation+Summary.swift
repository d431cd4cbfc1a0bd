public import StageKit

extension Implementation {
  /// Since when, in how many places, and what plan and indicators say.
  public var summary: Summary {
    Summary(
      standing: finished?.result.title, line: line, source: secondhand, facts: facts,
      tables: [coverageTable, planTable, indicatorTable].compactMap(\.self))
  }

  // What the owner tells of itself has no other source than itself.
  private var secondhand: String? {
    latest.flatMap { $0.by == owner ? nil : $0.source }
  }

  private var line: Text? {
    coverages.last?.written(in: unit) ?? finished?.result.title
      ?? start.map { Text(sv: "Startdatum \($0)", en: "Start date \($0)") }
  }

  private var facts: [Summary.Fact] {
    let facts: [Summary.Fact?] = [
      start.map { .init(sv: "Startdatum", en: "Start date", Text($0.description)) },
      coverages.last.map { .init(sv: "Läget den", en: "As of", Text($0.asOf.description)) },
      tasks.isEmpty ? nil : .init(sv: "Handlingsplan", en: "Plan", plannedTasks),
      unsplit.isEmpty
        ? nil
        : .init(
          sv: "Saknar uppdelning på kön", en: "Not split by sex",
          Text(unsplit.joined(separator: ", "))),
      finished?.note.map { .init(sv: "Kommentar", en: "Note", Text($0)) },
      latest.map { .init(sv: "Rapporterat av", en: "Reported by", reporter(of: $0)) },
      latest.map {
        .init(sv: "Rapporterat den", en: "Reported on the day", Text($0.on.description))
      },
      latest?.source.map { .init(sv: "Källa", en: "Source", Text($0)) },
    ]
    return facts.compactMap(\.self)
  }

  private var plannedTasks: Text {
    let done = tasks.count { $0.isDone }
    return Text(
      sv: "\(done) av \(tasks.count) aktiviteter klara", en: "\(done) of \(tasks.count) tasks done")
  }

  private func reporter(of origin: Origin) -> Text {
    guard origin.by != owner else { return Text(owner.description) }
    return Text(sv: "\(origin.by), inte \(owner) själv", en: "\(origin.by), not \(owner) itself")
  }

  /// Indicators in the order of the settings, then as they were named.
  private var indicators: [String] {
    var seen: Set<String> = []
    return (settings.indicators + measures.map(\.indicator)).filter { seen.insert($0).inserted }
  }

  /// Indicators with a value, for which the women's or the men's is missing.
  var unsplit: [String] {
    indicators.filter { name in
      let sexes = measures.filter { $0.indicator == name }.map(\.sex)
      return !sexes.isEmpty && !(sexes.contains(.women) && sexes.contains(.men))
    }
  }

  private var coverageTable: Summary.Table? {
    guard coverages.count > 1 else { return nil }
    return Summary.Table(
      sv: "Täckning", en: "Coverage",
      columns: [
        Text(sv: "Läget den", en: "As of"), Text(sv: "Infört på", en: "In use at"),
        Text(sv: "Rapporterat av", en: "Reported by"), Text(sv: "Källa", en: "Source"),
      ],
      rows: coverages.map { coverage in
        [
          Text(coverage.asOf.description),
          Text(sv: "\(coverage.done) av \(coverage.of)", en: "\(coverage.done) of \(coverage.of)"),
          Text(coverage.origin.by.description), Text(coverage.origin.source ?? ""),
        ]
      })
  }

  private var planTable: Summary.Table? {
    guard !tasks.isEmpty else { return nil }
    return Summary.Table(
      sv: "Handlingsplan", en: "Plan",
      columns: [
        Text(sv: "Aktivitet", en: "Task"), Text(sv: "Ansvarig", en: "Responsible"),
        Text(sv: "Klar senast", en: "Due"), Text(sv: "Läge", en: "State"),
      ],
      rows: tasks.map { task in
        [
          Text(task.title), Text(task.owner ?? ""), Text(task.due?.description ?? ""),
          task.standing,
        ]
      })
  }

  private var indicatorTable: Summary.Table? {
    guard !indicators.isEmpty else { return nil }
    let rows: [[Text]] = indicators.flatMap { name -> [[Text]] in
      let values = measures.filter { $0.indicator == name }
      guard !values.isEmpty else {
        let unknown = Text(sv: "Uppgift saknas", en: "Unknown")
        return [[Text(name), Text(""), Text(""), unknown, Text(""), Text("")]]
      }
      return values.map { value in
        [
          Text(name), Text(value.period), value.sex.title, value.value.written,
          value.baseline?.written ?? Text(""), value.target?.written ?? Text(""),
        ]
      }
    }
    return Summary.Table(
      sv: "Indikatorer", en: "Indicators",
      columns: [
        Text(sv: "Indikator", en: "Indicator"), Text(sv: "Period", en: "Period"),
        Text(sv: "Kön", en: "Sex"), Text(sv: "Värde", en: "Value"),
        Text(sv: "Utgångsvärde", en: "Baseline"), Text(sv: "Målvärde", en: "Target"),
      ],
      rows: rows)
  }
}
