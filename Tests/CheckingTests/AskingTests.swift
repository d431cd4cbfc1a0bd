import Located
import Register
import StageKit
import Testing

@testable import Checking

/// A stage that asks for more than a person can be asked for.
private struct Asking: Stage {
  static let name: StageName = "asking@1"
  static let title = Text(sv: "Frågvis", en: "Asking")
  static let help = Text(sv: "Frågar mycket.", en: "Asks a lot.")
  static let acts: [any Act<Asking>.Type] = [Answer.self]
  static let examples: [Example] = []
  static func outcomes(_ settings: NoSettings) -> [Outcome] {
    [.forward("answered", sv: "Besvarad", en: "Answered")]
  }
  let outcome: Outcome? = nil

  init(_ settings: NoSettings, _ opening: Opening) {}

  struct Answer: Act {
    static let name = "answer"
    static let title = Text(sv: "Svara", en: "Answer")
    let one, two, three, four: String

    init(_ form: inout Form) {
      one = form("one", sv: "Ett", en: "One")
      two = form("two", sv: "Två", en: "Two")
      three = form("three", sv: "Tre", en: "Three")
      four = form("four", sv: "Fyra", en: "Four")
    }

    func fold(into stage: inout Asking, _ said: Said) {}
  }
}

@Suite struct AskingTests {
  @Test func `an act that requires four inputs is warned of where its stage is used`() {
    let process = """
      pipeline: enkat
      version: "1"
      valid: {from: 2021-01-01}
      title: {sv: Enkät, en: Survey}
      product: survey
      key: [year]
      owner: npo-cancer
      inputs: {year: {type: whole-number, title: {sv: År, en: Year}}}
      remind: [1 week]
      stages:
        - {id: fraga, uses: asking@1, within: 3 months}

      """
    let files = [SourceFile(path: "a.yaml", bytes: Array(process.utf8)), Fixture.register]
    let found = Workspace.load(files, stages: StageCatalogue([Asking.self])).diagnostics
    #expect(found.map(\.code) == ["rule/keep-it-simple"])
    #expect(
      found.map(\.span) == [Span(Mark(line: 11, column: 23), Mark(line: 11, column: 31))])
    #expect(
      found.first?.message.en
        == "'answer' requires 4 inputs (one, two, three, four), more than 3")
  }
}
