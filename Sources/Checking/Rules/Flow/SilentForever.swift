import Definitions
import Located

/// A stage without a deadline: when all stay silent, nothing is ever heard of it.
///
/// Reminders and escalation hang on the deadline, so without one they never come either.
enum SilentForever: DefinitionRule {
  static let code = "flow/silent-forever"
  static let needsWhole = true

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    definition.stages.filter { $0.deadline == nil }.map { stage in
      finding(
        stage.idNode, sv: "'\(stage.id)' har ingen sista dag och kan bli stående för alltid",
        en: "'\(stage.id)' has no deadline and may stand still for ever",
        help: Text(
          sv: "sätt within:, window: eller due:, och escalate:",
          en: "set within:, window: or due:, and escalate:"))
    }
  }
}
