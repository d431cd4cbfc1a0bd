import Foundation
import Located
import Synchronization
import Testing

@testable import Checking

/// Fixes change what they say and nothing else, and only what a new check confirms is kept.
@Suite struct FixingTests {
  private func file(_ text: String, _ path: String = "a.yaml") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  private func span(_ line: Int, _ start: Int, _ end: Int) -> Span {
    Span(Mark(line: line, column: start), Mark(line: line, column: end))
  }

  private func finding(
    _ code: String, _ span: Span, _ replacement: String?, isSafe: Bool = true,
    path: String = "a.yaml", severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    let fix = replacement.map {
      Fix(
        Text("x"), isSafe: isSafe, edits: [Fix.Edit(path: path, span: span, replacement: $0)])
    }
    return Diagnostic(
      code, Text(code), severity: severity, path: path, span: span, fixes: fix.map { [$0] } ?? [])
  }

  /// Finds words in files, as a check would: each is mended by another.
  private func checker(
    _ words: KeyValuePairs<String, String>, isSafe: Bool = true,
    severity: Diagnostic.Severity = .error
  ) -> ([SourceFile]) -> [Diagnostic] {
    { files in
      files.flatMap { file in
        String(decoding: file.bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false
        ).enumerated().flatMap { number, line in
          words.flatMap { word, replacement in
            String(line).ranges(of: word).map { range in
              let start =
                line.unicodeScalars.distance(
                  from: line.startIndex, to: range.lowerBound) + 1
              return finding(
                "schema/\(word)",
                span(number + 1, start, start + word.unicodeScalars.count),
                replacement, isSafe: isSafe, path: file.path, severity: severity)
            }
          }
        }
      }
    }
  }

  private func text(_ fixes: Fixes, _ number: Int = 0) -> String {
    String(decoding: fixes.files[number].bytes, as: UTF8.self)
  }

  // MARK: rounds

  @Test func `all that does not overlap is mended in one round, in several files`() {
    let check = checker(["ett": "one", "två": "two"])
    let fixes = Fixes.apply(
      to: [file("ett två ett\n"), file("# två", "b.yaml"), file("tre", "c.yaml")], rounds: 1,
      check: check)
    #expect(text(fixes) == "one two one\n")
    #expect(text(fixes, 1) == "# two")
    #expect(text(fixes, 2) == "tre")
    #expect(fixes.applied.count == 4 && fixes.refused.isEmpty && fixes.diagnostics.isEmpty)
  }

  @Test func `what a fix makes possible comes in the next round, and rounds have an end`() {
    let chain = checker(["aa": "b", "bb": "c", "cc": "d"], severity: .warning)
    #expect(text(Fixes.apply(to: [file("aaaaaaaa")], check: chain)) == "d")
    let endless = checker(["ping": "pong", "pong": "ping"], severity: .warning)
    let fixes = Fixes.apply(to: [file("ping")], rounds: 5, check: endless)
    #expect(fixes.applied.count == 5)
    #expect(text(fixes) == "pong")
  }

  @Test func `of fixes that overlap the first is made, the other when there is room`() {
    let check = checker(["abc": "x", "cde": "y"])
    let one = Fixes.apply(to: [file("abcde abc")], rounds: 1, check: check)
    #expect(text(one) == "xde x")
    #expect(one.applied.count == 2)
  }

  @Test func `unsafe fixes are made only where they are asked for`() {
    let check = checker(["ett": "one"], isSafe: false)
    #expect(text(Fixes.apply(to: [file("ett")], check: check)) == "ett")
    #expect(text(Fixes.apply(to: [file("ett")], unsafe: true, check: check)) == "one")
  }

  @Test func `a fix that leaves its finding, or brings an error, is taken back alone`() {
    let check = checker(["ett": "one", "kvar": "kvar ", "ont": "värre"])
    let worse: ([SourceFile]) -> [Diagnostic] = { files in
      check(files) + checker(["värre": ""])(files).map { $0.withoutFixes }
    }
    let fixes = Fixes.apply(to: [file("ett kvar ett ont ett")], check: worse)
    #expect(text(fixes) == "one kvar one ont one")
    #expect(fixes.applied.count == 3)
    #expect(fixes.refused.map(\.finding.code) == ["schema/kvar", "schema/ont"])
    #expect(fixes.diagnostics.map(\.code) == ["schema/kvar", "schema/ont"])
  }

