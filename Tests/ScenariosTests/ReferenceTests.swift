import Definitions
import Foundation
import Lifecycle
import Located
import Scenarios
import StageKit
import StageRegistry
import Testing
import YAMLReading

/// The examples in the reference of the language are run, so that it cannot say what is not so.
@Suite struct ReferenceTests {
  struct Block: Sendable, CustomTestStringConvertible {
    let heading: String
    let line: Int
    let text: String

    var testDescription: String { "line \(line): \(heading)" }
    var kind: String { heading.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
  }

  static let blocks: [Block] = {
    let page = Catalogue.root.appending(path: "Pipelines/README.md")
    let lines = ((try? String(contentsOf: page, encoding: .utf8)) ?? "")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [Block] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if let begun = start, line == "```" {
        blocks.append(
          Block(
            heading: String(lines[begun].dropFirst(3)), line: begun + 1,
            text: lines[(begun + 1)..<index].joined(separator: "\n") + "\n"))
        start = nil
      } else if start == nil, line.hasPrefix("```yaml") {
        start = index
      } else if start == nil, line.hasPrefix("```") {
        start = index
      }
    }
    return blocks
  }()

  /// What comes of a block together with the definitions above it.
  static func read(_ block: Block) -> (reading: DefinitionReader.Reading, syntax: [Diagnostic]) {
    let above = blocks.filter { $0.line < block.line && $0.kind == "definition" }
    var documents: [Node] = []
    var syntax: [Diagnostic] = []
    for one in above + [block] {
      let read = YAMLReader.read(Array(one.text.utf8), path: "line \(one.line)")
      if one.line == block.line { syntax = read.diagnostics }
      if let root = read.root { documents.append(root) }
    }
    let reader = DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: Catalogue.shared.engine.organisation)
    return (reader.read(documents), syntax)
  }

  @Test func `the reference has examples of each sort`() {
    #expect(ReferenceTests.blocks.count { $0.kind == "definition" } >= 5)
    #expect(ReferenceTests.blocks.count { $0.kind == "refused" } >= 15)
    #expect(ReferenceTests.blocks.contains { $0.kind == "scenario" })
  }

  @Test(arguments: blocks.filter { $0.kind == "definition" })
  func `what the reference gives as right is accepted`(_ block: Block) {
    let (reading, syntax) = ReferenceTests.read(block)
    let errors = (reading.diagnostics + syntax).filter { $0.severity == .error }
    #expect(errors.map(\.line) == [])
  }

  @Test(arguments: blocks.filter { $0.kind == "refused" })
  func `what the reference gives as wrong is refused with its code`(_ block: Block) {
    let (reading, syntax) = ReferenceTests.read(block)
    let code = String(block.heading.split(separator: " ").last ?? "")
    let codes = (reading.diagnostics + syntax).filter { $0.severity == .error }.map(\.code)
    #expect(codes == [code])
  }

  @Test(arguments: blocks.filter { $0.kind == "scenario" })
  func `a scenario of the reference plays`(_ block: Block) throws {
    let (reading, _) = ReferenceTests.read(block)
    let shelf = reading.definitions.map { Pinned($0) }
    let engine = Engine(
      organisation: Catalogue.shared.engine.organisation, definitions: shelf,
      fold: Fold { hash in shelf.first { $0.definition.hash == hash } })
    let root = try #require(YAMLReader.read(Array(block.text.utf8), path: "README").root)
    let (scenario, found) = Scenario.read(root)
    #expect(found.map(\.line) == [])
    let run = ScenarioRun.play(try #require(scenario), engine)
    #expect(run.difference?.line == nil)
  }
}
