import CivilTime
import Foundation
import Lifecycle
import Located
import Register
import StageKit
import Testing

@testable import Views

/// What the regions have decided, and how long it took.
@Suite struct RegionalOverviewTests {
  let drug: Story
  let programme: Story

  init() throws {
    drug = try Story.ofDrug()
    programme = try Story.inTheRegions()
  }

  private func world(_ today: String, _ query: (inout Query) -> Void = { _ in }) throws -> World {
    var asked = Query()
    query(&asked)
    return World(Names(try Story.organisation(), on: date(today)), asked)
  }

  private func cell(_ key: String, _ line: Listing.Line, _ listing: Listing) throws -> Cell {
    line.cells[try #require(listing.columns.firstIndex { $0.key == key })].cell
  }

  // MARK: decisions

  @Test func `each region has a row with its decision and the days it took`() throws {
    let listing = Decisions().listing(of: [drug.state], in: try world("2026-05-13"))
    #expect(listing.lines.count == 4)
    let days = try listing.lines.map { try cell("days", $0, listing).count }
    #expect(days == [10, 30, 60, 100], "an undecided region is counted to today")
    #expect(listing.lines.map(\.mark) == [nil, nil, .departs, .missing])
    #expect(
      listing.top.last?.sv
        == "3 av 4 har beslutat, median 30 dagar från nationell version till beslut, "
        + "1 avviker från nationell rekommendation")
    #expect(try cell("reason", listing.lines[2], listing) == Cell("Annan metod finns."))
    #expect(try cell("decision", listing.lines[3], listing).word == "unknown")
  }

