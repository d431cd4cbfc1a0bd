package import Checking
import Definitions
package import Located
package import StageKit

/// Files read and judged by all that their project says of them: one pass for every command that
/// looks at definitions, so that none lets through what another refuses.
package struct ProjectPass {
  /// The files, those that others need among them.
  let sources: SourceFiles
  /// The paths of the files that were asked for.
  package let asked: Set<String>
  let settings: ProjectSettings
  let request: ProjectRequest
  /// The files and folders that were read for what they hold.
  let paths: [String]
  private let stages: StageCatalogue
  private let names: PathNames

  /// Reads the project and the files.
  ///
  /// Of a project that cannot be followed there may be nothing to read; its own faults are reported.
  ///
  /// - Parameter input: gives what stands on standard input.
  /// - Throws: `usage` where nothing says what to check; `noInput` where there is nothing to read.
  package init(
    _ request: ProjectRequest, _ stages: StageCatalogue, input: () -> [UInt8] = { [] }
  ) throws(Failure) {
    self.request = request
    self.stages = stages
    let settings = try ProjectSettings(request, stages)
    self.settings = settings
    let named = [request.paths, settings.roots, request.otherwise].first { !$0.isEmpty } ?? []
    guard !named.isEmpty || settings.isFaulty else {
      throw Failure(
        .usage, "usage/no-path",
        sv: "ange filer eller mappar att kontrollera, eller - för standard in",
        en: "name files or folders to check, or - for standard input")
    }
    var sources = SourceFiles()
    if request.readsStandardInput { sources.add(input(), as: request.standardInputPath ?? "-") }
    if request.paths.isEmpty, !settings.roots.isEmpty {
      try settings.readRoots(into: &sources)
    } else {
      try sources.addAll(named.filter { $0 != "-" })
    }
    asked = Set(sources.files.map(\.path))
    // Findings span files: what a file extends, or a register that it names, may lie elsewhere.
    if !request.paths.isEmpty { try settings.readRoots(into: &sources) }
    try settings.readRegisters(into: &sources)
    if !named.isEmpty, !sources.hasRegister, FileSystem.entry(at: request.pipelines) != nil {
      try sources.addRegister(of: request.pipelines)
    }
    paths = named.filter { $0 != "-" } + settings.roots + settings.registers
    self.sources = sources
    names = PathNames(of: sources.files + settings.files, settings.folder, near: request.place)
  }

  /// Whether warnings count as errors.
  package var isStrict: Bool { request.isStrict || settings.project?.isStrict == true }

  /// Why some files of a folder could not be read; nil when all were.
  package var unreadable: Failure? {
    sources.unreadable.isEmpty ? nil : Failure(.noInput, sources.unreadable)
  }

  /// Judges files: those that were read, or these in their stead.
  package func load(
    _ files: [SourceFile]? = nil, live: Live? = nil, keeping: Workspace.Keeping
  ) -> Workspace {
    let files = files ?? sources.files
    let pool = WorkPool(threads: files.count < 16 ? 1 : request.threads)
    return Workspace.load(
      files, stages: stages, on: request.date, live: live, bounds: request.bounds,
      keeping: keeping, work: SideBySide { count, piece in pool.run(count, piece) })
  }

  /// The findings after all that the project says of them.
  func judged(
    _ workspace: Workspace, live: Live? = nil, by baseline: Baseline? = nil
  ) -> Silencing.Outcome {
    workspace.silenced(
      by: Silencing(
        project: settings.project, baseline: baseline ?? settings.baseline, date: request.date,
        notLookedFor: live == nil ? ["compat/"] : [], names: names))
  }

  /// What the files come to: the findings that count, after the project, its known findings and its
  /// lock.
  ///
  /// - Parameters:
  ///   - files: those that were judged, where they are not those that were read.
  ///   - baseline: the known findings, where they are not those of the project.
  ///   - counting: picks the findings to tell of.
  package func report(
    _ workspace: Workspace, _ files: [SourceFile]? = nil, live: Live? = nil,
    by baseline: Baseline? = nil,
    counting: ([Diagnostic]) throws(Failure) -> [Diagnostic] = { $0 }
  ) throws(Failure) -> Report {
    let outcome = judged(workspace, live: live, by: baseline)
    let locked = settings.lock.applied(
      to: outcome.diagnostics + settings.findings, stages, workspace.uses)
    let beside = settings.files + [locked.file].compactMap { $0 }
    var findings = locked.findings.ordered
    if !settings.roots.isEmpty {
      let own = asked.union(workspace.registers).union(beside.map(\.path))
      findings = findings.filter { own.contains($0.path) }
    }
    findings = try counting(findings)
    // What is wrong in a register that was only looked up still decides what can be said.
    let shown = ((files ?? sources.files) + beside).filter { file in
      asked.contains(file.path) || findings.contains { $0.path == file.path }
    }
    return Report(
      findings, of: shown, context: live?.files ?? [],
      suppressed: outcome.suppressed.filter { asked.contains($0.finding.path) },
      notEvaluated: workspace.notEvaluated + outcome.notEvaluated + Live.notEvaluated(live)
        + locked.heldBack, names: names)
  }

  /// The known findings brought up to date in their file; nil where no file is named for them.
  ///
  /// - Returns: them, and how many findings no list can let stand.
  /// - Throws: `failure` where the file cannot be written.
  func updateBaseline(
    _ workspace: Workspace
  ) throws(Failure) -> (baseline: Baseline, leftOut: Int)? {
    guard let path = settings.baselinePath else { return nil }
    let found = workspace.silenced(
      by: Silencing(project: settings.project, date: request.date, names: names)
    ).diagnostics
    let updated =
      settings.baseline?.updated(by: found, names).baseline ?? Baseline(of: found, names)
    if let reason = FileSystem.write(Array(updated.text.utf8), to: path) {
      throw Failure(notWritten: path, reason)
    }
    return (updated, Baseline.leavesOut(found))
  }
}

extension PathNames {
  /// The names of some files: they begin in the folder of the project, else at the top of the
  /// repository, else in the folder that was asked for.
  fileprivate init(of files: [SourceFile], _ project: String?, near place: String) {
    let isFolder = FileSystem.entry(at: place)?.isFolder == true
    let base =
      (project ?? ProjectSearch.repository(above: place)).flatMap { FileSystem.absolute($0) }
      ?? FileSystem.absolute(isFolder ? place : FileSystem.parent(of: place))
    var folders: [String: String] = [:]
    for folder in files.map({ PathNames.folder(of: $0.path) }) where folders[folder] == nil {
      folders[folder] = FileSystem.absolute(folder)
    }
    self.init(below: base ?? "/", folders: folders)
  }
}
