import CivilTime
import Foundation
import Lifecycle
import Located
import Register
import StageKit
import Testing

@testable import Views

@Suite struct ViewTests {
  let consultation: Story
  let regions: Story

  init() throws {
    consultation = try Story.inConsultation()
    regions = try Story.inTheRegions()
  }

  private func board(_ today: String, _ filter: Board.Filter = .init()) throws -> Board {
    let other = try Story("nvp-blasa")
    try other.open("Urinblåsecancer", on: "2026-05-04")
    return Board(
      [consultation.state, other.state], names: consultation.names, today: date(today),
      filter: filter)
  }

  @Test func `the board tells what is open, who owns it and when it is due`() throws {
    expectGolden(try board("2026-06-16"), "board")
  }

  @Test func `the nearest last day comes first, and an overdue one says by how much`() throws {
    let board = try board("2026-06-16")
    #expect(board.rows.map(\.caseID) == ["nvp-prostata-1", "nvp-blasa-1"])
    #expect(board.rows[0].remaining?.lastDay == date("2026-06-12"))
    #expect(board.rows[0].remaining?.label?.sv == "Försenad 4 dagar")
    #expect(board.rows[1].remaining?.label?.sv == "49 dagar kvar")
  }

  @Test(arguments: [
    (Board.Filter(kind: "drug"), 0), (Board.Filter(kind: "care-programme"), 2),
    (Board.Filter(body: "urologerna"), 0), (Board.Filter(body: "region-08"), 1),
    (Board.Filter(body: "samverkan"), 2), (Board.Filter(status: .open), 2),
    (Board.Filter(status: .closed), 0), (Board.Filter(version: .inForce), 0),
  ])
  func `a filter narrows the board`(filter: Board.Filter, count: Int) throws {
    #expect(try board("2026-06-16", filter).rows.count == count)
  }

