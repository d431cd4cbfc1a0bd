import Definitions
import Located

/// A deadline that nobody is reminded of before it has passed.
enum NoReminder: DefinitionRule {
  static let code = "rule/no-reminder"

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      guard stage.remind.isEmpty, let node = stage.deadlineNode else { return nil }
      return finding(
        node, sv: "ingen påminns innan '\(stage.id)' ska vara klar",
        en: "nobody is reminded before '\(stage.id)' is due",
        help: Text(
          sv: "skriv som remind: [4 weeks, 1 week], i fasen eller för hela processen",
          en: "write as remind: [4 weeks, 1 week], in the stage or for the whole pipeline"))
    }
  }
}
