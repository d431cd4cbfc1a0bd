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
    document(named: name.description) ?? Text(name.description)
  }
}

extension [Fault] {
  /// What stands twice in a list of settings.
  static func listedTwice(_ items: [String], at key: String) -> [Fault] {
    items.repeatedIndices.map { index in
      let item = items[index]
      return Fault(
        "draft/listed-twice", at: [.key(key), .index(index)], sv: "'\(item)' står två gånger",
        en: "'\(item)' stands twice",
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }
}
