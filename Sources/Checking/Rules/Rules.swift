import Definitions
import Located
import Register

/// Something that a definition may say and had better not: read, compiled, and still surprising.
protocol Rule: Sendable {
  /// The permanent name of its findings.
  static var code: String { get }
  /// How bad they are.
  static var severity: Diagnostic.Severity { get }
  /// What it finds; the same for the same definition and organisation.
  static func findings(
    in definition: PipelineDefinition, _ organisation: Organisation
  ) -> [Diagnostic]
}

extension Rule {
  /// Most rules warn: what cannot be run is refused when a definition is read.
  static var severity: Diagnostic.Severity { .warning }

  static func finding(
    _ node: Node, sv: String, en: String, related: [Diagnostic.Related] = [], help: Text? = nil
  ) -> Diagnostic {
    node.diagnostic(
      code, Text(sv: sv, en: en), severity: severity, related: related, help: help)
  }
}

/// The rules of this build.
enum Rules {
  static let all: [any Rule.Type] = [
    NoForce.self, SilentForever.self, UnorderedForce.self, Unwatched.self,
    KeepItSimple.self, NoReminder.self,
    NoRound.self,
  ]

  static func findings(
    in definition: PipelineDefinition, _ organisation: Organisation
  ) -> [Diagnostic] {
    all.flatMap { $0.findings(in: definition, organisation) }
  }
}

extension StageDefinition {
  /// Where its id is written.
  var idNode: Node { form.id.node ?? node }

  /// Where its deadline is written.
  var deadlineNode: Node? {
    form.within?.node ?? form.window?.node ?? form.due?.node ?? form.every?.node
  }
}
