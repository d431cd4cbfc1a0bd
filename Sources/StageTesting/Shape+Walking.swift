import Located
import StageKit

extension Shape {
  /// The keys and the words of choices, in it and inside it.
  var words: [String] {
    switch self {
    case .choice(let options): options.map(\.name)
    case .list(let element), .map(let element): element.words
    case .either(let shapes): shapes.flatMap(\.words)
    case .record(let fields): fields.flatMap { [$0.key] + $0.shape.words }
    case .whole, .flag, .text, .prose, .date, .word, .anything: []
    }
  }

  /// The labels in it and inside it, each with where it stands.
  var titles: [(String, Text)] {
    switch self {
    case .choice(let options): options.map { ($0.name, $0.title) }
    case .list(let element), .map(let element): element.titles
    case .either(let shapes): shapes.flatMap(\.titles)
    case .record(let fields):
      fields.flatMap { field in
        [(field.key, field.title)] + (field.unit.map { [("\(field.key)'s unit", $0)] } ?? [])
          + field.shape.titles.map { ("\(field.key).\($0)", $1) }
      }
    case .whole, .flag, .text, .prose, .date, .word, .anything: []
    }
  }

  /// The help texts in it and inside it, each with where it stands.
  var helps: [(String, Text)] {
    switch self {
    case .list(let element), .map(let element): element.helps
    case .either(let shapes): shapes.flatMap(\.helps)
    case .record(let fields):
      fields.flatMap { field in
        (field.help.map { [(field.key, $0)] } ?? [])
          + field.shape.helps.map { ("\(field.key).\($0)", $1) }
      }
    case .whole, .flag, .text, .prose, .date, .word, .choice, .anything: []
    }
  }
}
