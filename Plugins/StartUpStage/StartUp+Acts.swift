import StageKit

extension StartUp {
  var alreadyActive: [Fault] {
    guard let activeFrom else { return [] }
    return [
      Fault(
        "start-up/active", sv: "gruppen är aktiv sedan \(activeFrom): rätta det i stället",
        en: "the group is active since \(activeFrom): correct that instead")
    ]
  }

  /// What the start-up dialogue settled; can be filled in bit by bit.
  struct Dialogue: Act {
    static let name = "dialogue"
    static let title = Text(sv: "Registrera uppstartsdialogen", en: "Record the start-up dialogue")
    let said: Said

    /// The four things.
    struct Said: Sendable, Equatable {
      var members: Int?
      var functions: [String] = []
      var ways: String?
      var mandate: String?
    }

    init(_ form: inout Form) {
      said = Said(
        members: form(
          "members", in: 1...100, unit: Text(sv: "ledamöter", en: "members"), sv: "Antal ledamöter",
          en: "Number of members"),
        functions: form("functions", in: 0...30, sv: "Funktioner", en: "Functions"),
        ways: form("ways-of-working", in: 1...2_000, sv: "Arbetssätt", en: "Ways of working"),
        mandate: form("mandate", in: 1...2_000, sv: "Mandat", en: "Mandate"))
    }

    func faults(in stage: StartUp, _ when: StageKit.Said) -> [Fault] { stage.alreadyActive }

    func fold(into stage: inout StartUp, _ when: StageKit.Said) {
      let known = stage.dialogue
      stage.dialogue = Said(
        members: said.members ?? known.members,
        functions: said.functions.isEmpty ? known.functions : said.functions,
        ways: said.ways ?? known.ways, mandate: said.mandate ?? known.mandate)
    }
  }

  /// Whom the appointing body has consulted.
  struct Consult: Act {
    static let name = "consult"
    static let title = Text(sv: "Registrera samråd", en: "Record a consultation")
    let body: Body
    let minutes: String?

    init(_ form: inout Form) {
      body = form("body", sv: "Samråd med", en: "Consulted")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: StartUp, _ said: StageKit.Said) -> [Fault] { stage.alreadyActive }

    func fold(into stage: inout StartUp, _ said: StageKit.Said) { stage.consulted = self }
  }

  /// How long a group is to last.
  enum Term: String, Choice {
    case permanent, temporary

    var title: Text {
      switch self {
      case .permanent: Text(sv: "Permanent", en: "Permanent")
      case .temporary: Text(sv: "Tillfällig", en: "Temporary")
      }
    }
  }

  /// Whether the group is permanent, or until when it is there.
  struct Duration: Act {
    static let name = "duration"
    static let title = Text(sv: "Ange hur länge gruppen finns", en: "Say how long the group lasts")
    let term: Term
    let until: CivilDate?

    init(_ form: inout Form) {
      term = form("term", sv: "Permanent eller tillfällig", en: "Permanent or temporary")
      until = form(
        "until", sv: "Till och med", en: "Until",
        help: Text(sv: "Krävs för en tillfällig grupp.", en: "Owed for a temporary group."))
    }

    func faults(in stage: StartUp, _ said: StageKit.Said) -> [Fault] {
      var faults = stage.alreadyActive
      switch (term, until) {
      case (.temporary, nil):
        faults.append(
          Fault(
            "start-up/no-end", at: "until", sv: "ange när den tillfälliga gruppen upphör",
            en: "say when the temporary group ends"))
      case (.permanent, .some):
        faults.append(
          Fault(
            "start-up/no-end-wanted", at: "until", sv: "en permanent grupp har inget slutdatum",
            en: "a permanent group has no end"))
      case (.temporary, let until?) where until.lastDay < said.on.firstDay:
        faults.append(
          Fault(
            "start-up/over-before", at: "until", sv: "\(until) har redan varit",
            en: "\(until) has been already"))
      default: break
      }
      return faults
    }

    func fold(into stage: inout StartUp, _ said: StageKit.Said) { stage.duration = self }
  }

  /// Which body gives the group its mandate.
  struct Mandate: Act {
    static let name = "mandate"
    static let title = Text(sv: "Ange uppdragsgivare", en: "Say who gives the mandate")
    let by: Body
    let reference: String?

    init(_ form: inout Form) {
      by = form("by", sv: "Uppdragsgivare", en: "Mandate from")
      reference = form("reference", in: 1...1_000, sv: "Uppdragsbeskrivning", en: "Mandate text")
    }

    func faults(in stage: StartUp, _ said: StageKit.Said) -> [Fault] { stage.alreadyActive }

    func fold(into stage: inout StartUp, _ said: StageKit.Said) { stage.mandate = self }
  }

  /// The two statements that a group which staffs itself owes.
  struct Statements: Act {
    static let name = "statements"
    static let title = Text(
      sv: "Ange förankring och processtöd", en: "State anchoring and process support")
    let said: Said

    /// The two.
    struct Said: Sendable, Equatable {
      var anchoring: String?
      var support: String?
    }

    init(_ form: inout Form) {
      said = Said(
        anchoring: form(
          "anchoring", in: 1...2_000, sv: "Multiprofessionell förankring",
          en: "Multiprofessional anchoring"),
        support: form(
          "process-support", in: 1...2_000, sv: "Tillräckligt processtöd",
          en: "Enough process support"))
    }

    func faults(in stage: StartUp, _ when: StageKit.Said) -> [Fault] { stage.alreadyActive }

    func fold(into stage: inout StartUp, _ when: StageKit.Said) {
      stage.statements = Said(
        anchoring: said.anchoring ?? stage.statements.anchoring,
        support: said.support ?? stage.statements.support)
    }
  }

  /// The group begins its work, when all that is asked for is settled.
  struct Activate: Act {
    static let name = "activate"
    static let title = Text(sv: "Gör gruppen aktiv", en: "Make the group active")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: StartUp, _ said: StageKit.Said) -> [Fault] {
      stage.alreadyActive
        + stage.items.filter { $0.value == nil }.map { item in
          Fault(
            "start-up/missing", sv: "saknas: \(item.title.sv.lowercased())",
            en: "missing: \(item.title.en.lowercased())")
        }
    }

    func fold(into stage: inout StartUp, _ said: StageKit.Said) { stage.activeFrom = said.on }
  }
}
