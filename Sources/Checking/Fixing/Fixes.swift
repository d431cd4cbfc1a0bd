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
  /// The files that something was mended in.
  package var changed: [SourceFile] {
    var paths: Set<String> = []
    for made in applied { paths.formUnion(made.fix.edits.map(\.path)) }
    return files.filter { paths.contains($0.path) }
  }
  /// The fixes that were made, in the order of the rounds.
  package private(set) var applied: [Made] = []
  /// The fixes that were tried and taken back: the finding stayed, or another fault came.
  package private(set) var refused: [Made] = []
  /// What is still found.
  package private(set) var diagnostics: [Diagnostic]

  /// Makes fixes in rounds, since one may overlap another or make a new one possible.
  ///
  /// After each round the files are checked again. A fix is taken back when its finding is still
  /// there or when it brought an error; when several were made at once in a file, the ones at fault
  /// are found, in all files at the same time. The last call of `check` is for the files that come
  /// back.
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

  /// Makes a plan: the steps of each group by themselves, and all groups in the same check, since a
  /// check of thousands of files costs the same whether one or all of them changed.
  private mutating func make(_ plan: Plan, _ check: ([SourceFile]) -> [Diagnostic]) {
    let before = diagnostics
    var trials = plan.groups.map { Trial(steps: $0) }
    // Whether the files are those with what is kept, and nothing that was only tried.
    var isExact = true
    for _ in 0..<Self.mostChecks {
      let active = trials.indices.filter { trials[$0].isOpen }
      guard !active.isEmpty else { break }
      let candidates = trials.map(\.candidate)
      let files = plan.files(with: candidates.flatMap { $0 })
      let outcome = plan.outcome(of: candidates.flatMap { $0 }, before, check(files), files)
      let held = active.map { outcome.holds(candidates[$0]) }
      for (index, well) in zip(active, held) { trials[index].end(well: well) }
      isExact = held.allSatisfy { $0 }
      diagnostics = outcome.after
      self.files = files
    }
    let kept = trials.flatMap(\.kept)
    if !isExact {
      files = plan.files(with: kept)
      diagnostics = check(files)
    }
    applied += kept.map(\.made)
    refused += trials.flatMap(\.refused).map(\.made)
  }

  /// How often one round may check; what is not decided by then is tried in the next.
  private static let mostChecks = 24

  /// The steps of a group while the ones at fault are looked for: what fails is halved until each
  /// step at fault stands alone, and all else is kept.
  private struct Trial {
    private(set) var kept: [Plan.Step] = []
    private(set) var refused: [Plan.Step] = []
    private var waiting: [[Plan.Step]]

    init(steps: [Plan.Step]) {
      waiting = [steps]
    }

    var isOpen: Bool { !waiting.isEmpty }

    /// What to try next: what is kept, and some more where there is any.
    var candidate: [Plan.Step] { kept + (waiting.last ?? []) }

    mutating func end(well: Bool) {
      guard let steps = waiting.popLast() else { return }
      if well {
        kept += steps
      } else if let only = steps.first, steps.count == 1 {
        refused.append(only)
      } else {
        let half = steps.count / 2
        waiting.append(Array(steps[half...]))
        waiting.append(Array(steps[..<half]))
      }
    }
  }
}
