import Definitions
import Located
import Register
import StageKit

/// The definitions of some files beside those that are live.
///
/// A case keeps the definition that it was opened with, and the store keeps that: a new version
/// moves no case. What can break is what an open case reaches for outside its definition: the stages
/// of the build, the names of the register, and the pipeline in which an outcome opens a new case.
struct Comparison {
  /// The definitions of the files.
  let now: [PipelineDefinition]
  /// Those that are live.
  let live: LiveDefinitions
  /// Where cases stand; nil when that is not known.
  let positions: Positions?
  /// Reads what the store has kept, as this build and this register will.
  let reader: DefinitionReader
  /// The paths of the files that are live.
  let livePaths: Set<String>
  /// The files that are there: the definitions, and then the register.
  let present: [Node]
  /// Whether a pipeline may be there though it is not among the definitions: its file has faults.
  let mayHide: @Sendable (String) -> Bool

  /// A pipeline whose newest version is not the one that is live.
  struct Change {
    let old: PipelineDefinition
    let new: PipelineDefinition
  }

  /// The pipelines with a new version.
  var changes: [Change] {
    var changes: [Change] = []
    for (index, new) in now.enumerated() {
      // By id and validity: the last of an id is the newest.
      guard index + 1 == now.count || now[index + 1].id != new.id,
        let old = live.definitions.last(where: { $0.id == new.id }),
        old.reference != new.reference
      else { continue }
      changes.append(Change(old: old, new: new))
    }
    return changes
  }

  /// An outcome of a live definition that opens a case in some pipeline.
  struct Opener {
    let definition: PipelineDefinition
    let stage: StageDefinition
    let outcome: String
    let node: Node
  }

  /// The live outcomes that open a case in a pipeline, of definitions that open cases may follow.
  func openers(of pipeline: String) -> [Opener] {
    var openers: [Opener] = []
    for definition in live.definitions where mayHaveOpen(definition) {
      for stage in definition.stages {
        for entry in stage.form.outcomes.all {
          guard case .newCase(let other) = entry.value.target,
            (other ?? definition.id) == pipeline
          else { continue }
          openers.append(
            Opener(definition: definition, stage: stage, outcome: entry.name, node: entry.key))
        }
      }
    }
    return openers
  }

  // MARK: places

  /// A finding about what is gone, in the nearest file that is there: no forge can show the other.
  func placed(_ finding: Diagnostic) -> Diagnostic {
    guard livePaths.contains(finding.path), let root = present(nearest: finding.path) else {
      return finding
    }
    let node = root.entries.first?.key ?? root
    let old = Diagnostic.Related(
      path: finding.path, span: finding.span,
      label: Text(sv: "gäller så här", en: "is live as this"))
    return Diagnostic(
      finding.code, finding.message, severity: finding.severity, path: node.path, span: node.span,
      related: [old] + finding.related, help: finding.help, fixes: finding.fixes,
      steps: finding.steps, example: finding.example)
  }

  /// The file with most of the folders of a live one, and of these the one with fewest others.
  private func present(nearest path: String) -> Node? {
    // What is live is called by its revision and then by its path.
    let old = Self.parts(of: path.split(separator: ":", maxSplits: 1).last ?? "")
    func distance(_ node: Node) -> (Int, Int, Int) {
      let parts = Self.parts(of: node.path[...])
      let shared = old.folders.count { parts.folders.contains($0) }
      return (-shared, parts.folders.count - shared, parts.name == old.name ? 0 : 1)
    }
    var nearest: (node: Node, distance: (Int, Int, Int))?
    for node in present {
      let distance = distance(node)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (node, distance) }
    }
    return nearest?.node
  }

  private static func parts(of path: Substring) -> (folders: [Substring], name: Substring) {
    var parts = path.split(separator: "/")
    let name = parts.popLast() ?? ""
    return (parts, name)
  }

  // MARK: cases

  /// The cases that follow a definition; nil when that is not known.
  func entry(_ definition: PipelineDefinition) -> Positions.Entry? {
    positions?.entries.first { $0.hash == definition.hash }
      ?? positions?.entries.first { $0.reference == definition.reference }
  }

  /// The open cases that follow a definition, by name; none when that is not known.
  func open(_ definition: PipelineDefinition) -> [String] { entry(definition)?.open ?? [] }

  /// The cases that stand in a stage of a definition.
  func standing(in stage: String, of definition: PipelineDefinition) -> Positions.Standing? {
    entry(definition)?.stages.first { $0.stage == stage }
  }

  /// Whether an open case may follow a definition: it does, or nothing is known of it.
  func mayHaveOpen(_ definition: PipelineDefinition) -> Bool {
    positions == nil || !open(definition).isEmpty
  }
}

/// Something that a change of definitions must not do, or had better not.
protocol CompatRule: Sendable {
  /// The permanent name of its findings.
  static var code: String { get }
  /// What it finds.
  static func findings(_ comparison: Comparison) -> [Diagnostic]
}

/// The rules against what is live.
package enum CompatRules {
  static let all: [any CompatRule.Type] = [
    ChangedInPlace.self, StageLevelMissing.self, Unreadable.self,
    PipelineRemoved.self, RequiredInputAdded.self, RoleAdded.self, KindRemoved.self,
    ChoiceRemoved.self, StageRemoved.self, OutcomeRemoved.self, DeadlineShortened.self,
  ]

  /// What some definitions would do to what is live.
  static func findings(
    _ definitions: [PipelineDefinition], _ live: Live, _ reader: DefinitionReader,
    registers: [Node], mayHide: @escaping @Sendable (String) -> Bool
  ) -> [Diagnostic] {
    let comparison = Comparison(
      now: definitions,
      live: LiveDefinitions(
        live.files ?? [], stages: reader.stages, otherwise: reader.organisation),
      positions: live.positions, reader: reader,
      livePaths: Set((live.files ?? []).map(\.path)), present: definitions.map(\.node) + registers,
      mayHide: mayHide)
    return all.flatMap { $0.findings(comparison) }.map(comparison.placed)
  }
}

extension CompatRule {
  static func finding(
    _ node: Node, _ severity: Diagnostic.Severity = .error, sv: String, en: String,
    related: [Diagnostic.Related] = [], help: Text? = nil, cases: Cases = Cases(names: []),
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      code, Text(sv: sv, en: en), severity: severity, path: node.path, span: node.span,
      related: related, help: cases.named(after: help), fixes: fixes)
  }
}
