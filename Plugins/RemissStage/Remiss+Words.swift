import StageKit

/// What a party declares.
enum Stance: String, Choice {
  case endorse, oppose, abstain
  case withReservation = "with-reservation"
  case noComments = "no-comments"
  case noStance = "no-stance"

  // In the order a person weighs them.
  static let allCases: [Stance] = [
    .endorse, .withReservation, .oppose, .noComments, .abstain, .noStance,
  ]

  var title: Text {
    switch self {
    case .endorse: Text(sv: "Ställer sig bakom", en: "Endorses")
    case .withReservation:
      Text(sv: "Ställer sig bakom med förbehåll", en: "Endorses with reservation")
    case .oppose: Text(sv: "Ställer sig inte bakom", en: "Opposes")
    case .noComments: Text(sv: "Inga synpunkter", en: "No comments")
    case .abstain: Text(sv: "Avstår från att svara", en: "Abstains from answering")
    case .noStance: Text(sv: "Tar inte ställning", en: "Takes no stance")
    }
  }
}

/// What becomes of an answer that came after the last day.
enum LateAnswers: String, Choice {
  case acceptMarked = "accept-marked"
  case refuse

  var title: Text {
    switch self {
    case .acceptMarked: Text(sv: "Tas emot och märks", en: "Accepted and marked")
    case .refuse: Text(sv: "Tas inte emot", en: "Not accepted")
    }
  }
}

/// The way by which an answer came.
enum Channel: String, Choice {
  case mail, form, letter, portal, other

  var title: Text {
    switch self {
    case .mail: Text(sv: "E-post", en: "Mail")
    case .form: Text(sv: "Svarsformulär", en: "Reply form")
    case .letter: Text(sv: "Brev", en: "Letter")
    case .portal: Text(sv: "Remissportal", en: "Portal")
    case .other: Text(sv: "Annat", en: "Other")
    }
  }
}

/// What a comment is about.
enum Category: String, Choice {
  case medicine, organisation, economy, editorial, other

  var title: Text {
    switch self {
    case .medicine: Text(sv: "Medicin", en: "Medicine")
    case .organisation: Text(sv: "Organisation", en: "Organisation")
    case .economy: Text(sv: "Ekonomi", en: "Economy")
    case .editorial: Text(sv: "Redaktionellt", en: "Editorial")
    case .other: Text(sv: "Övrigt", en: "Other")
    }
  }
}

/// What came of a comment.
enum Effect: String, Choice {
  case accepted, partly, rejected, noted, forwarded

  /// A party whose comment is not followed is told why.
  var owesMotive: Bool { self == .partly || self == .rejected }

  var title: Text {
    switch self {
    case .accepted: Text(sv: "Införd", en: "Accepted")
    case .partly: Text(sv: "Delvis införd", en: "Partly accepted")
    case .rejected: Text(sv: "Ej införd", en: "Rejected")
    case .noted: Text(sv: "Noterad, ingen ändring", en: "Noted, no change")
    case .forwarded: Text(sv: "Lämnad vidare", en: "Forwarded")
    }
  }
}

/// The number of a comment: `7.2` is the second of the answer that was act 7.
struct CommentID: Word, Comparable {
  let response: Int
  let ordinal: Int

  init(_ response: Int, _ ordinal: Int) {
    self.response = response
    self.ordinal = ordinal
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let response = Int(parts[0]), let ordinal = Int(parts[1]),
      response > 0, ordinal > 0, text == "\(response).\(ordinal)"
    else { return nil }
    self.init(response, ordinal)
  }

  static let form = "7.2"
  static let blank = CommentID(0, 0)
  var description: String { "\(response).\(ordinal)" }

  static func < (a: CommentID, b: CommentID) -> Bool {
    (a.response, a.ordinal) < (b.response, b.ordinal)
  }
}

extension Text {
  /// A number of things: "1 synpunkt", "5 synpunkter".
  static func count(
    _ number: Int, sv: String, _ svPlural: String, en: String, _ enPlural: String
  ) -> Text {
    Text(
      sv: "\(number) \(sv)\(number == 1 ? "" : svPlural)",
      en: "\(number) \(en)\(number == 1 ? "" : enPlural)")
  }
}
