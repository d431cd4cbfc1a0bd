public import StageKit

/// A decision point: without the owner's approval the work may not go on.
///
/// Where the process asks it, the approval also says whether anything changes for the regions, and
/// that chooses the way the text is reviewed.
public struct Gate: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let asksConsequences: Bool

    /// Asks for the settings.
    public init(_ form: inout Form) {
      asksConsequences = form(
        "asks-consequences", default: false, sv: "Frågar om konsekvenserna för regionerna ändras",
        en: "Asks whether the consequences for the regions change",
        help: Text(
          sv: "Svaret väljer väg: full remiss om de ändras, annars synpunktsinhämtning.",
          en: "The answer chooses the way: a full round if they change, else a light one."))
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "gate@1"
  /// What a person sees.
  public static let title = Text(sv: "Beslutspunkt", en: "Decision point")
  /// What it is for.
  public static let help = Text(
    sv: "Utan den ansvarigas godkännande går arbetet inte vidare.",
    en: "Without the owner's approval the work does not go on.")
  /// Its acts.
  public static let acts: [any Act<Gate>.Type] = [Approve.self, ReferBack.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = ["gate/no-answer", "gate/not-asked", "gate/passed"]
  /// The version that is approved.
  public static let takes: [Topic] = [TypedTopic<Version>.document.topic]

  /// Approved, or the way that the answer chooses; referred back.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    (settings.asksConsequences ? [lightRound, fullRound] : [approved]) + [referredBack]
  }

  static let approved = Outcome.forward("approved", sv: "Godkänd", en: "Approved")
  static let lightRound = Outcome.forward(
    "light-round", sv: "Godkänd för synpunktsinhämtning", en: "Approved for a light round")
  static let fullRound = Outcome.forward(
    "full-round", sv: "Godkänd för full remiss", en: "Approved for a full round")
  static let referredBack = Outcome.diverting(
    "refer-back", sv: "Återremitterad", en: "Referred back")

  let settings: Settings
  let owner: Body
  let document: Version?
  /// How it ended, who said so and when.
  var passage: Passage?

  /// An approval, or its refusal.
  struct Passage: Sendable, Equatable {
    let outcome: Outcome
    let by: Body
    let on: CivilDate
    let minutes: String?
    let reason: String?
  }

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    document = opening.take(.document)
  }

  /// Approved, and which way, or referred back.
  public var outcome: Outcome? { passage?.outcome }

  /// The owner owes an approval.
  public var owes: [Owed] { passage == nil ? [Owed("approve", by: owner)] : [] }

  /// Which version was approved by whom.
  public var summary: Summary {
    guard let passage else {
      return Summary(
        line: Text(sv: "Godkännande saknas (\(owner))", en: "Approval is missing (\(owner))"),
        facts: version)
    }
    var facts = version
    facts.append(.init(sv: "Godkännande av", en: "Approval by", Text(passage.by.description)))
    if settings.asksConsequences, passage.outcome != Self.referredBack {
      facts.append(
        .init(
          sv: "Konsekvenserna för regionerna", en: "The consequences for the regions",
          passage.outcome == Self.fullRound
            ? Text(sv: "Ändras", en: "Change") : Text(sv: "Ändras inte", en: "Do not change")))
    }
    if let minutes = passage.minutes {
      facts.append(.init(sv: "Protokoll och paragraf", en: "Minutes and paragraph", Text(minutes)))
    }
    if let reason = passage.reason {
      facts.append(.init(sv: "Skäl", en: "Reason", Text(reason)))
    }
    let (title, on) = (passage.outcome.title, passage.on)
    return Summary(
      standing: title, line: Text(sv: "\(title.sv) \(on)", en: "\(title.en) \(on)"), facts: facts)
  }

  private var version: [Summary.Fact] {
    document.map { [.init(sv: "Underlag", en: "Basis", Text($0.description))] } ?? []
  }
}
