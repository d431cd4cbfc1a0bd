import CheckTool
import Checking
import Located
import Register

extension Shell {
  /// The register of the `--pipelines` folder, whatever else is in it.
  ///
  /// - Throws: `noInput` without one; `no` where it has faults.
  func organisation() throws(Failure) -> Organisation {
    let folder = settings.pipelines
    try checkFolder(folder)
    var register = try SourceFiles(at: [])
    try register.addRegister(of: folder)
    guard !register.files.isEmpty else {
      throw Failure(
        .noInput, "input/no-register", at: folder, sv: "mappen har inget organisationsregister",
        en: "the folder has no register")
    }
    let workspace = Workspace.load(register.files, stages: stages)
    guard !workspace.hasErrors else {
      throw Failure(
        .no,
        workspace.diagnostics.filter { $0.severity == .error }.map { Failure.Problem($0) })
    }
    return workspace.organisation
  }
}
