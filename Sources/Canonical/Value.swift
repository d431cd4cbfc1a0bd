/// What is stored: integers, text, truth, lists, records. No floats, no null.
///
/// One value has one text: keys in the order given, no space, only what must be escaped escaped.
public indirect enum Value: Sendable, Hashable {
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
}
