import Definitions
import Foundation
import Located
import Register
import StageKit
import StageRegistry
import Testing
import YAMLReading

/// A case is pinned to a definition by the hash of its canonical body, and read back from it years
/// later: so the body must say all that the file said.
@Suite struct CanonicalBodyTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pipelines")

  static let reader: DefinitionReader = {
    let (organisation, _) = Organisation.load(nodes(under: root.appending(path: "register")))
    return DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: organisation ?? .empty)
  }()

  static func nodes(under folder: URL) -> [Node] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
      .compactMap { file in
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        return YAMLReader.read(Array(bytes), path: file.lastPathComponent).root
      }
  }

  static let definitions = reader.read(
    nodes(under: root).filter { $0["pipeline"] != nil && $0["scenario"] == nil }
  ).definitions

  @Test func `there are pipelines to try`() {
    #expect(CanonicalBodyTests.definitions.count >= 6)
  }

  @Test(arguments: definitions.map(\.reference))
  func `the body of a definition reads back as the same definition`(_ reference: String) throws {
    let definition = try #require(
      CanonicalBodyTests.definitions.first { $0.reference == reference })
    let root = try #require(YAMLReader.read(definition.body, path: reference).root)
    let reading = CanonicalBodyTests.reader.read(root)
    let again = reading.definition
    #expect(reading.diagnostics.map(\.message.en) == [])
    #expect(again?.hash == definition.hash)
    #expect(again?.table == definition.table)
    #expect(again?.body == definition.body)
  }
}
