package import Located
package import StageKit

/// A cell, and how it reads: names and texts beside the chain looked up.
package struct Told: Sendable, Hashable {
  package let cell: Cell
  package let text: Text
}

extension Names {
  /// A cell as people read it.
  func told(_ cell: Cell, _ prose: ProseLookup = { _ in nil }) -> Told {
    Told(cell: cell, text: written(cell, prose))
  }
}

extension Cell {
  /// The first of its bodies.
  var body: Body? { if case .bodies(let bodies) = self { bodies.first } else { nil } }
  /// Its bodies.
  var bodies: [Body] { if case .bodies(let bodies) = self { bodies } else { [] } }
  /// Its count.
  var count: Int? { if case .whole(let count) = self { count } else { nil } }
  /// Its number, or its count as one.
  var number: DecimalNumber? {
    switch self {
    case .number(let number): number
    case .whole(let count): DecimalNumber("\(count)")
    default: nil
    }
  }
  /// Its day, or its month.
  var date: CivilDate? { if case .date(let date) = self { date } else { nil } }
  /// Its words.
  var words: Text? {
    switch self {
    case .text(let text), .choice(_, let text): text
    default: nil
    }
  }
  /// Whether anything is known.
  var isKnown: Bool { self != .none }
}
