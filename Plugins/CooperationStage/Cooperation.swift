public import StageKit

/// The regions say whether they want to act together, and a council decides whether they will.
///
/// A wish binds nobody: the council may decide before all have answered, and who has not is shown.
public struct Cooperation: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let asked: [Bodies]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      asked = form(
        "asked", in: 0...50, sv: "Tillfrågade", en: "Asked",
        help: Text(
          sv: "De vars önskemål hämtas in; utan lista kan vem som helst lämna ett.",
          en: "Those whose wishes are collected; without a list anybody may leave one."))
    }
  }

  /// The name in definitions.
  public static let name: StageName = "cooperation@1"
  /// What a person sees.
  public static let title = Text(
    sv: "Beslut om nationell samverkan", en: "Decision on national cooperation")
  /// What it is for.
  public static let help = Text(
    sv: "Regionernas önskemål hämtas in, och rådet beslutar om det ska bli nationell samverkan. "
      + "Beslutet anger kriterierna; blir det ingen samverkan hanterar varje region frågan själv.",
    en: "The regions' wishes are collected, and the council decides whether there will be national "
      + "cooperation. The decision names the criteria; without it each region acts on its own.")
  /// Its acts.
  public static let acts: [any Act<Cooperation>.Type] = [Express.self, Decide.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "cooperation/decided", "cooperation/no-criterion", "cooperation/no-reason",
    "cooperation/not-asked",
  ]
  /// The report that the wishes and the decision build on.
  public static let takes: [Topic] = [TypedTopic<Version>.document.topic]
  /// Where the decision stands in the minutes, and its day.
  public static let gives: [Topic] = [
    TypedTopic<Version>.decision.topic, TypedTopic<CivilDate>.decidedOn.topic,
  ]

  /// In, out, or back for more.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    Verdict.allCases.map(\.outcome)
  }

  /// A mandate to decide or recommend.
  public static func demands(_ settings: Settings) -> [Demand] {
    [.power(["decide", "recommend"])]
  }

  let owner: Body
  let asked: [Body]
  var wishes: [Wished] = []
  var decided: Decided?

  /// Opens an attempt; who is asked is settled that day.
  public init(_ settings: Settings, _ opening: Opening) {
    owner = opening.owner
    asked = opening.bodies(settings.asked)
  }

  /// What was decided.
  public var outcome: Outcome? { decided?.act.outcome.outcome }

  /// Each silent one a wish, and the owner the decision.
  public var owes: [Owed] {
    guard decided == nil else { return [] }
    let decision = Owed("decide", by: owner, asked.isEmpty ? nil : answered)
    return silent.map { Owed("wish", by: $0) } + [decision]
  }

  /// The decision by decider, day and paragraph.
  public var given: [Given] {
    guard let decided else { return [] }
    return [
      Given(.decision, decided.reference(owner)), Given(.decidedOn, decided.on),
    ]
  }

  /// Those who were asked and have said nothing.
  var silent: [Body] {
    let heard = Set(wishes.map(\.region))
    return asked.filter { !heard.contains($0) }
  }

  /// "17 av 21 har svarat".
  var answered: Text {
    let count = asked.count - silent.count
    return Text(
      sv: "\(count) av \(asked.count) har svarat", en: "\(count) of \(asked.count) have answered")
  }
}
