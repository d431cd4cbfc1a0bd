import Checking
import Definitions
import Foundation
import Lifecycle
import Located
import Register
import Scenarios
import StageKit
import StageRegistry
import Testing
import YAMLReading

/// The product's own pipelines, register and scenarios, read as the runner reads them.
struct Catalogue {
  let engine: Engine
  let scenarios: [Scenario]
  let diagnostics: [Diagnostic]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let shared = Catalogue { _, text in text }

  /// The same with some texts changed: by path, the text to the text that stands in its place.
  init(_ change: (String, String) -> String) {
    var diagnostics: [Diagnostic] = []
    var documents: [Node] = []
    for path in Catalogue.paths(in: "Pipelines") {
      let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
      let changed = change(path.lastPathComponent, text)
      let read = YAMLReader.read(Array(changed.utf8), path: path.lastPathComponent)
      diagnostics += read.diagnostics
      if let root = read.root { documents.append(root) }
    }
    let (organisation, found) = Organisation.load(documents.filter { $0["register"] != nil })
    diagnostics += found
    let stages = StageCatalogue(registeredStages)
    var pinned: [Pinned] = []
    if let organisation {
      let reading = DefinitionReader(stages: stages, organisation: organisation)
        .read(documents.filter { $0["pipeline"] != nil && $0["scenario"] == nil })
      diagnostics += reading.diagnostics
      pinned = reading.definitions.map { Pinned($0) }
    }
    let shelf = pinned
    let fold = Fold { hash in shelf.first { $0.definition.hash == hash } }
    engine = Engine(organisation: organisation ?? .empty, definitions: shelf, fold: fold)
    var scenarios: [Scenario] = []
    for document in documents where document["scenario"] != nil {
      let (scenario, found) = Scenario.read(document)
      diagnostics += found
      if let scenario { scenarios.append(scenario) }
    }
    self.scenarios = scenarios.sorted { $0.name < $1.name }
    self.diagnostics = diagnostics
  }

  /// The files of the register.
  static var registers: [SourceFile] {
    paths(in: "Pipelines/register").map { path in
      let bytes = (try? Data(contentsOf: path)).map { [UInt8]($0) } ?? []
      return SourceFile(path: path.lastPathComponent, bytes: bytes)
    }
  }

  private static func paths(in folder: String) -> [URL] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
  }
}

extension Diagnostic {
  var line: String { "\(path):\(span.start.line):\(span.start.column): \(code): \(message.en)" }
}
