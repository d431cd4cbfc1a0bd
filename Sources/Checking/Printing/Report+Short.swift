package import Located

extension Report {
  /// One line a finding, `path:line:column: error[code]: message`, for editors and `grep`.
  ///
  /// The severity is English in every language, since programs look for it. Columns count code
  /// points from 1.
  package func short(_ language: Language) -> String {
    diagnostics.map { $0.short(language) + "\n" }.joined()
  }
}

extension Diagnostic {
  /// The finding on one line.
  func short(_ language: Language) -> String {
    "\(path.printable):\(span.start.line):\(span.start.column): "
      + "\(severity.rawValue)[\(code)]: \(message[language].printable)"
  }
}
