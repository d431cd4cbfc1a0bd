import Checking
import Definitions
import Located

/// One check: reads, judges, prints.
struct CheckRun {
  let request: CheckRequest
  let world: CheckWorld
  let project: ProjectSettings

  /// - Throws: `noInput` where a file that was named is not there.
  init(_ request: CheckRequest, _ world: CheckWorld) throws(Failure) {
    self.request = request
    self.world = world
    project = try ProjectSettings(request, world.stages)
  }

  /// Does it.
  ///
  /// - Throws: `usage` where nothing says what to check; `noInput` where there is nothing to read.
  func run() throws(Failure) -> Exit {
    let (sources, asked) = try read()
    let line = Text(
      sv: "kontrollerar \(sources.files.count) filer …",
      en: "checking \(sources.files.count) files …")
    let progress = ProgressLine(line[request.language], write: world.errors)
    if world.hasProgress { progress.start() }
    defer { progress.finish() }
    var files = sources.files
    if request.fixes != nil || request.showsDiff {
      let fixes = Fixes.apply(to: files, unsafe: request.fixes == .unsafe) { files in
        let found = judged(load(files, live: nil)).diagnostics
        return found.map { asked.contains($0.path) ? $0 : $0.withoutFixes }
      }
      if request.showsDiff {
        progress.finish()
        let diff = Fixes.diff(from: files, to: fixes.files)
        world.output(diff)
        // What no fix mends is a finding all the same.
        let isFine = diff.isEmpty && !fixes.diagnostics.contains { $0.severity == .error }
        return isFine ? .fine : .no
      }
      try write(fixes, over: files)
      files = fixes.files
    }
    let live = try self.live(like: files)
    let workspace = load(files, live: live)
    let report = try self.report(workspace, files, sources, live, asked: asked)
    progress.finish()
    let isStrict = request.isStrict || project.project?.isStrict == true
    let printout = Printout(report: report, workspace: workspace, live: live, isStrict: isStrict)
    world.output(printout.text(request, world))
    if request.explainsFlow {
      // Beside the report, so that a program that reads it is not disturbed.
      let flow = FlowExplanation.text(workspace, request.language)
      request.format == .text ? world.output("\n" + flow) : world.errors(flow)
    }
    guard sources.unreadable.isEmpty else { throw Failure(.noInput, sources.unreadable) }
    return switch report.verdict(strict: isStrict) {
    case .fine: .fine
    case .findings: .no
    case .failure: .failure
    case .noInput: .noInput
    }
  }

  private func load(_ files: [SourceFile], live: Live?) -> Workspace {
    let pool = WorkPool(threads: files.count < 16 ? 1 : request.threads)
    return Workspace.load(
      files, stages: world.stages, on: request.date, live: live, bounds: request.bounds,
      keeping: keeping(live),
      work: SideBySide { count, piece in pool.run(count, piece) })
  }

  /// What the printers and the lock look at besides the findings.
  private func keeping(_ live: Live?) -> Workspace.Keeping {
    // Only what is compared needs to be the same to the last byte.
    if live != nil || request.format == .markdown { return .bodies }
    return request.explainsFlow ? .definitions : .findings
  }

  /// What is live, as far as somebody said it.
  private func live(like files: [SourceFile]) throws(Failure) -> Live? {
    guard request.against != nil || request.positions != nil else { return nil }
    var before: [SourceFile]?
    if let revision = request.against {
      before = try LiveFiles(at: revision, like: files).files
    }
    var positions: Positions?
    if let path = request.positions {
      guard let bytes = FileSystem.read(path) else {
        throw Failure(
          .noInput, "input/no-file", at: path, sv: "finns inte eller får inte läsas",
          en: "is not there or may not be read")
      }
      positions = Positions(json: bytes)
      guard positions != nil else {
        throw Failure(
          .usage, "input/bad-positions", at: path,
          sv: "är ingen lista över var ärenden står: gör en med stafett export-positions",
          en: "is no list of where cases stand: make one with stafett export-positions")
      }
    }
    return Live(files: before, positions: positions)
  }

