import Canonical
import Located

/// Text of a special form: a body, a version, the number of a comment.
///
/// A stage may add its own.
public protocol Word: FieldValue, Hashable, CustomStringConvertible {
  /// What the form looks like, as an example or a name: `consultation-draft#4.0`.
  static var form: String { get }
  /// The form as a regular expression (ECMA-262) of the whole text, anchored at both ends, by which
  /// an editor says at once what is wrong; nil where none can.
  ///
  /// It must take every text that the initialiser takes; that may refuse more.
  static var pattern: String? { get }
  /// The value that a text says; nil when it is not of the form.
  init?(_ text: String)
}

extension Word {
  /// Text of the form.
  public static var shape: Shape { .word(form, pattern: pattern) }

  /// None.
  public static var pattern: String? { nil }

  /// Accepts text of the form.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: Self.shape) else { return nil }
    guard input.node.plainMeaning != .null else {
      input.found.append(Finding(input.node, .wrongType(input.node, expecting: Self.shape)))
      return nil
    }
    guard let value = Self(text) else {
      input.refuse(text, as: Self.self)
      return nil
    }
    if let other = input.node.ambiguity ?? input.node.notWord {
      input.quote(text, other)
      return nil
    }
    input.stored = .text(value.description)
    self = value
  }

  /// Reads the text.
  public init(replaying reader: inout StoredReader) {
    if let value = Self(reader.text()) {
      self = value
    } else {
      reader.reject()
      self = Self.blank
    }
  }
}

/// A name in kebab-case: letters a–z, digits and hyphens, beginning with a letter, at most 64.
///
/// No reader of YAML of any age takes one for a boolean or a number.
public struct Name: Word, ExpressibleByStringLiteral {
  /// The name.
  public let description: String

  /// A name that is known to be of the form.
  public init(stringLiteral name: String) {
    description = name
  }

  /// A name, if the text is one.
  public init?(_ text: String) {
    guard Name.isName(text.utf8) else { return nil }
    description = text
  }

  /// What it looks like.
  public static let form = "kebab-case"
  /// The same as ``init(_:)`` takes.
  public static let pattern: String? = "^[a-z][a-z0-9-]{0,63}$"
  /// No name.
  public static var blank: Name { Name(stringLiteral: "") }

  /// Whether a text is a name.
  package static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 64 else {
      return false
    }
    return bytes.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
  }
}
