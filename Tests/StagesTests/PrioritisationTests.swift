import PrioritisationStage
import StageKit
import Testing

@Suite struct PrioritisationTests {
  private func ranking() throws -> AttemptBench {
    try AttemptBench(
      Prioritisation.self, Opening(on: CivilDate("2020-02-01") ?? .blank, owner: "sks"))
  }

  @Test(arguments: [
    ("{item: A, rank: 2}, {item: B, rank: 1}", []),
    (
      "{item: A, rank: 1}, {item: B, rank: 1}", ["rows.2.rank: prioritisation/repeated-rank"]
    ),
    ("{item: A, rank: 1}, {item: B, rank: 3}", ["rows: prioritisation/gap-in-ranks"]),
    ("{item: A, rank: 1}, {item: A, rank: 2}", ["rows.2.item: prioritisation/repeated-item"]),
  ])
  func `a list has one proposal in each place`(_ rows: String, _ faults: [String]) throws {
    var stage = try ranking()
    #expect(try stage.say("rank", "{rows: [\(rows)]}", on: "2020-02-10") == faults)
  }

  @Test func `a new list takes the place of the one before`() throws {
    var stage = try ranking()
    try stage.say("rank", "{rows: [{item: A, rank: 1}]}", on: "2020-02-10")
    try stage.say(
      "rank", "{rows: [{item: A, rank: 2}, {item: B, rank: 1, criteria: [nytta, jämlikhet]}]}",
      on: "2020-02-11")
    #expect(
      stage.rows("Prioriteringslista") == [
        ["1", "B", "nytta, jämlikhet", "", ""], ["2", "A", "", "", ""],
      ])
  }

  @Test func `the decision is handed on with its day and paragraph`() throws {
    var stage = try ranking()
    try stage.say("rank", "{rows: [{item: A, rank: 1}]}", on: "2020-02-10")
    try stage.say("decide", "{minutes: 'prot #14'}", on: "2020-02-20")
    #expect(stage.given("decision") == ["sks#2020-02-20 prot §14"])
    #expect(stage.given("decided-on") == ["2020-02-20"])
    #expect(
      try stage.say("rank", "{rows: [{item: A, rank: 1}]}", on: "2020-02-21")
        == [": prioritisation/decided"])
  }

  @Test func `a list that is sent back decides nothing`() throws {
    var stage = try ranking()
    try stage.say("rank", "{rows: [{item: A, rank: 1}]}", on: "2020-02-10")
    try stage.say("refer-back", "{reason: kriterier saknas}", on: "2020-02-20")
    #expect(stage.attempt.outcome?.flow == .diverting)
    #expect(stage.attempt.given == [])
  }
}
