import Located
import Testing

@testable import YAMLReading

@Suite struct FaultTests {
  /// Each sample marks its finding with `«…»` and the related place with `‹…›`.
  static let samples: [(code: String, sample: String)] = [
    ("tab-indent", "a:\n«\t»b: 1"),
    ("tab-indent", "«\t»a: 1"),
    ("tab-indent", "a: 1\n  «\t\t»b: 2\nc: 3\n"),
    ("tab-indent", "a:\n  b: 1\n«\t»c: 2"),
    ("tab-indent", "å: |\n«\t»x\n"),
    ("unclosed", "a: «[»1, 2\nb‹:› 3"),
    ("unclosed", "ä: «{»b: 1, c: 2‹›"),
    ("unclosed", "a: [x, «{»y: 1‹]›\n"),
    ("unclosed", "a: «[»1, 2‹}›\n"),
    ("unclosed", "a: «[»1\nb‹:› 3\nc: [4]\n"),
    ("unclosed", "a: «\"»x ö\nb: 1‹›\n\n"),
    ("unclosed", "a: «'»x\n‹---›\n"),
    ("missing-space", "owner«:»npo-hud-kon\nid: 1"),
    ("missing-space", "id: 1\nowner«:»npo"),
    ("missing-space", "a: 1\nägare«:»npo\nb: 2"),
    ("missing-space", "- id«:»x\n  uses: y"),
    ("missing-space", "a: {b«:»1, c: 2}"),
    ("missing-space", "a:\n  name«:»foo"),
    ("missing-space", "owner«:»npo"),
    ("duplicate-key", "‹a›: 1\nb: 2\n«a»: 1"),
    ("duplicate-key", "x:\n  ‹å›: [1]\n  «\"å\"»: 2"),
    ("duplicate-key", "{‹a›: 1, «'a'»: 1}"),
    ("merge-key", "a: &x ‹{b: 1}›\nc:\n  «<<»: *x\n  d: 2"),
    ("merge-key", "c:\n  «<<»: ‹{d: 1}›"),
    ("unknown-alias", "a: «*saknas»"),
    ("anchor-cycle", "a: ‹&x› [1, «*x»]"),
    ("anchor-cycle", "‹&x›\nb: {å: «*x»}"),
    ("several-documents", "a: 1\n«---»\nb: 2"),
    ("several-documents", "‹---›\na: 1\n...\n«---»\nb: 2\n"),
    ("tag", "a: «!!binary» x"),
    ("tag", "a: «!foo»\n  b: 1"),
    ("tag", "a: «!x!y» z"),
    ("tag", "a: «!<x»"),
    ("tag", "[a, «!foo», b]"),
    ("empty", "«»# bara en kommentar\n"),
    ("empty", "«»\n\n"),
    ("empty", "«»---\n"),
    ("syntax", "a: b«:» c"),
    ("syntax", "a: 1\n «b»: 2"),
    ("syntax", "a:\n  b: 1\n«c»: 2\n  d: 3"),
    ("syntax", "- «a »1\n  b: 2"),
    ("syntax", "foo\nb«:» 1"),
    ("syntax", "a: «@»x"),
    ("syntax", "å: ö\nb: «`»x`"),
    ("syntax", "a: \"«\\q»\""),
    ("syntax", "a: | «foo»\n  bar"),
    ("syntax", "a: «-» b"),
    ("syntax", "‹-› a\n«b:» 1"),
    ("syntax", "‹a›: 1\n«-» b"),
    ("syntax", " a: 1\n«b:» 2"),
    ("syntax", "‹a›:\n  b: 1\n «c:» 2"),
    ("syntax", "a: «*»"),
    ("syntax", "a: «&å» 1"),
    ("syntax", "‹a›: \"x\" «y»"),
    ("syntax", "‹a›: 'it'«s'»"),
    ("syntax", "‹-› \"x\"«y»\n"),
    ("syntax", "- ‹a›: [1]«]»\n"),
    ("unclosed", "a: «[»b, c:\n‹-› d\n"),
    ("syntax", "a: [«,»]"),
    ("syntax", "a: [\"x\" «\"y\"»]"),
    ("syntax", "a: 1\n«b»\nc: 2"),
    ("syntax", "a: 1\n«en lös rad»  \n"),
    ("syntax", "«%FOO»\na: 1"),
    ("syntax", "«%YAML x»\n---\na: 1"),
    ("syntax", "a: x«\u{7}»y"),
    ("syntax", "å: «\u{1B}»"),
    ("binary", "a: ö«\0»\n"),
  ]

