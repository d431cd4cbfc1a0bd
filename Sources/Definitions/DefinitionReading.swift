package import Located

/// What came of reading one definition.
package struct DefinitionReading: Sendable {
  /// The definition; nil where something in it is wrong.
  package var definition: PipelineDefinition?
  /// The definition as far as it could be read, where that is enough to look for other faults.
  package var draft: DefinitionDraft?
  /// What is wrong.
  package var diagnostics: [Diagnostic]
}

/// A definition with faults, to be looked through for others: nobody mends one to be told of the
/// next.
package struct DefinitionDraft: Sendable {
  /// What could be read; what could not is blank.
  package let definition: PipelineDefinition
  /// Whether its flow is known; without it the table is empty.
  package let hasFlow: Bool
  /// The stages in which something is blank: what seems to be wrong there may only follow from it.
  package let unsure: [Span]
}
