/// A place in a file without the file's text: what is left to point at once its tree is let go.
package struct Site: Sendable, Hashable {
  /// The file, as the user named it.
  package let path: String
  /// Where in the file.
  package let span: Span

  /// A place.
  package init(path: String, span: Span) {
    self.path = path
    self.span = span
  }

  /// A finding about what stands there.
  package func diagnostic(
    _ code: String, _ message: Text, severity: Diagnostic.Severity = .error,
    related: [Diagnostic.Related] = [], help: Text? = nil, fixes: [Fix] = [],
    steps: [Diagnostic.Related] = [], example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, message, severity: severity, path: path, span: span, related: related, help: help,
      fixes: fixes, steps: steps, example: example)
  }

  /// The place as one that explains a finding elsewhere.
  package func related(sv: String, en: String) -> Diagnostic.Related {
    Diagnostic.Related(path: path, span: span, label: Text(sv: sv, en: en))
  }

  /// Writes something else there.
  package func replaced(by text: String, isSafe: Bool) -> Fix {
    Fix(
      Text(sv: "skriv \(text)", en: "write \(text)"), isSafe: isSafe,
      edits: [Fix.Edit(path: path, span: span, replacement: text)])
  }
}

extension Node {
  /// Where it stands.
  package var site: Site { Site(path: path, span: span) }

  /// A finding about this node.
  public func diagnostic(
    _ code: String, _ message: Text, severity: Diagnostic.Severity = .error,
    related: [Diagnostic.Related] = [], help: Text? = nil, fixes: [Fix] = [],
    steps: [Diagnostic.Related] = [], example: String? = nil
  ) -> Diagnostic {
    site.diagnostic(
      code, message, severity: severity, related: related, help: help, fixes: fixes, steps: steps,
      example: example)
  }

  /// The place as one that explains a finding elsewhere.
  package func related(sv: String, en: String) -> Diagnostic.Related {
    site.related(sv: sv, en: en)
  }

  /// Writes something else in the place of a scalar, or of a whole list or mapping.
  package func replaced(by text: String, isSafe: Bool) -> Fix {
    site.replaced(by: text, isSafe: isSafe)
  }
}