  @Test(arguments: samples)
  func `a fault is found where it stands`(_ code: String, _ sample: String) throws {
    let marked = Marked(sample)
    let diagnostics = read(marked.text).diagnostics
    let found = try #require(diagnostics.first)
    #expect(diagnostics.map(\.code) == ["yaml/" + code])
    #expect([found.span] == marked.spans)
    if !marked.related.isEmpty { #expect(found.related.map(\.span) == marked.related) }
    #expect(found.path == "prov.yaml")
  }

  @Test(arguments: samples)
  func `a message and its help are clauses in two languages`(
    _ code: String, _ sample: String
  ) {
    for found in read(Marked(sample).text).diagnostics {
      #expect(found.message.sv != found.message.en)
      #expect(found.message.sv.last != "." && found.message.en.last != ".")
      #expect(!found.message.en.contains("libyaml") && !found.message.en.contains("did not find"))
      #expect(found.help.map { $0.sv.last != "." && $0.en.last != "." } ?? false)
    }
  }

  @Test func `every tab and every missing space is found in one run`() {
    let marked = Marked(
      """
      id: prov
      title: |
        text:utan fel
      \t \u{20}
      ägare«:»npo
      source: https://example.org
      stages:
      «\t»- id: a
        - id«:»b
          uses: draft@1
          with: {x: "a:b", tid: 8:30}
      «\t\t»kind: c
      """)
    let found = read(marked.text).diagnostics
    #expect(found.map(\.span) == marked.spans)
    #expect(
      found.map(\.code) == [
        "yaml/missing-space", "yaml/tab-indent", "yaml/missing-space", "yaml/tab-indent",
      ])
  }

  @Test func `faults in a tree come all at once and leave the tree whole`() throws {
    let document = read("a: 1\na: 2\nb: {<<: {c: 1}}\nd: !x 1\ne: {f:1}\n")
    #expect(
      document.diagnostics.map(\.code)
        == ["duplicate-key", "merge-key", "tag", "missing-space"].map { "yaml/" + $0 })
    #expect(document.root?.entries.count == 5)
  }

  @Test func `what is found before a syntax fault is kept`() {
    let codes = read("a: {b: 1, b: 2}\nc: [1\n").diagnostics.map(\.code)
    #expect(codes == ["yaml/duplicate-key", "yaml/unclosed"])
  }

  @Test(arguments: [
    ("1", "1", true), ("1", "2", false), ("{b: [1, x]}", "{b: [1, x]}", true),
    ("{b: [1, x]}", "{b: [1], x: 2}", false), ("1", "'1'", false), ("[]", "{}", false),
  ])
  func `a duplicate key says whether the values are equal`(
    _ first: String, _ second: String, _ same: Bool
  ) {
    let message = read("a: \(first)\na: \(second)\n").diagnostics.first?.message.en
    #expect(message == "'a' stands twice, with " + (same ? "the same value" : "different values"))
  }

  @Test func `a duplicate is found in a long mapping`() {
    let keys = (0..<5000).map { "k\($0): \($0)\n" }.joined()
    let found = read(keys + "k17: x\n").diagnostics
    #expect(found.map(\.span.start) == [Mark(line: 5001, column: 1)])
    #expect(found.first?.related.first?.span.start == Mark(line: 18, column: 1))
  }

  @Test func `a fault at the end of a large file is explained at once`() {
    let text =
      String(repeating: "- {kod: å, text: \"Örebro\"} # x\n", count: 100_000) + "- id:b\n  c: 1\n"
    let started = ContinuousClock.now
    #expect(read(text).diagnostics.map(\.span.start) == [Mark(line: 100_001, column: 5)])
    #expect(ContinuousClock.now - started < .seconds(10))
  }

  @Test func `good texts that look like faults are left alone`() {
    let texts = [
      "source: https://example.org/a:b", "- rcc:norr", "at: 08:30", "a: \"b:c\"", "a:b: 1",
      "a:\tb", "a: [\n\t1]", "text: >\n  a:b\n\n  c:d", "a:\n  https://example.org", "{\"a\":1}",
      "a: x\n  y:z", "\"<<\": 1", "a: \"&x *y !z\"", "a: 'it''s'",
    ]
    for text in texts { #expect(read(text).diagnostics.isEmpty, "\(text)") }
  }
}
