import StageKit

extension Implementation {
  /// A value of an indicator for a period, as it was last said.
  struct Measured: Sendable, Equatable {
    let indicator: String
    let period: String
    let sex: Sex
    let value: DecimalNumber
    let baseline: DecimalNumber?
    let target: DecimalNumber?

    /// What tells two values apart.
    var key: [String] { [indicator, period, sex.rawValue] }
  }

  /// Registers values of indicators; the same indicator, period and sex again replaces the value.
  struct Measure: Act {
    static let name = "measure"
    static let title = Text(sv: "Registrera mätvärden", en: "Register values")
    let rows: [Row]

    /// A value, exact to its last decimal.
    struct Row: Record {
      let indicator: String
      let value: DecimalNumber
      let period: String?
      let sex: Sex
      let baseline: DecimalNumber?
      let target: DecimalNumber?

      init(_ form: inout Form) {
        indicator = form("indicator", in: 1...200, sv: "Indikator", en: "Indicator")
        value = form("value", sv: "Värde", en: "Value")
        period = form(
          "period", in: 1...40, sv: "Period", en: "Period",
          help: Text(
            sv: "Samma dag som rapporten, om inget annat anges.",
            en: "The day of the report, unless another is given."))
        sex = form("sex", default: .all, sv: "Kön", en: "Sex")
        baseline = form("baseline", sv: "Utgångsvärde", en: "Baseline")
        target = form("target", sv: "Målvärde", en: "Target")
      }

      func measured(_ said: Said) -> Measured {
        Measured(
          indicator: indicator, period: period ?? said.on.description, sex: sex, value: value,
          baseline: baseline, target: target)
      }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Mätvärden", en: "Values")
    }

    func faults(in stage: Implementation, _ said: Said) -> [Fault] {
      let listed = stage.settings.indicators
      let repeated = rows.repeatedIndices { $0.measured(said).key }
      var faults = stage.alreadyFinished
      for (index, row) in rows.enumerated() {
        if !listed.isEmpty && !listed.contains(row.indicator) {
          let list = listed.joined(separator: ", ")
          faults.append(
            Fault(
              "implementation/unknown-indicator", at: ["rows", .index(index), "indicator"],
              sv: "'\(row.indicator)' följs inte här, välj bland \(list)",
              en: "'\(row.indicator)' is not followed here, choose among \(list)"
            ).choosing(among: listed))
        }
        if repeated.contains(index) {
          faults.append(
            Fault(
              "implementation/repeated-value", at: ["rows", .index(index), "indicator"],
              sv: "värdet står redan i en rad ovanför", en: "the value is in a row above already"))
        }
      }
      return faults
    }

    func fold(into stage: inout Implementation, _ said: Said) {
      stage.measures.replace(with: rows.map { $0.measured(said) }, by: \.key)
      stage.latest = Origin(said, source: nil)
    }
  }
}
