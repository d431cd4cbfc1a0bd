import CivilTime
import Definitions
import Located
import Register

/// A body that is not there yet when the definition begins to hold.
enum BodyNotYet: DefinitionRule {
  static let code = "ref/body-not-yet"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.mentions.compactMap { mention in
      guard let start = scope.organisation.start(of: mention.id),
        start.last > definition.validFrom.lastDay, !definition.isRole(mention.id)
      else { return nil }
      let (id, from) = (mention.id, definition.validFrom)
      return finding(
        mention.node, sv: "'\(id)' finns från \(start), men processen gäller redan från \(from)",
        en: "'\(id)' exists from \(start), but the pipeline applies from \(from) already",
        related: scope.declared(id),
        help: Text(
          sv: "låt versionen gälla från \(start.first), eller rätta from: i organisationsregistret",
          en: "let the version apply from \(start.first), or correct from: in the register"))
    }
  }
}
