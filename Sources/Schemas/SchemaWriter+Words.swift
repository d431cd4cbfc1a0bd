import Located
import StageKit

extension SchemaWriter {
  /// What a field accepts, with its bounds, as a sentence of its own.
  func expectation(_ field: Shape.Field) -> String {
    var parts = [expectation(field.shape)]
    if let bounds = field.bounds {
      let unit = field.unit.map { " \($0[language])" } ?? counted(field.shape)
      parts.append(
        bounds.upperBound == .max
          ? self("minst \(bounds.lowerBound)\(unit)", "at least \(bounds.lowerBound)\(unit)")
          : "\(bounds.lowerBound)–\(bounds.upperBound)\(unit)")
    }
    if let fallback = field.fallback {
      parts.append(self("annars \(fallback)", "\(fallback) when left out"))
    }
    return parts.joined(separator: ", ")
  }

  /// What a shape accepts.
  func expectation(_ shape: Shape) -> String {
    switch shape {
    case .choice(let options):
      options.map { "\($0.name) (\($0.title[language]))" }.joined(separator: " | ")
    case .list(.record): self("rader", "rows")
    case .list(let element):
      self("en lista: \(expectation(element))", "a list: \(expectation(element))")
    case .map(let value):
      self("namn med \(expectation(value))", "names, each with \(expectation(value))")
    case .either(let shapes) where shapes.count == 2 && shapes[1] == .list(shapes[0]):
      self(
        "\(expectation(shapes[0])); en eller en lista", "\(expectation(shapes[0])); one or a list")
    case .either(let shapes):
      shapes.map(expectation).joined(separator: self(" eller ", " or "))
    case .record(let fields): "{\(fields.map(\.key).joined(separator: ", "))}"
    case .word(Body.form, _): self("id på en grupp eller organisation", "id of a body")
    case .word(Bodies.form, _):
      self("id på en grupp, organisation eller mängd", "id of a body or a set")
    case .word(Name.form, _):
      self("namn-med-bindestreck", "name-with-hyphens")
    case .word(let form, _): self("skrivet som \(form)", "written as \(form)")
    default: shape.expectation[language]
    }
  }

  /// The same for a page with markup, where a word that is to be typed is set as code.
  func code(_ accepts: String, of shape: Shape) -> String {
    guard case .choice(let options) = shape else { return accepts }
    return options.map { "- `\($0.name)`: \($0.title[language])" }.joined(separator: "\n")
  }

  private func counted(_ shape: Shape) -> String {
    switch shape {
    case .text, .prose: self(" tecken", " characters")
    case .list, .either: self(" stycken", " items")
    default: ""
    }
  }
}
