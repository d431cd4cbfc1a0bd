import RegionalDecisionStage
import StageKit
import Testing

@Suite struct RegionalDecisionTests {
  private func bench(_ versions: Version...) throws -> AttemptBench {
    try AttemptBench(
      RegionalDecision.self,
      Opening(
        on: .blank, owner: "region-exempel", taken: versions.map { Given(.recommendation, $0) }))
  }

  @Test(arguments: [
    ("should-use", "introduce", false), ("should-use", "in-part", true),
    ("should-use", "refrain", true), ("may-use", "introduce", false),
    ("may-use", "in-part", false), ("may-use", "refrain", false), ("refrain", "introduce", true),
    ("refrain", "in-part", true), ("refrain", "refrain", false),
  ])
  func `a stand that departs from the national value owes its reason`(
    _ value: String, _ stand: String, _ departs: Bool
  ) throws {
    var bench = try bench(Version(value, "2019-05"))
    let found = try bench.say(
      "decide", "{stand: \(stand), recommendation: 2019-05}", on: "2019-06-03")
    #expect(found == (departs ? ["reason: regional-decision/no-reason"] : []))
    guard departs else { return }
    _ = try bench.say(
      "decide", "{stand: \(stand), recommendation: 2019-05, reason: skäl}", on: "2019-06-03")
    #expect(
      bench.attempt.summary.line?.en.contains("departs from the national recommendation") == true)
  }

  @Test func `the refusal of an unknown version names the current one`() throws {
    let bench = try bench(Version("may-use", "2022-02-17"))
    let index = try #require(bench.attempt.index(ofAct: "decide"))
    let form = try node("{stand: introduce, recommendation: v9}")
    let said = Said(on: try #require(CivilDate("2022-03-01")), by: "region-exempel", number: 1)
    guard case .refused(let found) = bench.attempt.decide(index, form, said) else {
      Issue.record("an unknown version was accepted")
      return
    }
    #expect(
      found.map(\.fault.text.sv) == ["version 'v9' är okänd, gällande är 2022-02-17 (Kan)"])
  }

  @Test func `what another body tells of a region owes its source`() throws {
    var bench = try bench(Version("may-use", "2022-02-17"))
    let form = "stand: introduce, recommendation: 2022-02-17"
    #expect(
      try bench.say("decide", "{\(form)}", on: "2022-03-01", by: "livscykelfunktionen")
        == ["source: regional-decision/no-source"])
    #expect(
      try bench.say(
        "decide", "{\(form), source: https://example.org/protokoll}", on: "2022-03-01",
        by: "livscykelfunktionen"
      ).isEmpty)
    #expect(bench.attempt.summary.source == "https://example.org/protokoll")
  }

  @Test func `a version dated before the current one is older though this case never saw it`()
    throws
  {
    var bench = try bench(Version("may-use", "2022-02-17"))
    #expect(
      try bench.say("decide", "{stand: introduce, recommendation: 2018-11}", on: "2019-01-15")
        == ["recommendation: regional-decision/older-version"])
    #expect(
      try bench.say(
        "decide", "{stand: introduce, recommendation: 2018-11, older: true}", on: "2019-01-15"
      ).isEmpty)
    #expect(bench.attempt.summary.line?.sv == "Inför, 2019-01-15, bygger på äldre version 2018-11")
  }

  @Test func `a decision is measured against the version that it cites`() throws {
    var bench = try bench(Version("refrain", "2019-06"), Version("should-use", "2021-02"))
    #expect(
      try bench.say(
        "decide", "{stand: refrain, recommendation: 2019-06, older: true}", on: "2019-08-01"
      ).isEmpty)
  }

  @Test(arguments: ["introduce", "in-part", "refrain"])
  func `a wait binds also where an older version said more`(_ stand: String) throws {
    var bench = try bench(Version("should-use", "2019-06"), Version("wait", "2021-02"))
    #expect(
      try bench.say(
        "decide", "{stand: \(stand), recommendation: 2019-06, older: true, reason: skäl}",
        on: "2021-03-01") == ["stand: regional-decision/wait"])
  }

  @Test func `later is reported, stays open, and gives way to a decision`() throws {
    var bench = try bench(Version("may-use", "2022-02-17"))
    #expect(
      try bench.say("decide", "{stand: later}", on: "2022-03-01")
        == ["reason: regional-decision/no-reason"])
    _ = try bench.say("decide", "{stand: later, reason: prioriteras}", on: "2022-03-01")
    #expect(bench.attempt.outcome == nil)
    #expect(bench.attempt.summary.standing?.sv == "Beslut senare")
    _ = try bench.say(
      "decide", "{stand: in-part, recommendation: 2022-02-17, source: 'https://example.org'}",
      on: "2022-04-28")
    #expect(bench.attempt.outcome?.name == "in-part")
    #expect(bench.attempt.summary.source == "https://example.org")
    #expect(bench.attempt.summary.facts.contains { $0.value.sv == "70 dagar" })
    #expect(
      bench.rows("Regionens beslut").map { $0.prefix(3) } == [
        ["Beslut senare", "2022-03-01", ""], ["Inför delvis", "2022-04-28", "2022-02-17"],
      ])
  }

  @Test func `a case taken over in mid-life accepts the version that is cited`() throws {
    var bench = try bench()
    #expect(bench.attempt.summary.facts.first?.value.sv == "Uppgift saknas")
    #expect(
      try bench.say("decide", "{stand: introduce, recommendation: 2022-01}", on: "2022-03-24")
        .isEmpty)
    #expect(bench.attempt.outcome?.name == "introduce")
  }

  @Test func `only a decision to introduce leads on`() throws {
    let outcomes = try bench().prepared.outcomes
    #expect(outcomes.filter { $0.flow == .forward }.map(\.name) == ["introduce", "in-part"])
    #expect(outcomes.filter { $0.flow == .diverting }.map(\.name) == ["refrain", "follow-wait"])
  }
}
