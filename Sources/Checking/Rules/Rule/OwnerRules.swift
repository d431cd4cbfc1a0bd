import Definitions
import Located
import StageKit

extension PipelineDefinition {
  /// Who owns a stage: a body, a role, or `lane`.
  func owner(of stage: StageDefinition) -> String {
    stage.owner ?? (stage.set == nil ? owner : "lane")
  }

  /// Where it is said who owns a stage.
  func ownerNode(of stage: StageDefinition) -> Node? {
    stage.form.owner?.node ?? (stage.set == nil ? form.owner.node : stage.form.forEach?.node)
  }
}

/// An act given to who has it already.
enum ActToOwner: DefinitionRule {
  static let code = "rule/act-to-owner"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage -> [Diagnostic] in
      let owner = definition.owner(of: stage)
      return stage.form.acts.all.flatMap { entry in
        entry.value.all.compactMap { who -> Diagnostic? in
          guard who.value.description == owner, let node = who.node else { return nil }
          return finding(
            node, sv: "'\(owner)' är ansvarig för '\(stage.id)' och får redan göra '\(entry.name)'",
            en: "'\(owner)' owns '\(stage.id)' and may do '\(entry.name)' already",
            related: definition.ownerNode(of: stage).map {
              [$0.related(sv: "ansvarig", en: "the owner")]
            } ?? [],
            help: Text(
              sv: "ta bort det, eller ange en annan som också får göra det",
              en: "remove it, or name another who may do it too"))
        }
      }
    }
  }
}

/// An escalation to who has been silent all the time.
enum EscalatesToOwner: DefinitionRule {
  static let code = "rule/escalates-to-owner"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    let own = definition.stages.compactMap { stage -> Diagnostic? in
      guard let to = stage.form.escalate?.to, let node = to.node,
        to.value.description == definition.owner(of: stage)
      else { return nil }
      return finding(
        node, sv: "'\(stage.id)' lyfts till den som redan är ansvarig, '\(to.value)'",
        en: "'\(stage.id)' is escalated to its own owner, '\(to.value)'",
        related: definition.ownerNode(of: stage).map {
          [$0.related(sv: "ansvarig", en: "the owner")]
        }
          ?? [],
        help: help)
    }
    return own + ofAll(definition)
  }

  // What is said for the whole pipeline may well be to the owner of some stages, not of all.
  private static func ofAll(_ definition: PipelineDefinition) -> [Diagnostic] {
    let inheriting = definition.stages.filter { $0.form.escalate == nil }
    guard let to = definition.form.escalate?.to, let node = to.node, !inheriting.isEmpty,
      inheriting.allSatisfy({ definition.owner(of: $0) == to.value.description })
    else { return [] }
    return [
      finding(
        node, sv: "allt lyfts till den som redan är ansvarig, '\(to.value)'",
        en: "everything is escalated to its own owner, '\(to.value)'", help: help)
    ]
  }

  private static let help = Text(
    sv: "ange någon som kan se till att det blir gjort, till exempel en styrgrupp",
    en: "name someone who can see to it that it is done, such as a steering group")
}
