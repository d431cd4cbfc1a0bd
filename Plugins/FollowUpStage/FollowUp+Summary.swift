public import StageKit

extension FollowUp {
  /// What is missing of an indicator in its latest period.
  struct Gap: Sendable, Equatable {
    let indicator: String
    let period: Period?
    /// The sexes that have no figure.
    let sexes: [Sex]
    let regions: [Body]
  }

  /// The indicators of the settings, then others as they were named.
  private var indicators: [String] {
    var seen: Set<String> = []
    return (settings.indicators.map(\.name) + measured.map(\.indicator))
      .filter { seen.insert($0).inserted }
  }

  /// What is missing, by indicator; one without any figure is missing whole.
  var gaps: [Gap] {
    indicators.compactMap { name in
      let bySex = settings.indicators.first { $0.name == name }?.bySex ?? true
      let figures = measured.filter { $0.indicator == name }
      let latest = figures.map(\.period).max()
      let current = figures.filter { $0.period == latest }
      let sexes: [Sex] = (bySex ? [.women, .men] : []).filter { sex in
        !current.contains { $0.sex == sex }
      }
      let heard = Set(current.compactMap(\.region))
      let silent = regions.filter { !heard.contains($0) }
      guard latest == nil || !sexes.isEmpty || !silent.isEmpty else { return nil }
      return Gap(indicator: name, period: latest, sexes: sexes, regions: silent)
    }
  }

  /// The latest period, what is missing, and all figures.
  public var summary: Summary {
    Summary(
      standing: finished?.act.result.title, line: line, facts: facts,
      tables: [measurements, missing].compactMap(\.self))
  }

  private var line: Text? {
    if let finished {
      let title = finished.act.result.title
      return Text(sv: "\(title.sv), \(finished.on)", en: "\(title.en), \(finished.on)")
    }
    guard let latest = measured.map(\.period).max() else { return nil }
    return Text(sv: "Värden till och med \(latest)", en: "Figures up to \(latest)")
  }

  private var facts: [Summary.Fact] {
    let replaced = measured.reduce(0) { $0 &+ $1.replaced }
    let mended = measured.compactMap(\.mended)
    var codes: [String] = []
    for code in mended where !codes.contains(code.description) { codes.append(code.description) }
    let read = codes.map { "\($0) → 0\($0)" }.joined(separator: ", ")
    let facts: [Summary.Fact?] = [
      replaced == 0
        ? nil : .init(sv: "Ersatta värden", en: "Figures replaced", Text("\(replaced)")),
      codes.isEmpty
        ? nil
        : .init(sv: "Koder som saknade nolla", en: "Codes that lacked a zero", Text(read)),
      finished?.act.note.map { .init(sv: "Kommentar", en: "Note", Text($0)) },
    ]
    return facts.compactMap(\.self)
  }

  private var measurements: Summary.Table? {
    guard !measured.isEmpty else { return nil }
    return Summary.Table(
      "measurements", sv: "Mätvärden", en: "Figures",
      columns: [
        .init("indicator", sv: "Indikator", en: "Indicator"),
        .init("unit", sv: "Enhet", en: "Unit"),
        .init("register", sv: "Kvalitetsregister", en: "Register"),
        .init("sex", sv: "Kön", en: "Sex"),
        .init("region", sv: "Region", en: "Region"), .init("period", sv: "Period", en: "Period"),
        .init("value", sv: "Värde", en: "Value"),
        .init("baseline", sv: "Utgångsvärde", en: "Baseline"),
        .init("target", sv: "Målvärde", en: "Target"),
      ],
      rows: measured.map { figure in
        [
          Cell(figure.indicator), Cell(figure.unit), Cell(figure.register), Cell(figure.sex),
          Cell(figure.region), Cell(figure.period.description), Cell(figure.value),
          Cell(figure.baseline), Cell(figure.target),
        ]
      })
  }

  private var missing: Summary.Table? {
    let gaps = gaps
    guard !gaps.isEmpty else { return nil }
    return Summary.Table(
      "missing-splits", sv: "Saknad uppdelning", en: "Missing splits",
      columns: [
        .init("indicator", sv: "Indikator", en: "Indicator"),
        .init("period", sv: "Senaste period", en: "Latest period"),
        .init("sex", sv: "Kön utan värde", en: "Sex without a figure"),
        .init("region", sv: "Regioner utan värde", en: "Regions without a figure"),
      ],
      rows: gaps.map { gap in
        let sexes = gap.sexes
        return [
          Cell(gap.indicator),
          gap.period.map { Cell($0.description) } ?? Cell(sv: "Uppgift saknas", en: "Unknown"),
          sexes.isEmpty
            ? .none
            : Cell(
              sv: sexes.map(\.title.sv).joined(separator: ", "),
              en: sexes.map(\.title.en).joined(separator: ", ")),
          Cell(gap.regions),
        ]
      })
  }
}
