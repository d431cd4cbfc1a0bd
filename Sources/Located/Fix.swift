/// A change of the text that would mend a finding.
public struct Fix: Sendable, Hashable {
  /// One stretch of text and what stands there instead; an empty stretch is an insertion.
  public struct Edit: Sendable, Hashable {
    /// The file, as the user named it.
    public let path: String
    /// What is replaced.
    public let span: Span
    /// The new text.
    public let replacement: String

    /// A replacement.
    public init(path: String, span: Span, replacement: String) {
      self.path = path
      self.span = span
      self.replacement = replacement
    }
  }

  /// What the change does, as an order: "write 'remiss'".
  public let title: Text
  /// Whether it can only be what was meant; the others are guesses that a person confirms.
  public let isSafe: Bool
  /// All of them together; they do not overlap.
  public let edits: [Edit]

  /// A change.
  public init(_ title: Text, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

extension Suggestions {
  /// One fix for each name, in the place of a scalar.
  package func fixes(at node: Node, isSafe: Bool = false) -> [Fix] {
    node.kind == .scalar ? names.map { node.replaced(by: $0, isSafe: isSafe) } : []
  }

  /// The same where the misspelt word is the last of the scalar's text, or all of it.
  package func fixes(at node: Node, instead word: String) -> [Fix] {
    guard let text = node.text, text.hasSuffix(word), node.style != .block else { return [] }
    let before = text.dropLast(word.count)
    return names.map { node.replaced(by: before + $0, isSafe: false) }
  }
}