  @Test func `a stand that decides nothing is no decision`() throws {
    let listing = Decisions().listing(of: [programme.state], in: try world("2026-11-02"))
    let norrbotten = try #require(
      listing.lines.first { $0.cells.contains { $0.text.sv == "Region Norrbotten" } })
    #expect(try cell("decision", norrbotten, listing).word == "later")
    // It has answered: what is missing is a decision, and that is counted.
    #expect(norrbotten.mark == nil)
    #expect(listing.top.last?.sv.hasPrefix("2 av 4 har beslutat") == true)
  }

  @Test func `one region can be asked for`() throws {
    let listing = Decisions().listing(
      of: [drug.state, programme.state], in: try world("2026-11-02") { $0.region = "region-08" })
    #expect(listing.lines.count == 2)
    #expect(listing.dividedBy == "title")
  }

  @Test func `the regions' decisions are a document`() throws {
    try expectFormats(
      Decisions().listing(of: [drug.state], in: try world("2026-05-13")), "decisions")
  }

  // MARK: time to use

  @Test func `time is told from adoption to decision, and to use`() throws {
    let listing = LeadTimes().listing(of: [drug.state], in: try world("2026-05-13"))
    let line = try #require(listing.lines.first)
    #expect(try cell("decision-median", line, listing).count == 30)
    #expect(try cell("decision-lower", line, listing).count == 20)
    #expect(try cell("decision-upper", line, listing).count == 45)
    #expect(try cell("using", line, listing).count == 1)
    #expect(try cell("use-median", line, listing).count == 89)
    for text in [listing.text(.sv), LeadTimes().help.sv] {
      #expect(!text.lowercased().contains("ledtid"))
    }
  }

  @Test(
    arguments: [
      ([], nil), ([7], [7, 7, 7]), ([1, 2], [1, 2, 2]), ([4, 1, 3, 2], [2, 3, 3]),
      ([0, 10, 20, 30, 40], [10, 20, 30]), ([-3, -1], [-2, -2, -1]),
    ] as [([Int], [Int]?)])
  func `quartiles lie between the counts that they fall between`(_ counts: [Int], _ told: [Int]?) {
    let spread = Spread(counts)
    #expect(spread.map { [$0.lower, $0.median, $0.upper] } == told)
  }

  // MARK: current

  @Test func `each region has exactly one answer to what is in force`() throws {
    for product in [drug, programme] {
      let listing = CurrentVersions().listing(
        of: [product.state], in: try world("2026-11-02") { $0.cases = [product.state.stream] })
      let regions = try listing.lines.map { try cell("region", $0, listing).body?.id }
      #expect(regions == ["region-01", "region-08", "region-24", "region-25"])
    }
  }

  @Test func `a region without a decision still has the national version`() throws {
    let listing = CurrentVersions().listing(
      of: [drug.state, programme.state], in: try world("2026-11-02") { $0.region = "region-25" })
    #expect(listing.lines.count == 2)
    #expect(
      try listing.lines.map { try cell("national", $0, listing).word } == ["2026-02-02", "4.0"])
    #expect(listing.lines.map(\.mark) == [.missing, .missing])
  }

  @Test func `without a region the national versions are listed once each`() throws {
    let listing = CurrentVersions().listing(
      of: [drug.state, programme.state], in: try world("2026-11-02"))
    #expect(listing.lines.count == 2)
    #expect(listing.columns.map(\.key) == ["title", "product", "national", "from"])
  }

  // MARK: supplements

  @Test func `a supplement made for an older version than the one in force is out of date`() throws
  {
    try programme.act(
      "anpassning", "report", on: "2026-10-20", for: "region-08", lane: "region-08",
      "{stand: adopted-with-supplement, supplement: 'https://exempel.se/k', made-for: '3.1'}")
    let listing = Supplements().listing(of: [programme.state], in: try world("2026-11-02"))
    #expect(listing.lines.count == 1)
    #expect(listing.lines.first?.mark == .stale)
    #expect(listing.top.first?.sv == "1 tillägg, 1 gjort för en äldre version")
  }

  // MARK: revisions

  @Test func `a version in force says when it is reviewed next, and by whom`() throws {
    let listing = Revisions().listing(
      of: [drug.state, programme.state], in: try world("2027-10-01"))
    #expect(
      try listing.lines.map { try cell("due", $0, listing).word } == ["2027-09-01", "2028-02-02"])
    #expect(listing.lines.map(\.mark) == [.overdue, nil])
    let near = Revisions().listing(
      of: [drug.state, programme.state], in: try world("2027-10-01") { $0.within = 90 })
    #expect(near.lines.count == 1)
    let other = Revisions().listing(
      of: [programme.state], in: try world("2027-10-01") { $0.body = "urologerna" })
    #expect(other.lines.isEmpty)
  }

  // MARK: use

  @Test(arguments: [
    ("true", "true", "true", nil), ("true", "true", "false", "without-decision"),
    ("true", "false", "false", "decision-unknown"), ("false", "true", "true", "without-use"),
    ("false", "false", "false", nil),
  ])
  func `use is held against a decision, and what is unknown is no refusal`(
    _ used: String, _ decided: String, _ positive: String, _ finding: String?
  ) throws {
    let row: Row = [
      "title": Cell("X"), "region": Cell("region-08" as Body), "is-used": Cell(used == "true"),
      "is-decided": Cell(decided == "true"), "is-positive": Cell(positive == "true"),
    ]
    let listing = Use().show([row], in: try world("2026-08-01"))
    #expect(try cell("finding", listing.lines[0], listing).word == finding)
    #expect((listing.lines[0].mark == nil) == (finding == nil))
  }

  @Test func `use without a decision and a decision without use are told apart`() throws {
    try drug.act(
      "inforande", "measure", on: "2026-07-01", for: "region-08", lane: "region-08",
      "{rows: [{indicator: Andel, sex: all, period: 2026Q2, value: '0'}]}")
    let listing = Use().listing(of: [drug.state], in: try world("2026-08-01"))
    let findings = try listing.lines.map { try cell("finding", $0, listing).word }
    #expect(findings == ["not-measured", "without-use"])
    #expect(listing.top.first?.sv == "0 med användning utan beslut, 1 med beslut utan användning")
  }
}
