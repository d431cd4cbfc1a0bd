import Definitions
import Foundation
import Located
import Register
import StageKit
import YAMLReading

/// The definitions and the register of a folder.
struct Workspace {
  let organisation: Organisation
  let definitions: [PipelineDefinition]
  /// What kept definitions from being read; cases that are pinned to older ones go on all the same.
  let findings: [Diagnostic]

  /// Reads all YAML files of a folder.
  ///
  /// - Throws: `noInput` where there is no folder, no register or no definition; `no` where the
  ///   register has faults.
  init(at folder: String, stages: StageCatalogue) throws {
    let (nodes, unreadable) = try Workspace.nodes(in: folder)
    let register = nodes.filter { $0["register"] != nil }
    let documents = nodes.filter { $0["pipeline"] != nil && $0["scenario"] == nil }
    guard !register.isEmpty else {
      throw Failure(
        .noInput, "input/no-register", at: folder, sv: "mappen har inget organisationsregister",
        en: "the folder has no register")
    }
    guard !documents.isEmpty || !unreadable.isEmpty else {
      throw Failure(
        .noInput, "input/no-definition", at: folder, sv: "mappen har inga processer",
        en: "the folder has no definitions")
    }
    let (organisation, found) = Organisation.load(register)
    guard let organisation else {
      throw Failure(.no, found.filter { $0.severity == .error }.map { Failure.Problem($0) })
    }
    self.organisation = organisation
    let reading = DefinitionReader(stages: stages, organisation: organisation).read(documents)
    definitions = reading.definitions
    findings = unreadable + reading.diagnostics.filter { $0.severity == .error }
  }

  private static func nodes(in folder: String) throws -> ([Node], [Diagnostic]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue, let all = FileManager.default.enumerator(atPath: folder)
    else {
      throw Failure(
        .noInput, "input/no-folder", at: folder,
        sv: "mappen finns inte; ange den med --pipelines",
        en: "there is no such folder; name it with --pipelines")
    }
    let paths = all.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    var nodes: [Node] = []
    var findings: [Diagnostic] = []
    for path in paths.map({ "\(folder)/\($0)" }) {
      let bytes = try readFile(path)
      let document = YAMLReader.read(bytes, path: path)
      if let root = document.root { nodes.append(root) } else { findings += document.diagnostics }
    }
    return (nodes, findings)
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
