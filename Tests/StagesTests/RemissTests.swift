import CivilTime
import RemissStage
import StageKit
import Testing

@testable import StageTesting

@Suite struct RemissTests {
  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

  private func open(
    _ settings: String = "{parties: [regions]}", asked: [Body] = ["region-24", "region-25"]
  ) throws -> StageRun {
    try StageRun.start(
      StageContract(Remiss.self), settings: settings,
      opening: Opening(
        on: day("2019-09-16"), closes: day("2019-11-14"), owner: "rcc-norr",
        sets: [Opening.NamedSet("regions", asked)])
    ).get()
  }

  private func say(_ run: inout StageRun, _ act: String, _ form: String, on: String) throws
    -> [String]
  {
    try run.say(act, form, on: day(on), by: "rcc-norr").get().map(\.fault.code)
  }

  /// The rows of a table in the Swedish summary.
  private func table(_ title: String, of run: StageRun) -> [[String]] {
    run.attempt.summary.tables.first { $0.title.sv == title }?.rows.map { $0.map(\.written.sv) }
      ?? []
  }

  @Test func `a late answer is registered and marked, until the window is extended`() throws {
    var run = try open()
    #expect(
      try say(&run, "respond", "{party: [region-25], stance: oppose}", on: "2019-11-20") == [])
    #expect(table("Remissvar", of: run)[0].last == "Inkom efter sista dag")
    run.extend(to: day("2019-12-13"))
    #expect(table("Remissvar", of: run)[0].last == "")
    #expect(
      run.attempt.summary.facts.contains {
        $0.value.sv == "13 december 2019, förlängd från 14 november 2019"
      })
    #expect(run.trouble == nil)
  }

  @Test func `the window must have closed or everyone have answered before it is compiled`() throws
  {
    var run = try open()
    #expect(try say(&run, "compile", "{}", on: "2019-11-14") == ["remiss/still-open"])
    #expect(try say(&run, "compile", "{}", on: "2019-11") == [], "it may have been after the 14th")
    run = try open()
    #expect(
      try say(&run, "respond", "{party: [region-24, region-25], stance: endorse}", on: "2019-10-01")
        == [])
    #expect(try say(&run, "compile", "{}", on: "2019-10-01") == [])
    run = try open(asked: [])
    #expect(try say(&run, "compile", "{}", on: "2019-10-01") == ["remiss/still-open"])
  }

  @Test func `before the window opens it is not compiled, and the refusal says when it opens`()
    throws
  {
    var run = try StageRun.start(
      StageContract(Remiss.self), settings: "{parties: [regions]}",
      opening: Opening(
        on: day("2019-08-20"), opens: day("2019-09-16"), closes: day("2019-11-14"),
        owner: "rcc-norr", sets: [Opening.NamedSet("regions", ["region-24"])])
    ).get()
    let found = try run.say("compile", "{}", on: day("2019-09-15"), by: "rcc-norr").get()
    #expect(found.map(\.fault.code) == ["remiss/not-open"])
    #expect(found.map(\.fault.text.sv) == ["remissen öppnar 2019-09-16"])
    #expect(try say(&run, "compile", "{}", on: "2019-09-16") == ["remiss/still-open"])
  }

  @Test func `comments of a withdrawn answer are kept and need no disposition`() throws {
    var run = try open()
    _ = try say(
      &run, "respond", "{party: [region-24], stance: oppose, comments: [{text: Nej}]}",
      on: "2019-10-01")
    #expect(try say(&run, "compile", "{}", on: "2019-11-15") == ["remiss/open-comments"])
    _ = try say(&run, "withdraw", "{response: 1, reason: Fel}", on: "2019-11-15")
    #expect(table("Synpunkter", of: run).map { $0[5] } == ["Återtagen"])
    #expect(try say(&run, "compile", "{}", on: "2019-11-15") == [])
  }

  @Test func `a comment can be disposed of anew, and the last disposition holds`() throws {
    var run = try open()
    _ = try say(
      &run, "respond", "{party: [region-24], stance: oppose, comments: [{text: Nej}]}",
      on: "2019-10-01")
    _ = try say(
      &run, "dispose", #"{rows: [{comment: "1.1", effect: forwarded, forwarded-to: SKS}]}"#,
      on: "2019-10-02")
    #expect(table("Synpunkter", of: run).map { $0[5] } == ["Lämnad vidare till SKS"])
    _ = try say(
      &run, "dispose", #"{rows: [{comment: "1.1", effect: partly, motive: Bara kapitel 4}]}"#,
      on: "2019-10-03")
    #expect(table("Synpunkter", of: run).map { $0[5...] } == [["Delvis införd", "Bara kapitel 4"]])
  }

  @Test func `thousands of comments are disposed of in one act`() throws {
    var run = try open()
    let comments = Array(repeating: "{text: Ja}", count: 1_500).joined(separator: ", ")
    for party in ["region-24", "region-25"] {
      _ = try say(
        &run, "respond", "{party: [\(party)], stance: endorse, comments: [\(comments)]}",
        on: "2019-10-01")
    }
    #expect(run.attempt.owes.last?.what?.sv == "3000 synpunkter")
    let rows = (1...2).flatMap { response in
      (1...1_500).map { "{comment: \"\(response).\($0)\", effect: accepted}" }
    }
    #expect(
      try say(&run, "dispose", "{rows: [\(rows.joined(separator: ", "))]}", on: "2019-11-20") == [])
    #expect(run.attempt.owes == [Owed("compile", by: "rcc-norr")])
  }

  @Test func `a comment that an answer does not have is refused, whatever answers follow`() throws {
    var run = try open()
    for party in ["region-24", "region-25"] {
      _ = try say(
        &run, "respond", "{party: [\(party)], stance: endorse, comments: [{text: Ja}]}",
        on: "2019-10-01")
    }
    for number in ["1.2", "2.2", "9.1"] {
      let rows = "{rows: [{comment: \"\(number)\", effect: accepted}]}"
      #expect(try say(&run, "dispose", rows, on: "2019-11-20") == ["remiss/unknown-comment"])
    }
  }

  @Test func `an answer that was corrected keeps the numbers of its comments`() throws {
    // The correction of act 2 may be folded after act 5, with the number of what it replaces.
    let opened = try open()
    var attempt = opened.attempt
    let respond = try #require(attempt.index(ofAct: "respond"))
    for (number, text) in [(5, "e"), (2, "b")] {
      let stored =
        #"{"party":["region-24"],"stance":"endorse","comments":[{"text":""#
        + String(repeating: text, count: 64) + #""}]}"#
      let said = Said(on: day("2019-10-01"), by: "rcc-norr", number: number)
      let isRead = Array(stored.utf8).withUnsafeBufferPointer { attempt.fold(respond, $0, said) }
      #expect(isRead)
    }
    let comments = attempt.summary.tables.first { $0.title.sv == "Synpunkter" }
    #expect(comments?.rows.map { $0[0].written.sv } == ["2.1", "5.1"])
    #expect(comments?.rows.map { $0[4].written.sv.first } == ["b", "e"])
  }

  @Test(arguments: ["0.1", "1.0", "1", "1.1.1", "01.1", "+1.1", "1.x", "1."])
  func `what is no number of a comment is refused`(text: String) throws {
    var run = try open()
    let rows = "{rows: [{comment: \"\(text)\", effect: accepted}]}"
    #expect(try say(&run, "dispose", rows, on: "2019-11-20") == ["schema/wrong-form"])
  }

  @Test func `every reason for a refusal is told at once`() throws {
    var run = try open("{parties: [regions], unasked: false, late: refuse}")
    #expect(
      try say(
        &run, "respond", "{party: [region-14, region-14], stance: oppose}", on: "2019-12-01")
        == ["remiss/named-twice", "remiss/not-asked", "remiss/not-asked", "remiss/late"])
    #expect(
      try say(
        &run, "respond", "{party: [region-24], stance: endorse, comments: [{text: Ja}]}",
        on: "2019-10-01") == [])
    #expect(
      try say(&run, "compile", "{}", on: "2019-10-01")
        == ["remiss/still-open", "remiss/open-comments"])
  }

  @Test func `a party or set named twice in the settings is refused`() {
    #expect(throws: StageRun.Refusal.self) { try open("{parties: [regions, regions]}") }
  }
}
