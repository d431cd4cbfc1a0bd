import RecommendationStage
import StageKit
import Testing

@Suite struct RecommendationTests {
  private func bench(_ settings: String = "{}") throws -> AttemptBench {
    try AttemptBench(
      Recommendation.self, settings: settings, Opening(on: .blank, owner: "nt-radet"))
  }

  @Test func `each version issued is handed on, the latest last`() throws {
    var bench = try bench()
    #expect(try bench.say("recommend", "{value: wait}", on: "2019-03").isEmpty)
    #expect(bench.given("reassess-by") == [])
    #expect(try bench.say("recommend", "{value: should-use}", on: "2019-05-14").isEmpty)
    #expect(bench.given("recommendation") == ["wait#2019-03", "should-use#2019-05-14"])
    #expect(bench.given("reassess-by") == ["2021-05-14"])
  }

  @Test(arguments: [
    ("2 years", "2020-02-29", "2022-02-28"), ("18 months", "2019-05", "2020-11"),
    ("104 weeks", "2019-05-14", "2021-05-11"), ("730 days", "2019-05-14", "2021-05-13"),
    ("1 year", "2019-12-31", "2020-12-31"),
  ])
  func `the reassessment is counted from the issue, and stays a month where that is known`(
    _ within: String, _ issued: String, _ by: String
  ) throws {
    var bench = try bench("{reassess: \(within)}")
    _ = try bench.say("recommend", "{value: refrain}", on: issued)
    #expect(bench.given("reassess-by") == [by])
  }

  @Test(arguments: ["3 years", "25 months", "105 weeks", "731 days"])
  func `a reassessment later than two years is refused`(_ within: String) throws {
    #expect(
      try faults(Recommendation.self, settings: "{reassess: \(within)}")
        == ["recommendation/reassess-late"])
  }

  @Test func `working days are no length of years`() throws {
    #expect(
      try faults(Recommendation.self, settings: "{reassess: 20 working days}")
        == ["recommendation/reassess-unit"])
  }

  @Test func `the council changes the words and nothing else`() throws {
    let nt = try bench("{council: nt}").prepared.outcomes
    let mtp = try bench("{council: mtp}").prepared.outcomes
    #expect(nt.map(\.name) == ["should-use", "may-use", "refrain"])
    #expect(mtp.map(\.name) == nt.map(\.name))
    #expect(nt.map(\.title.sv) == ["Bör användas", "Kan användas", "Avstå"])
    #expect(mtp.map(\.title.sv) == ["Bör införas", "Kan införas", "Avstå"])
  }

  @Test func `a wait is an outcome only where it closes the stage`() throws {
    #expect(try bench("{wait: closes}").prepared.outcomes.map(\.name).contains("wait"))
    #expect(try !bench("{wait: stays}").prepared.outcomes.map(\.name).contains("wait"))
  }

  @Test func `a wait is shown with its day and what it awaits`() throws {
    var bench = try bench()
    _ = try bench.say(
      "recommend", "{value: wait, awaits: 'TLV:s hälsoekonomiska värdering'}", on: "2025-05")
    #expect(
      bench.attempt.summary.line?.sv
        == "Avvakta sedan 2025-05, i väntan på TLV:s hälsoekonomiska värdering")
    #expect(bench.attempt.summary.standing?.sv == "Avvakta")
  }

  // Kaftrio: the wait of 2022 was issued anew with a wider exception.
  @Test func `a wait can be issued anew with other criteria`() throws {
    var bench = try bench()
    _ = try bench.say("recommend", "{value: wait}", on: "2022-01")
    #expect(
      try bench.say(
        "recommend", "{value: wait, criteria: undantag vid FEV1 högst 35 procent}", on: "2022-05"
      ).isEmpty)
    #expect(bench.attempt.outcome == nil)
    #expect(
      bench.attempt.summary.tables.first?.rows.map { $0[0].written.sv } == ["2022-01", "2022-05"])
  }

  @Test func `a month and a day in it are in order either way`() throws {
    var bench = try bench()
    _ = try bench.say("recommend", "{value: wait}", on: "2019-05-14")
    #expect(try bench.say("recommend", "{value: may-use}", on: "2019-05").isEmpty)
  }
}
