package import Located

/// What there is to know about one code: what it says, why it matters, how it looks, how it is mended.
package struct CodePage: Sendable {
  /// A file of an example.
  package struct File: Sendable, Hashable {
    /// The name, as the finding says it.
    package let path: String
    /// The whole content, without the marks that the tests read.
    package let text: String

    package init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The permanent name, such as `schema/unknown-key`.
  package let code: String
  /// How bad it is, unless a project says otherwise.
  package let severity: Diagnostic.Severity
  /// The rule level from which on it is reported.
  package let since: Int
  /// What a finding with this code says in general: one clause, lower-case start, no full stop.
  package let title: Text
  /// Why it matters to a group at work, and what to do.
  package let why: Text
  /// A finding as `check` prints it, of the bad example.
  package let finding: Text
  /// What has the fault.
  package let bad: [File]
  /// The same without it.
  package let good: [File]

  package init(
    _ code: String, _ severity: Diagnostic.Severity, since: Int, title: Text, why: Text,
    finding: Text, bad: [File], good: [File]
  ) {
    self.code = code
    self.severity = severity
    self.since = since
    self.title = title
    self.why = why
    self.finding = finding
    self.bad = bad
    self.good = good
  }

  /// The part before the slash, which says what the finding is about.
  package var family: String { CodeFamily.name(of: code) }
}
