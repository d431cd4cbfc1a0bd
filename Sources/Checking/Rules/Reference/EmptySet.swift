import Definitions
import Located
import Register
import StageKit

/// A set that has no members when the definition begins to hold: no region gets a lane, nobody is
/// asked.
enum EmptySet: DefinitionRule {
  static let code = "ref/empty-set"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    guard scope.unread.isEmpty else { return [] }
    let runs = definition.stages.compactMap { stage in
      stage.form.forEach.flatMap { set in
        set.node.map { Mention(id: set.value.description, node: $0) }
      }
    }
    return (runs + definition.mentions).compactMap { mention in
      let id = mention.id
      guard scope.organisation.isSet(id), !definition.isRole(id), !scope.organisation.isBody(id),
        scope.organisation.memberCount(of: id, on: definition.validFrom) == 0
      else { return nil }
      let declared = scope.register.sets.first { $0.value.id == id }?.node
      return finding(
        mention.node, sv: "'\(id)' har inga medlemmar \(definition.validFrom)",
        en: "'\(id)' has no members on \(definition.validFrom)",
        related: declared.map { [$0.related(sv: "mängden står här", en: "the set stands here")] }
          ?? [],
        help: Text(
          sv: "lägg till medlemmar i organisationsregistret, eller välj en annan mängd",
          en: "add members to the register, or choose another set"))
    }
  }
}
