package import Canonical
import CivilTime
package import Located
package import StageKit

/// Writes shapes as JSON Schema (draft 2020-12), with labels and help in one language.
///
/// A shape is what a form says of itself, so the schema takes what the form reads.
package struct SchemaWriter: Sendable {
  /// The draft that every schema says it follows.
  package static let draft = "https://json-schema.org/draft/2020-12/schema"

  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  /// What is said, in this language.
  func callAsFunction(_ sv: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .sv ? sv() : en()
  }

  /// The schema of a file that is one form, as JSON: its head and what the form reads.
  func file(
    _ kind: String, title: String, description: String, _ fields: [Shape.Field]
  ) -> Value {
    .record(
      [
        Value.Field("$schema", .text(Self.draft)),
        Value.Field("$comment", .text("stafett schema \(kind)")),
      ] + about(title, description) + object(fields))
  }

  // MARK: shapes

  /// The schema of a shape; `bounds` are those of the field that has it.
  package func schema(_ shape: Shape, in bounds: ClosedRange<Int>? = nil) -> Value {
    .record(keywords(shape, bounds))
  }

  /// The schema of a record's fields, nothing else allowed.
  func object(
    _ fields: [Shape.Field], requiring: Bool = true, replacing own: [String: Value] = [:]
  ) -> [Value.Field] {
    let required = fields.filter(\.isRequired).map { Value.text($0.key) }
    return [
      Value.Field("type", .text("object")),
      Value.Field(
        "properties",
        .record(fields.map { Value.Field($0.key, own[$0.key] ?? property($0)) })),
      Value.Field("additionalProperties", .flag(false)),
    ] + (requiring && !required.isEmpty ? [Value.Field("required", .list(required))] : [])
  }

  /// The schema of a field: what it is called, what it is for, and what it accepts.
  package func property(_ field: Shape.Field) -> Value {
    .record(described(field) + keywords(field.shape, field.bounds) + fallback(field))
  }

  /// The label and the help of a field.
  func described(_ field: Shape.Field) -> [Value.Field] {
    let accepts = expectation(field)
    let help = field.help.map { $0[language] + "\n\n" } ?? ""
    return about(
      field.title[language], help + accepts, markdown: help + code(accepts, of: field.shape))
  }

  /// The keywords that an editor shows when a reader points at something.
  func about(_ title: String, _ description: String?, markdown: String? = nil) -> [Value.Field] {
    var fields = [Value.Field("title", .text(title))]
    if let description { fields.append(Value.Field("description", .text(description))) }
    if let markdown {
      fields.append(Value.Field("markdownDescription", .text("**\(title)**\n\n\(markdown)")))
    }
    return fields
  }

  // MARK: keywords

  private func keywords(_ shape: Shape, _ bounds: ClosedRange<Int>?) -> [Value.Field] {
    switch shape {
    case .whole:
      return [Value.Field("type", .text("integer"))] + limits("minimum", "maximum", bounds)
    case .flag: return [Value.Field("type", .text("boolean"))]
    case .text: return text + limits("minLength", "maxLength", bounds)
    // What nobody reads by its form may look like anything.
    case .prose:
      return [Value.Field("type", types("string", "number", "boolean", "null"))]
        + limits("minLength", "maxLength", bounds)
    case .date: return text + pattern(Self.datePattern, shape)
    case .word(DecimalNumber.form, let form):
      return [Value.Field("type", types("string", "number"))] + pattern(form, shape)
    case .word(_, let form): return text + pattern(form, shape)
    case .choice(let options): return words(options.map { ($0.name, $0.title[language]) })
    case .list(let element):
      return [
        Value.Field("type", .text("array")), Value.Field("items", .record(keywords(element, nil))),
      ] + limits("minItems", "maxItems", bounds)
    case .record(let fields): return object(fields)
    case .map(let value):
      return [
        Value.Field("type", .text("object")),
        Value.Field("propertyNames", .record(pattern(Name.pattern, .word(Name.form)))),
        Value.Field("additionalProperties", .record(keywords(value, nil))),
      ]
    case .either(let shapes):
      return [
        Value.Field(
          "anyOf",
          .list(
            shapes.map { shape in
              if case .list = shape { schema(shape, in: bounds) } else { schema(shape) }
            }))
      ]
    case .anything: return []
    }
  }

  /// One of some words, each with what it means.
  func words(_ words: [(name: String, meaning: String)]) -> [Value.Field] {
    [
      Value.Field("enum", .list(words.map { .text($0.name) })),
      Value.Field("markdownEnumDescriptions", .list(words.map { .text($0.meaning) })),
    ]
  }

  /// Text of a form, and what an editor says of other text.
  func pattern(_ pattern: String?, _ shape: Shape) -> [Value.Field] {
    guard let pattern else { return [] }
    let expected = expectation(shape)
    return [
      Value.Field("pattern", .text(pattern)),
      Value.Field(
        "patternErrorMessage", .text(self("här ska det stå \(expected)", "expected: \(expected)"))),
    ]
  }

  private var text: [Value.Field] { [Value.Field("type", .text("string"))] }

  private func types(_ names: String...) -> Value {
    .list(names.map { .text($0) })
  }

  private func limits(
    _ least: String, _ most: String, _ bounds: ClosedRange<Int>?
  ) -> [Value.Field] {
    guard let bounds else { return [] }
    var fields: [Value.Field] = []
    if bounds.lowerBound > 0 || least == "minimum" {
      fields.append(Value.Field(least, .whole(bounds.lowerBound)))
    }
    if bounds.upperBound < .max { fields.append(Value.Field(most, .whole(bounds.upperBound))) }
    return fields
  }

  private func fallback(_ field: Shape.Field) -> [Value.Field] {
    guard let fallback = field.fallback else { return [] }
    let value: Value? =
      switch field.shape {
      case .flag: .flag(fallback == "true")
      case .whole: Int(fallback).map { .whole($0) }
      case .text, .prose, .date, .word, .choice: .text(fallback)
      case .list, .record, .map, .either, .anything: nil
      }
    return value.map { [Value.Field("default", $0)] } ?? []
  }

  /// Every day from 1900-01-01 to 2199-12-31 and every month of those years, and nothing else.
  ///
  /// The years are those of `CivilDate`; 1900 and 2100 are no leap years.
  static let datePattern: String = {
    let year = "(19|20|21)[0-9]{2}"
    let leap = "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
    return "^(\(year)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
      + "|02-(0[1-9]|1[0-9]|2[0-8]))|\(leap)-02-29|\(year)-(0[1-9]|1[0-2]))$"
  }()
}
