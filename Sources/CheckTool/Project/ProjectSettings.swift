import Checking
import Definitions
import Located
import StageKit

/// What a project says of its check, together with what the command line says instead.
struct ProjectSettings {
  /// The project; nil without a file, or where it cannot be followed.
  private(set) var project: Project?
  /// What is wrong with the files of the project.
  private(set) var findings: [Diagnostic] = []
  /// The files themselves, to show findings in.
  private(set) var files: [SourceFile] = []
  private(set) var baseline: Baseline?
  /// Where the baseline is, or is to be.
  let baselinePath: String?
  /// The lock file.
  let lock: LockFile
  /// The folder that paths of the project begin in; nil without a project.
  let folder: String?

  /// Reads the project that the command line names, else the one that its first path lies in.
  ///
  /// - Throws: `noInput` where a file that was named is not there.
  init(_ request: ProjectRequest, _ stages: StageCatalogue) throws(Failure) {
    let path = request.project ?? ProjectSearch.file(above: request.place)
    folder = path.map { FileSystem.parent(of: $0) }
    // Without a project the lock is looked for as a project would be, from here.
    let locked =
      folder.map { Self.path(Lock.fileName, in: $0) }
      ?? ProjectSearch.file(Lock.fileName, above: ".") ?? Lock.fileName
    lock = LockFile(at: request.lock ?? locked)
    var project: Project?
    if let path {
      let file = try Self.read(path, for: "--project")
      let (read, faults) = Project.read(file, codes: KnownCodes(stages: stages))
      project = read
      findings += faults
      files.append(file)
    }
    let folder = folder
    baselinePath = request.baseline ?? project?.baseline.map { Self.path($0, in: folder) }
    self.project = project
    guard let baselinePath else { return }
    // It is written first, and only then is there something to read.
    if request.updatesBaseline, FileSystem.entry(at: baselinePath) == nil { return }
    let file = try Self.read(baselinePath, for: "--baseline")
    let (baseline, faults) = Baseline.read(file)
    self.baseline = baseline
    findings += faults
    files.append(file)
  }

  /// Whether there is a project file that cannot be followed.
  var isFaulty: Bool { folder != nil && project == nil }

  /// The folders to check where the command line names none.
  var roots: [String] { (project?.roots ?? []).map { Self.path($0, in: folder) } }

  /// The register, where the project says which it is.
  var registers: [String] { (project?.registers ?? []).map { Self.path($0, in: folder) } }

  /// Reads the folders that are to be checked.
  ///
  /// - Throws: `noInput` with every path that is not there, and where it is written.
  func readRoots(into sources: inout SourceFiles) throws(Failure) {
    try read(project?.form.roots.all ?? [], into: &sources)
  }

  /// Reads the register, where the project says which it is.
  ///
  /// - Throws: `noInput` with every path that is not there, and where it is written.
  func readRegisters(into sources: inout SourceFiles) throws(Failure) {
    try read(project?.form.registers.all ?? [], into: &sources)
  }

  private func read(
    _ written: [Sited<String>], into sources: inout SourceFiles
  ) throws(Failure) {
    var problems: [Failure.Problem] = []
    for one in written {
      do {
        try sources.add(Self.path(one.value, in: folder))
      } catch {
        problems += error.problems.map { problem in
          var problem = problem
          let file = project?.path ?? ""
          let place = (one.node?.span.start).map { "\(file):\($0.line):\($0.column)" } ?? file
          problem.place = "\(place): \(problem.place ?? one.value)"
          return problem
        }
      }
    }
    if !problems.isEmpty { throw Failure(.noInput, problems) }
  }

  private static func path(_ path: String, in folder: String?) -> String {
    guard let folder, folder != ".", !path.hasPrefix("/") else { return path }
    return "\(folder)/\(path)"
  }

  private static func read(_ path: String, for option: String) throws(Failure) -> SourceFile {
    guard let bytes = FileSystem.read(path) else {
      throw Failure(
        .noInput, "input/no-file", at: option,
        sv: "filen \(path) finns inte eller får inte läsas",
        en: "the file \(path) is not there or may not be read")
    }
    return SourceFile(path: path, bytes: bytes)
  }
}
