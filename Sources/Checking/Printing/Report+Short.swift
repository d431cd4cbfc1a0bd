package import Located

extension Report {
  /// One line a finding, `path:line:column: error[code]: message`, for editors and `grep`.
  ///
  /// The severity is English in every language, since programs look for it. Columns count code
  /// points from 1.
  package func short(_ language: Language) -> String {
    diagnostics.map { finding in
      let place = finding.span.start
      return "\(finding.path.printable):\(place.line):\(place.column): "
        + "\(finding.severity.rawValue)[\(finding.code)]: \(finding.message[language].printable)\n"
    }
    .joined()
  }
}
