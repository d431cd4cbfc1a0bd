import Definitions
import Located
import StageKit

/// A stage that puts a version in force and that its owner may skip: then nothing is in force.
enum SkippableForce: DefinitionRule {
  static let code = "flow/skippable-force"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      guard stage.isOptional, !stage.inForce.isEmpty else { return nil }
      return finding(
        stage.written("optional") ?? stage.idNode,
        sv: "'\(stage.id)' får hoppas över, och då börjar ingenting gälla",
        en: "'\(stage.id)' may be skipped, and then nothing comes into force",
        related: [stage.forceNode.related(sv: "börjar gälla här", en: "comes into force here")],
        help: Text(
          sv: "ta bort optional: true, eller låt en annan fas sätta versionen i kraft",
          en: "remove optional: true, or let another stage put the version in force"))
    }
  }
}

/// An outcome that puts a version in force and ends it in one.
enum BothForces: DefinitionRule {
  static let code = "flow/both-forces"
  static let needsWhole = true
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage in
      stage.form.outOfForce.all.compactMap { out in
        let name = out.value.description
        guard let into = stage.form.inForce.all.first(where: { $0.value.description == name }),
          let node = out.node
        else { return nil }
        return finding(
          node, sv: "'\(name)' kan inte både sätta versionen i kraft och upphäva den",
          en: "'\(name)' cannot both put the version in force and end it",
          related: into.node.map { [$0.related(sv: "sätts i kraft", en: "put in force")] } ?? [],
          help: Text(
            sv: "ta bort det ur in-force: eller ur out-of-force:",
            en: "remove it from in-force: or from out-of-force:"))
      }
    }
  }
}
