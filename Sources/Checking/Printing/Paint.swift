/// Colours a piece of text for a terminal, or leaves it as it is.
struct Paint {
  /// What a piece of text is.
  enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;34"
    case strong = "1"
  }

  let isOn: Bool

  func callAsFunction(_ style: Style, _ text: String) -> String {
    isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
