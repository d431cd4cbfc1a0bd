/// Names that mean something in the language.
package enum ReservedNames {
  /// What no stage can be called.
  package static let stages = ["next", "end", "new-case", "lane"]
}

/// The acts that every stage has, since the engine does them.
package enum EngineActs {
  package static let names = ["skip", "extend", "confirm", "cancel", "annul", "note", "assign"]
}
