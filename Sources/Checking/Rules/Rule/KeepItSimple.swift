import Definitions
import Located
import StageKit

/// More than a working group can carry: "Håll det enkelt" is a requirement of those who use it.
enum KeepItSimple: DefinitionRule {
  static let code = "rule/keep-it-simple"

  /// The most stages that a process should have.
  static let stages = 20
  /// The most inputs that an act should require.
  static let inputs = 3

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    tooMany(definition.stages) + definition.stages.flatMap(tooAsking)
  }

  private static func tooMany(_ all: [StageDefinition]) -> [Diagnostic] {
    guard all.count > stages else { return [] }
    return [
      finding(
        all[stages].idNode, sv: "processen har \(all.count) faser, fler än \(stages)",
        en: "the pipeline has \(all.count) stages, more than \(stages)",
        help: Text(
          sv: "dela den i flera processer", en: "divide it into several pipelines"))
    ]
  }

  private static func tooAsking(_ stage: StageDefinition) -> [Diagnostic] {
    stage.contract.acts.compactMap { act in
      let required = act.required
      guard required.count > inputs else { return nil }
      let names = required.joined(separator: ", ")
      return finding(
        stage.form.uses.node ?? stage.node,
        sv: "'\(act.name)' kräver \(required.count) uppgifter (\(names)), fler än \(inputs)",
        en: "'\(act.name)' requires \(required.count) inputs (\(names)), more than \(inputs)")
    }
  }
}
