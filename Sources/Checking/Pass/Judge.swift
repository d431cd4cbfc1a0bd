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

  /// Reads a pipeline, tries the rules on it and proves its flow; `base` finds what it extends,
  /// and `references` are what else that could be called.
  ///
  /// A prover keeps its memory from one to the next, and nothing else.
  func judge(
    _ root: Node, _ prover: inout Prover, among references: [String] = [],
    base: (String) -> Node? = { _ in nil }
  ) -> Judged {
    let reading = reader.read(root, among: references, base: base)
    var judged = Judged(diagnostics: reading.diagnostics)
    guard let definition = reading.definition else {
      if let draft = reading.draft { judge(draft, &judged, &prover) }
      return judged
    }
    judged.header = PipelineHeader(definition, ending: EndedBody.ending(in: definition, scope))
    judged.definition = definition
    let ruled = rules.findings(in: definition, scope)
    let flow = proved(definition, ruled, &prover)
    judged.diagnostics += ruled.filter { !$0.follows(from: flow?.proof) } + (flow?.findings ?? [])
    judged.proof = flow?.proof
    return judged
  }

  /// Looks for other faults in a definition that has some already.
  private func judge(
    _ draft: DefinitionDraft, _ judged: inout Judged, _ prover: inout Prover
  ) {
    let ruled = rules.findings(in: draft, scope)
    let flow = draft.hasFlow ? proved(draft.definition, ruled, &prover) : nil
    judged.diagnostics += ruled.filter { !$0.follows(from: flow?.proof) } + (flow?.findings ?? [])
  }

  private func proved(
    _ definition: PipelineDefinition, _ ruled: [Diagnostic], _ prover: inout Prover
  ) -> (proof: Proof, findings: [Diagnostic])? {
    guard bounds != nil else { return nil }
    let flow = Unsound(definition, scope.organisation, &prover)
    return (flow.proof, flow.findings.filter { !$0.follows(from: ruled, in: definition) })
  }
}
