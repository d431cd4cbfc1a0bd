package import Located

/// Findings together with the files that they are about: all that a printer needs.
package struct Report: Sendable {
  /// The findings, in the order in which they are printed.
  package let diagnostics: [Diagnostic]
  /// The files that were checked, those without findings too.
  package let files: [SourceFile]

  /// Findings about files.
  package init(_ diagnostics: [Diagnostic], of files: [SourceFile]) {
    self.diagnostics = diagnostics
    self.files = files
  }

  /// How many findings have a severity.
  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}
