import Definitions
import FlowTesting
import Lifecycle
import RandomTesting
import Testing

@testable import Soundness

/// The proof on definitions that were written to be faulty.
@Suite struct PlantedTests {
  @Test func `every planted fault is found, and the engine has it`() throws {
    var tally = Tally()
    for (name, sketch) in Planted.all {
      let definition = try sketch.definition
      let before = tally.unsound
      do {
        try tally.compare(
          definition, TrialGround.engine([definition]), lanes: 4,
          limit: SeededRandom.volume > 1 ? 20_000 : 1_500)
      } catch {
        Issue.record("\(name): \(error)")
      }
      #expect(tally.unsound == before + 1, "'\(name)' is sound")
    }
    print("agreement: planted: \(tally)")
    #expect(Planted.all.count >= 50)
    #expect(Set(Planted.all.map(\.name)).count == Planted.all.count)
    #expect(tally.compared == Planted.all.count)
  }
}
