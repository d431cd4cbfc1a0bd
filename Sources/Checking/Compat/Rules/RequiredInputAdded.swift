import Definitions
import Located

/// A new required input: an outcome that opens a case in the pipeline copies the inputs of the old
/// one, and is refused where this one is lacking.
enum RequiredInputAdded: CompatRule {
  static let code = "compat/required-input-added"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      let openers = comparison.openers(of: change.new.id)
      return change.new.inputs.compactMap { input -> Diagnostic? in
        let opener = openers.first { opener in
          !input.isOptional
            && !opener.definition.inputs.contains {
              $0.name == input.name && !$0.isOptional
            }
        }
        guard let opener else { return nil }
        let cases = Cases(names: comparison.open(opener.definition))
        return finding(
          change.new.inputNode(input.name),
          sv: "uppgiften '\(input.name)' är ny och måste anges: \(opener.refused.sv)"
            + cases.concerned.sv,
          en: "the input '\(input.name)' is new and required: \(opener.refused.en)"
            + cases.concerned.en,
          related: [opener.related],
          help: Text(
            sv: "låt den vara frivillig: skriv optional: true",
            en: "let it be optional: write optional: true"), cases: cases)
      }
    }
  }
}

extension Comparison.Opener {
  /// That the outcome cannot be taken.
  var refused: Text {
    Text(
      sv: "'\(outcome)' i '\(stage.id)' kan inte registreras i ärenden som följer "
        + definition.reference,
      en: "the outcome '\(outcome)' of '\(stage.id)' is refused in cases that follow "
        + definition.reference)
  }

  /// Where it is said what the outcome does.
  var related: Diagnostic.Related {
    node.related(sv: "öppnar ett nytt ärende", en: "opens a new case")
  }
}
