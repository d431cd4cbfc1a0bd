extension StringProtocol {
  /// Whether some words stand anywhere in it.
  ///
  /// The library's own search for a text would link its whole engine for regular expressions, which
  /// is more than all that reads YAML.
  func mentions(_ words: StaticString) -> Bool {
    words.withUTF8Buffer { words in
      var rest = utf8[...]
      while rest.count >= words.count {
        if rest.starts(with: words) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }
}
