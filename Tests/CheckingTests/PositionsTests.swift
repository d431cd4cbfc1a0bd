import Canonical
import Located
import Testing

@testable import Checking

/// Where cases stand, and what is said without it.
@Suite struct PositionsTests {
  private let positions = Positions([
    Positions.Entry(
      reference: "b@1", hash: .zero, uses: ["draft@1"], open: ["1", "2"], closed: 3,
      stages: [Positions.Standing(stage: "utkast", cases: ["1"], lanes: 21)]),
    Positions.Entry(
      reference: "a@1", hash: .zero, uses: [], open: [], closed: 0, stages: []),
  ])

  @Test func `positions read back as they were written, by definition`() {
    #expect(Positions(json: Array(positions.json.utf8)) == positions)
    #expect(positions.entries.map(\.reference) == ["a@1", "b@1"])
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2"), ("\"closed\": 3", "\"closed\": -3"),
    ("\"lanes\": 21", "\"lanes\": \"21\""), ("\"hash\": \"0", "\"hash\": \"x"),
    ("\"open\": [", "\"opened\": ["), ("{", "["),
  ])
  func `another form is refused whole`(_ right: String, _ wrong: String) {
    let json = positions.json.replacing(right, with: wrong)
    #expect(json != positions.json)
    #expect(Positions(json: Array(json.utf8)) == nil)
  }

  @Test func `what was not handed in is told, and nothing when all was`() {
    #expect(Live.notEvaluated(nil).count == 1)
    #expect(Live.notEvaluated(Live(files: [])).map(\.en).joined().contains("--positions"))
    #expect(Live.notEvaluated(Live(positions: positions)).map(\.en).joined().contains("--against"))
    #expect(Live.notEvaluated(Live(files: [], positions: positions)) == [])
  }

  @Test(arguments: [
    (["a"], "ärende a", "case a"), (["a", "b"], "ärende a och 1 till", "case a and 1 more"),
    (["a", "b", "c"], "ärende a och 2 till", "case a and 2 more"),
  ])
  func `one case is named, the rest counted`(_ names: [String], _ sv: String, _ en: String) {
    #expect(Cases(names: names).text == Text(sv: sv, en: en))
  }
}
