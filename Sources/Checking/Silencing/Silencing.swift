package import CivilTime
import Definitions
package import Located

/// What a check is told besides the files: by what findings may stand, and how bad they are.
package struct Silencing: Sendable {
  /// The project, with its policy and its own exceptions.
  package var project: Project?
  /// The findings that were known when a project began to check.
  package var baseline: Baseline?
  /// The day on which exceptions are looked at; without one no end of an exception is evaluated.
  package var date: CivilDate?
  /// Whether all files of the project were read: else nothing is said of those that were not.
  package var isWhole: Bool
  /// Codes that this check did not look for, as it lacked what that takes: `compat/`, or one code.
  ///
  /// Exceptions from them are not reported as unused.
  package var notLookedFor: [String]

  package init(
    project: Project? = nil, baseline: Baseline? = nil, date: CivilDate? = nil,
    isWhole: Bool = true, notLookedFor: [String] = ["compat/"]
  ) {
    self.project = project
    self.baseline = baseline
    self.date = date
    self.isWhole = isWhole
    self.notLookedFor = notLookedFor
  }

  /// Findings after all that was said about them.
  package struct Outcome: Sendable {
    /// Those that count, with what is wrong with the exceptions, in order.
    package var diagnostics: [Diagnostic] = []
    /// Those that may stand.
    package var suppressed: [Suppressed] = []
    /// What could not be evaluated, and how to make it so.
    package var notEvaluated: [Text] = []
  }

  /// Where exceptions are written, and what is known of the files that they are about.
  struct Material: Sendable {
    let codes: KnownCodes
    var comments: [AllowComment] = []
    /// The files that were looked through for everything: in no other is an exception unused.
    var judged: Set<String> = []
    /// All files that were read.
    var paths: Set<String> = []
  }

  func apply(to findings: [Diagnostic], _ material: Material) -> Outcome {
    var outcome = Outcome()
    let wanted =
      project.map { project in findings.compactMap { project.form.policy.applied(to: $0) } }
      ?? findings
    var answers = Answers(self, material)
    var standing: [Diagnostic] = []
    for finding in wanted {
      if finding.canStand, let answer = answers.answer(to: finding) {
        outcome.suppressed.append(answer)
      } else {
        standing.append(finding)
      }
    }
    var said = answers.findings()
    if let baseline {
      let known = baseline.apply(
        to: standing,
        judges: { material.judged.contains($0) || !material.paths.contains($0) && isWhole },
        looksFor: looksFor)
      standing = known.standing
      outcome.suppressed += known.suppressed
      said += known.stale
    }
    if let project { said = said.compactMap { project.form.policy.applied(to: $0) } }
    outcome.diagnostics = said.isEmpty ? standing : (standing + said).ordered
    if date == nil, answers.hasEnds {
      outcome.notEvaluated.append(
        Text(
          sv: "ignore/expired: säg vilken dag det är med --at",
          en: "ignore/expired: say which day it is with --at"))
    }
    return outcome
  }

  /// Whether this check looked for a code.
  func looksFor(_ code: String) -> Bool {
    !notLookedFor.contains { $0.hasSuffix("/") ? code.hasPrefix($0) : code == $0 }
  }

  /// Whether an exception no longer holds.
  func hasExpired(_ until: CivilDate?) -> Bool {
    guard let until, let date else { return false }
    return until.lastDay < date
  }
}
