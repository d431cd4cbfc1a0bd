import PhaseOutStage
import StageKit
import Testing

@Suite struct PhaseOutTests {
  private func bench(_ kind: String) throws -> AttemptBench {
    try AttemptBench(
      PhaseOut.self, settings: "{kind: \(kind)}", Opening(on: .blank, owner: "lag-exempel"))
  }

  @Test(arguments: [
    ("2027-03-01", "2027-03-01", true), ("2027-03-01", "2027-02-28", false),
    ("2027-03-15", "2027-03", true), ("2027-03", "2027-03-01", true),
    ("2027-03", "2027-02-28", false), ("2027-03", "2027-02", false), ("2027-03", "2027-03", true),
  ])
  func `the last use is never before the stop, and a month holds its days`(
    _ stop: String, _ last: String, _ isAccepted: Bool
  ) throws {
    var bench = try bench("drug")
    let found = try bench.say("dates", "{stop-new: \(stop), last-use: \(last)}", on: "2027-01-11")
    #expect(found == (isAccepted ? [] : ["last-use: phase-out/last-use-first"]))
  }

  @Test func `what is owed comes in its order`() throws {
    var bench = try bench("method")
    #expect(bench.attempt.owes.map(\.act) == ["plan", "dates"])
    #expect(
      try bench.say("archive", "{}", on: "2027-10-01")
        == [": phase-out/no-plan", ": phase-out/no-dates"])
    _ = try bench.say(
      "plan", "{scope: full, reason: no-effect, no-replacement: true}", on: "2027-01-11")
    #expect(bench.attempt.owes.map(\.act) == ["dates"])
    _ = try bench.say("dates", "{stop-new: 2027-03, last-use: 2027-09}", on: "2027-01-11")
    #expect(bench.attempt.owes.map(\.act) == ["archive"])
    #expect(try bench.say("archive", "{}", on: "2027-09-15").isEmpty)
    #expect(bench.attempt.owes.isEmpty)
  }

  @Test func `a document owes no dates, but those it has hold`() throws {
    var bench = try bench("document")
    _ = try bench.say(
      "plan", "{scope: full, reason: superseded, no-replacement: true}", on: "2027-01-11")
    #expect(bench.attempt.owes.map(\.act) == ["archive"])
    _ = try bench.say("dates", "{stop-new: 2027-03-01, last-use: 2027-09-01}", on: "2027-01-11")
    #expect(try bench.say("archive", "{}", on: "2027-02-01") == [": phase-out/still-used"])
  }

  @Test func `a replacement that is said to be missing cannot be linked`() throws {
    var bench = try bench("document")
    _ = try bench.say(
      "plan", "{scope: full, reason: unsafe, no-replacement: true}", on: "2027-01-11")
    #expect(
      try bench.say("archive", "{replaced-by: 'https://example.org'}", on: "2027-02-01")
        == ["replaced-by: phase-out/no-replacement"])
  }

  @Test func `the latest report of each place decides what remains`() throws {
    var bench = try bench("drug")
    _ = try bench.say(
      "residual",
      """
      {rows: [{place: A, amount: 9, unit: DDD, target: 2}, {place: A, amount: 3, unit: patienter},
              {place: B, amount: 5, unit: DDD, target: 2}]}
      """, on: "2027-07-01")
    #expect(bench.attempt.summary.line?.sv == "2 ställen över målvärdet")
    _ = try bench.say(
      "residual", "{rows: [{place: A, amount: 2, unit: DDD, target: 2}]}", on: "2027-10-01")
    #expect(bench.attempt.summary.line?.sv == "1 ställe över målvärdet")
    #expect(bench.attempt.summary.tables.first?.rows.count == 4)
  }

  @Test func `a document that was updated is listed once and no longer remains`() throws {
    var bench = try bench("method")
    _ = try bench.say(
      "citations", "{rows: [{document: terapiråd}, {document: ordinationsmall 7}]}",
      on: "2027-07-01")
    #expect(bench.attempt.summary.line?.en == "2 documents still refer to it")
    _ = try bench.say(
      "citations", "{rows: [{document: terapiråd, updated: true}]}", on: "2027-08-01")
    #expect(bench.attempt.summary.line?.en == "1 document still refers to it")
    #expect(
      bench.attempt.summary.tables.first?.rows.map { $0[2].written.sv } == ["Ja", "Nej"])
  }
}
