import CivilTime
import Definitions
import Located

/// A deadline that is shorter than the one that open cases keep.
enum DeadlineShortened: CompatRule {
  static let code = "compat/deadline-shortened"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      change.new.stages.compactMap { stage -> Diagnostic? in
        guard let old = change.old.stage(named: stage.id), case .within(let before)? = old.deadline,
          case .within(let after)? = stage.deadline, after.atMostDays < before.atLeastDays,
          let standing = comparison.standing(in: stage.id, of: change.old), !standing.cases.isEmpty
        else { return nil }
        let cases = Cases(names: standing.cases)
        return finding(
          stage.deadlineNode ?? stage.idNode, .warning,
          sv:
            "'\(stage.id)' får \(after.text.sv), men \(cases.counted.sv) behåller \(before.text.sv)",
          en: "'\(stage.id)' gets \(after.text.en) instead of the \(before.text.en) of "
            + cases.counted.en,
          related: [
            (old.deadlineNode ?? old.idNode).related(sv: "gäller nu", en: "applies now")
          ],
          help: Text(
            sv:
              "ingen sista dag flyttas av sig själv: den som ska bli klar tidigare behöver få veta det",
            en: "no deadline moves by itself: who is to be done earlier must be told"), cases: cases
        )
      }
    }
  }
}

extension CivilDuration {
  /// The fewest and the most days that it can be, weekends and public holidays counted.
  ///
  /// Two that overlap are not called shorter and longer: 30 days and one month.
  fileprivate var atLeastDays: Int { count * spread.least }
  fileprivate var atMostDays: Int { count * spread.most }

  private var spread: (least: Int, most: Int) {
    switch unit {
    case .days: (1, 1)
    case .workingDays: (1, 3)
    case .weeks: (7, 7)
    case .months: (28, 31)
    case .years: (365, 366)
    }
  }
}
