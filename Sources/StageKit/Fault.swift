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

  /// A fault at a place in the form; without a place, of the act as a whole.
  public init(_ code: String, at place: Place = [], sv: String, en: String) {
    self.init(code: code, place: place, text: Text(sv: sv, en: en))
  }

  init(code: String, place: Place, text: Text) {
    self.code = code
    self.place = place
    self.text = text
  }
}

/// A fault with the node where it shows.
package struct Finding: Sendable {
  package let node: Node
  package let fault: Fault

  package init(_ node: Node, _ fault: Fault) {
    self.node = node
    self.fault = fault
  }

  package func under(_ step: Place.Step) -> Finding {
    Finding(
      node, Fault(code: fault.code, place: fault.place.under(step), text: fault.text))
  }

  /// The same as a diagnostic of the text that was read.
  package var diagnostic: Diagnostic {
    node.diagnostic(fault.code, fault.text)
  }
}
