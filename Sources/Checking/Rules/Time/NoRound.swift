import CivilTime
import Definitions
import Located
import Register

/// A window that has no round left when the definition begins to hold: the stage has no deadline.
enum NoRound: DefinitionRule {
  static let code = "time/no-round"

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      // A window that the register does not hold is a finding of its own.
      guard case .window(let id)? = stage.deadline, let window = scope.organisation.window(id),
        !window.opens(onOrAfter: definition.validFrom, calendar: scope.organisation.calendar)
      else { return nil }
      return finding(
        stage.deadlineNode ?? stage.node,
        sv: "'\(id)' öppnar inte någon gång de fem åren från \(definition.validFrom)",
        en: "'\(id)' does not open in the five years from \(definition.validFrom)",
        help: Text(
          sv: "lägg till en remissrunda i organisationsregistret, eller välj en annan remisstid",
          en: "add a round to the register, or choose another window"))
    }
  }
}
