/// A language that Stafett speaks to its users.
public enum Language: String, Sendable, CaseIterable {
  /// Swedish.
  case sv
  /// English.
  case en
}

/// A short text in both languages of the product.
public struct Text: Sendable, Hashable {
  /// The Swedish text.
  public let sv: String
  /// The English text.
  public let en: String

  /// A text in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// A name that is the same in both languages: an id, a date, a number.
  public init(_ same: String) {
    self.init(sv: same, en: same)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .sv: sv
    case .en: en
    }
  }
}
