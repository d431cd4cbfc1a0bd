import Canonical
import CivilTime
import Lifecycle
import Located
import StageKit
import Testing

@testable import Views

/// What was said of the version before is offered to the lanes of the new one.
@Suite struct EarlierTests {
  private func view(_ story: Story, _ number: Int = 2) throws -> CaseView {
    try #require(
      CaseView(
        "nvp-prostata-\(number)", of: story.state, names: story.names, today: date("2027-03-20"),
        prose: story.prose))
  }

  @Test func `what regions said of the version before is offered where they have said nothing`()
    throws
  {
    let story = try Story.revised()
    let offered = try view(story).earlier
    #expect(offered.map(\.stage) == ["anpassning"])
    #expect(offered.map(\.act) == ["report"])
    #expect(offered.map(\.source) == ["nvp-prostata-1/anpassning"])
    #expect(offered.first?.members.map(\.body) == ["region-01", "region-24", "region-25"])
    try story.act(
      "anpassning", "report", on: "2027-03-18", for: "region-01", lane: "region-01",
      "{stand: adopted}")
    #expect(
      try view(story).earlier.first?.members.map(\.body) == ["region-24", "region-25"])
  }

  @Test func `the command that takes it is told, and a program finds it too`() throws {
    let shown = try view(try Story.revised())
    #expect(
      shown.text(.sv).contains("--as-in"), "\(shown.text(.sv))")
    #expect(shown.json["earlier"]?.items.count == 1)
  }

  @Test func `a first edition and a version that was replaced are offered nothing`() throws {
    #expect(try view(try Story.inTheRegions(), 1).earlier.isEmpty)
    #expect(try view(try Story.revised(), 1).earlier.isEmpty)
  }
}
