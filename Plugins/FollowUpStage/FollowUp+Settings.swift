public import StageKit

extension FollowUp {
  /// What a definition may say.
  public struct Settings: Record {
    let indicators: [Indicator]
    let regions: [Bodies]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      indicators = form(
        "indicators", in: 0...50, sv: "Indikatorer", en: "Indicators",
        help: Text(
          sv: "Finns en lista registreras inga andra.",
          en: "Where there is a list, no others are registered."))
      regions = form(
        "regions", in: 0...50, sv: "Regioner", en: "Regions",
        help: Text(
          sv: "De som värden väntas för; deras koder kan då användas.",
          en: "Those that figures are expected for; their codes can be used then."))
    }
  }

  /// What is followed: in which unit, in which register, towards what.
  struct Indicator: Record {
    let name: String
    let unit: String?
    let register: String?
    let baseline: DecimalNumber?
    let target: DecimalNumber?
    let bySex: Bool

    init(_ form: inout Form) {
      name = form("name", in: 1...200, sv: "Indikator", en: "Indicator")
      unit = form("unit", in: 1...80, sv: "Enhet", en: "Unit")
      register = form(
        "register", in: 1...120, sv: "Kvalitetsregister eller källa", en: "Register or source")
      baseline = form("baseline", sv: "Utgångsvärde", en: "Baseline")
      target = form("target", sv: "Målvärde", en: "Target")
      bySex = form("by-sex", default: true, sv: "Delas upp på kön", en: "Split by sex")
    }
  }

  /// Indicators that stand twice.
  public static func faults(in settings: Settings) -> [Fault] {
    settings.indicators.repeatedIndices(by: \.name).map { index in
      let name = settings.indicators[index].name
      return Fault(
        "follow-up/repeated-indicator", at: ["indicators", .index(index), "name"],
        sv: "'\(name)' står redan i listan", en: "'\(name)' is in the list already",
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }

  /// The indicator of a row: the one it names, or the only one there is.
  func indicator(named name: String?) -> Indicator? {
    guard let name else {
      return settings.indicators.count == 1 ? settings.indicators.first : nil
    }
    return settings.indicators.first { $0.name == name }
  }
}
