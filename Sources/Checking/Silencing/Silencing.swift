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
  /// What files are called in the project file and the baseline.
  package var names: PathNames

  package init(
    project: Project? = nil, baseline: Baseline? = nil, date: CivilDate? = nil,
    isWhole: Bool = true, notLookedFor: [String] = ["compat/"], names: PathNames = PathNames()
  ) {
    self.project = project
    self.baseline = baseline
    self.date = date
    self.isWhole = isWhole
    self.notLookedFor = notLookedFor
    self.names = names
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
    var known = Known(material, names)
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
    var said = answers.findings(&known)
    if let baseline {
      let answer = baseline.apply(
        to: standing, names, judges: { known.judges($0) ?? isWhole }, looksFor: looksFor)
      standing = answer.standing
      outcome.suppressed += answer.suppressed
      said += answer.stale
    }
    if let project { said = said.compactMap { project.form.policy.applied(to: $0) } }
    outcome.diagnostics = said.isEmpty ? standing : (standing + said).ordered
    if date == nil, answers.hasEnds {
      outcome.notEvaluated.append(
        Text(
          sv: "ignore/expired: ange vilken dag det är med --at",
          en: "ignore/expired: say which day it is with --at"))
    }
    return outcome
  }

  /// The files that were read, by name; the names are made when somebody asks.
  struct Known {
    private let material: Material
    private let names: PathNames
    private lazy var judged = Set(material.judged.map { names[$0] })
    private lazy var read = Set(material.paths.map { names[$0] })

    init(_ material: Material, _ names: PathNames) {
      self.material = material
      self.names = names
    }

    /// Whether a file was looked through for everything; nil for one that was not read.
    mutating func judges(_ name: String) -> Bool? {
      judged.contains(name) ? true : read.contains(name) ? false : nil
    }
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
