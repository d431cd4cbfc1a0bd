package import Canonical

/// A type that a field of a form may have.
public protocol FieldValue: Sendable, Equatable {
  /// What it accepts.
  static var shape: Shape { get }
  /// Stands in while a form is described or has a fault; never reaches a stage.
  static var blank: Self { get }
  /// The value when the key is left out, if it may be.
  static func absent(_ bounds: ClosedRange<Int>?) -> Self?
  /// What bounds count: the number itself, characters, items.
  var size: Int? { get }
  /// Reads what someone wrote; nil after at least one fault.
  init?(reading input: inout FieldInput)
  /// Reads what was stored; bytes of another contract leave the reader broken.
  init(replaying reader: inout StoredReader)
}

extension FieldValue {
  /// By default a field must be given.
  public static func absent(_ bounds: ClosedRange<Int>?) -> Self? { nil }
  /// By default bounds count nothing.
  public var size: Int? { nil }
}

/// A value being read from a node: the faults found, and what is to be stored.
public struct FieldInput {
  /// What was written.
  public let node: Node
  package var found: [Finding] = []
  /// Whether nothing was wrong so far.
  @usableFromInline var isFine: Bool { found.isEmpty }
  /// Whether more faults in it would be told; without that the rest need not be read, as none of it
  /// is taken.
  @usableFromInline package var isWorthReading: Bool { FindingQuota.hasRoom(after: found.count) }
  package var stored: Value?
  /// Whether what was read is wanted in canonical form too: to check a file nobody needs it.
  @usableFromInline package let keeps: Bool

  @usableFromInline
  package init(_ node: Node, keeps: Bool = true) {
    self.node = node
    self.keeps = keeps
  }

  /// A value inside this one.
  @usableFromInline
  package func inside(_ node: Node) -> FieldInput { FieldInput(node, keeps: keeps) }

  /// Says what is wrong with the value.
  public mutating func fault(_ code: String, sv: String, en: String) {
    found.append(Finding(node, Fault(code, sv: sv, en: en)))
  }

  /// Says what is wrong with the value, and what to write instead where that is known.
  mutating func fault(
    _ code: String, sv: String, en: String, help: Text? = nil, instead: Fault.Replacement?
  ) {
    let fault = Fault(code, sv: sv, en: en, help: help)
    let mended = instead.map { fault.replacing(with: $0.text, isSafe: $0.isSafe) }
    found.append(Finding(node, mended ?? fault))
  }

  /// Says which text is to be stored.
  public mutating func store(_ text: String) {
    stored = .text(text)
  }

  /// The text of a scalar; a fault that names what is expected otherwise.
  public mutating func scalar(expecting shape: @autoclosure () -> Shape) -> String? {
    guard let text = node.text else {
      found.append(Finding(node, .wrongType(node, expecting: shape())))
      return nil
    }
    return text
  }
}
