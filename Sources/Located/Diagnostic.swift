/// One thing that is wrong in what someone wrote: what, where, and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is; there are no more than these two.
  public enum Severity: String, Sendable {
    /// It cannot be run.
    case error
    /// It runs, and surprises.
    case warning
  }

  /// Another place that explains the finding, perhaps in another file.
  public struct Related: Sendable, Hashable {
    /// The file, as the user named it.
    public let path: String
    /// Where in the file.
    public let span: Span
    /// What stands there: "first written here".
    public let label: Text

    /// A labelled place.
    public init(path: String, span: Span, label: Text) {
      self.path = path
      self.span = span
      self.label = label
    }
  }

  /// A permanent name such as `schema/unknown-key`; never reused.
  public let code: String
  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in one clause: lower-case start, no full stop.
  public let message: Text
  /// The file, as the user named it; empty for a command line.
  public let path: String
  /// Where in the file.
  public let span: Span
  /// Other places that explain it.
  public let related: [Related]
  /// What to do about it.
  public let help: Text?

  /// A finding.
  public init(
    _ code: String, _ message: Text, severity: Severity = .error, path: String, span: Span,
    related: [Related] = [], help: Text? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.path = path
    self.span = span
    self.related = related
    self.help = help
  }
}
