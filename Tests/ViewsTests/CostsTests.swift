import CivilTime
import Lifecycle
import Located
import StageKit
import Testing

@testable import Views

/// What is known of the cost of drugs, and of their agreements.
@Suite struct CostsTests {
  private func costs(on today: String, _ query: (inout Query) -> Void = { _ in }) throws -> Listing
  {
    var asked = Query()
    query(&asked)
    let stories = [
      try Story.ofCost(
        "exempelmab",
        [
          "patients": "120", "cost": "48000000", "budget-year": "2027",
          "agreement-until": "2028-12-31",
        ]),
      try Story.ofCost("provmab", ["cost": "2000000", "budget-year": "2028"]),
      try Story.ofCost("okandmab", [:]),
    ]
    return Costs().listing(
      of: stories.map(\.state), in: World(Names(try Story.organisation(), on: date(today)), asked))
  }

  private func cells(_ key: String, _ listing: Listing) throws -> [String] {
    let place = try #require(listing.columns.firstIndex { $0.key == key })
    return listing.lines.map { $0.cells[place].cell.word ?? "" }
  }

  @Test func `costs are summed, and what is not known is counted as that`() throws {
    let listing = try costs(on: "2026-11-23")
    #expect(
      listing.top.first?.sv
        == "50\u{A0}000\u{A0}000 kr per år på listpris för 2, uppgift saknas om 1")
    #expect(try cells("cost", listing) == ["48000000", "", "2000000"])
    #expect(try cells("due", listing) == ["2028-12-30", "", ""])
    #expect(try cells("until", listing) == ["2028-12-31", "", ""])
    #expect(listing.lines.map(\.mark) == [nil, nil, nil])
  }

  @Test func `an agreement that ends is found in time, and told when it has ended`() throws {
    #expect(try costs(on: "2028-11-01") { $0.within = 90 }.lines.count == 1)
    #expect(try costs(on: "2028-01-01") { $0.within = 90 }.lines.isEmpty)
    #expect(try costs(on: "2029-01-02").lines.map(\.mark) == [.overdue, nil, nil])
  }

  @Test func `a budget year has its own`() throws {
    #expect(try cells("case", costs(on: "2026-11-23") { $0.year = 2028 }) == ["provmab-1"])
  }
}
