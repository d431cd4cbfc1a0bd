import StageKit

extension Nomination {
  /// By which rules a group is staffed.
  enum Route: String, Choice {
    case nationalGroup = "national-group"
    case workingGroup = "working-group"

    var title: Text {
      switch self {
      case .nationalGroup:
        Text(
          sv: "Nationell grupp: bereds och fastställs", en: "National group: prepared and confirmed"
        )
      case .workingGroup:
        Text(
          sv: "Arbetsgrupp: regionerna fastställer sina företrädare",
          en: "Working group: the regions confirm their representatives")
      }
    }
  }

  /// How far a nomination has come.
  enum State: String, Choice {
    case nominated, prepared, confirmed
    case notConfirmed = "not-confirmed"

    var title: Text {
      switch self {
      case .nominated: Text(sv: "Nominerad", en: "Nominated")
      case .prepared: Text(sv: "Beredd", en: "Prepared")
      case .confirmed: Text(sv: "Fastställd", en: "Confirmed")
      case .notConfirmed: Text(sv: "Inte fastställd", en: "Not confirmed")
      }
    }
  }

  /// A person nominated to a seat.
  struct Nominee: Sendable, Equatable {
    let person: Name
    let seat: String
    let represents: Body?
    let by: Body
    let file: File
    var declared: Declared?
    var state: State = .nominated
    /// Who confirmed, or said no, and when.
    var settled: Settled?

    var isSettled: Bool { state == .confirmed || state == .notConfirmed }
  }

  /// What the common template asks for beside the person; the manager's consent is owed with it.
  struct File: Sendable, Equatable {
    let competence: String?
    let position: String?
    let mandate: String?
  }

  /// What an interest declaration came to, and when it was recorded.
  struct Declared: Sendable, Equatable {
    let conflict: ConflictOfInterest
    let on: CivilDate
  }

  /// How a nomination ended.
  struct Settled: Sendable, Equatable {
    let by: Body
    let on: CivilDate
    var minutes: String?
  }

  /// The process leader's word that the routine was followed.
  struct Certificate: Sendable, Equatable {
    let by: Name
    let on: CivilDate
  }

  /// What every act on a person asks: that the person is nominated and nothing is settled.
  func faults(about person: Name) -> [Fault] {
    guard let nominee = nominee(person) else {
      return alreadyFinished + [
        Fault(
          "nomination/no-nominee", at: "person", sv: "'\(person)' är inte nominerad",
          en: "'\(person)' is not nominated")
      ]
    }
    guard nominee.isSettled else { return alreadyFinished }
    return alreadyFinished + [
      Fault(
        "nomination/already-settled", at: "person",
        sv: "nomineringen av '\(person)' är redan avgjord (\(nominee.state.title.sv.lowercased()))",
        en: "the nomination of '\(person)' is settled already "
          + "(\(nominee.state.title.en.lowercased()))")
    ]
  }

  var alreadyFinished: [Fault] {
    guard let finished else { return [] }
    return [
      Fault(
        "nomination/finished", sv: "nomineringen avslutades \(finished): rätta den i stället",
        en: "the nomination was finished \(finished): correct it instead")
    ]
  }

  /// Changes what is known of a person.
  mutating func change(_ person: Name, _ body: (inout Nominee) -> Void) {
    guard let index = nominees.firstIndex(where: { $0.person == person }) else { return }
    body(&nominees[index])
  }
}
