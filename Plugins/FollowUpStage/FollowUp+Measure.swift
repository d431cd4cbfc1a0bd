import StageKit

extension FollowUp {
  /// A figure, as it was last said.
  struct Measured: Sendable, Equatable {
    let indicator: String
    let unit: String?
    let register: String?
    let sex: Sex
    let region: Body?
    let period: Period
    let value: DecimalNumber
    let baseline: DecimalNumber?
    let target: DecimalNumber?
    /// The region's code as it was written, where its zero was missing.
    let mended: RegionCode?
    /// How often it was said before.
    var replaced = 0

    /// What tells two figures apart.
    var key: Key { Key(indicator: indicator, sex: sex, region: region, period: period) }

    struct Key: Sendable, Hashable {
      let indicator: String
      let sex: Sex
      let region: Body?
      let period: Period
    }
  }

  /// Registers figures; the same indicator, sex, region and period again replaces the figure.
  struct Measure: Act {
    static let name = "measure"
    static let title = Text(sv: "Registrera mätvärden", en: "Register figures")
    let rows: [Row]
    let indicator: String?
    let period: Period?
    let register: String?
    let unit: String?

    /// A figure, exact to its last decimal.
    struct Row: Record {
      let value: DecimalNumber
      let indicator: String?
      let sex: Sex
      let region: Body?
      let regionCode: RegionCode?
      let period: Period?
      let unit: String?
      let register: String?
      let baseline: DecimalNumber?
      let target: DecimalNumber?

      init(_ form: inout Form) {
        value = form("value", sv: "Värde", en: "Value")
        indicator = form("indicator", in: 1...200, sv: "Indikator", en: "Indicator")
        sex = form("sex", default: .all, sv: "Kön", en: "Sex")
        region = form("region", sv: "Region", en: "Region")
        regionCode = form(
          "region-code", sv: "Regionkod", en: "Region code",
          help: Text(
            sv: "I stället för region; 8 läses som 08.",
            en: "In place of the region; 8 is read as 08."))
        period = form("period", sv: "Period", en: "Period")
        unit = form("unit", in: 1...80, sv: "Enhet", en: "Unit")
        register = form("register", in: 1...120, sv: "Kvalitetsregister", en: "Register")
        baseline = form("baseline", sv: "Utgångsvärde", en: "Baseline")
        target = form("target", sv: "Målvärde", en: "Target")
      }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...10_000, sv: "Mätvärden", en: "Figures")
      indicator = form(
        "indicator", in: 1...200, sv: "Indikator", en: "Indicator",
        help: Text(
          sv: "För de rader som inte anger någon.", en: "For the rows that name none."))
      period = form(
        "period", sv: "Period", en: "Period",
        help: Text(sv: "För de rader som inte anger någon.", en: "For the rows that name none."))
      register = form(
        "register", in: 1...120, sv: "Kvalitetsregister", en: "Register",
        help: Text(sv: "För de rader som inte anger något.", en: "For the rows that name none."))
      unit = form(
        "unit", in: 1...80, sv: "Enhet", en: "Unit",
        help: Text(sv: "För de rader som inte anger någon.", en: "For the rows that name none."))
    }

    /// The figure of a row; nil where it lacks what a figure must have.
    private func measured(_ row: Row, in stage: FollowUp) -> Measured? {
      let known = stage.indicator(named: row.indicator ?? indicator)
      guard let name = known?.name ?? row.indicator ?? indicator,
        let period = row.period ?? period
      else { return nil }
      return Measured(
        indicator: name, unit: row.unit ?? unit ?? known?.unit,
        register: row.register ?? register ?? known?.register, sex: row.sex,
        region: row.region ?? row.regionCode.flatMap(stage.region), period: period,
        value: row.value, baseline: row.baseline ?? known?.baseline,
        target: row.target ?? known?.target,
        mended: row.regionCode.flatMap { $0.isMended ? $0 : nil })
    }

