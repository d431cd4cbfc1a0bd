import CivilTime
import Definitions
import Located
import Register
import StageKit

/// A role of a kind that has no body while the definition holds: no case can be opened.
enum NoBodies: DefinitionRule {
  static let code = "ref/no-bodies"
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    guard scope.unread.isEmpty else { return [] }
    return definition.form.roles.all.compactMap { role in
      let id = role.value.kind.value.description
      guard let kind = scope.organisation.kind(id), !kind.isOpen,
        !scope.organisation.bodies.contains(where: { body in
          body.kind == id && (body.period.to.map { $0.last >= definition.validFrom } ?? true)
        }), let node = role.value.kind.node
      else { return nil }
      let declared = scope.register.kinds.first { $0.value.id == id }?.node
      return finding(
        node,
        sv:
          "ingen kan ha rollen '\(role.name)': organisationsregistret har ingen av slaget '\(id)'",
        en: "nobody can have the role '\(role.name)': the register has no body of the kind '\(id)'",
        related: declared.map { [$0.related(sv: "slaget står här", en: "the kind stands here")] }
          ?? [],
        help: Text(
          sv: "lägg till en i organisationsregistret, eller skriv open: true på slaget",
          en: "add one to the register, or say open: true of the kind"))
    }
  }
}
