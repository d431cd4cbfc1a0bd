import Definitions
import Located

extension PipelineDefinition {
  /// Every text that users read, as written: `{sv: …, en: …}`.
  fileprivate var texts: [Node] {
    [written("title"), written("help")].compactMap { $0 }
      + form.inputs.all.compactMap { $0.written["title"] }
      + stages.compactMap { $0.written("title") }
  }
}

/// The same text in both languages, where it is surely no name.
enum SameText: DefinitionRule {
  static let code = "rule/same-text"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.texts.compactMap { text in
      guard let sv = text["sv"], let en = text["en"], let word = sv.text, word == en.text,
        word.isProse
      else { return nil }
      return finding(
        en, sv: "samma text på svenska och engelska: '\(word)'",
        en: "the same text in Swedish and English: '\(word)'",
        related: [sv.related(sv: "på svenska", en: "in Swedish")],
        help: Text(sv: "översätt den", en: "translate it"))
    }
  }
}

extension String {
  /// Whether it is Swedish by its letters, or several words of which a later one is no name.
  fileprivate var isProse: Bool {
    if unicodeScalars.contains(where: { "åäöÅÄÖ".unicodeScalars.contains($0) }) { return true }
    return split(separator: " ").dropFirst().contains { word in
      word.utf8.count > 2
        && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
  }
}

/// A text that was to be written later.
enum Placeholder: DefinitionRule {
  static let code = "rule/placeholder"

  private static let words = ["todo", "tbd", "tba", "fixme", "xxx", "...", "…", "?", "-"]

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.texts.flatMap { text in
      text.entries.compactMap { _, value in
        guard let written = value.text else { return nil }
        // Nearly every text begins with a word that is too long.
        let first = written.utf8.prefix { $0 != 0x20 && $0 != 0x3A }
        guard first.count <= 5, words.contains(Substring(first).lowercased()) else { return nil }
        return finding(
          value, sv: "texten '\(written)' är inte färdig",
          en: "the text '\(written)' is not finished",
          help: Text(
            sv: "skriv det som användarna ska läsa", en: "write what the users are to read"))
      }
    }
  }
}
