package import Located

/// Findings together with the files that they are about: all that a printer needs.
package struct Report: Sendable {
  /// The findings, in the order in which they are printed.
  package let diagnostics: [Diagnostic]
  /// The files that were checked, those without findings too.
  package let files: [SourceFile]
  /// Files that findings point into and that were not checked: what was live before.
  package let context: [SourceFile]
  /// The findings that someone has answered for, which no longer count.
  package let suppressed: [Suppressed]
  /// What was not checked, since what it would take was not handed in, and how to hand it in.
  package let notEvaluated: [Text]
  /// What the files are called in fingerprints.
  let fileNames: PathNames

  /// Findings about files.
  package init(
    _ diagnostics: [Diagnostic], of files: [SourceFile], context: [SourceFile] = [],
    suppressed: [Suppressed] = [], notEvaluated: [Text] = [], names: PathNames = PathNames()
  ) {
    self.diagnostics = diagnostics
    self.files = files
    self.context = context
    self.suppressed = suppressed
    self.notEvaluated = notEvaluated
    fileNames = names
  }

  /// The findings that say that the check itself failed somewhere; everything else was checked.
  package var internalFailures: [Diagnostic] {
    diagnostics.filter { $0.code.hasPrefix("internal/") }
  }

  /// How many findings have a severity.
  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// A finding that someone has answered for with a reason.
package struct Suppressed: Sendable, Hashable {
  /// Where the answer stands.
  package enum Kind: String, Sendable {
    /// In a comment beside what was found.
    case inSource
    /// In the project's file or its baseline.
    case external
  }

  /// What was found.
  package let finding: Diagnostic
  /// Where the answer stands.
  package let kind: Kind
  /// Why it may stand, in the words of who wrote it.
  package let reason: String

  /// A finding with its answer.
  package init(_ finding: Diagnostic, _ kind: Kind, reason: String) {
    self.finding = finding
    self.kind = kind
    self.reason = reason
  }
}
