import Checking
import Foundation
import Located
import Register
import YAMLReading

/// The files that paths lead to: a file is taken as it is, of a folder every YAML file in it.
struct SourceFiles {
  private(set) var files: [SourceFile] = []
  private var seen: Set<URL> = []

  /// Reads what the paths lead to, each file once, under the path that led to it first.
  ///
  /// - Throws: `noInput` for a path that is not there, and for a folder without YAML files.
  init(at paths: [String]) throws(Failure) {
    for path in paths { try add(path) }
  }

  /// Reads more; what was read before is not read again, nor definitions of these references.
  mutating func add(_ path: String, without references: [String] = []) throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(
        .noInput, "input/no-such-path", at: path, sv: "finns inte", en: "there is no such file")
    }
    guard isFolder.boolValue else { return try addFile(path) }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let inside = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !inside.isEmpty else {
      throw Failure(
        .noInput, "input/empty-folder", at: path, sv: "mappen har inga YAML-filer",
        en: "the folder has no YAML files")
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let before = files.count
    for name in inside { try addFile("\(folder)/\(name)") }
    guard !references.isEmpty else { return }
    files =
      files[..<before]
      + files[before...].filter { !(reference(of: $0).map(references.contains) ?? false) }
  }

  /// The definitions among them, as `ID@VERSION`.
  var references: [String] { files.compactMap { reference(of: $0) } }

  private func reference(of file: SourceFile) -> String? {
    let root = YAMLReader.read(file.bytes, path: file.path).root
    guard let id = root?["pipeline"]?.text, let version = root?["version"]?.text else { return nil }
    return "\(id)@\(version)"
  }

  private mutating func addFile(_ path: String) throws(Failure) {
    guard seen.insert(URL(filePath: path).standardizedFileURL).inserted else { return }
    files.append(SourceFile(path: path, bytes: try readFile(path)))
  }

  /// Whether any of them is a part of a register.
  var hasRegister: Bool {
    files.contains { YAMLReader.read($0.bytes, path: $0.path).root?["register"] != nil }
  }

  /// Adds the register of a folder, and nothing else that is in it.
  mutating func addRegister(of folder: String) throws(Failure) {
    let others = try SourceFiles(at: [folder]).files
    for file in others
    where YAMLReader.read(file.bytes, path: file.path).root?["register"] != nil {
      guard seen.insert(URL(filePath: file.path).standardizedFileURL).inserted else { continue }
      files.append(file)
    }
  }
}

extension Shell {
  /// The register of the `--pipelines` folder, whatever else is in it.
  ///
  /// - Throws: `noInput` without one; `no` where it has faults.
  func organisation() throws(Failure) -> Organisation {
    let folder = settings.pipelines
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