  /// The files, and the paths of those that were asked for.
  private func read() throws(Failure) -> (SourceFiles, asked: Set<String>) {
    let paths = request.paths.isEmpty ? project.roots : request.paths
    guard !paths.isEmpty else {
      throw Failure(
        .usage, "usage/no-path",
        sv: "ange filer eller mappar att kontrollera, eller - för standard in",
        en: "name files or folders to check, or - for standard input")
    }
    var sources = SourceFiles()
    if request.readsStandardInput {
      sources.add(world.input(), as: request.standardInputPath ?? "-")
    }
    try sources.addAll(paths.filter { $0 != "-" })
    let asked = Set(sources.files.map(\.path))
    // Findings span files: what a file extends, or a register that it names, may lie elsewhere.
    try sources.addAll(project.roots)
    try sources.addAll(project.registers)
    if !sources.hasRegister, FileSystem.entry(at: request.pipelines) != nil {
      try sources.addRegister(of: request.pipelines)
    }
    return (sources, asked)
  }

  private func judged(
    _ workspace: Workspace, by baseline: Baseline? = nil, _ live: Live? = nil
  ) -> Silencing.Outcome {
    workspace.silenced(
      by: Silencing(
        project: project.project, baseline: baseline ?? project.baseline, date: request.date,
        notLookedFor: live == nil ? ["compat/"] : []))
  }

  private func report(
    _ workspace: Workspace, _ files: [SourceFile], _ sources: SourceFiles, _ live: Live?,
    asked: Set<String>
  ) throws(Failure) -> Report {
    let outcome = judged(workspace, by: try updatedBaseline(workspace), live)
    let path = request.lock ?? project.lock
    if request.updatesLock { try LockFile(at: path).update(world.stages) }
    let locked = LockFile(at: path).applied(
      to: outcome.diagnostics + project.findings, world.stages, workspace.uses)
    let beside = project.files + [locked.file].compactMap { $0 }
    var findings = locked.findings.ordered
    if !project.roots.isEmpty {
      let own = asked.union(workspace.registers).union(beside.map(\.path))
      findings = findings.filter { own.contains($0.path) }
    }
    if let revision = request.changedSince {
      let changes = try GitChanges(
        since: revision, near: sources.files, registers: Set(workspace.registers))
      findings = changes.filter(findings)
    }
    // What is wrong in a register that was only looked up still decides what can be said.
    let shown = (files + beside).filter { file in
      asked.contains(file.path) || findings.contains { $0.path == file.path }
    }
    return Report(
      findings, of: shown, context: live?.files ?? [],
      suppressed: outcome.suppressed.filter { asked.contains($0.finding.path) },
      notEvaluated: workspace.notEvaluated + outcome.notEvaluated + Live.notEvaluated(live)
        + locked.heldBack)
  }

  /// The baseline after it was brought up to date; nil where that was not asked for.
  private func updatedBaseline(_ workspace: Workspace) throws(Failure) -> Baseline? {
    guard request.updatesBaseline, let path = project.baselinePath else { return nil }
    let found = workspace.silenced(
      by: Silencing(project: project.project, date: request.date)
    ).diagnostics
    let updated = project.baseline?.updated(by: found).baseline ?? Baseline(of: found)
    if let reason = FileSystem.write(Array(updated.text.utf8), to: path) {
      throw Failure(notWritten: path, reason)
    }
    return updated
  }

  private func write(_ fixes: Fixes, over old: [SourceFile]) throws(Failure) {
    let before = Dictionary(old.map { ($0.path, $0.bytes) }) { first, _ in first }
    for file in fixes.files where before[file.path] != file.bytes {
      if let reason = FileSystem.write(file.bytes, to: file.path) {
        throw Failure(notWritten: file.path, reason)
      }
    }
    guard !fixes.applied.isEmpty else { return }
    let count = fixes.applied.count
    let line = Text(sv: "rättat: \(count)\n", en: "fixed: \(count)\n")
    world.errors(line[request.language])
  }
}

extension Diagnostic {
  /// The same, where nothing may be changed.
  fileprivate var withoutFixes: Diagnostic {
    fixes.isEmpty
      ? self
      : Diagnostic(
        code, message, severity: severity, path: path, span: span, related: related, help: help,
        steps: steps, example: example, place: place)
  }
}

extension Failure {
  init(notWritten path: String, _ reason: String) {
    self.init(
      .failure, "file/not-written", at: path, sv: "går inte att skriva: \(reason)",
      en: "cannot be written: \(reason)")
  }
}
