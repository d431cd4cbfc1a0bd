import Definitions
import Located

/// A role that must be filled when a case is opened, and then has nothing to do.
enum UnusedRole: DefinitionRule {
  static let code = "ref/unused-role"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    guard !definition.roles.isEmpty else { return [] }
    let named = Set(definition.mentions.map(\.id))
    return definition.form.roles.all.filter { !named.contains($0.name) }.map { role in
      finding(
        role.key, sv: "rollen '\(role.name)' har inget att göra i någon fas",
        en: "the role '\(role.name)' has nothing to do in any stage",
        help: Text(
          sv: "gör den till owner: för en fas, nämn den i acts:, eller ta bort den",
          en: "make it the owner: of a stage, name it in acts:, or remove it"))
    }
  }
}
