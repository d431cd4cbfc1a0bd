import CheckTool
import Foundation
import Located
import StageKit

extension CreateCommand {
  /// A stage in the package of this folder, or in a new package where there is none.
  func newStage(in shell: Shell) throws -> Created {
    let known = shell.stages.contracts.map(\.name.name)
    let stage = NewStage(name: try checkedName(known))
    guard !NewStage.hidden.contains(stage.type) else {
      throw Failure(
        .usage, "create/taken-name", at: name,
        sv: "typen skulle heta \(stage.type), som redan betyder något: välj ett annat namn",
        en: "the type would be named \(stage.type), which means something already: choose another")
    }
    guard FileManager.default.fileExists(atPath: "\(folder)/Package.swift") else {
      return try wholePackage(stage, in: folder, shell)
    }
    let path = "\(folder)/Package.swift"
    let manifest = String(decoding: try readFile(path), as: UTF8.self)
    guard let changed = Self.manifest(manifest, adding: stage.type) else {
      throw Failure(
        .no, "create/no-list", at: path,
        sv: "har ingen rad 'let stages: [String] = [' att lägga till fasen i",
        en: "has no line 'let stages: [String] = [' to add the stage to")
    }
    var created = Created()
    created.files = stage.files(in: folder == "." ? "" : "\(folder)/")
    created.changed = [Created.File(path: path, text: changed)]
    created.next = ["swift build", "swift test --filter \(stage.type)Tests"]
    return created
  }

  /// The manifest with a line for the stage, in the order of the alphabet; nil where it has no list.
  static func manifest(_ text: String, adding type: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: "let stages: [String] = ["),
      let end = lines[start...].firstIndex(of: "]")
    else { return nil }
    let line = "  \"\(type)\","
    let listed = lines[(start + 1)..<end]
    guard !listed.contains(line) else { return nil }
    let place = listed.firstIndex { $0.hasPrefix("  \"") && $0 > line } ?? end
    lines.insert(line, at: place)
    return lines.joined(separator: "\n")
  }

  private func wholePackage(
    _ stage: NewStage, in folder: String, _ shell: Shell
  ) throws -> Created {
    guard let stafett else {
      throw Failure(
        .usage, "create/where-is-stafett", at: "--stafett",
        sv: "här finns inget paket: ange var Stafett finns, en mapp eller adressen till ett arkiv",
        en: "there is no package here: say where Stafett is, a folder or a repository's address")
    }
    let ours = shell.stages.contracts.map { String($0.module.dropLast("Stage".count)) }
    let package = NewPackage(
      stage: stage, ours: ours.enumerated().filter { !ours[..<$0].contains($1) }.map(\.element),
      stafett: stafett, version: Version.number)
    var created = Created()
    created.files = package.files.map {
      Created.File(path: folder == "." ? $0.path : "\(folder)/\($0.path)", text: $0.text)
    }
    created.next = ["swift build", "swift test", "swift run own-stafett stages \(stage.name)"]
    return created
  }
}
