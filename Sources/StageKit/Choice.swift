import Canonical
import Located

/// A word of a closed set, each with a title in both languages.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable<String> {
  /// What a person sees.
  var title: Text { get }
}

extension Choice {
  /// One of the words.
  public static var shape: Shape {
    .choice(allCases.map { Shape.Option(name: $0.rawValue, title: $0.title) })
  }

  /// The first word.
  @inlinable public static var blank: Self { allCases[allCases.startIndex] }

  /// Accepts a word of the set; where a person types, its label in either language too.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: Self.shape) else { return nil }
    let value = Self(rawValue: text) ?? (input.node.style == .argument ? Self(label: text) : nil)
    guard let value else {
      input.refuseChoice(text, among: Self.allCases.map { ($0.rawValue, $0.title) })
      return nil
    }
    input.stored = .text(value.rawValue)
    self = value
  }

  private init?(label: String) {
    let wanted = label.lowercased()
    guard
      let value = Self.allCases.first(where: {
        $0.title.sv.lowercased() == wanted || $0.title.en.lowercased() == wanted
      })
    else { return nil }
    self = value
  }

  /// Reads the word.
  @inlinable public init(replaying reader: inout StoredReader) {
    if let value = Self(rawValue: reader.text()) {
      self = value
    } else {
      reader.reject()
      self = Self.blank
    }
  }
}
