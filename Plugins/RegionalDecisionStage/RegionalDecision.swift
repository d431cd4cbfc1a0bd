public import StageKit

/// A region decides what it does with a council's recommendation, and names the version it read.
///
/// A council recommends, each region decides. So a stand that departs from the national one is
/// accepted with its reason, and one that builds on an older version is accepted and marked.
public struct RegionalDecision: Stage {
  /// The name in definitions.
  public static let name: StageName = "regional-decision@1"
  /// What a person sees.
  public static let title = Text(sv: "Regionalt beslut", en: "Regional decision")
  /// What it is for.
  public static let help = Text(
    sv: "Regionen beslutar att införa, införa delvis, avstå eller följa avvakta, "
      + "utifrån en namngiven version av rekommendationen.",
    en: "The region decides to introduce, introduce in part, refrain or follow the wait, "
      + "on a named version of the recommendation.")
  /// What it uses: every version of the recommendation, the latest last.
  public static let takes: [Topic] = [TypedTopic.recommendation.topic]
  /// Its acts.
  public static let acts: [any Act<RegionalDecision>.Type] = [Decide.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "regional-decision/before-version", "regional-decision/no-reason",
    "regional-decision/no-recommendation", "regional-decision/no-source",
    "regional-decision/no-wait", "regional-decision/older-version",
    "regional-decision/unknown-version", "regional-decision/until-passed",
    "regional-decision/until-without-later", "regional-decision/wait",
  ]

  /// What may come of it; a decision against introducing leads no further, and so must be mapped
  /// outside a lane.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] {
    Stand.allCases.compactMap(\.outcome)
  }

  let owner: Body
  /// The versions handed on by the time it opened, the current one last.
  let versions: [Version]
  /// What the region said, in order; the last holds.
  var reports: [Report] = []

  /// What a region said, and when.
  struct Report: Sendable, Equatable {
    let act: Decide
    let said: Said
  }

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
    versions = opening.taken.filter { $0.topic == TypedTopic.recommendation.name }
      .compactMap { Version($0.value) }
  }

  /// The decision, once there is one; "later" is none.
  public var outcome: Outcome? { reports.last?.act.stand.outcome }

  /// The region owes a decision.
  public var owes: [Owed] {
    guard outcome == nil else { return [] }
    let until = reports.last?.act.until.map {
      Text(sv: "Beslut väntas \($0)", en: "Decision expected \($0)")
    }
    return [Owed("decide", by: owner, until)]
  }
}
