import Definitions
import FlowTesting
import Lifecycle
import RandomTesting
import Testing

@testable import Soundness

/// The proof against a search that asks the engine alone.
@Suite struct AgreementTests {
  @Test func `random definitions`() throws {
    let seed = SeededRandom.seed
    let runs = 40 * SeededRandom.volume
    let limit = SeededRandom.volume > 1 ? 1_000 : 100
    var tally = Tally()
    for run in 0..<runs {
      var random = SeededRandom(seed, run: run)
      let lanes = run % 4 + 1
      var text = DefinitionMaker.text(
        id: "made", &random, isSmall: run % 8 < 7, isSafe: run % 5 == 0)
      if lanes == 4 { text = text.replacing("for-each: trio", with: "for-each: quad") }
      let definition = try TrialGround.definition(text)
      do {
        try tally.compare(definition, TrialGround.engine([definition]), lanes: lanes, limit: limit)
      } catch {
        Issue.record("run \(run) of seed \(seed), \(lanes) lanes: \(error)\n\(text)")
      }
    }
    print("agreement: random: \(tally)")
    #expect(tally.unsound * 10 > tally.compared)
    #expect(tally.sound * 10 > tally.compared)
  }
}
