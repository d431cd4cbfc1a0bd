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
  /// Changes of the text that would mend it, the best first.
  public let fixes: [Fix]
  /// The places that are passed one after another, for what only a way through them shows: the
  /// edges of a circle, the acts that lead to a dead end.
  public let steps: [Related]
  /// Lines of YAML that show it, to be pasted; nil for most.
  public let example: String?
  /// Where it is in what the text means: `stages.remiss.with.window`; empty where that is not known.
  ///
  /// It outlives edits of other lines, so ignores and fingerprints are built on it.
  public internal(set) var place: String

  /// A finding.
  public init(
    _ code: String, _ message: Text, severity: Severity = .error, path: String, span: Span,
    related: [Related] = [], help: Text? = nil, fixes: [Fix] = [], steps: [Related] = [],
    example: String? = nil, place: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.path = path
    self.span = span
    self.related = related
    self.help = help
    self.fixes = fixes
    self.steps = steps
    self.example = example
    self.place = place
  }

  /// The same finding with its place in the meaning of the text.
  package func at(_ place: String) -> Diagnostic {
    var copy = self
    copy.place = place
    return copy
  }

  /// The same finding, as bad as a project wants it.
  package func asSevere(as severity: Severity) -> Diagnostic {
    Diagnostic(
      code, message, severity: severity, path: path, span: span, related: related, help: help,
      fixes: fixes, steps: steps, example: example, place: place)
  }
}
