package import CivilTime
package import Definitions
package import Located
package import Register
package import Soundness
package import StageKit

/// Files read together: what `check` reports on and what the runner runs, by one and the same pass.
package struct Workspace: Sendable {
  /// What is left of definitions when all has been judged.
  package enum Keeping: Sendable {
    /// Nothing but what was found: memory does not grow with the number of files.
    case findings
    /// The definitions, to be looked at.
    case definitions
    /// The definitions with their canonical bodies, to be run or compared.
    case bodies
  }

  /// The definitions without a fault of their own, by id and then by validity, if they were kept.
  package let definitions: [PipelineDefinition]
  /// The proof of the flow of each of these, in the same order.
  package let proofs: [Proof]
  /// The organisation, as far as it could be read.
  package let organisation: Organisation
  /// The paths of the files of the register.
  package let registers: [String]
  /// Whether there is a register, and nothing in it is wrong or may be hidden by a faulty file.
  package let hasWholeRegister: Bool
  /// The scenarios, by path; what they say is read by who runs them.
  package let scenarios: [Node]
  /// What was not looked into, since nobody said what day it is, and how to have it done.
  package let notEvaluated: [Text]
  /// The findings that count: by path, then by place, then by code, each once.
  package let diagnostics: [Diagnostic]
  /// The findings that a comment lets stand.
  package let suppressed: [Suppressed]
  /// The stages that the definitions without a fault of their own use, each once a definition.
  package let uses: [StageUse]
  /// All findings, before anyone answered for them.
  private let found: [Diagnostic]
  private let exceptions: Silencing.Material

  /// Whether anything is wrong; the runner takes nothing from such files.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads files; the order in which they are given makes no difference.
  ///
  /// There is no clock here: what depends on what day it is, is asked of `day`, and is not evaluated
  /// without one. What the files would do to what is live is told as far as that is handed in.
  ///
  /// - Parameters:
  ///   - bounds: How far the proof of a definition's flow may go; nil for no proof.
  ///   - keeping: What is wanted of the definitions.
  ///   - work: How files are gone through; the outcome is the same.
  package static func load(
    _ files: [SourceFile], stages: StageCatalogue, on day: CivilDate? = nil, live: Live? = nil,
    bounds: ProofBounds? = ProofBounds(), keeping: Keeping = .bodies, work: SideBySide = .oneByOne
  ) -> Workspace {
    load(
      files, stages: stages, on: day, live: live, bounds: bounds, keeping: keeping, work: work,
      rules: .all)
  }

  static func load(
    _ files: [SourceFile], stages: StageCatalogue, on day: CivilDate?, live: Live? = nil,
    bounds: ProofBounds? = ProofBounds(), keeping: Keeping = .bodies,
    work: SideBySide = .oneByOne, rules: RuleSet, most: Int = FindingQuota.most
  ) -> Workspace {
    Pass(
      stages: stages, day: day, live: live, bounds: bounds, keeping: keeping, work: work,
      rules: rules, most: most
    ).run(files)
  }

  /// What a pass has come to.
  init(
    definitions: [PipelineDefinition], proofs: [Proof], organisation: Organisation,
    registers: [String], hasWholeRegister: Bool, scenarios: [Node], notEvaluated: [Text],
    uses: [StageUse], found: [Diagnostic], exceptions: Silencing.Material
  ) {
    self.definitions = definitions
    self.proofs = proofs
    self.organisation = organisation
    self.registers = registers
    self.hasWholeRegister = hasWholeRegister
    self.scenarios = scenarios
    self.notEvaluated = notEvaluated
    self.uses = uses
    self.found = found
    self.exceptions = exceptions
    let outcome = Silencing().apply(to: found, exceptions)
    diagnostics = outcome.diagnostics
    suppressed = outcome.suppressed
  }

  /// The findings after all that a project says of them; `others` are what other passes found in
  /// the same files, as against an older version.
  package func silenced(
    by silencing: Silencing, others: [Diagnostic] = []
  ) -> Silencing.Outcome {
    silencing.apply(to: others.isEmpty ? found : (found + others).ordered, exceptions)
  }
}
