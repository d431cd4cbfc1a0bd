public import StageKit

/// A council advises the regions on the use of a drug for an indication, or of a medical device.
///
/// NT-rådet gives a new assessment of each recommendation at the latest two years after it was
/// issued (Samverkan läkemedel, "Avslut av nationell samverkan"); MTP-rådet revises or repeals its
/// own within two years (Nationellt införande av medicinteknik, "Rekommendation"). Hence the
/// setting `reassess` and the date that goes with each recommendation.
public struct Recommendation: Stage {
  /// The name in definitions.
  public static let name: StageName = "recommendation@1"
  /// What a person sees.
  public static let title = Text(sv: "Rekommendation", en: "Recommendation")
  /// What it is for.
  public static let help = Text(
    sv: "Rådet utfärdar en rekommendation till regionerna: bör, kan, avstå eller avvakta. "
      + "Varje rekommendation har en version som regionernas beslut hänvisar till.",
    en: "The council issues a recommendation to the regions: should, may, refrain or wait. "
      + "Each recommendation has a version that the regions' decisions cite.")
  /// What it hands on: every version issued, the latest last, and when it is reassessed.
  public static let gives: [Topic] = [
    TypedTopic.recommendation.topic, TypedTopic.reassessBy.topic,
  ]
  /// Its acts.
  public static let acts: [any Act<Recommendation>.Type] = [Recommend.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "recommendation/awaits-nothing", "recommendation/bad-version", "recommendation/out-of-order",
    "recommendation/version-taken",
  ]

  /// What may come of it; `wait` only where a definition lets it close the stage.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    Value.allCases.filter { $0 != .wait || settings.wait == .closes }.map { value in
      let title = value.title(of: settings.council)
      return .forward(value.rawValue, sv: title.sv, en: title.en)
    }
  }

  /// A recommendation that was issued.
  struct Issue: Sendable, Equatable {
    let act: Recommend
    let said: Said

    /// What the regions cite: the designation given, else the day of issue.
    var label: String { act.version ?? said.on.description }
    var version: Version { Version(act.value.rawValue, label) }
  }

  let settings: Settings
  let owner: Body
  /// Everything issued, in order; a wait may come before the recommendation it waited for.
  var issued: [Issue] = []

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
  }

  /// The value, once there is one that closes the stage.
  public var outcome: Outcome? {
    guard let value = issued.last?.act.value else { return nil }
    return Self.outcomes(settings).first { $0.name == value.rawValue }
  }

  /// The council owes a recommendation, also while it asks the regions to wait.
  public var owes: [Owed] {
    guard outcome == nil else { return [] }
    return [Owed("recommend", by: owner, issued.last.map { $0.waiting })]
  }

  /// Every version, the latest last, and the last day for a new assessment of it.
  public var given: [Given] {
    let versions = issued.map { Given(.recommendation, $0.version) }
    return versions + (reassessBy.map { [Given(.reassessBy, $0)] } ?? [])
  }

  /// The last day for a new assessment; none for a wait, which lasts until there is a basis.
  var reassessBy: CivilDate? {
    guard let last = issued.last, last.act.value != .wait else { return nil }
    return settings.reassess.after(last.said.on)
  }
}

extension Recommendation.Issue {
  /// "Avvakta sedan 2025-05, i väntan på …".
  var waiting: Text {
    let basis = act.awaits.map { Text(sv: ", i väntan på \($0)", en: ", awaiting \($0)") }
    return Text(
      sv: "Avvakta sedan \(said.on)\(basis?.sv ?? "")",
      en: "Wait since \(said.on)\(basis?.en ?? "")")
  }
}
