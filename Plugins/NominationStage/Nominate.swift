import StageKit

extension Nomination {
  /// Nominates a person by the common template; the same reference again replaces what was said.
  struct Nominate: Act {
    static let name = "nominate"
    static let title = Text(sv: "Nominera", en: "Nominate")
    let person: Name
    let seat: String
    let represents: Body?
    let consent: Bool
    let competence: String?
    let position: String?
    let mandate: String?

    init(_ form: inout Form) {
      person = form(
        "person", sv: "Person (referensord)", en: "Person (reference word)",
        help: Text(
          sv: "Ett ord som ni känner igen, aldrig ett namn: ledamot-3.",
          en: "A word that you know, never a name: member-3."))
      seat = form("seat", in: 1...100, sv: "Plats", en: "Seat")
      represents = form(
        "represents", sv: "Företräder", en: "Represents",
        help: Text(
          sv: "Regionen eller sjukvårdsregionen, för en regional företrädare.",
          en: "The region or healthcare region, for a regional representative."))
      consent = form(
        "manager-consent", default: false, sv: "Chefens medgivande finns",
        en: "The manager consents")
      competence = form("competence", in: 1...1_000, sv: "Kompetens", en: "Competence")
      position = form("position", in: 1...300, sv: "Befattning", en: "Position")
      mandate = form(
        "mandate-description", in: 1...1_000, sv: "Uppdragsbeskrivning", en: "Mandate description")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      if let known = stage.nominee(person), known.isSettled {
        faults += stage.faults(about: person)
      }
      let fields: [(Bool, Place, Text)] = [
        (consent, "manager-consent", Text(sv: "chefens medgivande", en: "the manager's consent")),
        (competence != nil, "competence", Text(sv: "kompetens", en: "competence")),
        (position != nil, "position", Text(sv: "befattning", en: "position")),
        (
          mandate != nil, "mandate-description",
          Text(sv: "uppdragsbeskrivning", en: "the mandate description")
        ),
      ]
      return faults
        + fields.filter { !$0.0 }.map { field in
          Fault(
            "nomination/missing-field", at: field.1, sv: "i mallen saknas \(field.2.sv)",
            en: "\(field.2.en) is missing in the template")
        }
    }

    func fold(into stage: inout Nomination, _ said: Said) {
      let nominee = Nominee(
        person: person, seat: seat, represents: represents, by: said.by,
        file: File(competence: competence, position: position, mandate: mandate))
      stage.nominees.replace(with: [nominee], by: \.person)
    }
  }

  /// Records the interest declaration, as it was assessed; owed before anyone takes part.
  struct Declare: Act {
    static let name = "declare"
    static let title = Text(sv: "Registrera jävsdeklaration", en: "Record the interest declaration")
    let person: Name
    let conflict: ConflictOfInterest
    let note: Prose?

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person (reference word)")
      conflict = form("conflict", sv: "Jävsbedömning", en: "Assessed conflict of interest")
      note = form("note", in: 1...10_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] { stage.faults(about: person) }

    func fold(into stage: inout Nomination, _ said: Said) {
      stage.change(person) { $0.declared = Declared(conflict: conflict, on: said.on) }
    }
  }

  /// The preparatory group has prepared the nomination to a national group.
  struct Prepare: Act {
    static let name = "prepare"
    static let title = Text(sv: "Registrera beredning", en: "Record that it is prepared")
    let person: Name
    let note: String?

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person (reference word)")
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] {
      let faults = stage.faults(about: person)
      guard stage.settings.route == .workingGroup else { return faults }
      return faults + [
        Fault(
          "nomination/not-prepared-here",
          sv: "nomineringar till en arbetsgrupp bereds inte: fastställ dem",
          en: "nominations to a working group are not prepared: confirm them")
      ]
    }

    func fold(into stage: inout Nomination, _ said: Said) {
      stage.change(person) { $0.state = .prepared }
    }
  }

  /// The process leader certifies that the routine was followed.
  struct Certify: Act {
    static let name = "certify"
    static let title = Text(
      sv: "Intyga att rutinen har följts", en: "Certify that the routine was followed")
    let leader: Name

    init(_ form: inout Form) {
      leader = form(
        "process-leader", sv: "Processledare (referensord)", en: "Process leader (reference word)")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Nomination, _ said: Said) {
      stage.certificate = Certificate(by: leader, on: said.on)
    }
  }
}
