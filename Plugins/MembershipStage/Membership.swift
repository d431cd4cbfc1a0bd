public import StageKit

/// Who sits in a group: seats, terms, extensions, interests and vacancies, as long as the group lives.
///
/// A person is a reference word, never a name; who it is stands elsewhere and can be erased.
public struct Membership: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    /// The kind of body whose rules of composition hold.
    let kind: Name
    let term: CivilDuration
    let extends: CivilDuration
    let chairTerm: CivilDuration
    let chairLimit: CivilDuration
    /// Whether a new member is to be confirmed before taking the seat.
    let confirmed: Bool

    /// Asks for the settings; the defaults are those of the national groups.
    public init(_ form: inout Form) {
      kind = form("kind", sv: "Typ av grupp", en: "Kind of group")
      term = form("term", default: .years(3), sv: "Längsta mandatperiod", en: "Longest term")
      extends = form(
        "extension", default: .years(2), sv: "Längsta förlängning", en: "Longest extension")
      chairTerm = form(
        "chair-term", default: .years(2), sv: "Ordförandens mandatperiod", en: "Term of the chair")
      chairLimit = form(
        "chair-limit", default: .years(4), sv: "Ordförande sammanlagt högst",
        en: "Chair in all at most")
      confirmed = form(
        "confirmed", default: false, sv: "Ledamöter ska vara fastställda",
        en: "Members are to be confirmed",
        help: Text(
          sv: "Ingen ny får plats utan att vara fastställd. Den som hade sin plats innan ärendet "
            + "startades tas in som det är.",
          en: "Nobody new takes a seat without being confirmed. Who had a seat before the case was "
            + "opened is taken in as it is."))
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "membership@1"
  /// What a person sees.
  public static let title = Text(sv: "Ledamöter", en: "Members")
  /// What it is for.
  public static let help = Text(
    sv: "Gruppens platser, mandatperioder, jävsdeklarationer och vakanser, så länge gruppen finns. "
      + "Jävsdeklarationen kommer före medverkan, och den som har fastställts i nomineringen väntar "
      + "på sin plats. En person anges med ett referensord, aldrig med namn.",
    en: "The group's seats, terms, declarations of interest and vacancies, as long as it lives. "
      + "The declaration comes before taking part, and who was confirmed in the nomination waits for "
      + "the seat. A person is given by a reference word.")
  /// Its acts.
  public static let acts: [any Act<Membership>.Type] = [
    Declare.self, Assess.self, Take.self, Prolong.self, Leave.self, Announce.self, Close.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "membership/already-seated", "membership/chair-limit", "membership/chair-taken",
    "membership/conflict",
    "membership/no-declaration", "membership/not-confirmed", "membership/not-seated",
    "membership/shortens",
    "membership/still-seated", "membership/term-too-long", "membership/wrong-assessor",
    "membership/ends-before-start",
  ]

  /// Those whom a nomination in the same case confirmed.
  public static let takes: [Topic] = [TypedTopic<ConfirmedMember>.confirmedMember.topic.whereGiven]

  static let closed = Outcome.forward(
    "closed", sv: "Gruppen är avslutad", en: "The group is closed")

  /// The group ends.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [closed] }

  let settings: Settings
  let owner: Body
  let openedOn: CivilDate
  /// Whether the group was nominated in this case, so that no seat in it is older than that.
  let isNominatedHere: Bool
  /// Those who were confirmed and have not taken their seats.
  var waiting: [ConfirmedMember]
  var members: [Member] = []
  var interests: [Interest] = []
  var vacancies: [Vacancy] = []
  var closedOn: CivilDate?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    openedOn = opening.on
    waiting = opening.takeAll(.confirmedMember)
    isNominatedHere = !waiting.isEmpty
    interests = waiting.compactMap { member in
      member.declaredOn.map {
        Interest(
          person: member.person, represents: member.represents, on: $0, text: nil,
          conflict: member.conflict)
      }
    }
  }

  /// Closed, once somebody says so.
  public var outcome: Outcome? { closedOn == nil ? nil : Self.closed }

  /// The declarations that wait for whom they are to be assessed by, and the confirmed that wait for
  /// their seats; nothing else has a day of its own.
  public var owes: [Owed] {
    interests.filter { $0.isLatest(in: interests) && $0.conflict == nil }.map { interest in
      Owed(
        "assess", by: principal(of: interest.person), Text(interest.person.description))
    } + waiting.map { Owed("seat", by: owner, Text($0.person.description)) }
  }

  /// Who assesses a person's interests: the principal that the person represents, else the owner.
  func principal(of person: Name) -> Body {
    interests.last { $0.person == person }?.represents
      ?? members.last { $0.person == person }?.represents ?? owner
  }

  func seat(of person: Name) -> Int? { members.lastIndex { $0.person == person && $0.left == nil } }
}

extension CivilDuration {
  fileprivate static func years(_ count: Int) -> CivilDuration {
    CivilDuration("\(count) years") ?? .blank
  }
}
