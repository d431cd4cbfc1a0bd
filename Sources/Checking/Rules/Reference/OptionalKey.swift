import Definitions
import Located
import StageKit

/// An input that tells products apart and may be left out: two without it cannot be told apart.
enum OptionalKey: DefinitionRule {
  static let code = "ref/optional-key"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.form.key.all.compactMap { key in
      let name = key.value.description
      guard let node = key.node,
        let input = definition.form.inputs.all.first(where: { $0.name == name }),
        input.value.optional
      else { return nil }
      return finding(
        node, sv: "'\(name)' skiljer två ärenden åt men får utelämnas",
        en: "'\(name)' tells two cases apart but may be left out",
        related: [
          (input.written["optional"] ?? input.key).related(
            sv: "får utelämnas", en: "may be left out")
        ],
        help: Text(
          sv: "ta bort optional: true, eller ta bort '\(name)' ur key:",
          en: "remove optional: true, or remove '\(name)' from key:"))
    }
  }
}
