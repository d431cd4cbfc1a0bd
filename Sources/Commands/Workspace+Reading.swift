import CheckTool
import Checking
import Located
import StageKit

extension Workspace {
  /// How much of a folder is wanted.
  enum Extent {
    /// Definitions that are proved sound, to run new cases by.
    case proved
    /// Definitions as they are written, to look at.
    case unproved
  }

  /// Reads the definitions and the register of a folder, to run them.
  ///
  /// Definitions with faults are not among those that come back: cases that are pinned to one go on
  /// by what the store has kept. Nothing can be run on a register with faults.
  ///
  /// - Parameter extent: how much of it is wanted; the less, the sooner.
  /// - Throws: `noInput` where there is no folder, no file or no register; `no` where the register
  ///   has faults.
  static func read(
    _ folder: String, stages: StageCatalogue, extent: Extent = .proved
  ) throws(Failure) -> Workspace {
    try checkFolder(folder)
    let files = try SourceFiles(at: [folder]).files
    let workspace =
      switch extent {
      case .proved: Workspace.load(files, stages: stages)
      case .unproved: Workspace.load(files, stages: stages, bounds: nil)
      }
    guard !workspace.hasWholeRegister else { return workspace }
    let errors = workspace.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Failure(.no, errors.map { Failure.Problem($0) }) }
    throw Failure(
      .noInput, "input/no-register", at: folder, sv: "mappen har inget organisationsregister",
      en: "the folder has no register")
  }
}

/// Sees that the folder of pipelines is there.
///
/// - Throws: `noInput` where it is not.
func checkFolder(_ folder: String) throws(Failure) {
  guard FileSystem.entry(at: folder) == nil else { return }
  throw Failure(
    .noInput, "input/no-folder", at: folder, sv: "mappen finns inte; ange den med --pipelines",
    en: "there is no such folder; name it with --pipelines")
}

/// The bytes of a file that the user named.
///
/// - Throws: `noInput` where it cannot be read.
func readFile(_ path: String, for option: String? = nil) throws(Failure) -> [UInt8] {
  guard let bytes = FileSystem.read(path) else {
    throw Failure(
      .noInput, "input/no-file", at: option ?? path,
      sv: "filen \(path) finns inte eller får inte läsas",
      en: "the file \(path) is not there or may not be read")
  }
  return bytes
}
