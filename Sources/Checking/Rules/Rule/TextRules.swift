import Definitions
import Located

extension PipelineDefinition {
  /// Looks at every text that users read; where it is written is sought only when asked for.
  fileprivate func findings(in look: (TextForm, () -> Node?) -> [Diagnostic]) -> [Diagnostic] {
    var all = look(form.title) { written("title") }
    if let help = form.help { all += look(help) { written("help") } }
    for input in form.inputs.all { all += look(input.value.title) { input.written["title"] } }
    for stage in stages {
      guard let title = stage.form.title else { continue }
      all += look(title) { stage.written("title") }
    }
    return all
  }
}

/// The same text in both languages, where it is surely no name.
enum SameText: DefinitionRule {
  static let code = "rule/same-text"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.findings { said, written in
      guard said.sv == said.en, said.sv.isProse, let text = written(), let sv = text["sv"],
        let en = text["en"]
      else { return [] }
      return [
        finding(
          en, sv: "samma text på svenska och engelska: '\(said.sv)'",
          en: "the same text in Swedish and English: '\(said.sv)'",
          related: [sv.related(sv: "på svenska", en: "in Swedish")],
          help: Text(sv: "översätt den", en: "translate it"))
      ]
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
    definition.findings { said, written in
      [("sv", said.sv), ("en", said.en)].compactMap { key, text in
        // Nearly every text begins with a word that is too long.
        let first = text.utf8.prefix { $0 != 0x20 && $0 != 0x3A }
        guard first.count <= 5, words.contains(Substring(first).lowercased()),
          let value = written()?[key]
        else { return nil }
        return finding(
          value, sv: "texten '\(text)' är inte färdig", en: "the text '\(text)' is not finished",
          help: Text(
            sv: "skriv det som användarna ska läsa", en: "write what the users are to read"))
      }
    }
  }
}
