import Canonical

/// An organisation that can own a stage or act, by its id in the register: `region-25`, `sks`.
public struct Body: Word, Comparable, ExpressibleByStringLiteral {
  /// The id.
  public let id: String

  /// A body that is known to be written right.
  public init(stringLiteral id: String) {
    self.id = id
  }

  /// A body, if the text has the form of an id.
  public init?(_ text: String) {
    guard Name.isName(text.utf8) else { return nil }
    id = text
  }

  /// What it looks like.
  public static let form = "body-id"
  /// As a name's.
  public static var pattern: String? { Name.pattern }
  /// No body.
  @inlinable public static var blank: Body { Body(stringLiteral: "") }
  /// The id.
  public var description: String { id }

  /// Reads the id; it was checked when it was said.
  public init(replaying reader: inout StoredReader) {
    id = reader.text()
  }

  /// By id.
  public static func < (a: Body, b: Body) -> Bool { a.id < b.id }
}

/// A body, or a named set of bodies: `regions`.
///
/// The engine finds each one in the settings, asks the register on the day the stage opens, and
/// keeps the answer in the opening event.
public struct Bodies: Word {
  /// The id of a body or a set.
  public let name: String

  /// A body or set, if the text has the form of an id.
  public init?(_ text: String) {
    guard Name.isName(text.utf8) else { return nil }
    name = text
  }

  private init(unchecked name: String) {
    self.name = name
  }

  /// What it looks like; `check` looks it up by this.
  public static let form = "body-or-set"
  /// As a name's.
  public static var pattern: String? { Name.pattern }
  /// Nobody.
  public static var blank: Bodies { Bodies(unchecked: "") }
  /// The id.
  public var description: String { name }
}
