package import Canonical

/// What a person wrote and no stage reads: its text stands beside the chain and can be taken away,
/// its hash stands in the event (an answer's text under an archive rule or an erasure).
public struct Prose: FieldValue, Hashable {
  /// The hash of the text.
  package let hash: ContentHash
  private let length: Int?

  /// Longer text.
  public static var shape: Shape { .prose }
  /// No text.
  public static var blank: Prose { Prose(hash: .zero, length: nil) }
  /// Characters; nil where only the hash is known.
  public var size: Int? { length }

  private init(hash: ContentHash, length: Int?) {
    self.hash = hash
    self.length = length
  }

  /// The text that has a hash.
  package init(_ hash: ContentHash) { self.init(hash: hash, length: nil) }

  /// The hash as 64 hexadecimal digits, by which the host finds the text.
  ///
  /// A summary's cell that is to show the text holds this; the host puts the text in its place, or
  /// says that it was taken away.
  public var reference: String { hash.description }

  /// Equal when the texts are.
  public static func == (a: Prose, b: Prose) -> Bool { a.hash == b.hash }

  /// As equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Accepts text.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: .prose) else { return nil }
    input.stored = .prose(text)
    self.init(hash: ContentHash(hashing: text), length: text.count)
  }

  /// Reads the hash.
  public init(replaying reader: inout StoredReader) {
    guard let hash = reader.withText({ ContentHash(hex: $0) }) else {
      reader.reject()
      self = .blank
      return
    }
    self.init(hash: hash, length: nil)
  }
}
