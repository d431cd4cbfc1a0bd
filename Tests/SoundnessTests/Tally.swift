import Definitions
import Lifecycle
import Register
import Testing

@testable import Soundness

/// Compares the proof with the brute force, and counts.
struct Tally: CustomStringConvertible {
  private(set) var compared = 0
  private(set) var sound = 0
  private(set) var unsound = 0
  private(set) var stuck = 0
  private(set) var undecided = 0
  /// Those that were too large for the brute force.
  private(set) var tooLarge = 0
  private(set) var states = 0
  private(set) var decisions = 0
  private var prover = Prover()

  var description: String {
    "\(compared) compared, \(sound) sound, \(unsound) unsound of which \(stuck) stuck, "
      + "\(undecided) undecided, \(tooLarge) too large; \(states) states, \(decisions) decisions"
  }

  /// Throws where the two part.
  mutating func compare(
    _ definition: PipelineDefinition, _ engine: Engine, lanes: Int, limit: Int = 4_000
  ) throws {
    let members = definition.table.runs.map { run in
      Optional(min(lanes, engine.organisation.members(of: run.set, on: definition.validFrom).count))
    }
    let proof = prover.prove(definition.table, lanes: members)
    guard proof.verdict != .undecided else {
      undecided += 1
      return
    }
    let found = try BruteForce.explore(definition, engine: engine, lanes: lanes, limit: limit)
    states += found.states
    decisions += found.decisions
    guard let answer = found.answer else {
      tooLarge += 1
      return
    }
    compared += 1
    if proof.verdict == .sound { sound += 1 } else { unsound += 1 }
    if answer.isStuck { stuck += 1 }
    guard !proof.isBetween else {
      guard answer == BruteForce.Answer() else { throw Parted(proof: .init(), engine: answer) }
      return
    }
    let mine = BruteForce.Answer(
      isStuck: proof.deadEnd != nil,
      deadStages: proof.deadStages.map { definition.stages[$0].id },
      deadOutcomes: proof.deadOutcomes.map { "\(definition.stages[$0.stage].id): \($0.outcome)" })
    guard mine == answer else { throw Parted(proof: mine, engine: answer) }
  }

  struct Parted: Error, CustomStringConvertible {
    let proof, engine: BruteForce.Answer
    var description: String { "the proof says \(proof),\nthe engine \(engine)" }
  }
}