  @Test func `faults in many files are looked for in all of them at once`() {
    let check = checker(["ett": "one", "kvar": "kvar ", "två": "two"])
    let files = (0..<300).map { file("ett kvar två ett", "\($0).yaml") }
    var checks = 0
    var last: [SourceFile] = []
    let fixes = Fixes.apply(to: files) { files in
      checks += 1
      last = files
      return check(files)
    }
    #expect((0..<300).allSatisfy { text(fixes, $0) == "one kvar two one" })
    #expect(fixes.applied.count == 900 && fixes.refused.count == 300)
    #expect(checks < 10)
    #expect(last.map(\.bytes) == fixes.files.map(\.bytes))
  }

  @Test func `a file is read once while it is mended`() {
    let reads = Mutex(0)
    let text = "ett två ett\n"
    let stored = SourceFile(path: "a.yaml", startingWith: Array(text.utf8)) {
      reads.withLock { $0 += 1 }
      return Array(text.utf8)
    }
    let fixes = Fixes.apply(to: [stored]) { files in
      files[0].bytes == Array(text.utf8)
        ? [finding("schema/x", span(1, 5, 8), "two")] : []
    }
    #expect(self.text(fixes) == "ett two ett\n")
    // Once by the check before, and once to be edited.
    #expect(reads.withLock { $0 } <= 3)
  }

  @Test func `what a mended fault had hidden is no reason to take the fix back`() {
    let check = checker(["ownr": "owner"])
    let fixes = Fixes.apply(to: [file("ownr: npo")]) { files in
      let found = check(files)
      return found.isEmpty
        ? [finding("ref/unknown-body", span(1, 8, 11), nil)] : found
    }
    #expect(text(fixes) == "owner: npo")
    #expect(fixes.diagnostics.map(\.code) == ["ref/unknown-body"])
  }

  @Test func `a fix that makes YAML unreadable is taken back, wherever that shows`() {
    let check = checker(["ownr": "[owner"])
    let fixes = Fixes.apply(to: [file("ownr: npo\na: b")]) { files in
      check(files)
        + (files[0].bytes.contains(UInt8(ascii: "["))
          ? [finding("yaml/unclosed", span(2, 1, 2), nil)] : [])
    }
    #expect(text(fixes) == "ownr: npo\na: b")
    #expect(fixes.refused.count == 1)
  }

  @Test func `a fix of a file that was not handed in is left`() {
    let fixes = Fixes.apply(to: [file("ett")]) { _ in
      [finding("schema/ett", span(1, 1, 4), "one", path: "b.yaml")]
    }
    #expect(text(fixes) == "ett" && fixes.applied.isEmpty && fixes.diagnostics.count == 1)
  }

  // MARK: bytes

  /// A file of random lines, each part of which is a code point, with its span.
  private struct RandomText {
    static let breaks = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    static let scalars: [Unicode.Scalar] = [
      "a", ":", " ", "\t", "å", "ö", "\u{301}", "医", "🏥", "\u{200D}", "#", "\"", "-", "\u{FEFF}",
    ]

    var parts: [(text: String, start: Mark, end: Mark)] = []
    var prefix = ""

    init(using random: inout SystemRandomNumberGenerator) {
      if Bool.random(using: &random) { prefix = "\u{FEFF}" }
      let number = Int.random(in: 1...8, using: &random)
      for line in 1...number {
        let length = Int.random(in: 0...12, using: &random)
        for column in 0..<length {
          let scalar = Self.scalars.randomElement(using: &random) ?? "a"
          // At the start of a text this one is a byte order mark.
          let isMark = scalar == "\u{FEFF}" && line == 1 && column == 0
          parts.append(
            (
              isMark ? "a" : String(scalar), Mark(line: line, column: column + 1),
              Mark(line: line, column: column + 2)
            ))
        }
        guard line < number || Bool.random(using: &random) else { continue }
        var end = Self.breaks.randomElement(using: &random) ?? "\n"
        // A CR before a line that begins with LF would be one line break.
        if parts.last?.text == "\r", end == "\n" { end = "\n\n" == end ? end : "\u{85}" }
        parts.append(
          (end, Mark(line: line, column: length + 1), Mark(line: line + 1, column: 1)))
      }
    }

    var bytes: [UInt8] { Array((prefix + parts.map(\.text).joined()).utf8) }
  }

