import Canonical
import CivilTime
import Lifecycle
import Located
import Register
import StageKit
import Testing

@testable import Views

/// What each overview tells.
@Suite struct OverviewTests {
  private func world(_ today: String, _ query: (inout Query) -> Void = { _ in }) throws -> World {
    var asked = Query()
    query(&asked)
    return World(Names(try Story.organisation(), on: date(today)), asked)
  }

  @Test func `every overview has a name of its own, and a column for each option that narrows`() {
    let names = Overviews.all.map(\.name)
    #expect(Set(names).count == names.count)
    for overview in Overviews.all {
      let keys = overview.columns.map(\.key)
      #expect(Set(keys).count == keys.count, "\(overview.name)")
      #expect(Set(overview.options).count == overview.options.count, "\(overview.name)")
      #expect(overview.title.sv != overview.title.en, "\(overview.name)")
    }
  }

  @Test func `what is gathered does not know the day`() throws {
    let story = try Story.inTheRegions()
    for overview in Overviews.all {
      #expect(overview.rows(of: story.state) == overview.rows(of: story.state))
    }
  }

  // MARK: responses

  @Test func `a compilation counts comments and those not disposed of`() throws {
    let early = try Story.inConsultation()
    let open = Responses().listing(of: [early.state], in: try world("2026-05-20"))
    #expect(open.top.map(\.sv).contains("1 synpunkt, 1 utan hantering"))
    #expect(open.top.map(\.sv).contains("3 svar, 3 har inte svarat") == false)
    #expect(open.lines.map(\.mark) == [.missing])
    let late = try Story.inTheRegions()
    let done = Responses().listing(of: [late.state], in: try world("2026-10-20"))
    #expect(done.top.map(\.sv).contains("1 synpunkt, 0 utan hantering"))
    #expect(done.lines.map(\.mark) == [nil])
    #expect(done.further.map(\.key) == ["responses", "silent"])
  }

  @Test func `of several consultations it is told how each stands, until one is asked for`() throws
  {
    let (early, late) = (try Story.inConsultation(), try Story.inTheRegions())
    let rows =
      Responses().rows(of: early.state)
      + Responses().rows(of: late.state).map { $0.with(["case": Cell("another-1")]) }
    let all = Responses().listing(of: rows, in: try world("2026-10-20"))
    #expect(all.top.first?.sv == "2 remisser, 1 med synpunkter utan hantering")
    #expect(all.lines.map(\.mark) == [.missing, nil])
    let counts = all.lines.map { line in
      ["answered", "silent", "comments", "open"].compactMap { key in
        all.columns.firstIndex { $0.key == key }.flatMap { line.cells[$0].cell.count }
      }
    }
    #expect(counts == [[2, 3, 1, 1], [2, 3, 1, 0]])
    var query = Query()
    query.cases = ["another-1"]
    let one = Responses().listing(
      of: rows, in: World(Names(try Story.organisation(), on: date("2026-10-20")), query))
    #expect(one.top.first?.sv == "1 synpunkt, 0 utan hantering")
  }

  @Test func `a compilation is a document`() throws {
    let story = try Story.inTheRegions()
    let world = World(Names(try Story.organisation(), on: date("2026-10-20"))) {
      [prose = story.prose] _, hash in prose(hash)
    }
    try expectFormats(Responses().listing(of: [story.state], in: world), "responses")
  }

  @Test func `the boards are tables for a spreadsheet too`() throws {
    let story = try Story.inTheRegions()
    let (names, today) = (story.names, date("2026-11-02"))
    try expectCSV(Board([story.state], names: names, today: today), "board")
    try expectCSV(DueList([story.state], names: names, today: today, within: 400), "due")
    try expectCSV(Matrix([(story.state, story.state.cases[0])], names: names), "matrix")
  }
}
