import StageKit

/// How far a chapter has come.
enum ChapterState: String, Choice {
  case missing, started, review, done

  var title: Text {
    switch self {
    case .missing: Text(sv: "Saknas", en: "Missing")
    case .started: Text(sv: "Påbörjat", en: "Started")
    case .review: Text(sv: "Granskas", en: "In review")
    case .done: Text(sv: "Klart", en: "Done")
    }
  }
}

extension Text {
  /// What a document is called; one that is not in common use, by its name.
  static func document(_ name: Name) -> Text {
    switch name.description {
    case "consultation-draft": Text(sv: "Remissversion", en: "Consultation draft")
    case "impact-statement": Text(sv: "Konsekvensbeskrivning", en: "Impact statement")
    case "cover-letter": Text(sv: "Följebrev", en: "Cover letter")
    case "response-template": Text(sv: "Svarsmall", en: "Response template")
    case "interest-declaration": Text(sv: "Jävsdeklaration", en: "Interest declaration")
    default: Text(name.description)
    }
  }
}

extension [Fault] {
  /// What stands twice in a list of settings.
  static func listedTwice(_ items: [String], at key: String) -> [Fault] {
    var seen: Set<String> = []
    return items.enumerated().filter { !seen.insert($0.element).inserted }.map { index, item in
      Fault(
        "draft/listed-twice", at: [.key(key), .index(index)], sv: "'\(item)' står två gånger",
        en: "'\(item)' stands twice",
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }
}
