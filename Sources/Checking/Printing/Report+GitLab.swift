import Canonical
package import Located

extension Report {
  /// The findings as a GitLab Code Quality report.
  ///
  /// By GitLab's "Code Quality report format": it compares fingerprints between two runs, so a
  /// finding that only moved is not a new one.
  package func gitlab(_ language: Language) -> String {
    let names = Fingerprints(self)
    let issues = diagnostics.map { finding in
      Value.record([
        "description": .text(finding.message(in: language)),
        "check_name": .text(finding.code),
        "fingerprint": .text(names[finding]),
        "severity": .text(finding.severity == .error ? "major" : "minor"),
        "location": .record([
          "path": .text(finding.path.withoutDot),
          "lines": .record(["begin": .whole(max(1, finding.span.start.line))]),
        ]),
      ])
    }
    return Value.list(issues).pretty + "\n"
  }
}

extension Diagnostic {
  /// The message with what to do about it, for a form that has one field for both.
  func message(in language: Language) -> String {
    guard let help else { return message[language] }
    let word = Text(sv: "Hjälp", en: "Help")[language]
    return "\(message[language])\n\(word): \(help[language])"
  }
}

extension String {
  /// A path without the `./` that a shell puts before it: a forge compares paths as texts.
  var withoutDot: String { hasPrefix("./") ? String(dropFirst(2)) : self }
}
