import Checking
import Definitions
import Describing
import FlowTesting
import Foundation
import RandomTesting
import Register
import StageKit
import StageRegistry
import Testing

@testable import Soundness

/// The net that is written for other tools says what the proof says.
@Suite struct NetTests {
  @Test func `a token game on the net of each planted fault agrees with the proof`() throws {
    var markings = 0
    for (name, sketch) in Planted.all {
      let definition = try sketch.definition
      markings += try agree(definition, TrialGround.organisation, name)
    }
    print("nets: \(Planted.all.count) planted ones agree, \(markings) markings")
    #expect(markings > Planted.all.count)
  }

  @Test func `a token game on the net of each shipped pipeline agrees with the proof`() throws {
    let workspace = try Shipped.workspace
    #expect(workspace.definitions.count >= 6)
    var markings = 0
    for definition in workspace.definitions {
      markings += try agree(definition, workspace.organisation, definition.reference)
    }
    print("nets: \(workspace.definitions.count) shipped ones agree, \(markings) markings")
  }

  @Test func `a token game on the nets of random definitions agrees with the proof`() throws {
    let seed = SeededRandom.seed
    for run in 0..<40 * SeededRandom.volume {
      var random = SeededRandom(seed, run: 90_000 + run)
      let text = DefinitionMaker.text(id: "made", &random, isSmall: true, isSafe: run % 4 == 0)
      _ = try agree(
        try TrialGround.definition(text), TrialGround.organisation,
        "run \(run) of seed \(seed)\n\(text)")
    }
  }

  // How many markings were seen; records where the two part.
  private func agree(
    _ definition: PipelineDefinition, _ organisation: Organisation, _ name: String
  ) throws -> Int {
    let members = definition.table.runs.map { run in
      Optional(organisation.members(of: run.set, on: definition.validFrom).count)
    }
    var prover = Prover()
    let proof = prover.prove(definition.table, lanes: members)
    let net = FlowNet.net(definition, members: members)
    let game = try #require(TokenGame(net.pnml).play(limit: 60_000), "\(name)")
    #expect(game.isStuck == (proof.deadEnd != nil), "\(name)")
    let dead = definition.stages.map(\.id).filter { !game.marked.contains("\($0) open") }
    #expect(dead == proof.deadStages.map { definition.stages[$0].id }, "\(name)")
    let outcomes = definition.stages.filter { !dead.contains($0.id) }.flatMap { stage in
      net.transitions.compactMap(\.name).filter { $0.hasPrefix("\(stage.id): ") }
    }
    let never = Set(outcomes).subtracting(game.fired).filter { !$0.hasSuffix(": skip") }
    let said = proof.deadOutcomes.map { "\(definition.stages[$0.stage].id): \($0.outcome)" }
    #expect(never == Set(said), "\(name)")
    return game.markings
  }
}

/// The definitions of the repository.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Pipelines").standardizedFileURL

  static var workspace: Workspace {
    get throws {
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      let all = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "yaml" }
      return Workspace.load(
        try all.filter { !$0.path().contains("/scenarios/") }.map {
          SourceFile(
            path: $0.lastPathComponent + $0.path(), bytes: [UInt8](try Data(contentsOf: $0)))
        },
        stages: StageCatalogue(registeredStages))
    }
  }
}
