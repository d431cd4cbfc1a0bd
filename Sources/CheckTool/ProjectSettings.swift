import Checking
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
  /// The folder that paths of the project begin in.
  private let folder: String

  /// Reads the project that the command line names, else the one that its first path lies in.
  ///
  /// - Throws: `noInput` where a file that was named is not there.
  init(_ request: CheckRequest, _ stages: StageCatalogue) throws(Failure) {
    let first =
      request.paths.first { $0 != "-" }
      ?? request.standardInputPath.map {
        FileSystem.parent(of: $0)
      }
    let path = request.project ?? ProjectSearch.file(above: first ?? ".")
    folder = path.map { FileSystem.parent(of: $0) } ?? "."
    var project: Project?
    if let path {
      let file = try Self.read(path, for: "--project")
      let (read, faults) = Project.read(file, codes: KnownCodes(stages: stages))
      project = read
      findings += faults
      files.append(file)
    }
    let inFolder = Self.under(folder)
    baselinePath = request.baseline ?? project?.baseline.map(inFolder)
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

  /// The folders to check where the command line names none.
  var roots: [String] { (project?.roots ?? []).map(Self.under(folder)) }
  /// The register, where the project says which it is.
  var registers: [String] { (project?.registers ?? []).map(Self.under(folder)) }
  /// The lock file beside the project.
  var lock: String { Self.under(folder)(Lock.fileName) }

  private static func under(_ folder: String) -> (String) -> String {
    { $0.hasPrefix("/") || folder == "." ? $0 : "\(folder)/\($0)" }
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
