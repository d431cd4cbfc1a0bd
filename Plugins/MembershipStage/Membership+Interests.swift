import StageKit

extension Membership {
  /// Declares interests: before taking part, when something changes, and every third year.
  struct Declare: Act {
    static let name = "declare"
    static let title = Text(sv: "Registrera jävsdeklaration", en: "Register a declaration")
    let person: Name
    let represents: Body?
    let interests: Prose?

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person, as a reference word")
      represents = form("represents", sv: "Företräder", en: "Represents")
      interests = form("interests", sv: "Bindningar", en: "Interests")
    }

    func fold(into stage: inout Membership, _ said: Said) {
      stage.interests.append(
        Interest(
          person: person,
          represents: represents ?? stage.members.last { $0.person == person }?.represents,
          on: said.on, text: interests))
    }
  }

  /// Assesses what was declared; the principal that the person represents does it.
  ///
  /// By the national routine for conflicts of interest of the regions' system for knowledge
  /// governance.
  struct Assess: Act {
    static let name = "assess"
    static let title = Text(sv: "Bedöm jäv", en: "Assess the conflict")
    let person: Name
    let conflict: ConflictOfInterest

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person, as a reference word")
      conflict = form("conflict", sv: "Bedömning", en: "Assessment")
    }

    func faults(in stage: Membership, _ said: Said) -> [Fault] {
      guard stage.interests.contains(where: { $0.person == person }) else {
        return [
          Fault(
            "membership/no-declaration", at: "person",
            sv: "\(person) har inte lämnat någon deklaration",
            en: "\(person) has made no declaration")
        ]
      }
      let principal = stage.principal(of: person)
      guard said.by != principal else { return [] }
      return [
        Fault(
          "membership/wrong-assessor", at: "person",
          sv: "jävet bedöms av den som \(person) företräder: \(principal)",
          en: "it is assessed by whom \(person) represents: \(principal)")
      ]
    }

    func fold(into stage: inout Membership, _ said: Said) {
      guard let place = stage.interests.lastIndex(where: { $0.person == person }) else { return }
      stage.interests[place].conflict = conflict
    }
  }
}
