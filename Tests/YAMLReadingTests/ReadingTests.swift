import Located
import Testing

@testable import YAMLReading

@Suite struct ReadingTests {
  @Test func `a mapping has exact spans`() throws {
    let document = YAMLReader.read(
      Array("å: é # x\nb:\n  - 1\n\nc: |\n  hej\n\n".utf8), path: "a.yaml")
    let root = try #require(document.root)
    #expect(document.diagnostics.isEmpty)
    #expect(root.span == Span(Mark(line: 1, column: 1), Mark(line: 6, column: 6)))
    #expect(root["å"]?.text == "é")
    #expect(root["b"]?.span == Span(Mark(line: 3, column: 3), Mark(line: 3, column: 6)))
    #expect(root["c"]?.span == Span(Mark(line: 5, column: 4), Mark(line: 6, column: 6)))
  }
}
