import Checking
import Definitions
import Foundation
import Lifecycle
import Located
import Scenarios
import StageKit
import StageRegistry
import Testing

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

  /// What comes of a block together with the definitions above it and the register of the
  /// repository: all that a check finds there.
  static func check(_ block: Block) -> (workspace: Workspace, found: [Diagnostic]) {
    let above = blocks.filter { $0.line < block.line && $0.kind == "definition" }
    let files = (above + [block]).map { one in
      SourceFile(path: "line \(one.line)", bytes: Array(one.text.utf8))
    }
    let workspace = Workspace.load(
      files + Catalogue.registers, stages: StageCatalogue(registeredStages))
    return (workspace, workspace.diagnostics.filter { $0.path == "line \(block.line)" })
  }

  @Test func `the reference has examples of each sort`() {
    #expect(ReferenceTests.blocks.count { $0.kind == "definition" } >= 5)
    #expect(ReferenceTests.blocks.count { $0.kind == "refused" } >= 15)
    #expect(ReferenceTests.blocks.contains { $0.kind == "scenario" })
  }

  @Test(arguments: blocks.filter { $0.kind == "definition" })
  func `what the reference gives as right is accepted`(_ block: Block) {
    #expect(ReferenceTests.check(block).found.map(\.line) == [])
  }

  @Test(arguments: blocks.filter { $0.kind == "refused" })
  func `what the reference gives as wrong is refused with its code`(_ block: Block) {
    let code = String(block.heading.split(separator: " ").last ?? "")
    let errors = ReferenceTests.check(block).found.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
  }

  @Test(arguments: blocks.filter { $0.kind == "scenario" })
  func `a scenario of the reference plays`(_ block: Block) throws {
    let (workspace, found) = ReferenceTests.check(block)
    #expect(found.map(\.line) == [])
    let shelf = workspace.definitions.map { Pinned($0) }
    let engine = Engine(
      organisation: workspace.organisation, definitions: shelf,
      fold: Fold { hash in shelf.first { $0.definition.hash == hash } })
    let scenario = Scenario.read(try #require(workspace.scenarios.first)).0
    let run = ScenarioRun.play(try #require(scenario), engine)
    #expect(run.difference?.line == nil)
  }
}
