import Canonical
import Definitions
import Located
import StageKit

/// What a form says, in a line: the required fields as they are, the others with their labels.
struct FormWords {
  let names: Names
  let prose: ProseLookup
  let stage: StageDefinition

  /// What is required, what is said besides, and the longer texts that stand under it.
  func tell(
    _ form: Value, _ shape: Shape
  ) -> (required: Text, others: Text, texts: [(title: Text, text: Text)]) {
    var required: [Text] = []
    var others: [Text] = []
    var texts: [(title: Text, text: Text)] = []
    for field in shape.fields {
      guard let value = form[field.key] else { continue }
      if field.shape == .prose {
        let text = value.text.flatMap { ContentHash(hex: $0) }.flatMap(prose)
        texts.append((field.title, text.map { Text($0) } ?? Phrase.textGone))
      } else if field.shape == .flag {
        if value.flag == true { others.append(field.title) }
      } else {
        let said = tell(value, field.shape, field.unit)
        guard !said.isEmpty else { continue }
        if field.isRequired, isBare(field.shape) {
          // A number or a date says nothing without its label.
          required.append([field.title, said].joined(" "))
        } else if field.isRequired, !isRows(field.shape) {
          required.append(required.isEmpty ? said : said.lowercasedStart(of: field.shape))
        } else {
          others.append([field.title, said].joined(": "))
        }
      }
    }
    return (required.listed, others.joined("; "), texts)
  }

  private func isBare(_ shape: Shape) -> Bool { shape == .whole || shape == .date }

  private func isRows(_ shape: Shape) -> Bool {
    if case .list(.record) = shape { true } else { false }
  }

  private func tell(_ value: Value, _ shape: Shape, _ unit: Text? = nil) -> Text {
    switch (shape, value) {
    case (.choice(let options), .text(let name)):
      return options.first { $0.name == name }?.title ?? Text(name)
    case (.word(Body.form, _), .text(let id)): return names(id)
    // A stage that names its outcomes by settings takes them as names, not as choices.
    case (.word(Name.form, _), .text(let name)): return stage.outcome(name)?.title ?? Text(name)
    case (.prose, .text(let digits)):
      return ContentHash(hex: digits).flatMap(prose).map { Text($0) } ?? Phrase.textGone
    case (_, .text(let text)), (_, .prose(let text)): return Text(text)
    case (_, .whole(let number)):
      return unit.map { Text(sv: "\(number) \($0.sv)", en: "\(number) \($0.en)") }
        ?? Text("\(number)")
    case (_, .flag(let flag)): return flag ? Text(sv: "ja", en: "yes") : Text(sv: "nej", en: "no")
    // Rows are counted: they stand in the case's tables.
    case (.list(.record), .list(let rows)): return rows.isEmpty ? Text("") : Text("\(rows.count)")
    case (.list(let element), .list(let items)): return items.map { tell($0, element) }.listed
    case (_, .list(let items)): return items.isEmpty ? Text("") : Text("\(items.count)")
    case (_, .record(let fields)):
      return fields.map { field in
        let shape = shape.fields.first { $0.key == field.key }?.shape ?? .anything
        return tell(field.value, shape)
      }.listed
    }
  }
}

extension Text {
  /// A choice's label in the middle of a line begins with a small letter, unless it is an
  /// abbreviation.
  fileprivate func lowercasedStart(of shape: Shape) -> Text {
    guard case .choice = shape else { return self }
    func lowered(_ text: String) -> String {
      guard text.dropFirst().first?.isLowercase == true else { return text }
      return text.prefix(1).lowercased() + text.dropFirst()
    }
    return Text(sv: lowered(sv), en: lowered(en))
  }
}
