import CivilTime
import Definitions
import Located
import Register
import Soundness
import StageKit

/// One pass over files: each is read, judged and let go, and what is left of them is judged
/// together.
///
/// Only registers and scenarios stay in memory throughout, and the definitions that somebody wants:
/// a repository of thousands takes no more than a few at a time.
struct Pass: Sendable {
  let stages: StageCatalogue
  let day: CivilDate?
  let live: Live?
  let bounds: ProofBounds?
  let keeping: Workspace.Keeping
  let work: SideBySide
  let rules: RuleSet
  /// How many findings of one file are told.
  let most: Int

  /// What is left of a file.
  private struct Outcome: Sendable {
    var file: ReadFile
    /// A pipeline, also one that cannot be run.
    var pipeline: PipelineFile?
    var judged: Judge.Judged?
    /// The definition that a variant extends; it is looked into when all others have been read.
    var base: String?

    /// Lets go of all but what was found and what is wanted.
    mutating func settle(_ root: Node, keeps: Bool) {
      file.settle(root)
      guard var judged else { return }
      judged.diagnostics = judged.diagnostics.placed(in: root)
      if !keeps { (judged.definition, judged.proof) = (nil, nil) }
      self.judged = judged
    }
  }

  func run(_ given: [SourceFile]) -> Workspace {
    let files = given.sorted { $0.path < $1.path }.uniqued
    // A register must be known before the first pipeline is judged.
    var early = files.indices.filter { files[$0].likely != .pipeline }
    while true {
      let read = Early(files, early, work)
      var outcomes = judged(files, read)
      let late = outcomes.indices.filter { index in
        read[index] == nil && outcomes[index].file.kind != nil
          && outcomes[index].file.kind != .pipeline
      }
      // Seldom: a register whose first word is another.
      guard late.isEmpty else {
        early = (early + late).sorted()
        continue
      }
      judgeVariants(&outcomes, files, read)
      return whole(outcomes, files, read)
    }
  }

  // MARK: one by one

  private func judged(_ files: [SourceFile], _ read: Early) -> [Outcome] {
    let judge = judge(read)
    let pieces = work.map(files.count, by: 16) { range in
      var prover = Prover(bounds ?? ProofBounds())
      return range.map { index in
        var outcome = Outcome(file: read[index] ?? ReadFile(files[index]))
        guard outcome.file.kind == .pipeline, let root = outcome.file.root else { return outcome }
        outcome.pipeline = PipelineFile(root)
        if let base = root["extends"]?.text {
          outcome.base = base
        } else {
          outcome.judged = judge.judge(root, &prover)
          outcome.settle(root, keeps: keeps(root, read))
        }
        return outcome
      }
    }
    return Array(pieces.joined())
  }

  /// A definition that a variant extends.
  private struct Base: Sendable {
    let root: Node
    let findings: [Diagnostic]
    /// It cannot be run by itself.
    let isFaulty: Bool

    /// The findings of a variant, none of them in the base; what is wrong with a base is told once,
    /// and not again for each of its variants.
    func placed(_ findings: [Diagnostic], of variant: Node) -> [Diagnostic] {
      isFaulty
        ? findings.filter { $0.path != root.path }
        : VariantPlaces(variant, over: root, ofBase: self.findings).placed(findings)
    }
  }

  /// A variant is read over its base, which is read again, since few have any.
  private func judgeVariants(
    _ outcomes: inout [Outcome], _ files: [SourceFile], _ read: Early
  ) {
    let variants = outcomes.indices.filter { outcomes[$0].base != nil }
    guard !variants.isEmpty else { return }
    let wanted = Set(variants.compactMap { outcomes[$0].base })
    var bases: [String: Base] = [:]
    for (index, outcome) in outcomes.enumerated() {
      guard let reference = outcome.pipeline?.reference, wanted.contains(reference),
        bases[reference] == nil
      else { continue }
      guard let root = outcome.file.root ?? ReadFile(files[index]).root else { continue }
      bases[reference] = Base(
        root: root, findings: outcome.judged?.diagnostics ?? [],
        isFaulty: outcome.base == nil && outcome.judged?.header == nil)
    }
    // No variant of a faulty base can be run, so not all of thousands are read over it.
    var counts: [String: Int] = [:]
    let isRead = variants.map { index in
      guard let base = outcomes[index].base, bases[base]?.isFaulty == true else { return true }
      counts[base, default: 0] += 1
      return counts[base, default: 0] <= Suggestions.worthwhile
    }
    let judge = judge(read)
    let (known, roots) = (bases, variants.map { outcomes[$0].file.root })
    let references =
      wanted.count == bases.count ? [] : outcomes.compactMap { $0.pipeline?.reference }
    let judged = work.map(variants.count, by: 16) { range in
      var prover = Prover(bounds ?? ProofBounds())
      return range.map { index -> Judge.Judged? in
        guard isRead[index], let root = roots[index] else { return nil }
        // A file that is made to be slow has more of them than anyone looks at.
        let names = index < Suggestions.worthwhile ? references : []
        var judged = judge.judge(root, &prover, among: names) { known[$0]?.root }
        if let base = root["extends"]?.text.flatMap({ known[$0] }) {
          judged.diagnostics = base.placed(judged.diagnostics, of: root)
        }
        return judged
      }
    }
    for (index, judged) in zip(variants, judged.joined()) {
      outcomes[index].judged = judged
      if let root = outcomes[index].file.root {
        outcomes[index].settle(root, keeps: keeps(root, read))
      }
    }
  }