    func faults(in stage: FollowUp, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      var seen: Set<Measured.Key> = []
      for (index, row) in rows.enumerated() {
        faults += rowFaults(row, at: index, in: stage, said)
        guard let figure = measured(row, in: stage) else { continue }
        if !seen.insert(figure.key).inserted {
          faults.append(
            Fault(
              "follow-up/repeated-value", at: ["rows", .index(index), "value"],
              sv: "värdet står redan i en rad ovanför", en: "the figure is in a row above already"))
        }
      }
      return faults
    }

    private func rowFaults(
      _ row: Row, at index: Int, in stage: FollowUp, _ said: Said
    ) -> [Fault] {
      func fault(_ code: String, at key: StaticString, sv: String, en: String) -> Fault {
        Fault(
          "follow-up/\(code)", at: ["rows", .index(index), .key("\(key)")], sv: sv, en: en)
      }
      var faults: [Fault] = []
      let listed = stage.settings.indicators.map(\.name)
      let list = listed.joined(separator: ", ")
      if let name = row.indicator ?? indicator {
        if !listed.isEmpty, !listed.contains(name) {
          faults.append(
            fault(
              "unknown-indicator", at: "indicator",
              sv: "'\(name)' följs inte här, välj bland \(list)",
              en: "'\(name)' is not followed here, choose among \(list)"
            ).choosing(among: listed))
        }
      } else if listed.count != 1 {
        faults.append(
          fault(
            "no-indicator", at: "indicator",
            sv: listed.isEmpty ? "ange indikatorn" : "ange indikatorn, en av \(list)",
            en: listed.isEmpty ? "name the indicator" : "name the indicator, one of \(list)"))
      }
      if let period = row.period ?? period {
        if period.firstDay > said.on.lastDay {
          faults.append(
            fault(
              "not-yet", at: "period", sv: "\(period) har inte börjat \(said.on)",
              en: "\(period) has not begun on \(said.on)"))
        }
      } else {
        faults.append(
          fault(
            "no-period", at: "period", sv: "ange perioden, som 2027Q1",
            en: "give the period, such as 2027Q1"))
      }
      if let code = row.regionCode, stage.region(of: code) == nil {
        faults.append(
          fault(
            "unknown-code", at: "region-code",
            sv: stage.regions.isEmpty
              ? "koder går bara att använda där processen anger regionerna: ange region"
              : "ingen av de \(stage.regions.count) regionerna har koden \(code.padded)",
            en: stage.regions.isEmpty
              ? "codes are of use only where the process lists the regions: give the region"
              : "none of the \(stage.regions.count) regions has the code \(code.padded)"))
      }
      if let region = row.region {
        if !stage.regions.isEmpty, !stage.regions.contains(region) {
          faults.append(
            fault(
              "unknown-region", at: "region", sv: "\(region) är ingen av de regioner som följs här",
              en: "\(region) is none of the regions that are followed here"))
        }
        if let code = row.regionCode, let other = stage.region(of: code), other != region {
          faults.append(
            fault(
              "code-differs", at: "region-code", sv: "koden \(code.padded) är \(other)",
              en: "the code \(code.padded) is \(other)"))
        }
      }
      return faults
    }

    func fold(into stage: inout FollowUp, _ said: Said) {
      for row in rows {
        guard var figure = measured(row, in: stage) else { continue }
        if let known = stage.places[figure.key] {
          figure.replaced = stage.measured[known].replaced + 1
          stage.measured[known] = figure
        } else {
          stage.places[figure.key] = stage.measured.count
          stage.measured.append(figure)
        }
      }
    }
  }

  /// The region of a code: by the last part of its id, which is how the register names regions.
  func region(of code: RegionCode) -> Body? {
    regions.first { body in
      body.id.split(separator: "-").last.map { $0 == code.padded } ?? false
    }
  }
}
