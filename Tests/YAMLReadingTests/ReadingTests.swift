import Located
import Testing

@testable import YAMLReading

@Suite struct ReadingTests {
  /// Each sample marks every scalar in it with `«…»`, and every list or mapping with `‹…›`.
  @Test(arguments: [
    "‹«å»: «é»› # x",
    "‹«a»: «1»\n«b»:\n  ‹- «x y»\n  - «z»›\n«c»:«»›\n\n# slut\n",
    "‹«a»: ‹[«1», ‹{«b»: «\"x\"»}›, «'y z'»]››\n",
    "‹«😀»: «\"👩‍⚕️ å\"» # 😀\n«ä»: «ö»›",
    "‹«a»: «|\n  hej\n  då»\n\n\n«b»: «>-\n  x\n  y»›\n\n",
    "‹«a»: «|+\n  x  »›\n\n",
    "‹«a»: «|\n  x»\n# kommentar\n«b»: «|-»\n«c»: «x»›",
    "‹- «|2\n   å»\n- «a\n  b»›\n",
    "‹«a»:\n‹- «1»\n- ‹- «2»\n  - ‹«b»: «3»››››\n",
    "‹? «a»«»\n\n«b»: «1»›", "‹«b»: «1»\n? «a»«»›\n\n",
    "‹«a»: &x «1»\n«b»: &y\n  ‹«c»: &z«»››",
    "--- # start\n‹«a»: «\"x\n  y\"»›\n...\n",
    "«en text»\n",
  ])
  func `every node has its exact span`(_ sample: String) throws {
    let marked = Marked(sample)
    for (text, ending) in [
      (marked.text, "LF"), (marked.text.replacing("\n", with: "\r\n"), "CRLF"),
    ] {
      let document = read(text)
      #expect(document.diagnostics.isEmpty)
      let nodes = all(try #require(document.root)).sorted { $0.index < $1.index }
      let scalars = nodes.filter { $0.kind == .scalar }.map(\.span)
      let collections = nodes.filter { $0.kind != .scalar }.map(\.span)
      #expect(scalars == marked.spans, "\(ending)")
      #expect(collections == marked.related, "\(ending)")
    }
  }

  @Test func `texts come out as they were meant`() throws {
    let root = try #require(
      read("a: 'it''s'\nb: \"x\\ty\\u00e5\"\nc: |\n  1\n   2\nd: >\n  a\n  b\ne: x\n  y\nf: ~\n")
        .root)
    #expect(root.entries.map(\.value.text) == ["it's", "x\tyå", "1\n 2\n", "a b\n", "x y", "~"])
    #expect(
      root.entries.map(\.value.style) == [.quoted, .quoted, .block, .block, .plain, .plain])
    #expect(root["d"]?.path == "prov.yaml")
    #expect(root["g"] == nil)
  }

  @Test func `a byte order mark moves nothing`() throws {
    let document = YAMLReader.read([0xEF, 0xBB, 0xBF] + Array("å: ä".utf8), path: "a")
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?["å"]?.span == Span(Mark(line: 1, column: 4), Mark(line: 1, column: 5)))
  }

  @Test func `an alias is the node it stands for`() throws {
    let root = try #require(read("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]\n").root)
    #expect(root["c"]?["b"]?.items.map(\.text) == ["1", "2"])
    #expect(root["d"]?.items.map { $0["b"]?.items.count } == [2, 2])
  }

  @Test func `an anchor may be used again`() throws {
    let root = try #require(read("- &x 1\n- *x\n- &x 2\n- *x\n").root)
    #expect(root.items.map(\.text) == ["1", "1", "2", "2"])
  }

  @Test func `JSON is read too`() throws {
    let root = try #require(read(#"{"a": [1, true, null, "\u00e5\/"], "b": {}}"#).root)
    #expect(root["a"]?.items.map(\.plainMeaning) == [.integer(1), .boolean(true), .null, .text])
    #expect(root["a"]?.items.last?.text == "å/")
  }
}
