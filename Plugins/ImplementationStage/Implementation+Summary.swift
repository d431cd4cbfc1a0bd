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

  /// In how many places, report by report; told without rows too, since to come into use is what a
  /// region is here for.
  private var coverageTable: Summary.Table {
    Summary.Table(
      "coverage", sv: "Täckning", en: "Coverage",
      columns: [
        .init("as-of", sv: "Läget den", en: "As of"),
        .init("done", sv: "Infört på", en: "In use at"), .init("of", sv: "Av", en: "Of"),
        .init("reported-by", sv: "Rapporterat av", en: "Reported by"),
        .init("source", sv: "Källa", en: "Source"),
      ],
      rows: coverages.map { coverage in
        [
          Cell(coverage.asOf), Cell(coverage.done), Cell(coverage.of),
          Cell(coverage.origin.by), Cell(coverage.origin.source),
        ]
      })
  }

  private var planTable: Summary.Table? {
    guard !tasks.isEmpty else { return nil }
    return Summary.Table(
      "tasks", sv: "Handlingsplan", en: "Plan",
      columns: [
        .init("task", sv: "Aktivitet", en: "Task"),
        .init("responsible", sv: "Ansvarig", en: "Responsible"),
        .init("due", sv: "Klar senast", en: "Due"), .init("state", sv: "Läge", en: "State"),
      ],
      rows: tasks.map { task in
        [
          Cell(task.title), Cell(task.owner), Cell(task.due), Cell(task.standing),
        ]
      })
  }

  private var indicatorTable: Summary.Table? {
    guard !indicators.isEmpty else { return nil }
    let rows: [[Cell]] = indicators.flatMap { name -> [[Cell]] in
      let values = measures.filter { $0.indicator == name }
      guard !values.isEmpty else {
        let unknown = Cell(sv: "Uppgift saknas", en: "Unknown")
        return [[Cell(name), .none, .none, unknown, .none, .none]]
      }
      return values.map { value in
        [
          Cell(name), Cell(value.period), Cell(value.sex), Cell(value.value),
          Cell(value.baseline), Cell(value.target),
        ]
      }
    }
    return Summary.Table(
      "measurements", sv: "Indikatorer", en: "Indicators",
      columns: [
        .init("indicator", sv: "Indikator", en: "Indicator"),
        .init("period", sv: "Period", en: "Period"),
        .init("sex", sv: "Kön", en: "Sex"), .init("value", sv: "Värde", en: "Value"),
        .init("baseline", sv: "Utgångsvärde", en: "Baseline"),
        .init("target", sv: "Målvärde", en: "Target"),
      ],
      rows: rows)
  }
}
