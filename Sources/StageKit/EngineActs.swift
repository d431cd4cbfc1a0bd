/// The acts that every stage has, since the engine does them.
///
/// A stage has none of these names for an act of its own: it would never be reached.
package enum EngineActs {
  package static let names = [
    "skip", "extend", "confirm", "cancel", "annul", "note", "assign", "tag",
  ]
}
