import Located

/// Names that could not be read, so that nobody can say whether they exist.
///
/// A mention of one is no fault of its own: what hides it is reported already.
package struct UnreadNames: Sendable {
  private var names: Set<String> = []
  private var isAny = false

  /// No name.
  package init() {}

  /// Every name: what could not be read may hold any.
  package static let any: UnreadNames = {
    var all = UnreadNames()
    all.isAny = true
    return all
  }()

  /// Whether a name may stand in what could not be read.
  package func mayHold(_ name: String) -> Bool { isAny || names.contains(name) }

  /// Whether there is nothing that could not be read.
  package var isEmpty: Bool { !isAny && names.isEmpty }

  /// The names of both.
  package func union(_ other: UnreadNames) -> UnreadNames {
    var all = self
    all.names.formUnion(other.names)
    all.isAny = isAny || other.isAny
    return all
  }

  mutating func insert(entry: Node) {
    if let id = entry["id"]?.text { names.insert(id) } else { isAny = true }
  }
}
