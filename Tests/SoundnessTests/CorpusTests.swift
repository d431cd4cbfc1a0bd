import Checking
import Definitions
import Foundation
import Lifecycle
import Located
import RandomTesting
import StageKit
import StageRegistry
import Testing

@testable import Soundness

/// The proof against the brute force, on what people wrote.
@Suite struct CorpusTests {
  @Test func `the shipped pipelines`() throws {
    let workspace = try Shipped.workspace
    let tally = try compare(
      workspace, lanes: 1...(SeededRandom.volume > 1 ? 3 : 1),
      limit: SeededRandom.volume > 1 ? 20_000 : 400)
    print("agreement: shipped: \(tally)")
    #expect(tally.undecided == 0)
    #expect(tally.unsound == 0)
    #expect(workspace.proofs.count == workspace.definitions.count)
    #expect(workspace.proofs.allSatisfy { $0.verdict == .sound })
  }

  @Test func `how far each proof went is told, a line for each definition`() throws {
    let workspace = try Shipped.workspace
    let words = [
      (Language.sv, "varje ärende kan avslutas", "lägen"), (.en, "every case can end", "states"),
    ]
    for (language, sound, states) in words {
      let lines = FlowExplanation.text(workspace, language).split(separator: "\n")
      #expect(lines.count == workspace.definitions.count + 1)
      for (line, (definition, proof)) in zip(lines, zip(workspace.definitions, workspace.proofs)) {
        #expect(line.hasPrefix(definition.reference))
        #expect(line.contains(" \(sound)") && line.contains(" \(proof.states) \(states)"))
      }
    }
  }

  @Test func `the bounds that are asked for are those of the proof`() throws {
    var prover = Prover(ProofBounds(states: 3))
    let table = try Sketch("a: done", "b: done", "c: done", "d: done").definition.table
    #expect(prover.prove(table, lanes: []).verdict == .undecided)
  }

  @Test func `the fixtures of the checker`() throws {
    let fixtures = Shipped.folder.appending(path: "../Tests/CheckingTests/Fixtures")
      .standardizedFileURL
    let register = SourceFile(
      path: "register.yaml",
      bytes: [UInt8](try Data(contentsOf: fixtures.appending(path: "register.yaml"))))
    let files = FileManager.default.enumerator(at: fixtures, includingPropertiesForKeys: nil)
    let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.path() < $1.path() }
    var definitions = 0
    var tally = Tally()
    for path in paths {
      let file = SourceFile(path: "one.yaml", bytes: [UInt8](try Data(contentsOf: path)))
      guard file.bytes.starts(with: Array("pipeline:".utf8)) else { continue }
      let workspace = Workspace.load([file, register], stages: StageCatalogue(registeredStages))
      // Of others no engine would take a case.
      let own: Set = ["flow/unsound", "flow/undecided", "flow/dead-outcome", "flow/unreachable"]
      let others = workspace.diagnostics.filter { $0.severity == .error && !own.contains($0.code) }
      guard others.isEmpty, !workspace.definitions.isEmpty else { continue }
      definitions += 1
      do {
        try compare(workspace, lanes: 1...2, limit: 60 * SeededRandom.volume, &tally)
      } catch let broken as BruteForce.Broken {
        Issue.record("\(path.lastPathComponent): \(broken)")
      }
    }
    print("agreement: \(definitions) fixtures: \(tally)")
    #expect(definitions >= 20)
    #expect(tally.compared >= definitions)
    #expect(tally.unsound >= 3)
  }

  private func compare(
    _ workspace: Workspace, lanes: ClosedRange<Int>, limit: Int
  ) throws -> Tally {
    var tally = Tally()
    try compare(workspace, lanes: lanes, limit: limit, &tally)
    return tally
  }

  private func compare(
    _ workspace: Workspace, lanes: ClosedRange<Int>, limit: Int, _ tally: inout Tally
  ) throws {
    let pinned = workspace.definitions.map { Pinned($0) }
    let engine = Engine(
      organisation: workspace.organisation, definitions: pinned,
      fold: Fold { hash in pinned.first { $0.definition.hash == hash } })
    for definition in workspace.definitions {
      for lanes in lanes {
        do {
          try tally.compare(definition, engine, lanes: lanes, limit: limit)
        } catch let parted as Tally.Parted {
          Issue.record("\(definition.node.path), \(lanes) lanes: \(parted)")
        }
      }
    }
  }
}
