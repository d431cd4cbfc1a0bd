/// Names that mean something in the language.
package enum ReservedNames {
  /// What no stage can be called.
  package static let stages = ["next", "end", "new-case", "lane"]
}
