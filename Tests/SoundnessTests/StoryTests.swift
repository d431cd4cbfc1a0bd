import CivilTime
import Definitions
import FlowTesting
import Lifecycle
import Located
import RandomTesting
import Register
import Scenarios
import StageKit
import Testing
import YAMLReading

@testable import Checking
@testable import Soundness

/// A finding's example is a scenario that plays, and leads to where it says.
@Suite struct StoryTests {
  @Test func `the example of a planted fault leads to where nothing can be done`() throws {
    var played = 0
    for (name, sketch) in Planted.all {
      played += try play(try sketch.definition, name) ? 1 : 0
    }
    print("stories: \(played) planted ones played")
    #expect(played >= 40)
  }

  @Test func `the example of a random fault leads to where nothing can be done`() throws {
    let seed = SeededRandom.seed
    var played = 0
    for run in 0..<60 * SeededRandom.volume {
      var random = SeededRandom(seed, run: 50_000 + run)
      let text = DefinitionMaker.text(id: "made", &random, isSmall: run % 2 == 0, isSafe: false)
      let definition = try TrialGround.definition(text)
      played += try play(definition, "run \(run) of seed \(seed)\n\(text)") ? 1 : 0
    }
    print("stories: \(played) random ones played")
    #expect(played >= 10 * SeededRandom.volume)
  }

  @Test func `the example of a planted fault stands in a file that the check accepts`() throws {
    let registers = TrialGround.registers.enumerated().map { number, bytes in
      SourceFile(path: "register-\(number).yaml", bytes: bytes)
    }
    var pasted = 0
    for (name, sketch) in Planted.all {
      let definition = SourceFile(path: "sketch.yaml", bytes: Array(sketch.text.utf8))
      let check = { (files: [SourceFile]) in
        Workspace.load(files, stages: TrialGround.catalogue).diagnostics
      }
      let alone = check(registers + [definition])
      guard let example = alone.first(where: { $0.code == "flow/unsound" })?.example else {
        continue
      }
      let scenario = SourceFile(path: "example.yaml", bytes: Array(example.utf8))
      let found = check(registers + [definition, scenario]).filter { $0.path == "example.yaml" }
      for finding in found {
        Issue.record(
          "\(name): line \(finding.span.start.line): \(finding.message.en)\n\(example)")
      }
      pasted += 1
    }
    #expect(pasted >= 40)
  }

  // Whether it gets stuck; records where the example does not lead there.
  private func play(_ definition: PipelineDefinition, _ name: String) throws -> Bool {
    var prover = Prover()
    let findings = Unsound(definition, TrialGround.organisation, &prover).findings
    guard let finding = findings.first(where: { $0.code == "flow/unsound" }) else { return false }
    let example = try #require(finding.example)
    let root = try #require(YAMLReader.read(Array(example.utf8), path: "example.yaml").root)
    let (scenario, faults) = Scenario.read(root)
    guard let scenario else {
      Issue.record("\(name): \(faults.map(\.message.en))\n\(example)")
      return true
    }
    let run = ScenarioRun.play(scenario, TrialGround.engine([definition]))
    if let difference = run.difference {
      Issue.record(
        "\(name): line \(difference.span.start.line): \(difference.message.en)\n\(example)")
      return true
    }
    let product = try #require(run.products.first)
    let stage = try #require(definition.stages.first { $0.idNode.span == finding.span })
    if !isStuck(product, stage, run.engine) {
      Issue.record("\(name): '\(stage.id)' can be left\n\(example)")
    }
    return true
  }

  private func isStuck(_ product: ProductState, _ stage: StageDefinition, _ engine: Engine) -> Bool
  {
    let one = product.cases[0]
    let spots = one.openAttempts.map(\.0).filter { $0.stage == stage.id }
    return spots.contains { spot in
      stage.prepared.outcomes.allSatisfy { outcome in
        let command = Command.conclude(caseID: one.id, spot: spot, outcome: outcome.name)
        let context = Context(on: one.openedOn.adding(days: 400), by: "board")
        switch engine.decide(command, on: product, context) {
        case .refused: return true
        case .accepted(_, let after):
          return after.cases[0].openAttempts.contains { $0.0 == spot }
            && after.cases[0].flow == one.flow
        }
      }
    }
  }
}
