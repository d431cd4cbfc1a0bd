public import StageKit

/// A group is started: what has to be settled before it may work.
public struct StartUp: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let asks: [Ask]

    /// What has to be settled, each once, in the order of the words.
    var asked: [Ask] { Ask.allCases.filter { asks.contains($0) } }

    /// Asks for the settings.
    public init(_ form: inout Form) {
      asks = form(
        "asks", in: 1...5, sv: "Ska vara klarlagt", en: "To be settled",
        help: Text(
          sv: "Gruppen blir inte aktiv förrän allt detta är angivet.",
          en: "The group does not become active before all of it is given."))
    }
  }

  /// The name in `uses:`.
  public static let name: StageName = "start-up@1"
  /// What a person sees.
  public static let title = Text(sv: "Uppstartsdialog", en: "Start-up dialogue")
  /// What it is for.
  public static let help = Text(
    sv: "I uppstartsdialogen bestäms antal ledamöter, funktioner, arbetssätt och mandat. Processen "
      + "säger vad mer som ska vara klarlagt innan gruppen blir aktiv: samråd, hur länge den "
      + "finns, vem som ger mandatet, multiprofessionell förankring och processtöd.",
    en: "The start-up dialogue settles the number of members, functions, ways of working and the "
      + "mandate. The process says what else is settled before the group becomes active: "
      + "consultation, how long it lasts, who gives the mandate, multiprofessional anchoring and "
      + "process support.")
  /// Its acts.
  public static let acts: [any Act<StartUp>.Type] = [
    Dialogue.self, Consult.self, Duration.self, Mandate.self, Statements.self, Activate.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "start-up/active", "start-up/missing", "start-up/no-end", "start-up/no-end-wanted",
    "start-up/over-before",
  ]

  static let active = Outcome.forward("active", sv: "Aktiv", en: "Active")

  /// Active.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [active] }

  let settings: Settings
  let owner: Body
  var dialogue = Dialogue.Said()
  var consulted: Consult?
  var duration: Duration?
  var mandate: Mandate?
  var statements = Statements.Said()
  var activeFrom: CivilDate?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
  }

  /// Active, once all is settled and the owner says so.
  public var outcome: Outcome? { activeFrom == nil ? nil : Self.active }

  /// The owner what is not settled, and then that the group is active.
  public var owes: [Owed] {
    guard activeFrom == nil else { return [] }
    guard let missing = items.first(where: { $0.value == nil }) else {
      return [Owed("activate", by: owner)]
    }
    return [Owed(missing.ask.act, by: owner, missing.title)]
  }

  /// What is settled and what is missing.
  public var summary: Summary {
    let all = items
    let missing = all.count { $0.value == nil }
    return Summary(
      standing: outcome?.title,
      line: activeFrom.map { Text(sv: "Aktiv från \($0)", en: "Active from \($0)") }
        ?? Text(
          sv: "\(all.count - missing) av \(all.count) klarlagda",
          en: "\(all.count - missing) of \(all.count) settled"),
      tables: [
        Summary.Table(
          "start-up", sv: "Att klarlägga före start", en: "To be settled before the start",
          columns: [
            .init("item", sv: "Punkt", en: "Item"), .init("value", sv: "Angivet", en: "Given"),
          ],
          rows: all.map { item in
            [
              .choice(item.ask.rawValue, item.title),
              item.value ?? .choice("missing", Text(sv: "Saknas", en: "Missing")),
            ]
          })
      ])
  }
}
