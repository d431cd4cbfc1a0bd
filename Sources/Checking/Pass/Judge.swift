import Definitions
import Located
import Soundness

/// Looks into one pipeline at a time: what is wrong in it by itself.
struct Judge: Sendable {
  let reader: DefinitionReader
  let scope: Scope
  let rules: RuleSet
  /// How far a proof may go; nil for none.
  let bounds: ProofBounds?

  /// What is known of a pipeline after it was looked into.
  struct Judged: Sendable {
    var diagnostics: [Diagnostic] = []
    /// What others see of it; nil for one that cannot be run.
    var header: PipelineHeader?
    var definition: PipelineDefinition?
    var proof: Proof?
  }

  /// Reads a pipeline, tries the rules on it and proves its flow; `base` finds what it extends.
  ///
  /// A prover keeps its memory from one to the next, and nothing else.
  func judge(
    _ root: Node, _ prover: inout Prover, base: (String) -> Node? = { _ in nil }
  ) -> Judged {
    let (definition, diagnostics) = reader.read(root, base: base)
    guard let definition else { return Judged(diagnostics: diagnostics) }
    var judged = Judged(
      diagnostics: diagnostics,
      header: PipelineHeader(definition, ending: EndedBody.ending(in: definition, scope)),
      definition: definition)
    let ruled = rules.findings(in: definition, scope)
    judged.diagnostics += ruled
    if bounds != nil {
      let flow = Unsound(definition, scope.organisation, &prover)
      judged.diagnostics += flow.findings.filter { !$0.follows(from: ruled, in: definition) }
      judged.proof = flow.proof
    }
    return judged
  }
}
