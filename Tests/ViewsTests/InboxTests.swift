import CivilTime
import Lifecycle
import Located
import StageKit
import Testing

@testable import Views

/// What is to be answered, and how far the answer has come.
@Suite struct InboxTests {
  private func inbox(
    _ stories: [Story], on today: String = "2026-05-25", _ query: (inout Query) -> Void = { _ in }
  ) throws -> Listing {
    var asked = Query()
    query(&asked)
    let world = World(Names(try Story.organisation(), on: date(today)), asked)
    return Inbox().listing(of: stories.map(\.state), in: world)
  }

  private func cells(_ key: String, _ listing: Listing) throws -> [String] {
    let place = try #require(listing.columns.firstIndex { $0.key == key })
    return listing.lines.map { $0.cells[place].cell.word ?? "" }
  }

  @Test func `who asks for nobody sees how many each body has`() throws {
    let all = try inbox([try Story.inConsultation()])
    #expect(try cells("body", all) == ["region-08", "region-24", "region-25"])
    #expect(try cells("to-answer", all) == ["1", "1", "1"])
    #expect(try cells("due", all) == ["2026-06-12", "2026-06-12", "2026-06-12"])
    #expect(all.lines.allSatisfy { $0.mark == nil })
    #expect(all.top[0].sv == "3 att besvara, 3 ej tilldelade, 0 försenade")
    #expect(all.top[1].sv.contains("--for GRUPP"))
    let late = try inbox([try Story.inConsultation()], on: "2026-06-15")
    #expect(late.lines.map(\.mark) == [.overdue, .overdue, .overdue])
  }

  @Test func `who asks for a case sees all who have not answered it`() throws {
    let all = try inbox([try Story.inConsultation()]) { $0.cases = ["nvp-prostata-1"] }
    #expect(try cells("body", all) == ["region-08", "region-24", "region-25"])
  }

  @Test(arguments: ["lpo-cancer", "region-25"])
  func `a group sees what is asked of the body that it acts for`(_ body: String) throws {
    let own = try inbox([try Story.inConsultation()]) { $0.body = body }
    #expect(try cells("body", own) == ["region-25"])
    #expect(own.lines.map(\.mark) == [.missing], "nobody has been given it")
  }

  @Test func `who has answered has nothing to answer`() throws {
    let none = try inbox([try Story.inConsultation()]) { $0.body = "region-01" }
    #expect(none.lines.isEmpty)
    #expect(none.text(.sv).contains("Inga remisser att besvara."))
  }

  @Test func `a consultation that is over waits for nobody`() throws {
    #expect(try inbox([try Story.inTheRegions()], on: "2026-10-20").lines.isEmpty)
  }

  // MARK: a consultation and the answer to it

  @Test(arguments: ["region-25", "lpo-cancer", "lag-cancer"])
  func `a consultation and the answer to it are one row`(_ body: String) throws {
    let reply = try Story.ofReply("svar-25", for: "region-25")
    try reply.act("svar", "delegate", on: "2026-04-22", for: "lpo-cancer", "{to: lag-cancer}")
    let listing = try inbox([try Story.inConsultation(), reply]) { $0.body = body }
    #expect(try cells("case", listing) == ["svar-25-1"])
    #expect(try cells("title", listing) == ["Prostatacancer, version 4.0"])
    #expect(try cells("body", listing) == ["region-25"])
    #expect(try cells("assigned", listing) == ["lag-cancer"])
    #expect(try cells("state", listing) == ["assigned"])
    #expect(try cells("due", listing) == ["2026-06-07"], "its own last day")
    #expect(try cells("closes", listing) == ["2026-06-12"], "the last day of the consultation")
    #expect(listing.lines.map(\.mark) == [nil])
  }

  @Test func `it is one row however it is asked for`() throws {
    let stories = [try Story.inConsultation(), try Story.ofReply("svar-25", for: "region-25")]
    let queries: [(inout Query) -> Void] = [
      { $0.region = "region-25" }, { $0.cases = ["svar-25"] },
      {
        $0.cases = ["nvp-prostata"]
        $0.body = "region-25"
      },
      {
        $0.kind = "care-programme"
        $0.region = "region-25"
      },
      {
        $0.within = 20
        $0.region = "region-25"
      },
    ]
    for query in queries {
      let listing = try inbox(stories, query)
      #expect(try cells("case", listing) == ["svar-25-1"])
      #expect(listing.lines.map(\.mark) == [.missing], "nobody has been given it")
    }
    let counted = try inbox(stories)
    #expect(try cells("to-answer", counted) == ["1", "1", "1"])
  }

  @Test func `an answer that was sent is not to be answered, and waits to be registered`() throws {
    let reply = try Story.ofReply("svar-25", for: "region-25")
    try reply.act("svar", "draft", on: "2026-05-04", for: "lpo-cancer", "{at: svar.docx}")
    try reply.act("svar", "approve", on: "2026-05-05", for: "lpo-cancer")
    try reply.act("svar", "send", on: "2026-05-05", for: "lpo-cancer")
    let asking = try Story.inConsultation()
    let sent = try inbox([asking, reply], on: "2026-06-20") { $0.region = "region-25" }
    #expect(try cells("state", sent) == ["sent"])
    #expect(sent.lines.map(\.mark) == [nil], "not overdue")
    #expect(sent.top[0].sv == "0 att besvara, 0 ej tilldelade, 0 försenade")
    try asking.act(
      "remiss", "respond", on: "2026-05-26", for: "vpg-prostata",
      "{party: [region-25], stance: endorse}")
    #expect(try inbox([asking, reply]) { $0.region = "region-25" }.lines.isEmpty)
  }

  @Test func `a joint answer is one row for all that it is given for`() throws {
    let reply = try Story.ofReply("svar-samordnat", for: "region-08")
    try reply.act("svar", "draft", on: "2026-05-04", for: "lpo-cancer", "{at: svar.docx}")
    try reply.act("svar", "approve", on: "2026-05-05", for: "lpo-cancer")
    try reply.act(
      "svar", "send", on: "2026-05-05", for: "lpo-cancer", "{parties: [region-08, region-24]}")
    let listing = try inbox([try Story.inConsultation(), reply]) { $0.cases = ["nvp-prostata"] }
    #expect(try cells("body", listing) == ["region-08 region-24", "region-25"])
  }

  @Test func `an answer to something else leaves the question as it is`() throws {
    for remiss in [nil, "nvp-brost-1"] {
      let reply = try Story.ofReply("svar-25", for: "region-25", to: remiss)
      let listing = try inbox([try Story.inConsultation(), reply]) { $0.region = "region-25" }
      #expect(try cells("case", listing) == ["svar-25-1", "nvp-prostata-1"])
    }
  }
}
