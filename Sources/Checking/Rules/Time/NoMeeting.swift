import CivilTime
import Definitions
import Located
import Register

/// A stage that is due at the next meeting of a body that has no meetings: it has no deadline.
enum NoMeeting: DefinitionRule {
  static let code = "time/no-meeting"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      // Whose meetings they are is known of a body; a role is bound when a case is opened.
      guard case .meeting(let name)? = stage.deadline, scope.organisation.isBody(name),
        !scope.organisation.meetings.contains(where: { $0.body == name })
      else { return nil }
      return finding(
        stage.deadlineNode ?? stage.node,
        sv: "inga mötesdagar är angivna för '\(name)'", en: "no meetings are given for '\(name)'",
        help: Text(
          sv:
            "lägg till dem under meetings: i organisationsregistret, eller ange tiden med within:",
          en: "add them under meetings: in the register, or give the time by within:"))
    }
  }
}
