import Located

/// A value as JSON has them.
enum JSON: Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case record([String: JSON])

  /// What a program sees that reads YAML by the core schema of YAML 1.2 (section 10.3.2), as the
  /// common language server does; written here anew, from the standard.
  init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .flag(true)
    case "false", "False", "FALSE": self = .flag(false)
    default:
      if text.wholeMatch(of: /[-+]?[0-9]+/) != nil {
        self = .number(Double(text) ?? 0)
      } else if let match = text.wholeMatch(of: /0o([0-7]+)/) {
        self = .number(Double(Int(match.1, radix: 8) ?? 0))
      } else if let match = text.wholeMatch(of: /0x([0-9a-fA-F]+)/) {
        self = .number(Double(Int(match.1, radix: 16) ?? 0))
      } else if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
        self = .number(Double(text.hasSuffix(".") ? text + "0" : text) ?? 0)
      } else if text.wholeMatch(of: /[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)/) != nil {
        self = .number(.infinity)
      } else {
        self = .text(text)
      }
    }
  }
}
