import Canonical
import Located

extension Int: FieldValue {
  /// A whole number.
  public static var shape: Shape { .whole }
  /// Zero.
  @inlinable public static var blank: Int { 0 }
  /// The number itself.
  public var size: Int? { self }

  /// Accepts a plain whole number without a leading zero.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: .whole) else { return nil }
    let style = input.node.style
    guard style == .plain || style == .argument, let number = Int(text),
      String(number) == text
    else {
      input.fault(
        "schema/wrong-type", sv: "'\(text)' är inget heltal", en: "'\(text)' is no whole number")
      return nil
    }
    input.stored = .whole(number)
    self = number
  }

  /// Reads the number.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = reader.whole()
  }
}

extension Bool: FieldValue {
  /// True or false.
  public static var shape: Shape { .flag }
  /// False.
  @inlinable public static var blank: Bool { false }

  /// Accepts `true` and `false`, nothing else.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: .flag) else { return nil }
    let style = input.node.style
    guard style == .plain || style == .argument, text == "true" || text == "false" else {
      let yes = ["yes", "on", "y", "ja", "True", "TRUE"].contains(text)
      let no = ["no", "off", "n", "nej", "False", "FALSE"].contains(text)
      let write = yes ? "true" : no ? "false" : "true|false"
      input.fault(
        yes || no ? "yaml/legacy-boolean" : "schema/wrong-type",
        sv: "'\(text)' är varken true eller false: skriv \(write)",
        en: "'\(text)' is neither true nor false: write \(write)")
      return nil
    }
    self = text == "true"
    input.stored = .flag(self)
  }

  /// Reads the truth.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = reader.flag()
  }
}

extension String: FieldValue {
  /// Text.
  public static var shape: Shape { .text }
  /// Nothing.
  @inlinable public static var blank: String { "" }
  /// Characters.
  public var size: Int? { count }

  /// Accepts text; a plain scalar that reads as a number or a truth must be quoted.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: .text) else { return nil }
    if let other = input.node.ambiguity ?? input.node.notText {
      input.fault(
        "yaml/ambiguous-scalar", sv: "sätt '\(text)' inom citattecken: \(other.sv)",
        en: "quote '\(text)': \(other.en)")
      return nil
    }
    self = text
    input.stored = .text(text)
  }

  /// Reads the text.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = reader.text()
  }
}

extension Node {
  /// What a plain scalar is, where text was wanted; nil when it is text.
  fileprivate var notText: Text? {
    guard style == .plain else { return nil }
    if isDecimal { return Text(sv: "utan dem är det ett tal", en: "without quotes it is a number") }
    return switch plainMeaning {
    case .integer: Text(sv: "utan dem är det ett tal", en: "without quotes it is a number")
    case .boolean:
      Text(sv: "utan dem är det sant eller falskt", en: "without quotes it is true or false")
    case .null: Text(sv: "utan dem är det tomt", en: "without quotes it is nothing")
    case .text, nil: nil
    }
  }

  /// The same where a word was wanted: some words are numbers, and none is true, false or nothing.
  var notWord: Text? {
    switch plainMeaning {
    case .boolean, .null: notText
    case .integer, .text, nil: nil
    }
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  /// As the value, if there is one.
  public static var shape: Shape { Wrapped.shape }
  /// Nothing.
  @inlinable public static var blank: Wrapped? { nil }
  /// As the value's.
  public var size: Int? { self?.size }

  /// May be left out.
  public static func absent(_ bounds: ClosedRange<Int>?) -> Wrapped?? { .some(nil) }

  /// Reads the value.
  public init?(reading input: inout FieldInput) {
    guard let value = Wrapped(reading: &input) else { return nil }
    self = .some(value)
  }

  /// Reads the value.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = Wrapped(replaying: &reader)
  }
}

extension Array: FieldValue where Element: FieldValue {
  /// A list.
  public static var shape: Shape { .list(Element.shape) }
  /// The empty list.
  @inlinable public static var blank: [Element] { [] }
  /// Items.
  public var size: Int? { count }

  /// May be left out unless the bounds want an item.
  public static func absent(_ bounds: ClosedRange<Int>?) -> [Element]? {
    (bounds?.lowerBound ?? 0) > 0 ? nil : []
  }

  /// Accepts a list; an option said once on a command line is a list of one.
  public init?(reading input: inout FieldInput) {
    let items: [Node]
    switch (input.node.kind, input.node.style) {
    case (.list, _): items = input.node.items
    case (.scalar, .argument): items = [input.node]
    default:
      let expected = Self.shape.expectation
      input.fault(
        "schema/wrong-type", sv: "här väntas en \(expected.sv)",
        en: "a \(expected.en) is expected here")
      return nil
    }
    var values: [Element] = []
    var stored: [Value] = []
    for (index, item) in items.enumerated() {
      var inner = FieldInput(item)
      if let value = Element(reading: &inner) { values.append(value) }
      if let output = inner.stored { stored.append(output) }
      input.found += inner.found.map { $0.under(.index(index)) }
    }
    input.stored = .list(stored)
    guard input.found.isEmpty else { return nil }
    self = values
  }

  /// Reads the items.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = []
    reader.list { self.append(Element(replaying: &$0)) }
  }
}
