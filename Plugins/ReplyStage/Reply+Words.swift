import StageKit

extension Reply {
  /// How far an answer has come.
  enum State: String, Choice {
    case unassigned, assigned, draft, approved, sent, abstained

    var title: Text {
      switch self {
      case .unassigned: Text(sv: "Ej tilldelad", en: "Not assigned")
      case .assigned: Text(sv: "Tilldelad", en: "Assigned")
      case .draft: Text(sv: "Utkast", en: "Draft")
      case .approved: Text(sv: "Godkänd", en: "Approved")
      case .sent: Text(sv: "Skickad", en: "Sent")
      case .abstained: Text(sv: "Avstår från att svara", en: "Not answered")
      }
    }
  }

  /// What the answer says of the proposal, in the words of the one that asks.
  enum Stance: String, Choice {
    case endorse, oppose
    case withReservation = "with-reservation"
    case noComments = "no-comments"
    case noStance = "no-stance"

    var title: Text {
      switch self {
      case .endorse: Text(sv: "Ställer sig bakom", en: "Endorses")
      case .oppose: Text(sv: "Ställer sig inte bakom", en: "Opposes")
      case .withReservation:
        Text(sv: "Ställer sig bakom med förbehåll", en: "Endorses with reservation")
      case .noComments: Text(sv: "Inga synpunkter", en: "No comments")
      case .noStance: Text(sv: "Tar inte ställning", en: "Takes no stance")
      }
    }
  }

  /// Who got it, and when.
  struct Assigned: Sendable, Equatable {
    let act: Delegate
    let on: CivilDate
  }

  /// The draft that holds, and when it came.
  struct Drafted: Sendable, Equatable {
    let act: Write
    let by: Body
    let on: CivilDate
  }

  /// Who approved it, and when.
  struct Approved: Sendable, Equatable {
    let by: Body
    let on: CivilDate
  }

  /// A disagreement, and how it was settled.
  struct Disagreement: Sendable, Equatable {
    let number: Int
    let body: Body
    let what: Prose
    let on: CivilDate
    var settled: Settled?

    struct Settled: Sendable, Equatable {
      let note: Prose
      let by: Body
      let on: CivilDate
    }
  }

  /// How it ended.
  enum Ending: Sendable, Equatable {
    case sent(Send, on: CivilDate)
    case abstained(Abstain, on: CivilDate)
  }
}
