public import StageKit

/// A body decides: it adopts, refers back or rejects what was prepared, or names another way on.
public struct Decision: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let options: [Name]
    let quorum: Int?
    let ballot: Bool
    let rule: Ballot.Rule

    /// Asks for the settings.
    public init(_ form: inout Form) {
      options = form(
        "options", in: 0...20, sv: "Beslutsalternativ", en: "Options",
        help: Text(
          sv: "De beslut som för arbetet vidare, i stället för Fastställd.",
          en: "Decisions after which the flow goes on, instead of adopt."))
      quorum = form(
        "quorum", in: 1...1_000, unit: Text(sv: "ledamöter", en: "members"), sv: "Beslutsför med",
        en: "Quorum")
      ballot = form(
        "ballot", default: false, sv: "Ställningstaganden registreras per ledamot",
        en: "Positions are registered for each member")
      rule = form("rule", default: .simpleMajority, sv: "Förslaget bifalls med", en: "Carried by")
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "decision@1"
  /// What a person sees.
  public static let title = Text(sv: "Beslut", en: "Decision")
  /// What it is for.
  public static let help = Text(
    sv: "Ett organ med mandat fattar beslut på det underlag som tagits fram. Det räcker att ange "
      + "beslutet och var det står i protokollet; omröstning registreras bara där processen "
      + "kräver det.",
    en: "A body with the mandate decides on what was prepared. The decision and its place in the "
      + "minutes are enough; a ballot is registered only where the process asks for it.")
  /// Its acts.
  public static let acts: [any Act<Decision>.Type] = [
    Decide.self, Table.self, Recuse.self, TakePosition.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "decision/already-recused", "decision/carried", "decision/decided",
    "decision/impossible-present", "decision/impossible-quorum", "decision/no-ballot",
    "decision/no-electorate", "decision/no-positions", "decision/no-present", "decision/no-quorum",
    "decision/no-reason", "decision/not-a-member", "decision/not-carried",
    "decision/present-differs", "decision/recused", "decision/recused-differs", "decision/tied",
    "decision/unknown-outcome", "decision/until-passed",
  ]
  /// The version that is decided on.
  public static let takes: [Topic] = [TypedTopic<Version>.document.topic]
  /// Where the decision stands in the minutes, and its day.
  public static let gives: [Topic] = [
    TypedTopic<Version>.decision.topic, TypedTopic<CivilDate>.decidedOn.topic,
  ]

  /// Adopted, or the options of the settings; referred back; rejected.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    let forward: [Outcome] =
      settings.options.isEmpty
      ? [.forward("adopt", sv: "Fastställd", en: "Adopted")]
      : settings.options.map {
        .forward($0.description, sv: $0.description, en: $0.description)
      }
    return forward + [
      .diverting("refer-back", sv: "Återremitterad", en: "Referred back"),
      .diverting("reject", sv: "Fastställs inte", en: "Not adopted"),
    ]
  }

  /// Options that are no options, and a ballot that could not tell between them.
  public static func faults(in settings: Settings) -> [Fault] {
    var faults: [Fault] = []
    for (index, option) in settings.options.enumerated() {
      let name = option.description
      if name == "refer-back" || name == "reject" {
        faults.append(
          Fault(
            "decision/reserved-option", at: ["options", .index(index)],
            sv: "'\(name)' finns alltid att välja",
            en: "'\(name)' can always be chosen",
            help: Text(sv: "ta bort det ur listan", en: "remove it from the list")))
      } else if settings.options[..<index].contains(option) {
        faults.append(
          Fault(
            "decision/repeated-option", at: ["options", .index(index)],
            sv: "'\(name)' står redan i listan", en: "'\(name)' is in the list already",
            help: Text(sv: "ta bort det ena", en: "remove one of them")))
      }
    }
    if !settings.ballot && settings.rule != .simpleMajority {
      faults.append(
        Fault(
          "decision/rule-without-ballot", at: "rule",
          sv: "majoritetsregeln används bara när ställningstaganden registreras per ledamot",
          en: "the rule is used only where positions are registered for each member",
          severity: .warning,
          help: Text(
            sv: "skriv ballot: true, eller ta bort rule:", en: "write ballot: true, or remove rule:"
          ))
      )
    }
    if settings.ballot && settings.options.count > 1 {
      faults.append(
        Fault(
          "decision/ballot-on-options", at: "ballot",
          sv: "ledamöterna kan bara säga för eller emot ett enda förslag",
          en: "members can only say for or against one single proposal",
          help: Text(
            sv: "ange högst ett alternativ i options:, eller ta bort ballot:",
            en: "give one option at most in options:, or remove ballot:")))
    }
    return faults
  }

  /// A mandate to decide, and as many members as the quorum.
  public static func demands(_ settings: Settings) -> [Demand] {
    [.power(["adopt", "approve", "decide"])]
      + (settings.quorum.map { [.members($0, at: "quorum")] } ?? [])
  }

  let settings: Settings
  let owner: Body
  let document: Version?
  var ballot: Ballot
  var tablings: [Tabling] = []
  var decided: Decided?

  /// Opens an attempt; the owner's seats with a mandate on that day are the electorate.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    document = opening.take(.document)
    ballot = Ballot(electorate: opening.electorate)
  }

  /// What was decided.
  public var outcome: Outcome? {
    decided.flatMap { decided in
      Self.outcomes(settings).first { $0.name == decided.outcome.description }
    }
  }

  /// The owner a decision, and in a ballot each silent member a position.
  public var owes: [Owed] {
    guard decided == nil else { return [] }
    let silent = isBallot ? ballot.electorate.filter { ballot.standing(of: $0) == .silent } : []
    return silent.map { Owed("position", by: $0) }
      + [Owed("decide", by: owner, tablings.last?.standing)]
  }

  /// The decision by decider, day and paragraph.
  public var given: [Given] {
    guard let decided else { return [] }
    return [Given(.decision, decided.reference), Given(.decidedOn, decided.on)]
  }

  /// Whether positions count: the process asks for them and the composition is known.
  var isBallot: Bool { settings.ballot && !ballot.electorate.isEmpty }

  /// Members who are known to be recused; where the composition is unknown, all who said so.
  var recusedCount: Int {
    ballot.electorate.isEmpty ? ballot.recused.count : ballot.tally.recused
  }
}
