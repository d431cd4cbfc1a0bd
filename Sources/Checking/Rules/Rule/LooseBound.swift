import Definitions
import Located

/// A way back that may be taken so often that the bound bounds nothing.
enum LooseBound: DefinitionRule {
  static let code = "rule/loose-bound"
  /// The most times that a case should be sent back by one outcome.
  static let most = 10

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage in
      stage.form.outcomes.all.compactMap { entry in
        guard case .back(let target, let atMost) = entry.value.target, atMost > most else {
          return nil
        }
        return finding(
          entry.written["at-most"] ?? entry.key,
          sv: "'\(stage.id)' får gå tillbaka till '\(target)' \(atMost) gånger, så ärendet kan bli "
            + "stående i omarbetning",
          en:
            "'\(stage.id)' may go back to '\(target)' \(atMost) times, so the case may stay in rework",
          help: Text(
            sv: "skriv högst \(most); när gränsen är nådd återstår de andra resultaten",
            en: "write at most \(most); when the bound is reached the other outcomes are left"))
      }
    }
  }
}
