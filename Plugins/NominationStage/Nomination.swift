public import StageKit

/// A group is staffed: people are nominated by the common template, and confirmed by who may.
///
/// A person is a reference word, never a name; who it is stands elsewhere and can be erased.
public struct Nomination: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let route: Route
    let confirmers: [Bodies]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      route = form("route", sv: "Nomineringsväg", en: "Route of nomination")
      confirmers = form(
        "confirmers", in: 1...5, sv: "Fastställer ledamöter", en: "Confirm members",
        help: Text(
          sv: "Den som företräder en region fastställs i en arbetsgrupp av regionen själv.",
          en: "In a working group who represents a region is confirmed by that region."))
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "nomination@1"
  /// What a person sees.
  public static let title = Text(sv: "Nominering av ledamöter", en: "Nomination of members")
  /// What it is for.
  public static let help = Text(
    sv:
      "Personer nomineras med den gemensamma mallen, lämnar jävsdeklaration och fastställs av den som "
      + "har rätt till det. I en arbetsgrupp fastställer regionen sin egen företrädare, och "
      + "processledaren intygar att rutinen har följts. En person anges med ett referensord, aldrig med namn.",
    en: "People are nominated by the common template, declare their interests and are confirmed by "
      + "who may. In a working group a region confirms its own representative, and the process "
      + "leader certifies that the routine was followed. A person is given by a reference word.")
  /// Its acts.
  public static let acts: [any Act<Nomination>.Type] = [
    Nominate.self, Declare.self, Prepare.self, Certify.self, Confirm.self, Decline.self,
    Finish.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "nomination/already-settled", "nomination/conflict", "nomination/finished",
    "nomination/missing-field", "nomination/no-declaration", "nomination/no-nominee",
    "nomination/not-certified", "nomination/not-nominated", "nomination/not-prepared",
    "nomination/not-prepared-here", "nomination/open", "nomination/wrong-confirmer",
  ]

  /// Those who were confirmed, for the stage that seats them.
  public static let gives: [Topic] = [TypedTopic<ConfirmedMember>.confirmedMember.topic]

  static let confirmed = Outcome.forward(
    "confirmed", sv: "Ledamöter fastställda", en: "Members confirmed")
  static let notConfirmed = Outcome.diverting(
    "not-confirmed", sv: "Ingen ledamot fastställd", en: "No member confirmed")

  /// Confirmed, or none of those nominated was.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [confirmed, notConfirmed] }

  let settings: Settings
  let owner: Body
  /// The bodies that confirm who represents no region of its own.
  let confirmers: [Body]
  var nominees: [Nominee] = []
  var certificate: Certificate?
  var finished: CivilDate?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    confirmers = opening.bodies(settings.confirmers)
  }

  /// Once every nomination is settled and the owner says that it is done.
  public var outcome: Outcome? {
    guard finished != nil else { return nil }
    return nominees.contains { $0.state == .confirmed } ? Self.confirmed : Self.notConfirmed
  }

  /// Each nomination what it waits for, and the owner the end.
  public var owes: [Owed] {
    guard finished == nil else { return [] }
    let open = nominees.filter { !$0.isSettled }
    guard !open.isEmpty else { return [Owed(nominees.isEmpty ? "nominate" : "finish", by: owner)] }
    return open.map { nominee in
      let who = Text(nominee.person.description)
      if nominee.declared == nil { return Owed("declare", by: owner, who) }
      if settings.route == .nationalGroup, nominee.state == .nominated {
        return Owed("prepare", by: owner, who)
      }
      return Owed("confirm-member", by: mayConfirm(nominee).first ?? owner, who)
    }
  }

  /// Each person who was confirmed, once the nominations are settled.
  public var given: [Given] {
    guard outcome == Self.confirmed else { return [] }
    return nominees.compactMap { nominee in
      guard nominee.state == .confirmed, let settled = nominee.settled else { return nil }
      return Given(
        .confirmedMember,
        ConfirmedMember(
          nominee.person, represents: nominee.represents, by: settled.by, on: settled.on,
          minutes: settled.minutes, declaredOn: nominee.declared?.on,
          conflict: nominee.declared?.conflict))
    }
  }

  /// Who may confirm a person.
  func mayConfirm(_ nominee: Nominee) -> [Body] {
    if settings.route == .workingGroup, let region = nominee.represents { return [region] }
    return confirmers.isEmpty ? [owner] : confirmers
  }

  func nominee(_ person: Name) -> Nominee? { nominees.first { $0.person == person } }

  /// Who is nominated, and how far it has come.
  public var summary: Summary {
    let done = nominees.count { $0.state == .confirmed }
    var facts: [Summary.Fact] = [
      .init(sv: "Nomineringsväg", en: "Route of nomination", settings.route.title)
    ]
    if let certificate {
      facts.append(
        .init(
          sv: "Rutinen har följts, intygat av processledaren",
          en: "The routine was followed, certified by the process leader",
          Text("\(certificate.by), \(certificate.on)")))
    }
    return Summary(
      standing: outcome?.title,
      line: nominees.isEmpty
        ? nil
        : Text(
          sv: "\(done) av \(nominees.count) nominerade fastställda",
          en: "\(done) of \(nominees.count) nominees confirmed"),
      facts: facts, tables: nominees.isEmpty ? [] : [table, files])
  }

  private var table: Summary.Table {
    Summary.Table(
      "nominations", sv: "Nomineringar", en: "Nominations",
      columns: [
        .init("person", sv: "Person", en: "Person"), .init("seat", sv: "Plats", en: "Seat"),
        .init("represents", sv: "Företräder", en: "Represents"),
        .init("nominated-by", sv: "Nominerad av", en: "Nominated by"),
        .init("declaration", sv: "Jävsdeklaration", en: "Interest declaration"),
        .init("state", sv: "Läge", en: "State"),
        .init("confirmed-by", sv: "Fastställd av", en: "Confirmed by"),
        .init("confirmed-on", sv: "Fastställd", en: "Confirmed"),
        .init("minutes", sv: "Protokoll", en: "Minutes"),
      ],
      rows: nominees.map { nominee in
        [
          Cell(nominee.person.description), Cell(nominee.seat), Cell(nominee.represents),
          Cell(nominee.by),
          nominee.declared.map { Cell($0.conflict) } ?? Cell(sv: "Saknas", en: "Missing"),
          Cell(nominee.state), Cell(nominee.settled?.by), Cell(nominee.settled?.on),
          Cell(nominee.settled?.minutes),
        ]
      })
  }

  // What whoever confirms has to go by; a nomination without all of it is refused.
  private var files: Summary.Table {
    Summary.Table(
      "nomination-files", sv: "Nomineringsunderlag", en: "Nomination files",
      columns: [
        .init("person", sv: "Person", en: "Person"),
        .init("competence", sv: "Kompetens", en: "Competence"),
        .init("position", sv: "Befattning", en: "Position"),
        .init("mandate-description", sv: "Uppdragsbeskrivning", en: "Mandate description"),
        .init("manager-consent", sv: "Chefens medgivande", en: "Manager's consent"),
      ],
      rows: nominees.map { nominee in
        [
          Cell(nominee.person.description), Cell(nominee.file.competence),
          Cell(nominee.file.position), Cell(nominee.file.mandate), Cell(sv: "Finns", en: "Given"),
        ]
      })
  }
}
