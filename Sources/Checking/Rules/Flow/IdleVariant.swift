import Definitions
import Located

/// A variant that changes nothing of what it extends.
enum IdleVariant: DefinitionRule {
  static let code = "flow/idle-variant"
  static let needsWhole = true

  /// The keys that say which variant it is, and not what is different in it.
  private static let naming = ["pipeline", "version", "extends", "for", "valid", "title", "help"]

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    guard let extends = definition.form.extends, let node = extends.node,
      definition.node.entries.allSatisfy({ naming.contains($0.key.text ?? "") })
    else { return [] }
    return [
      finding(
        node, sv: "varianten ändrar ingenting i \(extends.value)",
        en: "the variant changes nothing of \(extends.value)",
        help: Text(
          sv: "skriv det som är annorlunda, eller ta bort varianten: då gäller basen",
          en: "write what is different, or remove the variant: then the base applies"))
    ]
  }
}
