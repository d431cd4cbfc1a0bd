/// A named version of a document: `consultation-draft#4.0`, `recommendation#2019-05-14`.
public struct Version: Word {
  /// The document.
  public let name: String
  /// The version's own designation: a number, a date.
  public let label: String

  /// A version of a document.
  public init(_ name: String, _ label: String) {
    self.name = name
    self.label = label
  }

  /// A version, if the text has a `#` between two parts that are not empty.
  public init?(_ text: String) {
    // By bytes, which no other character shares with it, since every opening of a stage reads some.
    let hash = UInt8(ascii: "#")
    guard let at = text.utf8.firstIndex(of: hash) else { return nil }
    let name = text[..<at]
    let label = text[text.utf8.index(after: at)...]
    guard !name.isEmpty, !label.isEmpty, !label.utf8.contains(hash) else { return nil }
    self.init(String(name), String(label))
  }

  /// What it looks like.
  public static let form = "document#4.0"
  /// Two parts round one `#`.
  public static let pattern: String? = "^[^#]+#[^#]+$"
  /// No version.
  public static var blank: Version { Version("", "") }
  /// The document and its version.
  public var description: String { "\(name)#\(label)" }
}
