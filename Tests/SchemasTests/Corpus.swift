import Definitions
import Foundation
import Located
import Register
import StageKit
import StageRegistry
import YAMLReading

let catalogue = StageCatalogue(registeredStages)

/// The definitions of the repository: those that are shipped and those that the checks are tried with.
struct Corpus: Sendable {
  /// A definition with all that it is read with.
  struct Entry: Sendable, CustomStringConvertible {
    let description: String
    let root: Node
    let organisation: Organisation
    /// The others of its folder, which it may extend.
    let beside: [Node]

    var draft: Draft { Draft(root) }

    /// The findings of our own reader for a definition in this place.
    func findings(of document: Node) -> [Diagnostic] {
      let reader = DefinitionReader(stages: catalogue, organisation: organisation)
      return reader.read(document) { reference in
        beside.first {
          "\($0["pipeline"]?.text ?? "")@\($0["version"]?.text ?? "")" == reference
        }
      }.diagnostics
    }
  }

  /// Definitions that are read without an error.
  let good: [Entry]
  /// Definitions of which each shows a fault.
  let bad: [Entry]

  static let all = Corpus()

  private init() {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").standardizedFileURL
    let shipped = Self.files(under: root.appending(path: "Pipelines"))
    let fixtures = root.appending(path: "Tests/CheckingTests/Fixtures")
    let register = Self.nodes(Self.read([fixtures.appending(path: "register.yaml")]), "register")
    var good = Self.entries(shipped, RegisterReading(Self.nodes(Self.read(shipped), "register")))
    var bad: [Entry] = []
    for folder in Self.folders(of: Self.files(under: fixtures)) {
      for (name, files) in folder {
        let own = Self.nodes(Self.read(files), "register")
        let entries = Self.entries(files, RegisterReading(own.isEmpty ? register : own))
        if name == "ok" { good += entries } else { bad += entries }
      }
    }
    self.good = good.filter { entry in
      !entry.findings(of: entry.root).contains { $0.severity == .error }
    }
    self.bad = bad
  }

  private static func entries(_ files: [URL], _ register: RegisterReading) -> [Entry] {
    let definitions = read(files).filter {
      $0.root["pipeline"] != nil && $0.root["scenario"] == nil
    }
    return definitions.map { file, root in
      Entry(
        description: file, root: root, organisation: register.organisation,
        beside: definitions.map(\.root).filter { $0.path != root.path })
    }
  }

  private static func nodes(_ files: [(String, root: Node)], _ key: String) -> [Node] {
    files.map(\.root).filter { $0[key] != nil }
  }

  private static func read(_ files: [URL]) -> [(String, root: Node)] {
    files.compactMap { url in
      guard let data = try? Data(contentsOf: url) else { return nil }
      let name = url.pathComponents.suffix(3).joined(separator: "/")
      return YAMLReader.read([UInt8](data), path: name).root.map { (name, $0) }
    }
  }

  private static func files(under folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = all?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "yaml" && $0.lastPathComponent != "page.yaml" }
      .sorted { $0.path() < $1.path() }
  }

  /// The fixtures of each folder by name: `ok` and `bad`, each a file or a folder of files.
  private static func folders(of files: [URL]) -> [[(name: String, files: [URL])]] {
    var folders: [String: [String: [URL]]] = [:]
    let depth = files.map(\.pathComponents.count).min() ?? 0
    for file in files where file.pathComponents.count > depth {
      // FAMILY/NAME/ok.yaml, or FAMILY/NAME/ok/FILE.yaml.
      let parts = Array(file.pathComponents.dropFirst(depth - 1))
      guard parts.count > 2 else { continue }
      let name = parts[2].replacing(".yaml", with: "")
      folders[parts[0] + "/" + parts[1], default: [:]][name, default: []].append(file)
    }
    return folders.sorted { $0.key < $1.key }.map { folder in
      folder.value.sorted { $0.key < $1.key }.map { (name: $0.key, files: $0.value) }
    }
  }
}