  @Test func `whatever is edited, every byte outside survives`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let text = RandomText(using: &random)
      var edits: [Fix.Edit] = []
      var expected = text.prefix
      var at = 0
      while at < text.parts.count {
        let part = text.parts[at]
        guard Int.random(in: 0..<4, using: &random) == 0 else {
          expected += part.text
          at += 1
          continue
        }
        let count = Int.random(in: 0...min(3, text.parts.count - at), using: &random)
        let replacement = ["", "x", "ö🏥", "två ord"].randomElement(using: &random) ?? ""
        let end = count == 0 ? part.start : text.parts[at + count - 1].end
        edits.append(
          Fix.Edit(path: "a", span: Span(part.start, end), replacement: replacement))
        expected += replacement
        // One more is kept as it is, so that no two edits stand at one place.
        if at + count < text.parts.count { expected += text.parts[at + count].text }
        at += count + 1
      }
      let editable = EditableText(SourceFile(path: "a", bytes: text.bytes))
      let inBytes = try #require(editable.edits(edits.shuffled(using: &random)))
      let result = editable.applying(inBytes).bytes
      #expect(result == Array(expected.utf8), "\(text.bytes) \(edits)")
      if result != Array(expected.utf8) { return }
    }
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\r\nx\r\ny\r\n"), ("a\nb\n", "a\nx\ny\n"), ("a\rb\r", "a\rx\ry\r"),
    ("\u{FEFF}a\r\nb", "\u{FEFF}a\r\nx\r\ny"),
  ])
  func `a new line ends as the others of its file`(old: String, new: String) throws {
    let editable = EditableText(file(old))
    let edits = try #require(
      editable.edits([Fix.Edit(path: "a.yaml", span: span(2, 1, 2), replacement: "x\ny")]))
    #expect(editable.applying(edits).bytes == Array(new.utf8))
  }

  // MARK: exceptions

  @Test(arguments: [
    (
      "\n", " # stafett: allow flow/no-force, rule/no-reminder, flow/unwatched: kort väg",
      " # stafett: allow rule/no-reminder: kort väg"
    ),
    ("\r\n", "  # stafett: allow flow/no-force: kort väg", ""),
    (
      "\u{2028}", "\t# stafett: allow flow/no-force,rule/no-reminder: väg🏥",
      "\t# stafett: allow rule/no-reminder: väg🏥"
    ),
  ])
  func `an exception that nothing needs is taken out of its comment`(
    lineBreak: String, comment: String, left: String
  ) {
    func process(_ comment: String, _ above: String) -> [UInt8] {
      let lines = [
        "\u{FEFF}pipeline: riktlinje", "version: \"1\"", "valid: {from: 2021-01-01}",
        "title: {sv: Riktlinje, en: Guideline}", "product: guideline", "key: [diagnosis]",
        "owner: npo-cancer",
        "inputs: {diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}}", "stages:",
        "\(above)  - id: utkast", "    uses: draft@1", "    within: 3 months\(comment)",
        "    with: {documents: [slutversion]}",
      ]
      return Array(lines.joined(separator: lineBreak).utf8)
    }
    let above = "# stafett: allow flow/no-force: x\(lineBreak)"
    let files = [
      SourceFile(path: "a.yaml", bytes: process(comment, above + above)), Fixture.register,
    ]
    let fixes = Fixes.apply(to: files) { Workspace.load($0, stages: catalogue).diagnostics }
    #expect(fixes.files[0].bytes == process(left, ""))
    #expect(fixes.diagnostics.allSatisfy { $0.code == "rule/no-reminder" })
  }

  // MARK: the fixtures

  /// Every fix of every fixture that is bad.
  @Test(arguments: FixtureTests.fixtures("bad"))
  func `a fix of a fixture does what it says`(code: String, name: String) throws {
    let bad = try FixtureTests.fixture(name, code)
    let before = bad.diagnostics
    for finding in before {
      for fix in finding.fixes {
        let alone = Fixes.apply(to: bad.files, unsafe: true, rounds: 1) { files in
          let found = bad.with(files).diagnostics
          // Only this fix is to be made.
          return files.map(\.bytes) == bad.files.map(\.bytes)
            ? found.map { $0 == finding ? $0.with([fix]) : $0.withoutFixes } : found
        }
        let label = Comment(rawValue: "\(finding.code): \(fix.title.en)")
        if fix.isSafe {
          #expect(alone.applied.count == 1, label)
          #expect(alone.diagnostics.count < before.count, label)
          let gained = Set(alone.diagnostics.map(\.code)).subtracting(before.map(\.code))
          #expect(gained == [], label)
        } else {
          // It may be wrong, and then it is not kept; what is kept is YAML.
          let syntax = alone.diagnostics.count { $0.code.hasPrefix("yaml/") }
          #expect(syntax <= before.count { $0.code.hasPrefix("yaml/") }, label)
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate var withoutFixes: Diagnostic { with([]) }

  fileprivate func with(_ fixes: [Fix]) -> Diagnostic {
    Diagnostic(
      code, message, severity: severity, path: path, span: span, related: related, help: help,
      fixes: fixes, steps: steps, example: example, place: place)
  }
}
