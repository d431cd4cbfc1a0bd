/// Where in a filled form something stands: `["rows", 3, "motive"]`.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  /// One step inwards.
  public enum Step: Sendable, Hashable {
    /// Into a key of a record.
    case key(String)
    /// Into an item of a list, counted from 0.
    case index(Int)
  }

  /// The steps from the form inwards.
  public let steps: [Step]

  /// A place by its steps.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// As a person counts: `rows.4.motive`.
  public var description: String {
    steps.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): "\(index + 1)"
      }
    }.joined(separator: ".")
  }

  func under(_ step: Step) -> Place {
    Place([step] + steps)
  }
}

extension Place: ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
  /// A place by its steps, as `["rows", 3, "motive"]`.
  public init(arrayLiteral elements: Step...) {
    self.init(elements)
  }

  /// A key of the form itself.
  public init(stringLiteral key: String) {
    self.init([.key(key)])
  }
}

extension Place.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A key.
  public init(stringLiteral key: String) {
    self = .key(key)
  }

  /// An index, from 0.
  public init(integerLiteral index: Int) {
    self = .index(index)
  }
}

extension Node {
  /// The node that a place leads to, or the deepest one on the way.
  package func node(at place: Place) -> Node {
    var here = self
    for step in place.steps {
      switch step {
      case .key(let key):
        guard let next = here[key] else { return here }
        here = next
      case .index(let index):
        let items = here.items
        // One value where a list is allowed counts as a list of one.
        if here.kind == .scalar && index == 0 { continue }
        guard items.indices.contains(index) else { return here }
        here = items[index]
      }
    }
    return here
  }
}
