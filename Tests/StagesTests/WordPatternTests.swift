import CivilTime
import Located
import StageKit
import Testing
import YAMLReading

/// What an editor is told of a word's form agrees with what the word takes.
@Suite struct WordPatternTests {
  private struct Holder<Content: FieldValue>: Record {
    let value: Content

    init(_ form: inout Form) {
      value = form("value", sv: "Värde", en: "Value")
    }
  }

  private func codes<Content: FieldValue>(_ type: Content.Type, _ text: String) throws -> [String] {
    let node = try #require(YAMLReader.read(Array("value: \(text)".utf8), path: "").root)
    return Holder<Content>.read(node).found.map(\.fault.code)
  }

  private func agree<W: Word>(_ type: W.Type, _ texts: [String]) throws {
    let pattern = try Regex(try #require(W.pattern))
    for text in texts {
      let matches = text.wholeMatch(of: pattern) != nil
      #expect((W(text) != nil) == matches, "\(W.self): '\(text)'")
    }
  }

  @Test func `the pattern of a name, a body and a set takes what they take`() throws {
    let long = String(repeating: "a", count: 64)
    let texts = [
      "a", "a-", "a1", "region-01", long, long + "a", "", "-a", "1a", "A", "å", "a b", "a_b", "a\n",
    ]
    try agree(Name.self, texts)
    try agree(Body.self, texts)
    try agree(Bodies.self, texts)
  }

  @Test func `the pattern of a duration takes what a duration is`() throws {
    let units = CivilDuration.Unit.allCases.map(\.rawValue)
    let counts = ["0", "1", "2", "01", "10", "99", "100", "999", "1000", "1001", "-1", "", "1.5"]
    for unit in units + units.map({ String($0.dropLast()) }) + ["veckor", "", "Weeks"] {
      try agree(CivilDuration.self, counts.map { "\($0) \(unit)" } + counts.map { "\($0)\(unit)" })
    }
  }

  @Test func `the pattern of a version takes what a version is`() throws {
    try agree(Version.self, ["a#1", "a b#4.0", "#", "a#", "#1", "a#1#2", "a", ""])
  }

  @Test func `the pattern of a number takes what a number is`() throws {
    try agree(
      DecimalNumber.self,
      ["0", "41", "41,5", "41.50", "-1", "\u{2212}0,5", "01", ".5", "1,", "1,2,3", "", "1 000"])
  }

  @Test(arguments: ["true", "null", "~", ""])
  func `what every reader of YAML takes for something else is no word without quotes`(
    _ text: String
  ) throws {
    #expect(try codes(Name.self, text).count == 1)
    // Of nothing there is nothing to quote.
    let code = text.isEmpty ? "schema/wrong-type" : "yaml/ambiguous-scalar"
    #expect(try codes(String.self, text) == [code])
  }

  @Test func `a word that reads as true or nothing may stand in quotes`() throws {
    #expect(try codes(Name.self, "'true'") == [])
    #expect(try codes(Name.self, "'null'") == [])
    #expect(try codes(Name.self, "true") == ["yaml/ambiguous-scalar"])
  }

  @Test(arguments: ["1.5", "1.0", "2e3", "7"])
  func `a number is a number where a text is wanted, and may be one where a number is`(
    _ text: String
  ) throws {
    #expect(try codes(String.self, text) == ["yaml/ambiguous-scalar"])
    #expect(try codes(String.self, "'\(text)'") == [])
  }

  @Test func `a number with decimals needs no quotes where one is wanted`() throws {
    #expect(try codes(DecimalNumber.self, "41.5") == [])
    #expect(try codes(DecimalNumber.self, "41") == [])
    #expect(try codes(DecimalNumber.self, "41,5") == [])
  }
}
