import StageKit

extension Effect {
  /// What an initiative led to.
  enum Result: String, Choice {
    case effectShown = "effect-shown"
    case noEffect = "no-effect"
    case notMeasurable = "not-measurable"

    var title: Text {
      switch self {
      case .effectShown: Text(sv: "Effekt visad", en: "Effect shown")
      case .noEffect: Text(sv: "Ingen effekt", en: "No effect")
      case .notMeasurable:
        Text(sv: "Effekten går inte att mäta", en: "The effect is not measurable")
      }
    }

    var outcome: Outcome { .forward(rawValue, sv: title.sv, en: title.en) }
  }

  /// That it was carried out.
  struct Delivered: Sendable, Equatable {
    let on: CivilDate
    let report: String?
  }

  /// What it was shown to lead to.
  struct Shown: Sendable, Equatable {
    let act: Show
    let on: CivilDate
  }

  var alreadyShown: [Fault] {
    guard let shown else { return [] }
    let on = shown.on
    return [
      Fault(
        "effect/shown", sv: "effekten registrerades \(on): rätta det i stället",
        en: "the effect was recorded \(on): correct that instead")
    ]
  }

  /// Says that the initiative is carried out; what it led to is another question.
  struct Deliver: Act {
    static let name = "deliver"
    static let title = Text(sv: "Rapportera som genomförd", en: "Report as delivered")
    let report: String?

    init(_ form: inout Form) {
      report = form("report", in: 1...1_000, sv: "Rapport", en: "Report")
    }

    func faults(in stage: Effect, _ said: Said) -> [Fault] {
      guard let on = stage.delivered?.on else { return stage.alreadyShown }
      return stage.alreadyShown + [
        Fault(
          "effect/delivered", sv: "insatsen är redan genomförd (\(on))",
          en: "the initiative is delivered already (\(on))")
      ]
    }

    func fold(into stage: inout Effect, _ said: Said) {
      stage.delivered = Delivered(on: said.on, report: report)
    }
  }

  /// Money by year and group, in kronor; the same year and group again takes its place.
  struct Budget: Act {
    static let name = "budget"
    static let title = Text(sv: "Ange medel", en: "Give the money")
    let rows: [Row]

    /// A year's money for a group.
    struct Row: Record {
      let year: Int
      let granted: Int
      let used: Int?
      let body: Body?

      init(_ form: inout Form) {
        year = form("year", in: 2000...2100, sv: "År", en: "Year")
        granted = form(
          "granted", in: 0...1_000_000_000, unit: Text(sv: "kronor", en: "SEK"), sv: "Beviljat",
          en: "Granted")
        used = form(
          "used", in: 0...1_000_000_000, unit: Text(sv: "kronor", en: "SEK"), sv: "Använt",
          en: "Used")
        body = form("body", sv: "Grupp", en: "Group")
      }

      /// What tells two rows apart.
      var key: [String?] { [year.description, body?.id] }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...100, sv: "Medel", en: "Money")
    }

    func faults(in stage: Effect, _ said: Said) -> [Fault] {
      stage.alreadyShown
        + rows.repeatedIndices(by: \.key).map { index in
          let year = rows[index].year
          return Fault(
            "effect/repeated-year", at: ["rows", .index(index), "year"],
            sv: "\(year) står redan i en rad ovanför",
            en: "\(year) is in a row above already")
        }
    }

    func fold(into stage: inout Effect, _ said: Said) {
      stage.years.replace(with: rows, by: \.key)
    }
  }

  /// Says what the initiative led to, by which measure and where that stands.
  struct Show: Act {
    static let name = "show"
    static let title = Text(sv: "Registrera effekten", en: "Record the effect")
    let result: Result
    let measure: String?
    let value: DecimalNumber?
    let unit: String?
    let source: String?
    let reason: String?

    init(_ form: inout Form) {
      result = form("result", sv: "Effekt", en: "Effect")
      measure = form("measure", in: 1...300, sv: "Resultatmått", en: "Outcome measure")
      value = form("value", sv: "Värde", en: "Value")
      unit = form("unit", in: 1...60, sv: "Enhet", en: "Unit")
      source = form("source", in: 1...1_000, sv: "Källa", en: "Source")
      reason = form(
        "reason", in: 1...2_000, sv: "Skäl", en: "Reason",
        help: Text(
          sv: "Krävs när effekten inte går att mäta.",
          en: "Owed when the effect cannot be measured."))
    }

    func faults(in stage: Effect, _ said: Said) -> [Fault] {
      var faults = stage.alreadyShown
      if stage.delivered == nil {
        faults.append(
          Fault(
            "effect/not-delivered", sv: "insatsen är inte genomförd än",
            en: "the initiative is not delivered yet"))
      }
      guard result != .notMeasurable else {
        if reason == nil {
          faults.append(
            Fault(
              "effect/no-reason", at: "reason", sv: "skriv varför effekten inte går att mäta",
              en: "write why the effect cannot be measured"))
        }
        return faults
      }
      if measure == nil {
        faults.append(
          Fault(
            "effect/no-measure", at: "measure", sv: "ange vilket mått som visar det",
            en: "say which measure shows it"))
      }
      if result == .effectShown, value == nil {
        faults.append(
          Fault("effect/no-value", at: "value", sv: "ange värdet", en: "give the value"))
      }
      if source == nil {
        faults.append(
          Fault(
            "effect/no-source", at: "source", sv: "ange var det går att läsa",
            en: "say where it can be read"))
      }
      return faults
    }

    func fold(into stage: inout Effect, _ said: Said) {
      stage.shown = Shown(act: self, on: said.on)
    }
  }
}
