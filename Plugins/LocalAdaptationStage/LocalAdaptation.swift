public import StageKit

/// A region says how it takes in a national version: as it is, with a supplement, in part, or not.
///
/// What nobody has said is unknown: that is for the engine to show. What the region has said without
/// deciding, ``Stand/undecided`` and ``Stand/later``, leaves the attempt open. Neither is a no.
public struct LocalAdaptation: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let gapAnalysis: Bool

    /// Asks for the settings.
    public init(_ form: inout Form) {
      gapAnalysis = form(
        "gap-analysis", default: false, sv: "Gapanalys krävs före ställningstagandet",
        en: "A gap analysis is owed before the stand")
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "local-adaptation@1"
  /// What a person sees.
  public static let title = Text(sv: "Regional anpassning", en: "Local adaptation")
  /// What it is for.
  public static let help = Text(
    sv: "Regionen jämför med läget hos sig och tar ställning till den nationella versionen: "
      + "tillämpas, med regionalt tillägg, delvis eller inte. Beslut senare är ett besked, inget "
      + "nej; det som ingen har sagt visas som att uppgift saknas.",
    en: "The region compares with its own state and takes its stand on the national version: "
      + "adopted, with a supplement, in part or not. To decide later is an answer and no refusal; "
      + "what nobody has said is shown as unknown.")
  /// Its acts.
  public static let acts: [any Act<LocalAdaptation>.Type] = [Analyse.self, Report.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "local-adaptation/no-gap-analysis", "local-adaptation/no-reason", "local-adaptation/no-source",
    "local-adaptation/no-supplement", "local-adaptation/not-yet",
    "local-adaptation/repeated-recommendation", "local-adaptation/reported",
    "local-adaptation/until-decided", "local-adaptation/until-passed",
  ]
  /// The national version that the stand and a supplement belong to.
  public static let takes: [Topic] = [TypedTopic<Version>.document.topic]

  /// One for each stand that decides.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    Stand.allCases.compactMap(\.outcome)
  }

  let settings: Settings
  let owner: Body
  let version: Version?
  var gaps: [RecommendationGap] = []
  var reports: [Reported] = []

  /// Opens an attempt: in a lane, the region's.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    version = opening.take(.document)
  }

  /// The stand, where it decides.
  public var outcome: Outcome? { reports.last?.stand.outcome }

  /// The owner a gap analysis, where it is asked for, and then a stand.
  public var owes: [Owed] {
    guard outcome == nil else { return [] }
    if settings.gapAnalysis && gaps.isEmpty { return [Owed("gap", by: owner)] }
    return [Owed("report", by: owner, reports.last?.standing)]
  }
}
