public import StageKit

/// Somebody answers a consultation: it is assigned, drafted, approved and sent.
///
/// A substantial disagreement is told at once and not first when the answer is due: who is to
/// settle it owes that from the day it is reported, and nothing is sent before it is settled.
public struct Reply: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let joint: Bool
    let settledBy: [Bodies]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      joint = form(
        "joint", default: false, sv: "Samordnat remissvar", en: "Joint response",
        help: Text(
          sv: "Det ska framgå för vilka svaret lämnas.",
          en: "It must show for whom the answer is given."))
      settledBy = form(
        "settled-by", in: 0...20, sv: "Hanterar meningsskiljaktigheter",
        en: "Who settles disagreements",
        help: Text(
          sv: "Den ansvariga för fasen, om ingen anges.", en: "The owner, unless someone is named.")
      )
    }
  }

  /// The name in definitions.
  public static let name: StageName = "reply@1"
  /// What a person sees.
  public static let title = Text(sv: "Remissvar", en: "Reply to a consultation")
  /// What it is for.
  public static let help = Text(
    sv: "En remiss besvaras: någon får uppdraget, skriver ett utkast, svaret godkänns och skickas. "
      + "Betydande meningsskiljaktigheter rapporteras genast och hanteras innan svaret skickas.",
    en: "A consultation is answered: somebody is assigned, writes a draft, the answer is approved "
      + "and sent. Substantial disagreement is reported at once and settled before it is sent.")
  /// Its acts.
  public static let acts: [any Act<Reply>.Type] = [
    Delegate.self, Write.self, Disagree.self, Settle.self, Approve.self, Send.self, Abstain.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "reply/finished", "reply/no-draft", "reply/no-parties", "reply/not-approved",
    "reply/nothing-to-settle", "reply/unsettled",
  ]

  /// Sent, or not answered.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [sent, noAnswer] }

  static let sent = Outcome.forward("sent", sv: "Skickad", en: "Sent")
  static let noAnswer = Outcome.forward(
    "no-answer", sv: "Avstår från att svara", en: "Not answered")

  let settings: Settings
  let owner: Body
  let settlers: [Body]
  var closes: CivilDate?
  var assignment: Assigned?
  var draft: Drafted?
  var disagreements: [Disagreement] = []
  var approval: Approved?
  var ending: Ending?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    let named = opening.bodies(settings.settledBy)
    settlers = named.isEmpty ? [opening.owner] : named
    closes = opening.closes
  }

  /// Learns its new last day.
  public mutating func extend(to closes: CivilDate) { self.closes = closes }

  /// Sent or not answered, once it is.
  public var outcome: Outcome? {
    switch ending {
    case nil: nil
    case .sent: Self.sent
    case .abstained: Self.noAnswer
    }
  }

  /// Who settles a disagreement owes that; then comes what is next: to assign, draft, approve, send.
  public var owes: [Owed] {
    guard ending == nil else { return [] }
    let open = disagreements.filter { $0.settled == nil }
    let settle = open.isEmpty ? [] : settlers.map { Owed("settle", by: $0, disagreeing(open)) }
    return settle + [next]
  }

  private var next: Owed {
    switch state {
    case .unassigned: Owed("delegate", by: owner)
    case .assigned: Owed("draft", by: assignment?.act.to ?? owner, dueText)
    case .draft: Owed("approve", by: owner)
    case .approved, .sent, .abstained: Owed("send", by: owner)
    }
  }

  private var dueText: Text? {
    assignment?.act.deadline.map { Text(sv: "Senast \($0)", en: "By \($0)") }
  }

  private func disagreeing(_ open: [Disagreement]) -> Text {
    let bodies = open.map(\.body.description).joined(separator: ", ")
    return Text(sv: "Meningsskiljaktighet: \(bodies)", en: "Disagreement: \(bodies)")
  }

  /// How far it has come.
  var state: State {
    switch ending {
    case .sent: return .sent
    case .abstained: return .abstained
    case nil: break
    }
    if approval != nil { return .approved }
    if draft != nil { return .draft }
    return assignment == nil ? .unassigned : .assigned
  }
}
