import Located
import Scenarios
import Testing

@Suite struct RealHistoriesTests {
  @Test func `every file of Pipelines is read without a fault`() {
    let errors = Catalogue.shared.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [])
  }

  @Test(arguments: Catalogue.shared.scenarios.map(\.name))
  func `a real history plays as its sources say`(_ name: String) throws {
    let scenario = try #require(Catalogue.shared.scenarios.first { $0.name == name })
    let run = ScenarioRun.play(scenario, Catalogue.shared.engine)
    #expect(run.difference?.line == nil)
    #expect(run.played == scenario.form.steps.count)
  }
}
