import Canonical
import CivilTime
import Definitions
import Located
import StageKit

extension Naming {
  /// A stage's settings as labels with what was chosen, in the order of the form.
  func settings(of stage: StageDefinition) -> [(label: String, value: String)] {
    let fields = stage.contract.settings.fields
    return stage.prepared.settings.fields.compactMap { written in
      guard let field = fields.first(where: { $0.key == written.key }) else { return nil }
      if namesOutcomes(written.value, of: stage) { return nil }
      let value =
        field.key == "documents"
        ? say.all(written.value.items.compactMap(\.text).map(document))
        : said(written.value, field.shape)
      return (self(field.title), value)
    }
  }

  // The outcomes are told with where they lead, in the words of the settings.
  private func namesOutcomes(_ value: Value, of stage: StageDefinition) -> Bool {
    !value.items.isEmpty
      && value.items.allSatisfy { $0.text.map { stage.outcome($0) != nil } ?? false }
  }

  /// A document by its name in common use, else as it is written.
  private func document(_ name: String) -> String {
    Text.document(named: name).map { self($0).withinSentence } ?? name
  }

  private func said(_ value: Value, _ shape: Shape) -> String {
    switch (shape, value) {
    case (.choice(let options), .text(let name)):
      options.first { $0.name == name }.map { self($0.title) } ?? name
    case (.word(Bodies.form, _), .text(let name)):
      who(name)
    case (.word, .text(let text)):
      CivilDuration(text).map { self($0.text) } ?? text
    case (.list(let element), .list(let items)):
      say.all(items.map { said($0, element) })
    case (.record(let fields), .record(let written)):
      written.map { entry in
        let field = fields.first { $0.key == entry.key }
        return "\(field.map { self($0.title).withinSentence } ?? entry.key) "
          + said(entry.value, field?.shape ?? .anything)
      }.joined(separator: ", ")
    case (_, .flag(let flag)):
      flag ? say("ja", "yes") : say("nej", "no")
    case (_, .whole(let number)): String(number)
    case (_, .text(let text)), (_, .prose(let text)): text
    case (_, .list(let items)): say.all(items.map { said($0, .anything) })
    case (_, .record(let fields)):
      fields.map { "\($0.key) \(said($0.value, .anything))" }.joined(separator: ", ")
    }
  }
}
