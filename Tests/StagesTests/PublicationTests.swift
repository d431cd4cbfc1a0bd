import PublicationStage
import StageKit
import Testing

struct PublicationTests {
  private func publication(of document: Version? = Version("care-programme", "4.0")) throws
    -> AttemptBench
  {
    try AttemptBench(
      Publication.self,
      Opening(
        on: CivilDate("2027-04-20") ?? .blank, owner: "sks",
        taken: document.map { [Given(.document, $0)] } ?? []))
  }

  @Test(arguments: [
    ("{found-at: [NKK]}", "2027-05-02", "2027-05-02"),
    ("{found-at: [NKK], applies-from: 2027-06-01}", "2027-05-02", "2027-06-01"),
    ("{found-at: [NKK], applies-from: 2027-04-01}", "2027-05-02", "2027-04-01"),
    ("{found-at: [NKK]}", "2017-03", "2017-03"),
  ])
  func `it applies from the day it says, else from the day it is published`(
    _ fields: String, _ day: String, _ from: String
  ) throws {
    var stage = try publication()
    #expect(try stage.say("publish", fields, on: day, by: "sks") == [])
    #expect(
      stage.attempt.given.map { "\($0.topic) \($0.value)" } == [
        "applies-from \(from)", "document care-programme#4.0",
      ])
  }

  @Test func `it passes on the number under which it was published`() throws {
    var stage = try publication()
    try stage.say("publish", "{found-at: [NKK], version: '4.1'}", on: "2027-05-02", by: "sks")
    #expect(stage.attempt.given.last?.value == "care-programme#4.1")
    #expect(stage.attempt.summary.tables.first?.rows.first?.first == Cell("4.1"))
  }

  @Test func `without a known version it passes none on`() throws {
    var stage = try publication(of: nil)
    try stage.say("publish", "{found-at: [NKK]}", on: "2027-05-02", by: "sks")
    #expect(stage.attempt.given.map(\.topic) == ["applies-from"])
  }

  @Test func `a day that differs from the publication's is shown`() throws {
    var stage = try publication()
    try stage.say(
      "publish",
      "{found-at: [NKK, '1177'], applies-from: 2027-06-01, withdrawn-draft: false}",
      on: "2027-05-02", by: "sks")
    #expect(stage.attempt.summary.line?.sv == "Publicerad 2027-05-02, gäller från 2027-06-01")
    #expect(stage.fact("Remissversionen") == "ligger kvar")
    #expect(stage.rows("Finns på") == [["NKK"], ["1177"]])
  }

  @Test func `what is published is corrected, not published again`() throws {
    var stage = try publication()
    try stage.say("publish", "{found-at: [NKK]}", on: "2027-05-02", by: "sks")
    #expect(
      try stage.say("publish", "{found-at: [NKK]}", on: "2027-05-03", by: "sks")
        == [": publication/published"])
  }

  @Test func `every empty link is told where it stands`() throws {
    var stage = try publication()
    #expect(
      try stage.say(
        "publish", "{found-at: ['', NKK, ' '], version: 'a#b'}", on: "2027-05-02", by: "sks")
        == [
          "found-at.1: publication/empty-place", "found-at.3: publication/empty-place",
          "version: publication/bad-version",
        ])
  }
}
