import ReviewStage
import StageKit
import Testing

@Suite struct ReviewTests {
  private func bench(_ settings: String) throws -> AttemptBench {
    try AttemptBench(Review.self, settings: settings, Opening(on: .blank, owner: "nt-radet"))
  }

  @Test(arguments: [
    ("{}", ["none", "small-revision", "large-revision", "retire"]),
    ("{results: [retire, large-revision]}", ["none", "large-revision", "retire"]),
    ("{results: [none]}", ["none"]),
  ])
  func `the results offered are the ones a definition must map, and none beside them`(
    _ settings: String, _ names: [String]
  ) throws {
    let outcomes = try bench(settings).prepared.outcomes
    #expect(outcomes.map(\.name) == names)
    #expect(outcomes.filter { $0.flow == .forward }.map(\.name) == ["none"])
  }

  @Test func `a recommendation is reviewed in its own words`() throws {
    let outcomes = try bench("{subject: recommendation}").prepared.outcomes
    #expect(
      outcomes.map(\.title.sv) == [
        "Kvarstår", "Ny version, mindre ändring", "Ny version", "Nationell samverkan avslutas",
      ])
  }

  @Test func `the result is shown with its day, known to the month`() throws {
    var bench = try bench("{}")
    _ = try bench.say("review", "{result: large-revision}", on: "2020-09")
    #expect(bench.attempt.summary.line?.sv == "Större revidering (ny remiss), 2020-09")
  }
}
