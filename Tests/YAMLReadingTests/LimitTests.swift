import Located
import Testing

@testable import YAMLReading

@Suite struct LimitTests {
  private func codes(_ document: YAMLDocument) -> [String] { document.diagnostics.map(\.code) }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `ten thousand levels are refused, not followed`(_ opener: String) {
    let document = read(String(repeating: opener, count: 10_000))
    #expect(codes(document).contains("yaml/depth-limit"))
    #expect(document.root == nil)
  }

  @Test func `the depth limit itself is allowed`() {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(read(deep(64)).diagnostics.isEmpty)
    let found = read(deep(65)).diagnostics
    #expect(found.map(\.code) == ["yaml/depth-limit"])
    #expect(found.first?.span == Span(Mark(line: 1, column: 65), Mark(line: 1, column: 66)))
  }

  @Test func `an alias bomb is counted and never built`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    let started = ContinuousClock.now
    let document = read(text)
    #expect(ContinuousClock.now - started < .seconds(1))
    let found = try #require(document.diagnostics.first)
    #expect(codes(document) == ["yaml/alias-limit"])
    #expect(document.root == nil)
    // 10 nodes; 9 × 10 + 1 = 91; 820; 7,381: the second `*a3` passes 10,000.
    #expect(found.span.start.line == 5)
    #expect(found.message.en.contains("the limit is 10000"))
  }

  @Test func `the count of an alias limit is exact`() {
    // 3 aliases of a list of 4 nodes, and 2 of the list that holds them (1 + 12 nodes).
    let text = "a: &a [1, 2, 3]\nb: &b [*a, *a, *a]\nc: [*b, *b]\n"
    var limits = Limits.standard
    limits.aliasedNodes = 38
    #expect(read(text, limits: limits).diagnostics.isEmpty)
    limits.aliasedNodes = 37
    let found = read(text, limits: limits).diagnostics
    #expect(
      found.map(\.message.en) == [
        "the repetitions (aliases) of the file would give 38 parts, and the limit is 37"
      ])
    #expect(found.first?.span == Span(Mark(line: 3, column: 9), Mark(line: 3, column: 11)))
  }

  @Test func `a file above the size limit is not read`() {
    let text = String(repeating: "a: [1, 2\n", count: 5 << 20 / 9 + 1)
    #expect(codes(read(text)) == ["yaml/size-limit"])
  }

  @Test func `a large file within a raised limit is read`() throws {
    let text = String(repeating: "- {kod: å, namn: Örebro}\n", count: 200_000)
    var limits = Limits.standard
    limits.bytes = 8 << 20
    #expect(try #require(read(text, limits: limits).root).items.count == 200_000)
  }

  @Test func `one long line of anchors takes no longer than many short ones`() throws {
    let items = (0..<100_000).map { "&a\($0) å" }
    let started = ContinuousClock.now
    let root = try #require(read("[" + items.joined(separator: ", ") + "]").root)
    #expect(root.items.count == 100_000)
    #expect(ContinuousClock.now - started < .seconds(5))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
      ([0xFF, 0xFE, 0, 0], "UTF-32"),
    ] as [([UInt8], String)])
  func `a wide encoding is named`(_ bytes: [UInt8], _ name: String) {
    let found = YAMLReader.read(bytes, path: "a").diagnostics
    #expect(found.map(\.code) == ["yaml/encoding"])
    #expect(found.first?.message.sv == "filen är sparad som \(name)")
  }

  @Test func `a byte that is not UTF-8 has a line, a column and a likely letter`() {
    let found = YAMLReader.read(Array("a: 1\nö: r".utf8) + [0xE4, 0x6B, 0x0A], path: "a")
      .diagnostics
    #expect(found.map(\.code) == ["yaml/encoding"])
    #expect(found.first?.span == Span(Mark(line: 2, column: 5), Mark(line: 2, column: 6)))
    #expect(found.first?.help?.en.contains("'ä' in Windows-1252") == true)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `an ill-formed sequence is refused`(_ bytes: [UInt8]) {
    #expect(codes(YAMLReader.read(Array("a: ".utf8) + bytes, path: "a")) == ["yaml/encoding"])
  }

  @Test func `no bytes at all are an empty file`() {
    #expect(codes(YAMLReader.read([], path: "a")) == ["yaml/empty"])
    #expect(codes(YAMLReader.read([0xEF, 0xBB, 0xBF], path: "a")) == ["yaml/empty"])
  }

  @Test func `a spreadsheet is called what it is`() {
    let found = YAMLReader.read([0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0], path: "a").diagnostics
    #expect(found.map(\.code) == ["yaml/binary"])
    #expect(found.first?.help?.sv.contains("Excel") == true)
  }
}
