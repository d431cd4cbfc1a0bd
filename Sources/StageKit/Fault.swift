/// One thing that is wrong: found by a form, by a stage's own rules, or by an act against the state.
public struct Fault: Sendable, Hashable {
  /// A permanent name: `remiss/no-motive`.
  ///
  /// A stage's codes begin with its name.
  public let code: String
  /// Where in the form; the host turns it into a line and column.
  public let place: Place
  /// What is wrong and what to do: one clause, lower-case start, no full stop.
  public let text: Text
  /// How bad it is; what is wrong with an act is always an error.
  public let severity: Diagnostic.Severity
  /// What to do about it, where the text does not say it.
  public let help: Text?
  /// What to write in its place instead, where that is known.
  package private(set) var replacement: Replacement?

  /// All that can stand in its place, whatever was said before; nil where more matters.
  package private(set) var choices: [String]?

  /// What to write instead of a value or a key.
  package struct Replacement: Sendable, Hashable {
    package let text: String
    /// Whether it can only be what was meant.
    package let isSafe: Bool

    package init(_ text: String, isSafe: Bool) {
      self.text = text
      self.isSafe = isSafe
    }
  }

  /// A fault at a place in the form; without a place, of the act or the settings as a whole.
  public init(
    _ code: String, at place: Place = [], sv: String, en: String,
    severity: Diagnostic.Severity = .error, help: Text? = nil
  ) {
    self.code = code
    self.place = place
    text = Text(sv: sv, en: en)
    self.severity = severity
    self.help = help
  }

  /// The same fault with what to write instead.
  package func replacing(with text: String, isSafe: Bool) -> Fault {
    var copy = self
    copy.replacement = Replacement(text, isSafe: isSafe)
    return copy
  }

  /// The same fault of a value that is none of those that the settings allow.
  ///
  /// It holds whatever has been said before, so a scenario that says it is wrong unplayed.
  public func choosing(among choices: some Sequence<some CustomStringConvertible>) -> Fault {
    var copy = self
    copy.choices = choices.map(\.description)
    return copy
  }

  func under(_ step: Place.Step) -> Fault {
    var copy = Fault(
      code, at: place.under(step), sv: text.sv, en: text.en, severity: severity, help: help)
    copy.replacement = replacement
    copy.choices = choices
    return copy
  }
}

/// A fault with the node where it shows.
package struct Finding: Sendable {
  package let node: Node
  package let fault: Fault
  /// Changes of the text that are more than another word in the node's place.
  package var fixes: [Fix] = []

  package init(_ node: Node, _ fault: Fault, fixes: [Fix] = []) {
    self.node = node
    self.fault = fault
    self.fixes = fixes
  }

  package func under(_ step: Place.Step) -> Finding {
    Finding(node, fault.under(step), fixes: fixes)
  }

  /// The same as a diagnostic of the text that was read.
  package var diagnostic: Diagnostic {
    let replaced = fault.replacement.map { node.replaced(by: $0.text, isSafe: $0.isSafe) }
    return node.diagnostic(
      fault.code, fault.text, severity: fault.severity, help: fault.help,
      fixes: (replaced.map { [$0] } ?? []) + fixes)
  }
}
