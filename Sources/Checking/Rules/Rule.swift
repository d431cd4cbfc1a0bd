import Definitions
import Located

/// Something that a definition, a register or a scenario may say and had better not.
///
/// A rule is pure: it sees what was read, and no clock, file or network.
protocol Rule: Sendable {
  /// The permanent name of its findings.
  static var code: String { get }
  /// How bad they are.
  static var severity: Diagnostic.Severity { get }
}

/// A rule about one definition, read and compiled.
protocol DefinitionRule: Rule {
  /// Whether it looks for something that is nowhere in the definition, or at the compiled flow: then
  /// it says nothing of one that could not be read throughout.
  static var needsWhole: Bool { get }
  /// What it finds; the same for the same definition and surroundings.
  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) throws -> [Diagnostic]
}

/// A rule about what only several entries or files show together.
protocol WholeRule: Rule {
  /// What it finds, in no special order.
  static func findings(in whole: Whole) throws -> [Diagnostic]
}

extension Rule {
  /// Most rules warn: what cannot be run is refused when a definition is read.
  static var severity: Diagnostic.Severity { .warning }

  static func finding(
    _ site: Site, sv: String, en: String, related: [Diagnostic.Related] = [], help: Text? = nil,
    fixes: [Fix] = [], steps: [Diagnostic.Related] = []
  ) -> Diagnostic {
    site.diagnostic(
      code, Text(sv: sv, en: en), severity: severity, related: related, help: help, fixes: fixes,
      steps: steps)
  }

  static func finding(
    _ node: Node, sv: String, en: String, related: [Diagnostic.Related] = [], help: Text? = nil,
    fixes: [Fix] = [], steps: [Diagnostic.Related] = []
  ) -> Diagnostic {
    finding(
      node.site, sv: sv, en: en, related: related, help: help, fixes: fixes, steps: steps)
  }
}

extension DefinitionRule {
  /// Most look at one thing and another.
  static var needsWhole: Bool { false }
}

extension StageDefinition {
  /// Where its id is written.
  var idNode: Node { form.id.node ?? node }

  /// Where its deadline is written.
  var deadlineNode: Node? {
    form.within?.node ?? form.window?.node ?? form.due?.node ?? form.meeting?.node
      ?? form.every?.node
  }
}
