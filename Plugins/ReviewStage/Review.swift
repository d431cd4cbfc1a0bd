public import StageKit

/// The owner looks at what is in force and says whether it still holds.
///
/// Under `every:` a `none` leaves the stage for its next occurrence; that is the engine's business.
public struct Review: Stage {
  /// The name in definitions.
  public static let name: StageName = "review@1"
  /// What a person sees.
  public static let title = Text(sv: "Översyn", en: "Review")
  /// What it is for.
  public static let help = Text(
    sv: "Den ansvariga ser över det som gäller: det kvarstår, revideras eller utmönstras.",
    en: "The owner reviews what is in force: it stands, is revised or is retired.")
  /// Its acts.
  public static let acts: [any Act<Review>.Type] = [Conclude.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "review/no-reason", "review/not-offered",
  ]

  /// What may come of it; all but `none` must be mapped.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    settings.offered.map { result in
      let title = result.title(of: settings.subject)
      return result == .none
        ? .forward(result.rawValue, sv: title.sv, en: title.en)
        : .diverting(result.rawValue, sv: title.sv, en: title.en)
    }
  }

  let settings: Settings
  let owner: Body
  let opened: CivilDate
  /// What was concluded, and when.
  var conclusion: Conclusion?

  /// The result of a review.
  struct Conclusion: Sendable, Equatable {
    let act: Conclude
    let said: Said
  }

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    opened = opening.on
  }

  /// The result, once there is one.
  public var outcome: Outcome? {
    guard let result = conclusion?.act.result else { return nil }
    return Self.outcomes(settings).first { $0.name == result.rawValue }
  }

  /// The owner owes a result.
  public var owes: [Owed] {
    outcome == nil ? [Owed("review", by: owner)] : []
  }

  /// The result, when and why.
  public var summary: Summary {
    guard let conclusion else { return Summary() }
    let title = conclusion.act.result.title(of: settings.subject)
    let on = conclusion.said.on
    var facts = [Summary.Fact(sv: "Översedd", en: "Reviewed", Text(on.description))]
    if let reason = conclusion.act.reason {
      facts.append(.init(sv: "Skäl", en: "Reason", Text(reason)))
    }
    return Summary(
      standing: title, line: Text(sv: "\(title.sv), \(on)", en: "\(title.en), \(on)"), facts: facts)
  }
}
