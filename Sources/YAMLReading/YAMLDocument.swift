package import Located

/// What came of reading one YAML text.
package struct YAMLDocument: Sendable {
  /// The whole content; nil when some of it could not be read, and then a diagnostic says why.
  package let root: Node?
  /// All faults that were found, in the order of reading.
  package let diagnostics: [Diagnostic]
}

/// How much a YAML text may be.
///
/// A hand-written definition stays far below; the bounds stop what is made to exhaust a server.
package struct Limits: Sendable {
  /// The greatest size of the text, in bytes.
  package var bytes = 4 << 20
  /// The greatest number of collections inside one another.
  package var depth = 64
  /// The greatest number of nodes that aliases may add, counted as if each were copied in.
  package var aliasedNodes = 10_000

  /// The bounds that hold unless a caller says otherwise: 4 MiB, 64 levels, 10,000 nodes.
  package static let standard = Limits()
}
