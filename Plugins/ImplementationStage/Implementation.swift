public import StageKit

/// What was decided is put to use: since when, in how many places, with what result.
///
/// A start date and a coverage are enough. A plan and indicators are there for who wants them.
public struct Implementation: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let unit: String?
    let indicators: [String]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      unit = form(
        "unit", in: 1...60, sv: "Räknas i", en: "Counted in",
        help: Text(sv: "I flertal; annars vårdcentraler.", en: "Plural; else health centres."))
      indicators = form(
        "indicators", in: 0...50, sv: "Indikatorer", en: "Indicators",
        help: Text(
          sv: "Namn med enhet. Finns en lista registreras inga andra.",
          en: "Names with their unit. Where there is a list, no others are registered."))
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "implementation@1"
  /// What a person sees.
  public static let title = Text(sv: "Införande", en: "Implementation")
  /// What it is for.
  public static let help = Text(
    sv: "Det beslutade börjar användas. Startdatum och på hur många ställen det är infört räcker; "
      + "handlingsplan och indikatorer kan läggas till, uppdelade på kön.",
    en: "What was decided is put to use. A start date and the number of places are enough; a plan "
      + "and indicators, split by sex, may be added.")
  /// Its acts.
  public static let acts: [any Act<Implementation>.Type] = [
    Start.self, Cover.self, Plan.self, Measure.self, Finish.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "implementation/coverage-exceeds", "implementation/coverage-short", "implementation/finished",
    "implementation/no-source", "implementation/not-yet", "implementation/repeated-task",
    "implementation/repeated-value", "implementation/unknown-indicator",
  ]

  /// Done everywhere, or in part and no further.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    Extent.allCases.map(\.outcome)
  }

  /// Indicators that stand twice.
  public static func faults(in settings: Settings) -> [Fault] {
    settings.indicators.repeatedIndices.map { index in
      let name = settings.indicators[index]
      return Fault(
        "implementation/repeated-indicator", at: ["indicators", .index(index)],
        sv: "'\(name)' står redan i listan", en: "'\(name)' is in the list already",
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }

  let settings: Settings
  let owner: Body
  var start: CivilDate?
  var coverages: [Coverage] = []
  var tasks: [Task] = []
  var measures: [Measured] = []
  var finished: Finished?
  /// Who reported last, and from where.
  var latest: Origin?

  /// Opens an attempt: in a lane, the region's.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
  }

  /// The result, once somebody says that it is finished.
  public var outcome: Outcome? { finished?.result.outcome }

  /// The owner a start, then a coverage, and when that is full the result.
  public var owes: [Owed] {
    guard finished == nil else { return [] }
    guard let coverage = coverages.last else {
      return [Owed(start == nil ? "start" : "coverage", by: owner)]
    }
    return [
      Owed(coverage.isFull ? "finish" : "coverage", by: owner, coverage.written(in: unit))
    ]
  }

  /// What is counted, in plural.
  var unit: Text {
    settings.unit.map { Text($0) } ?? Text(sv: "vårdcentraler", en: "health centres")
  }
}

/// How far it came.
enum Extent: String, Choice {
  case done, partly

  var title: Text {
    switch self {
    case .done: Text(sv: "Infört", en: "Done")
    case .partly: Text(sv: "Delvis infört", en: "Done in part")
    }
  }

  var outcome: Outcome { .forward(rawValue, sv: title.sv, en: title.en) }
}
