import Checking
import Definitions
import Located

/// One check: reads, judges, prints.
struct CheckRun {
  let request: CheckRequest
  let world: CheckWorld
  let pass: ProjectPass

  /// Reads what is to be checked.
  ///
  /// - Throws: `usage` where nothing says what to check; `noInput` where there is nothing to read.
  init(_ request: CheckRequest, _ world: CheckWorld) throws(Failure) {
    self.request = request
    self.world = world
    pass = try ProjectPass(request.of, world.stages, input: world.input)
  }

  /// Does it.
  ///
  /// - Throws: `failure` where git or a file does not do what is asked of it; `noInput` where a file
  ///   of a folder cannot be read.
  func run() throws(Failure) -> Exit {
    let count = pass.sources.files.count
    let line = Text(sv: "kontrollerar \(count) filer …", en: "checking \(count) files …")
    let progress = ProgressLine(line[request.language], write: world.errors)
    if world.hasProgress { progress.start() }
    defer { progress.finish() }
    var files = pass.sources.files
    // What was judged last, while it still holds.
    var latest: Workspace?
    if request.fixes != nil || request.showsDiff {
      let fixes = Fixes.apply(to: files, unsafe: request.fixes == .unsafe) { files in
        let workspace = pass.load(files, keeping: keeping(nil))
        latest = workspace
        return pass.judged(workspace).diagnostics.map {
          pass.asked.contains($0.path) ? $0 : $0.withoutFixes
        }
      }
      if request.showsDiff {
        progress.finish()
        let diff = Fixes.diff(from: files, to: fixes.files)
        world.output(diff)
        // What no fix mends is a finding all the same.
        let isFine = diff.isEmpty && !fixes.diagnostics.contains { $0.severity == .error }
        return isFine ? .fine : .no
      }
      try write(fixes)
      files = fixes.files
    }
    let live = try self.live(like: files)
    if live != nil { latest = nil }
    let workspace = latest ?? pass.load(files, live: live, keeping: keeping(live))
    let report = try self.report(workspace, files, live)
    progress.finish()
    let printout = Printout(
      report: report, workspace: workspace, live: live, isStrict: pass.isStrict)
    world.output(printout.text(request, world))
    if request.explainsFlow {
      // Beside the report, so that a program that reads it is not disturbed.
      let flow = FlowExplanation.text(workspace, request.language)
      request.format == .text ? world.output("\n" + flow) : world.errors(flow)
    }
    if let unreadable = pass.unreadable { throw unreadable }
    return switch report.verdict(strict: pass.isStrict) {
    case .fine: .fine
    case .findings: .no
    case .failure: .failure
    case .noInput: .noInput
    }
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
      before = try LiveFiles(at: revision, like: files, at: pass.paths).files
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

  private func report(
    _ workspace: Workspace, _ files: [SourceFile], _ live: Live?
  ) throws(Failure) -> Report {
    let baseline = try updatedBaseline(workspace)
    if request.updatesLock { try pass.settings.lock.update(world.stages) }
    return try pass.report(workspace, files, live: live, by: baseline) { findings throws(Failure) in
      guard let revision = request.changedSince else { return findings }
      let changes = try GitChanges(
        since: revision, near: pass.sources.files, registers: Set(workspace.registers))
      return changes.filter(findings)
    }
  }

  /// The baseline after it was brought up to date; nil where that was not asked for.
  private func updatedBaseline(_ workspace: Workspace) throws(Failure) -> Baseline? {
    guard request.of.updatesBaseline, let updated = try pass.updateBaseline(workspace) else {
      return nil
    }
    let count = updated.leftOut
    if count > 0 {
      let line = Text(
        sv: "\(count) fel är inte med bland de kända fynden: de måste rättas\n",
        en: "\(count) \(count == 1 ? "error is" : "errors are") not among the known findings: "
          + "\(count == 1 ? "it has" : "they have") to be mended\n")
      world.errors(line[request.language])
    }
    return updated.baseline
  }

  private func write(_ fixes: Fixes) throws(Failure) {
    for file in fixes.changed {
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
