import StageKit

extension Nomination {
  /// Confirms a person; who may do it depends on the seat.
  struct Confirm: Act {
    static let name = "confirm-member"
    static let title = Text(sv: "Fastställ ledamot", en: "Confirm a member")
    let person: Name
    let minutes: String?

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person (reference word)")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] {
      var faults = stage.faults(about: person)
      guard let nominee = stage.nominee(person), !nominee.isSettled else { return faults }
      faults += stage.faults(confirming: nominee, by: said.by)
      if nominee.declared == nil {
        faults.append(
          Fault(
            "nomination/no-declaration", at: "person",
            sv: "jävsdeklaration saknas för '\(person)': den ska finnas före medverkan",
            en: "the interest declaration of '\(person)' is missing: it is owed before taking part")
        )
      } else if nominee.declared?.conflict == .blocking {
        faults.append(
          Fault(
            "nomination/conflict", at: "person",
            sv: "'\(person)' har ett jäv som hindrar medverkan",
            en: "'\(person)' has a conflict of interest that bars taking part"))
      }
      if stage.settings.route == .nationalGroup, nominee.state == .nominated {
        faults.append(
          Fault(
            "nomination/not-prepared", at: "person",
            sv: "nomineringen av '\(person)' är inte beredd än",
            en: "the nomination of '\(person)' is not prepared yet"))
      }
      return faults
    }

    func fold(into stage: inout Nomination, _ said: Said) {
      stage.change(person) {
        $0.state = .confirmed
        $0.settled = Settled(by: said.by, on: said.on, minutes: minutes)
      }
    }
  }

  /// Who else than the right one tries is told who may.
  private func faults(confirming nominee: Nominee, by body: Body) -> [Fault] {
    let may = mayConfirm(nominee)
    guard !may.contains(body) else { return [] }
    let names = may.map(\.description).joined(separator: ", ")
    return [
      Fault(
        "nomination/wrong-confirmer", at: "person",
        sv: "\(body) fastställer inte '\(nominee.person)': det gör \(names)",
        en: "\(body) does not confirm '\(nominee.person)': \(names) does")
    ]
  }

  /// Says that a person is not confirmed, and why.
  struct Decline: Act {
    static let name = "decline"
    static let title = Text(sv: "Fastställ inte ledamot", en: "Do not confirm a member")
    let person: Name
    let reason: Prose

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person (reference word)")
      reason = form("reason", in: 1...10_000, sv: "Skäl", en: "Reason")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] {
      let faults = stage.faults(about: person)
      guard let nominee = stage.nominee(person), !nominee.isSettled else { return faults }
      return faults + stage.faults(confirming: nominee, by: said.by)
    }

    func fold(into stage: inout Nomination, _ said: Said) {
      stage.change(person) {
        $0.state = .notConfirmed
        $0.settled = Settled(by: said.by, on: said.on)
      }
    }
  }

  /// Says that the group is staffed as far as it will be.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Avsluta nomineringen", en: "Finish the nomination")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Nomination, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      if stage.nominees.isEmpty {
        faults.append(
          Fault("nomination/not-nominated", sv: "ingen är nominerad", en: "nobody is nominated"))
      }
      let open = stage.nominees.filter { !$0.isSettled }.map(\.person.description)
      if !open.isEmpty {
        let names = open.joined(separator: ", ")
        faults.append(
          Fault(
            "nomination/open", sv: "ännu inte avgjort: \(names)", en: "not settled yet: \(names)"))
      }
      if stage.settings.route == .workingGroup, stage.certificate == nil {
        faults.append(
          Fault(
            "nomination/not-certified",
            sv: "processledaren har inte intygat att rutinen har följts",
            en: "the process leader has not certified that the routine was followed"))
      }
      return faults
    }

    func fold(into stage: inout Nomination, _ said: Said) { stage.finished = said.on }
  }
}
