/// What is stored: whole numbers, truth, text, lists and records.
///
/// No floats and no null. One value has one text: keys in the order given, no space, only what must be escaped escaped.
public enum Value: Sendable, Hashable {
  /// A key with its value.
  public struct Field: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: Value

    /// A key with its value.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number.
  case whole(Int)
  /// True or false.
  case flag(Bool)
  /// A text.
  case text(String)
  /// A text that is kept beside the chain: only its hash is written.
  case prose(String)
  /// Values in order.
  case list([Value])
  /// Keys with values, in the order of the form.
  case record([Field])

  /// A record from keys and values; those that are nil are left out.
  public static func record(_ fields: KeyValuePairs<String, Value?>) -> Value {
    .record(fields.compactMap { key, value in value.map { Field(key, $0) } })
  }

  /// The value of a record's first field with this key; nil for anything but a record.
  public subscript(key: String) -> Value? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The number; nil for anything else.
  public var whole: Int? {
    if case .whole(let number) = self { number } else { nil }
  }

  /// True or false; nil for anything else.
  public var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The text, also one that is kept beside the chain; nil for anything else.
  public var text: String? {
    switch self {
    case .text(let text), .prose(let text): text
    case .whole, .flag, .list, .record: nil
    }
  }

  /// The items of a list; empty for anything else.
  public var items: [Value] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The fields of a record; empty for anything else.
  public var fields: [Field] {
    if case .record(let fields) = self { fields } else { [] }
  }

  /// The texts that are kept beside the chain, each with the hash that stands in it, in order.
  public var beside: [(hash: ContentHash, text: String)] {
    switch self {
    case .prose(let text): [(ContentHash(hashing: text), text)]
    case .list(let items): items.flatMap(\.beside)
    case .record(let fields): fields.flatMap(\.value.beside)
    case .whole, .flag, .text: []
    }
  }
}
