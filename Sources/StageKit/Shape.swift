/// What a field accepts.
///
/// Closed, so that schema, reference, options and web form are complete.
public indirect enum Shape: Sendable, Hashable {
  /// A key of a record.
  public struct Field: Sendable, Hashable {
    /// The key, in kebab-case.
    public let key: String
    /// What its value may be.
    public let shape: Shape
    /// Whether it must be given.
    public let isRequired: Bool
    /// Bounds of the number, of the text's length in characters, or of the list's length.
    public let bounds: ClosedRange<Int>?
    /// What the number counts.
    public let unit: Text?
    /// What it is when left out, as it would be written.
    public let fallback: String?
    /// The label.
    public let title: Text
    /// More about it, where the label is not enough.
    public let help: Text?
  }

  /// A word of a closed set.
  public struct Option: Sendable, Hashable {
    /// The word.
    public let name: String
    /// Its label.
    public let title: Text
  }

  /// A whole number.
  case whole
  /// `true` or `false`.
  case flag
  /// Text.
  case text
  /// Longer text that is kept beside the chain.
  case prose
  /// A date, `2019-09-16`, or a month, `2019-09`.
  case date
  /// Text of a special form, by the name of the form; the pattern is as a regular expression
  /// (ECMA-262) of the whole text, where one can say it.
  case word(String, pattern: String? = nil)
  /// One of some words.
  case choice([Option])
  /// Values of one shape, in order.
  case list(Shape)
  /// Keys with values.
  case record([Field])
  /// Keys that the user names, each with a value of one shape.
  case map(Shape)
  /// One shape or another.
  case either([Shape])
  /// Whatever stands there: another part reads it.
  case anything
}

extension Shape {
  /// The keys of a record; empty for anything else.
  public var fields: [Field] {
    if case .record(let fields) = self { fields } else { [] }
  }

  /// What is expected, in a few words: "whole number", "endorse|oppose".
  public var expectation: Text {
    switch self {
    case .whole: Text(sv: "heltal", en: "whole number")
    case .flag: Text("true|false")
    case .text, .prose: Text("text")
    case .date: Text(sv: "datum, 2019-09-16 eller 2019-09", en: "date, 2019-09-16 or 2019-09")
    case .word(let form, _): Text(form)
    case .choice(let options): Text(options.map(\.name).joined(separator: "|"))
    case .list(let element):
      Text(
        sv: "lista av \(element.expectation.sv)", en: "list of \(element.expectation.en)")
    case .record(let fields): Text("{\(fields.map(\.key).joined(separator: ", "))}")
    case .map(let value):
      Text(sv: "{namn: \(value.expectation.sv)}", en: "{name: \(value.expectation.en)}")
    case .either(let shapes):
      Text(
        sv: shapes.map(\.expectation.sv).joined(separator: " eller "),
        en: shapes.map(\.expectation.en).joined(separator: " or "))
    case .anything: Text(sv: "vad som helst", en: "anything")
    }
  }
}
