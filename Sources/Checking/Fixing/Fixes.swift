package import Located

/// Mends files by the fixes of their findings, and keeps only what a new check confirms.
package struct Fixes: Sendable {
  /// A fix with the finding that it was made for.
  package struct Made: Sendable {
    package let finding: Diagnostic
    package let fix: Fix
  }

  /// The files, in the order given; those that nothing was mended in have their old bytes.
  package private(set) var files: [SourceFile]
  /// The fixes that were made, in the order of the rounds.
  package private(set) var applied: [Made] = []
  /// The fixes that were tried and taken back: the finding stayed, or another fault came.
  package private(set) var refused: [Made] = []
  /// What is still found.
  package private(set) var diagnostics: [Diagnostic]

  /// Makes fixes in rounds, since one may overlap another or make a new one possible.
  ///
  /// After each round the files are checked again. A fix is taken back when its finding is still
  /// there or when it brought an error; when several were made at once, the ones at fault are found.
  ///
  /// - Parameters:
  ///   - files: all files that a fix may change, a project file and a baseline too.
  ///   - unsafe: whether fixes that only may be what was meant are made too.
  ///   - rounds: how often at most.
  ///   - check: the findings of files; the same files give the same findings.
  package static func apply(
    to files: [SourceFile], unsafe: Bool = false, rounds: Int = 8,
    check: ([SourceFile]) -> [Diagnostic]
  ) -> Fixes {
    var fixes = Fixes(files: files, diagnostics: check(files))
    var barred: Set<Attempt> = []
    for _ in 0..<rounds {
      let plan = Plan(fixes.files, fixes.diagnostics, unsafe: unsafe) { made in
        !barred.contains(Attempt(made))
      }
      guard !plan.steps.isEmpty else { break }
      let refused = fixes.refused.count
      fixes.make(plan, check)
      barred.formUnion(fixes.refused[refused...].map(Attempt.init))
    }
    return fixes
  }

  /// A fix that was taken back, so that it is not tried again.
  private struct Attempt: Hashable {
    let code: String
    let edits: [Fix.Edit]

    init(_ made: Made) {
      code = made.finding.code
      edits = made.fix.edits
    }
  }

  private mutating func make(_ plan: Plan, _ check: ([SourceFile]) -> [Diagnostic]) {
    let before = diagnostics
    var kept: [Plan.Step] = []
    // Halves what fails until each step at fault stands alone; all else is kept.
    var waiting = [plan.steps]
    while let steps = waiting.popLast() {
      let all = kept + steps
      let files = plan.files(with: all)
      let after = check(files)
      if plan.holds(all, before: before, after: after, in: files) {
        kept = all
        self.files = files
        diagnostics = after
      } else if let only = steps.first, steps.count == 1 {
        refused.append(only.made)
      } else {
        let half = steps.count / 2
        waiting.append(Array(steps[half...]))
        waiting.append(Array(steps[..<half]))
      }
    }
    applied += kept.map(\.made)
  }
}
