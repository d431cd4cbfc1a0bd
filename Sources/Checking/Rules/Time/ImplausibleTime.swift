import CivilTime
import Definitions
import Located

/// A deadline so far away that it was hardly meant: `90 months` for `9 months`.
enum ImplausibleTime: DefinitionRule {
  static let code = "time/implausible"
  /// The longest that a stage or the time between two reviews should be.
  static let years = 6

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      let time: CivilDuration
      switch stage.deadline {
      case .within(let duration)?, .every(let duration, _)?: time = duration
      case .window?, .due?, .meeting?, nil: return nil
      }
      guard time.days.lowerBound > years * 366, let node = stage.deadlineNode else { return nil }
      return finding(
        node, sv: "\(time.text.sv) är längre än \(years) år: är det verkligen så länge?",
        en: "\(time.text.en) is longer than \(years) years: is it really that long?",
        help: Text(
          sv:
            "kontrollera talet och enheten; är tiden rätt, dela fasen så att någon påminns på vägen",
          en:
            "check number and unit; if the time is right, divide the stage so that someone is reminded on the way"
        ))
    }
  }
}