  @Test func `a case shows where it stands and what can be done`() throws {
    let view = try #require(
      CaseView(
        "nvp-prostata-1", of: consultation.state, names: consultation.names,
        today: date("2026-05-20"), prose: consultation.prose))
    expectGolden(view, "case-in-consultation")
  }

  @Test func `a case whose regions report shows its lanes`() throws {
    let view = try #require(
      CaseView(
        "nvp-prostata-1", of: regions.state, names: regions.names, today: date("2026-11-02"),
        prose: regions.prose))
    expectGolden(view, "case-in-the-regions")
  }

  @Test func `what was registered is read after the stage has closed`() throws {
    let case1 = try #require(
      CaseView(
        "nvp-prostata-1", of: regions.state, names: regions.names, today: date("2026-11-02")))
    #expect(case1.readable.contains { $0.stage == "remiss" && $0.lane == nil })
    let view = try #require(
      AttemptView(
        Spot("remiss"), of: "nvp-prostata-1", in: regions.state, names: regions.names,
        today: date("2026-11-02"), prose: regions.prose))
    expectGolden(view, "closed-stage")
    for reading in case1.readable {
      let view = AttemptView(
        Spot(reading.stage, lane: reading.lane), attempt: reading.attempt, of: "nvp-prostata-1",
        in: regions.state, names: regions.names, today: date("2026-11-02"))
      #expect(view?.detail.blocks.isEmpty == false, "\(reading)")
    }
  }

  @Test func `what the stage refuses as it stands is not offered`() throws {
    func view(_ today: String) throws -> CaseView {
      try #require(
        CaseView(
          "nvp-prostata-1", of: consultation.state, names: consultation.names, today: date(today)))
    }
    let early = try view("2026-05-20")
    #expect(!early.possible.contains { $0.act == "compile" })
    let refused = try #require(early.blocked.first { $0.act == "compile" })
    #expect(refused.code == "remiss/still-open")
    #expect(refused.why.sv.hasPrefix("Sammanställ remissvar: remisstiden går till och med"))
    #expect(early.possible.contains { $0.act == "respond" })
  }

  @Test func `before the window opens only what the stage accepts by then is offered`() throws {
    let one = try #require(consultation.state["nvp-prostata-1"])
    let opens = try #require(one.openAttempts.first?.1.deadline?.opens)
    let view = try #require(
      CaseView(
        "nvp-prostata-1", of: consultation.state, names: consultation.names,
        today: opens.adding(days: -1)))
    let acts = view.possible.filter { $0.stage == "remiss" }.map(\.act)
    #expect(acts.contains("invite") && acts.contains("uninvite"))
    #expect(!acts.contains("respond"))
    #expect(
      view.blocked.first { $0.act == "respond" }?.why.sv == "Registrera remissvar: öppnar \(opens)")
  }

  @Test func `the last day of a window is no verdict on who compiles after it`() throws {
    let view = try #require(
      CaseView(
        "nvp-prostata-1", of: regions.state, names: regions.names, today: date("2026-11-02")))
    let stage = try #require(view.stages.first { $0.id == "remiss" })
    #expect(stage.status == .closed)
    #expect(stage.remaining != nil)
    #expect(stage.remaining?.label == nil)
  }

  @Test func `what is decided counts by its day, also while it waits to apply and afterwards`()
    throws
  {
    let story = try Story("nvp-prostata")
    try story.reachRegions(appliesFrom: "2027-06-01")
    func view(_ today: String) throws -> CaseView.StageRow {
      try #require(
        CaseView(story.caseID, of: story.state, names: story.names, today: date(today))?
          .stages.first { $0.id == "publicering" })
    }
    let waiting = try #require(try view("2027-03-01").remaining)
    #expect(waiting.status == .met)
    #expect(waiting.label?.sv == "Gäller från 2027-06-01")
    let board = Board([story.state], names: story.names, today: date("2027-03-01"))
    #expect(board.rows[0].remaining?.label?.sv == "Gäller från 2027-06-01")
    #expect(
      DueList([story.state], names: story.names, today: date("2027-03-01"), within: 900).items
        .isEmpty)
    try story.perform(.fire, on: "2027-06-01", for: "samverkan")
    let applied = try view("2027-06-02")
    #expect(applied.status == .closed)
    #expect(applied.remaining?.status == .met)
  }

  @Test func `what another way of working had left is told as done before the case was taken over`()
    throws
  {
    let story = try Story("nvp-prostata")
    var opening = Command.OpenCase.Opening()
    opening.atStage = "beslut"
    try story.perform(
      .open(
        Command.OpenCase(
          title: Text("Prostatacancer"), pipeline: .latest(id: "vardprogram"),
          inputs: [Binding("diagnosis", "C61")], roles: [Binding("grupp", "vpg-prostata")],
          opening: opening)), on: "2026-01-12", for: "samverkan")
    let view = try #require(
      CaseView(story.caseID, of: story.state, names: story.names, today: date("2026-01-13")))
    #expect(view.stages.prefix(3).map(\.wasDoneBefore) == [true, true, false])
    #expect(view.text(.sv).contains("Klar före övertagandet"))
    #expect(view.blocked.first { $0.stage == "utkast" }?.why.sv == "klar före övertagandet")
  }

  @Test func `a case that the product does not have has no view`() {
    #expect(
      CaseView(
        "nvp-prostata-7", of: regions.state, names: regions.names, today: date("2026-11-02"))
        == nil)
  }

  @Test func `what the flow refuses at its bound is told with the reason`() throws {
    let story = try Story("nvp-prostata")
    try story.open("Prostatacancer", on: "2026-01-12")
    try story.act(
      "utkast", "attach", on: "2026-03-02", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast'}")
    try story.act("utkast", "submit", on: "2026-03-09", for: "vpg-prostata")
    try story.act("remiss", "compile", on: "2026-06-16", for: "vpg-prostata")
    func blocked() throws -> [BlockedStage] {
      try #require(
        CaseView(
          "nvp-prostata-1", of: story.state, names: story.names, today: date("2026-06-18"))
      ).blocked
    }
    #expect(try blocked().allSatisfy { $0.code != "at-bound" })
    try story.act(
      "beslut", "decide", on: "2026-06-18", for: "samverkan",
      "{outcome: refer-back, reason: Kostnader saknas.}")
    let bound = try #require(try blocked().first { $0.code == "at-bound" })
    #expect(bound.stage == "beslut")
    #expect(bound.outcome == "refer-back")
    #expect(bound.why.sv == "Återremitterad: har redan använts 1 av 1 gånger")
  }

  @Test func `the history tells every event in words and marks what was corrected`() throws {
    let timeline = try #require(
      Timeline(
        "nvp-prostata-1", of: regions.state, regions.events, names: regions.names,
        prose: regions.prose))
    expectGolden(timeline, "history")
    #expect(timeline.entries.map(\.sequence) == Array(1...regions.events.count))
    let corrected = try #require(timeline.entries.first { $0.mark != nil })
    let correction = try #require(timeline.entries.first { $0.about == corrected.sequence })
    #expect(corrected.mark == .corrected)
    #expect(corrected.markedBy == correction.sequence)
  }

  @Test func `an annulled registration stays in the history, marked`() throws {
    let annulled = try consultation.act(
      "remiss", "respond", on: "2026-05-20", for: "vpg-prostata",
      "{party: [region-08], stance: oppose}")
    try consultation.perform(
      .annul(caseID: "nvp-prostata-1", event: annulled, reason: "Fel ärende."),
      on: "2026-05-21", for: "vpg-prostata")
    let timeline = try #require(
      Timeline(
        "nvp-prostata-1", of: consultation.state, consultation.events, names: consultation.names,
        prose: consultation.prose))
    let entry = try #require(timeline.entries.first { $0.sequence == annulled })
    #expect(entry.mark == .annulled)
    #expect(entry.markedBy == annulled + 1)
    #expect(timeline.entries.last?.what.sv == "Makulerar nr \(annulled)")
    #expect(timeline.entries.last?.texts.map(\.text.sv) == ["Fel ärende."])
  }

  @Test func `a text that was taken away leaves its trace`() throws {
    consultation.forget("Bra och tydligt.")
    consultation.forget("Vårdplatserna räcker inte.")
    let timeline = try #require(
      Timeline(
        "nvp-prostata-1", of: consultation.state, consultation.events, names: consultation.names,
        prose: consultation.prose))
    #expect(timeline.text(.sv).contains("Sammanfattning: (texten är borttagen)"))
    let view = try #require(
      CaseView(
        "nvp-prostata-1", of: consultation.state, names: consultation.names,
        today: date("2026-05-20"), prose: consultation.prose))
    #expect(view.details.contains { $0.tables.joinedCells.contains("(texten är borttagen)") })
  }

  @Test func `the due list tells who owes what`() {
    let due = DueList(
      [regions.state], names: regions.names, today: date("2027-03-04"), within: 200)
    expectGolden(due, "due")
    #expect(due.hasOverdue)
  }

  @Test func `a body sees what it owes, and what it may do for another`() {
    func items(_ today: String, _ days: Int, _ body: String) -> [String] {
      DueList(
        [consultation.state, regions.state], names: regions.names, today: date(today), within: days,
        body: body
      ).items.map { "\($0.body) \($0.act ?? "-")" }
    }
    #expect(items("2026-06-01", 20, "region-08") == ["region-08 respond"])
    #expect(items("2026-06-01", 5, "region-08") == [])
    #expect(items("2026-06-01", 20, "urologerna") == [])
    #expect(items("2026-06-01", 20, "lpo-cancer") == ["region-25 respond"])
    #expect(items("2027-02-20", 20, "lpo-cancer") == ["region-25 respond", "region-25 report"])
  }

  @Test func `the matrix tells what each region has come to and who said so`() throws {
    let one = try #require(regions.state["nvp-prostata-1"])
    let matrix = Matrix([(regions.state, one)], names: regions.names)
    expectGolden(matrix, "matrix")
    #expect(matrix.silent.map(\.member) == ["region-08"])
    #expect(matrix.rows.map { $0.cells[0]?.status } == [.done, .waiting, .done, .open])
  }

  @Test func `what nobody has told is unknown once the case has gone on`() throws {
    let story = try Story(
      "nvp-prostata",
      pipeline: Story.careProgramme.replacingOccurrences(
        of: "for-each: regions", with: "for-each: regions\n    proceed: {at-least: 2}"))
    try story.reachRegions()
    for region in ["region-01", "region-24"] {
      try story.act(
        "anpassning", "report", on: "2026-10-05", for: region, lane: region, "{stand: adopted}")
    }
    let one = try #require(story.state["nvp-prostata-1"])
    let matrix = Matrix([(story.state, one)], names: story.names)
    #expect(
      matrix.rows.map { $0.cells[0]?.word.sv } == [
        "Tillämpas", "Uppgift saknas", "Tillämpas", "Uppgift saknas",
      ])
    #expect(
      matrix.counts(0).map { "\($0.word.sv) \($0.count)" } == [
        "Tillämpas 2", "Uppgift saknas 2",
      ])
    // With its version in force and only the yearly review to come, it rests.
    let board = Board([story.state], names: story.names, today: date("2026-10-06"))
    #expect(board.rows.map(\.status) == [.suspended])
    #expect(board.rows.map(\.standing.sv) == ["Gällande"])
    #expect(board.rows[0].open.map(\.id) == ["oversyn"])
    let view = try #require(
      CaseView("nvp-prostata-1", of: story.state, names: story.names, today: date("2026-10-06")))
    #expect(view.text(.sv).contains("Läge              Gällande"))
  }

  @Test func `several cases stand side by side in a matrix`() throws {
    let other = try Story("nvp-blasa")
    try other.reachRegions()
    let cases = [regions, other].flatMap { story in story.state.cases.map { (story.state, $0) } }
    expectGolden(Matrix(cases, names: regions.names), "matrix-of-a-kind")
  }

  @Test func `a version that another case replaced says by which`() throws {
    let story = try Story.inTheRegions()
    try story.act(
      "oversyn", "review", on: "2027-09-01", for: "samverkan",
      "{result: small-revision, reason: Ny behandling.}")
    #expect(story.caseID == "nvp-prostata-2")
    try story.act(
      "utkast", "attach", on: "2027-10-01", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast', version: '4.1'}")
    try story.act("utkast", "submit", on: "2027-10-01", for: "vpg-prostata")
    try story.act("beslut", "decide", on: "2027-10-04", for: "samverkan", "{outcome: adopt}")
    try story.act(
      "publicering", "publish", on: "2027-10-05", for: "samverkan", "{found-at: ['https://x.se']}")
    let board = Board([story.state], names: story.names, today: date("2027-10-06"))
    #expect(board.rows.map(\.standing.sv) == ["Pågående", "Ersatt av nvp-prostata-2"])
    let view = try #require(
      CaseView("nvp-prostata-2", of: story.state, names: story.names, today: date("2027-10-06")))
    #expect(view.stages.map(\.status) == [.closed, .skipped, .closed, .closed, .open, .open])
    #expect(
      view.blocked.first { $0.stage == "remiss" }?.why.sv
        == "ej aktuell: görs bara i den första utgåvan")
  }

  @Test func `an open stage that its owner skips is not applicable, and not broken off`() throws {
    let story = try Story(
      "nvp-prostata",
      pipeline: Story.careProgramme.replacingOccurrences(
        of: "when: {edition: first}", with: "optional: true"))
    try story.open("Prostatacancer", on: "2026-01-12")
    try story.act(
      "utkast", "attach", on: "2026-03-02", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast'}")
    try story.act("utkast", "submit", on: "2026-03-09", for: "vpg-prostata")
    try story.perform(
      .skip(caseID: "nvp-prostata-1", spot: Spot("remiss"), reason: "Bara rättade stavfel."),
      on: "2026-03-10", for: "vpg-prostata")
    let one = try #require(story.state["nvp-prostata-1"])
    #expect(one.status(of: 1) == .skipped)
  }

  @Test func `a cancelled case tells so`() throws {
    let story = try Story("nvp-prostata")
    try story.open("Prostatacancer", on: "2026-01-12")
    try story.perform(
      .cancel(caseID: "nvp-prostata-1", reason: "Görs av en annan grupp."), on: "2026-02-02",
      for: "samverkan")
    let view = try #require(
      CaseView("nvp-prostata-1", of: story.state, names: story.names, today: date("2026-02-03")))
    #expect(view.status == .cancelled)
    #expect(view.stages.map(\.status.label.sv).first == "Avbruten")
    #expect(view.possible.map(\.act) == ["note", "tag"])
  }

}

extension Story {
  /// Published in autumn 2026, by the shortest way.
  func reachRegions(appliesFrom: String? = nil) throws {
    try open("Urinblåsecancer", on: "2026-01-12")
    try act(
      "utkast", "attach", on: "2026-03-02", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast', version: '1.0'}")
    try act("utkast", "submit", on: "2026-03-09", for: "vpg-prostata")
    try act("remiss", "compile", on: "2026-06-16", for: "vpg-prostata")
    try act("beslut", "decide", on: "2026-08-20", for: "samverkan", "{outcome: adopt}")
    try act(
      "publicering", "publish", on: "2026-09-01", for: "samverkan",
      appliesFrom.map { "{found-at: ['https://exempel.se/blasa'], applies-from: \($0)}" }
        ?? "{found-at: ['https://exempel.se/blasa']}")
  }
}

extension [CaseView.Detail.Table] {
  fileprivate var joinedCells: [String] { flatMap(\.rows).joined().map(\.text.sv) }
}
