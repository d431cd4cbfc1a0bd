import Definitions
import Located

/// A choice of an input that is gone: where a case has it, an outcome that copies it is refused.
enum ChoiceRemoved: CompatRule {
  static let code = "compat/choice-removed"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      let openers = comparison.openers(of: change.new.id)
      return change.new.inputs.filter { $0.type == .choice }.compactMap { input -> Diagnostic? in
        for opener in openers {
          guard
            let before = opener.definition.inputs.first(where: {
              $0.name == input.name && $0.type == .choice
            })
          else { continue }
          let removed = before.values.filter { !input.values.contains($0) }
          guard !removed.isEmpty else { continue }
          let names = removed.map { "'\($0)'" }.joined(separator: ", ")
          let cases = Cases(names: comparison.open(opener.definition))
          return finding(
            change.new.inputNode(input.name), .warning,
            sv: "\(names) går inte längre att välja: har ett ärende det valet kan "
              + "'\(opener.outcome)' inte registreras i '\(opener.stage.id)'" + cases.concerned.sv,
            en: "\(names) can no longer be chosen: where a case has it, the outcome "
              + "'\(opener.outcome)' of '\(opener.stage.id)' is refused" + cases.concerned.en,
            related: [
              opener.definition.inputNode(input.name).related(
                sv: "går att välja nu", en: "can be chosen now")
            ],
            help: Text(
              sv: "behåll valet tills inget pågående ärende har det",
              en: "keep the choice until no open case has it"), cases: cases)
        }
        return nil
      }
    }
  }
}
