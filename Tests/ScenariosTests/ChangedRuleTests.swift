import Lifecycle
import Located
import Scenarios
import Testing

/// A history that depends on a rule fails when the rule is changed: else it would show nothing.
@Suite struct ChangedRuleTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let rule: String
    let file: String
    let from: String
    let to: String
    /// The histories that depend on it.
    let breaks: [String]

    var testDescription: String { rule }
  }

  static func differing(_ catalogue: Catalogue) -> [String] {
    catalogue.scenarios.filter { ScenarioRun.play($0, catalogue.engine).difference != nil }
      .map(\.name)
  }

  static let changes = [
    Change(
      rule: "Saturday works", file: "calendar.yaml", from: "saturday-works: false",
      to: "saturday-works: true", breaks: ["nvp-februari-2020"]),
    Change(
      rule: "a round that opens on a day off opens before it", file: "calendar.yaml",
      from: "opens-shift: forward", to: "opens-shift: back",
      breaks: ["nvp-binjuretumorer-2020", "nvp-februari-2020", "nvp-prostatacancer-2020"]),
    Change(
      rule: "the spring round opens a week later", file: "calendar.yaml",
      from: "opens: \"02-15\"", to: "opens: \"02-22\"", breaks: ["nvp-februari-2020"]),
  ]

  @Test func `all histories play under the rules as they are`() {
    #expect(ChangedRuleTests.differing(.shared) == [])
  }

  @Test(arguments: changes)
  func `a changed rule makes the histories that depend on it fail`(_ change: Change) {
    var wasChanged = false
    let catalogue = Catalogue { file, text in
      guard file == change.file else { return text }
      let changed = text.replacing(change.from, with: change.to)
      wasChanged = changed != text
      return changed
    }
    #expect(wasChanged, "the rule is written otherwise now: \(change.from)")
    let differing = ChangedRuleTests.differing(catalogue)
    #expect(Set(differing).isSuperset(of: change.breaks), "differing: \(differing)")
  }
}
