public import StageKit

extension Recommendation {
  /// Whose words are used, what a wait does, and how long a recommendation stands.
  public struct Settings: Record {
    let council: Council
    let wait: Wait
    let reassess: CivilDuration

    /// Asks for the settings.
    public init(_ form: inout Form) {
      council = form("council", default: .nt, sv: "Råd", en: "Council")
      wait = form("wait", default: .stays, sv: "Vid avvakta", en: "On a wait")
      reassess = form(
        "reassess", default: twoYears, sv: "Ny bedömning senast efter", en: "Reassess within",
        help: Text(
          sv: "Högst två år efter att rekommendationen utfärdades.",
          en: "At most two years after issue."))
    }
  }

  /// A mandate to recommend.
  public static func demands(_ settings: Settings) -> [Demand] {
    [.power(["recommend", "decide", "approve"])]
  }

  /// A reassessment later than two years after issue, or a length without a calendar of its own.
  public static func faults(in settings: Settings) -> [Fault] {
    if settings.reassess.unit == .workingDays {
      return [
        Fault(
          "recommendation/reassess-unit", at: "reassess",
          sv: "tiden till en ny bedömning räknas inte i arbetsdagar",
          en: "the time to a reassessment is not counted in working days",
          help: Text(
            sv: "ange dagar, veckor, månader eller år, som 1 year",
            en: "give days, weeks, months or years, such as 1 year"))
      ]
    }
    guard settings.reassess.isOverTwoYears else { return [] }
    return [
      Fault(
        "recommendation/reassess-late", at: "reassess",
        sv: "en ny bedömning görs senast två år efter att rekommendationen utfärdades, "
          + "inte \(settings.reassess.text.sv)",
        en: "a recommendation is reassessed at most two years after issue, "
          + "not \(settings.reassess.text.en)",
        help: Text(sv: "skriv högst 2 years", en: "write 2 years at most"))
    ]
  }
}

private let twoYears = CivilDuration(2, .years) ?? .day

extension CivilDuration {
  /// Whether it reaches past two years from some day: 730 days never do.
  var isOverTwoYears: Bool {
    switch unit {
    case .days, .workingDays: count > 730
    case .weeks: count > 104
    case .months: count > 24
    case .years: count > 2
    }
  }
}
