import Checking
import Definitions
import Foundation
import Located
import Register

extension Shell {
  /// The definitions and the register of the `--pipelines` folder, by the pass that `check` makes.
  ///
  /// Definitions with faults are left out, with a word about it; cases that are pinned to older ones
  /// go on all the same.
  ///
  /// - Throws: `noInput` where there is no folder, no register or no definition; `no` where the
  ///   register has faults.
  func workspace() throws(Failure) -> Workspace {
    let folder = settings.pipelines
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure(
        .noInput, "input/no-folder", at: folder,
        sv: "mappen finns inte; ange den med --pipelines",
        en: "there is no such folder; name it with --pipelines")
    }
    let sources = try SourceFiles(at: [folder])
    guard sources.hasRegister else {
      throw Failure(
        .noInput, "input/no-register", at: folder, sv: "mappen har inget organisationsregister",
        en: "the folder has no register")
    }
    let workspace = Workspace.load(sources.files, stages: stages)
    let faults = workspace.diagnostics.filter { $0.severity == .error }
    let ofRegister = faults.filter { sources.isRegister($0.path) }
    guard ofRegister.isEmpty else {
      throw Failure(.no, ofRegister.map { Failure.Problem($0) })
    }
    guard !workspace.definitions.isEmpty || !faults.isEmpty else {
      throw Failure(
        .noInput, "input/no-definition", at: folder, sv: "mappen har inga processer",
        en: "the folder has no definitions")
    }
    if let first = faults.first {
      errors(
        Text(
          sv: "processer med fel är inte med (stafett check \(folder)): \(first.path)",
          en: "definitions with faults are left out (stafett check \(folder)): \(first.path)"
        )[settings.language] + "\n")
    }
    return workspace
  }
}

/// The bytes of a file that the user named.
///
/// - Throws: `noInput` where it cannot be read.
func readFile(_ path: String, for option: String? = nil) throws(Failure) -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw Failure(
      .noInput, "input/no-file", at: option ?? path,
      sv: "filen \(path) finns inte eller får inte läsas",
      en: "the file \(path) is not there or may not be read")
  }
  return Array(data)
}
