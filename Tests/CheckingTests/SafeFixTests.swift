import Foundation
import Located
import Testing

@testable import Checking

/// What a fix may not do: miss its finding, bring another, or leave a file that cannot be read.
@Suite struct SafeFixTests {
  @Test(arguments: FixtureTests.fixtures("bad"))
  func `a safe fix takes its finding away and brings none`(
    code: String, name: String
  ) throws {
    let bad = try FixtureTests.fixture(name, code)
    let before = bad.diagnostics
    for finding in before {
      for fix in finding.fixes where fix.isSafe {
        let after = bad.diagnostics(after: fix)
        let left = before.filter { $0 != finding }.map(\.essence)
        #expect(after.map(\.essence).isPart(of: left), "\(finding.message.en): \(fix.title.en)")
      }
    }
  }

  @Test(arguments: FixtureTests.fixtures("bad"))
  func `no fix breaks the file, and the first one of a finding takes it away`(
    code: String, name: String
  ) throws {
    let bad = try FixtureTests.fixture(name, code)
    let before = bad.diagnostics
    for finding in before {
      for (number, fix) in finding.fixes.enumerated() {
        let after = bad.diagnostics(after: fix).map(\.essence)
        if number == 0 {
          #expect(
            after.count { $0 == finding.essence } < before.count { $0.essence == finding.essence },
            "\(finding.message.en): \(fix.title.en)")
        }
        let broken = after.filter { $0.hasPrefix("yaml/") }
        #expect(broken.isPart(of: before.map(\.essence)), "\(finding.message.en): \(fix.title.en)")
      }
    }
  }

  @Test func `a file of one fault many times over is checked at once`() {
    let many = 3_000
    let texts = [
      "pipeline: a\n" + String(repeating: "owne: b\n", count: many),
      "register: a\n" + String(repeating: "set: b\n", count: many),
      "pipeline: a\nvalid: {" + String(repeating: "to: 1, ", count: many) + "}\n",
      "pipeline: a\nvalid:\n" + String(repeating: "  owner: b\n", count: many),
      "pipeline: a\nstages:\n  - id: b\n    uses: draft@1\n    with:\n"
        + String(repeating: "      within: 1 week\n", count: many),
    ]
    for text in texts {
      let started = ContinuousClock.now
      let files = [SourceFile(path: "a.yaml", bytes: Array(text.utf8))]
      let found = Workspace.load(files, stages: catalogue).diagnostics
      // No more than a thousand of a file, and that there are more.
      #expect(found.count == 1_001)
      // Seconds where each fault looked at all the others; the machine may be busy.
      #expect(ContinuousClock.now - started < .seconds(30))
    }
  }

  @Test func `what can only be meant has a safe fix`() throws {
    for code in [
      "yaml/tab-indent", "yaml/missing-space", "yaml/legacy-boolean", "yaml/ambiguous-scalar",
      "schema/unknown-key", "stage/unpinned", "stage/unknown",
    ] {
      let findings = try FixtureTests.fixture("bad", code).diagnostics
      #expect(findings.contains { $0.fixes.contains { $0.isSafe } }, "\(code)")
    }
  }
}

extension Diagnostic {
  fileprivate var essence: String { "\(code) \(message.en)" }
}

extension [String] {
  /// Whether each stands there at least as often.
  fileprivate func isPart(of other: [String]) -> Bool {
    var rest = other
    return allSatisfy { word in
      guard let index = rest.firstIndex(of: word) else { return false }
      rest.remove(at: index)
      return true
    }
  }
}

extension Fixture {
  /// The findings once the texts are changed as a fix says.
  fileprivate func diagnostics(after fix: Fix) -> [Diagnostic] {
    let changed = files.map { file in
      let edits = fix.edits.filter { $0.path == file.path }.sorted { $0.span.start > $1.span.start }
      var text = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
      for edit in edits {
        let range = Self.offset(edit.span.start, text)..<Self.offset(edit.span.end, text)
        text.replaceSubrange(range, with: Array(edit.replacement.unicodeScalars))
      }
      var bytes = String.UnicodeScalarView()
      bytes.append(contentsOf: text)
      return SourceFile(path: file.path, bytes: Array(String(bytes).utf8))
    }
    return with(changed).diagnostics
  }

  private static func offset(_ mark: Mark, _ text: [Unicode.Scalar]) -> Int {
    var line = 1
    var at = 0
    while line < mark.line, at < text.count {
      if text[at] == "\n" { line += 1 }
      at += 1
    }
    return min(at + mark.column - 1, text.count)
  }
}