  private func judge(_ read: Early) -> Judge {
    Judge(
      reader: DefinitionReader(
        stages: stages, organisation: read.register.organisation, unread: read.unread,
        keepsBodies: keeping == .bodies),
      scope: Scope(
        organisation: read.register.organisation, register: read.register.written,
        unread: read.unread, day: day),
      rules: rules, bounds: bounds)
  }

  /// Whether a definition is asked for when its own faults are known.
  private func keeps(_ root: Node, _ read: Early) -> Bool {
    keeping != .findings || live != nil
      || root["pipeline"]?.text.map(read.pipelinesOfScenarios.contains) ?? false
  }

  // MARK: together

  private func whole(_ outcomes: [Outcome], _ files: [SourceFile], _ read: Early) -> Workspace {
    var diagnostics = outcomes.flatMap { $0.file.diagnostics + ($0.judged?.diagnostics ?? []) }
    let mayHidePipelines = outcomes.contains { $0.file.mayHide(.pipeline) }
    if mayHidePipelines { diagnostics.removeAll { $0.code == "ref/unknown-base" } }
    diagnostics += read.register.diagnostics
    let pipelines = outcomes.compactMap(\.pipeline)
    if read.registers.isEmpty, !read.mayHideRegister, let first = pipelines.first {
      diagnostics.append(first.lacksRegister)
    }
    diagnostics += PipelineFile.repeated(pipelines)
    let good = outcomes.compactMap(\.judged).filter { $0.header != nil }.sorted { a, b in
      guard let a = a.header, let b = b.header else { return false }
      return (a.id, a.validFrom) < (b.id, b.validFrom)
    }
    let judge = judge(read)
    let whole = Whole(
      scope: judge.scope, headers: good.compactMap(\.header), pipelines: pipelines,
      mayHidePipelines: mayHidePipelines, scenarios: read.scenarios,
      definitions: good.compactMap(\.definition))
    diagnostics += rules.findings(in: whole)
    if let live {
      diagnostics += CompatRules.findings(
        whole.definitions, live, judge.reader, registers: read.registers,
        mayHide: { whole.mayHide(pipeline: $0) })
    }
    let found = placed(diagnostics.withoutConsequences.ordered(most: most), files, read)
    var exceptions = Silencing.Material(
      codes: KnownCodes(stages: stages), comments: outcomes.flatMap(\.file.comments),
      paths: Set(files.map(\.path)))
    let hasWholeRegister = read.isWhole(found)
    // Of these files nothing was left unread.
    if hasWholeRegister {
      exceptions.judged = Set(
        whole.headers.map(\.path) + (read.registers + read.scenarios).map(\.path))
      // What an exception is for may be among the findings that were left out.
      exceptions.judged.subtract(found.filter(\.saysThereAreMore).map(\.path))
    }
    return Workspace(
      definitions: whole.definitions, proofs: good.compactMap(\.proof),
      organisation: read.register.organisation, registers: read.registers.map(\.path),
      hasWholeRegister: hasWholeRegister, scenarios: read.scenarios,
      notEvaluated: [EndedBody.unevaluated(whole)].compactMap { $0 },
      uses: whole.headers.flatMap(\.uses), found: found,
      exceptions: exceptions)
  }

  /// The same findings, each with its place in what its file means; what only several files show
  /// has none yet, and of a pipeline that was let go the text is read again.
  private func placed(
    _ findings: [Diagnostic], _ files: [SourceFile], _ read: Early
  ) -> [Diagnostic] {
    let open = Set(findings.filter(\.place.isEmpty).map(\.path))
    guard !open.isEmpty else { return findings }
    var places: [String: Places] = [:]
    for root in read.registers + read.scenarios { places[root.path] = Places(in: root) }
    for file in files where open.contains(file.path) && places[file.path] == nil {
      let read = ReadFile(file)
      if read.kind == .pipeline, let root = read.root { places[file.path] = Places(in: root) }
    }
    return findings.map { finding in
      guard finding.place.isEmpty, let place = places[finding.path]?.place(of: finding.span)
      else { return finding }
      return finding.at(place)
    }
  }
}

extension [SourceFile] {
  /// Each path once, where they stand by path.
  fileprivate var uniqued: [SourceFile] {
    indices.filter { $0 == 0 || self[$0].path != self[$0 - 1].path }.map { self[$0] }
  }
}
