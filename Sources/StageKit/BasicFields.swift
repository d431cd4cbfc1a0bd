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
      let meant = Int(text).map { Fault.Replacement("\($0)", isSafe: true) }
      input.fault(
        "schema/wrong-type",
        sv: style == .quoted && meant != nil
          ? "'\(text)' står inom citattecken: här ska det stå ett tal"
          : "'\(text)' är inget heltal",
        en: style == .quoted && meant != nil
          ? "'\(text)' stands in quotes: a number is expected here"
          : "'\(text)' is no whole number", instead: meant)
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
      input.refuseFlag(text)
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
      input.quote(text, other)
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
  @inlinable public var size: Int? { self?.size }

  /// May be left out.
  @inlinable public static func absent(_ bounds: ClosedRange<Int>?) -> Wrapped?? { .some(nil) }

  /// Reads the value.
  @inlinable public init?(reading input: inout FieldInput) {
    guard let value = Wrapped(reading: &input) else { return nil }
    self = .some(value)
  }

  /// Reads the value.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = Wrapped(replaying: &reader)
  }
}

extension FieldInput {
  /// The items of a list; an option said once on a command line is a list of one.
  @usableFromInline
  mutating func items(expecting shape: () -> Shape) -> [Node]? {
    switch (node.kind, node.style) {
    case (.list, _): return node.items
    case (.scalar, .argument): return [node]
    default:
      found.append(
        Finding(
          node, .wrongType(node, expecting: shape()), fixes: node.bracketed.map { [$0] } ?? []))
      return nil
    }
  }

  /// What was read of a list's items, where it is wanted.
  @usableFromInline
  struct KeptItems {
    var values: [Value] = []
  }

  @usableFromInline func keptItems() -> KeptItems { KeptItems() }

  @usableFromInline
  mutating func take(_ inner: FieldInput, at index: Int, _ kept: inout KeptItems) {
    if keeps, let output = inner.stored { kept.values.append(output) }
    if !inner.found.isEmpty { found += inner.found.map { $0.under(.index(index)) } }
  }

  @usableFromInline
  mutating func keep(_ kept: KeptItems) {
    if keeps { stored = .list(kept.values) }
  }
}

extension Array: FieldValue where Element: FieldValue {
  /// A list.
  public static var shape: Shape { .list(Element.shape) }
  /// The empty list.
  @inlinable public static var blank: [Element] { [] }
  /// Items.
  @inlinable public var size: Int? { count }

  /// May be left out unless the bounds want an item.
  @inlinable public static func absent(_ bounds: ClosedRange<Int>?) -> [Element]? {
    (bounds?.lowerBound ?? 0) > 0 ? nil : []
  }

  /// Accepts a list; an option said once on a command line is a list of one.
  @inlinable public init?(reading input: inout FieldInput) {
    guard let items = input.items(expecting: { Self.shape }) else { return nil }
    var values: [Element] = []
    var kept = input.keptItems()
    for (index, item) in items.enumerated() {
      guard input.isWorthReading else { break }
      var inner = input.inside(item)
      if let value = Element(reading: &inner) { values.append(value) }
      input.take(inner, at: index, &kept)
    }
    input.keep(kept)
    guard input.isFine else { return nil }
    self = values
  }

  /// Reads the items.
  @inlinable public init(replaying reader: inout StoredReader) {
    self = []
    reader.list { self.append(Element(replaying: &$0)) }
  }
}
