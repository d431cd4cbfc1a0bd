import Foundation
import Testing

@testable import Checking

/// A unified diff that `patch` and `git apply` take; the cases were applied with both by hand.
@Suite struct DiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.yaml") -> String {
    Fixes.diff(
      from: [SourceFile(path: path, bytes: Array(old.utf8))],
      to: [SourceFile(path: path, bytes: Array(new.utf8))])
  }

  private func lines(_ numbers: ClosedRange<Int>, but changed: [Int: String] = [:]) -> String {
    numbers.map { (changed[$0] ?? "rad \($0)") + "\n" }.joined()
  }

  @Test func `nothing changed gives nothing`() {
    #expect(diff("a\n", "a\n") == "")
  }

  @Test func `changes far apart are pieces of their own, near ones are one`() {
    #expect(
      diff(lines(1...20), lines(1...20, but: [3: "tre", 9: "nio", 18: "arton"])) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,12 +1,12 @@
         rad 1
         rad 2
        -rad 3
        +tre
         rad 4
         rad 5
         rad 6
         rad 7
         rad 8
        -rad 9
        +nio
         rad 10
         rad 11
         rad 12
        @@ -15,6 +15,6 @@
         rad 15
         rad 16
         rad 17
        -rad 18
        +arton
         rad 19
         rad 20

        """)
  }

  @Test func `a line taken away or put in moves the numbers of what follows`() {
    #expect(
      diff(lines(1...9), "rad 0\n" + lines(1...4) + lines(6...9)) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,8 +1,8 @@
        +rad 0
         rad 1
         rad 2
         rad 3
         rad 4
        -rad 5
         rad 6
         rad 7
         rad 8

        """)
  }

  @Test func `a last line without a line break is marked`() {
    #expect(
      diff("a\nb", "a\nc") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
    #expect(diff("a", "a\n").contains("-a\n\\ No newline at end of file\n+a\n"))
  }

  @Test func `a file that becomes empty, and one that was, have a range of no lines`() {
    #expect(diff("a\n", "").contains("@@ -1 +0,0 @@\n-a\n"))
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
  }

  @Test func `the CR of a line is part of it`() {
    #expect(
      diff("a\r\nb\r\n", "a\r\nc\r\n").utf8.elementsEqual(
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n".utf8))
  }

  @Test func `a name with a blank is ended by a tab, one from the root has one slash`() {
    #expect(diff("a\n", "b\n", path: "min fil.yaml").hasPrefix("--- a/min fil.yaml\t\n"))
    #expect(diff("a\n", "b\n", path: "/rot/a.yaml").hasPrefix("--- a/rot/a.yaml\n"))
  }

  @Test func `files that differ in everything take no more than their share of time`() {
    let old = lines(1...5_000)
    let new = lines(5_001...10_000)
    let clock = ContinuousClock()
    var text = ""
    #expect(clock.measure { text = diff(old, new) } < .seconds(20))
    #expect(text.contains("@@ -1,5000 +1,5000 @@"))
  }

  /// What a diff says, done: its own reader of hunks, written against the format and not the writer.
  private func patched(_ old: [String], _ diff: String) -> [String] {
    var out: [String] = []
    var at = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      if let match = line.prefixMatch(of: #/@@ -(\d+)(?:,(\d+))? /#) {
        let first = Int(match.output.1) ?? 0
        let start = match.output.2 == "0" ? first : first - 1
        out += old[at..<start]
        at = start
      } else if line.hasPrefix("+") {
        out.append(String(line.dropFirst()))
      } else if line.hasPrefix("-") {
        #expect(old[at] == line.dropFirst())
        at += 1
      } else if line.hasPrefix(" ") {
        #expect(old[at] == line.dropFirst())
        out.append(old[at])
        at += 1
      }
    }
    return out + old[at...]
  }

  @Test func `a diff of random texts turns one into the other`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        ["a", "b", "c", "d"].randomElement(using: &random) ?? "a"
      }
      var new = old
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random), at < new.count {
          new.remove(at: at)
        } else {
          new.insert(["a", "x"].randomElement(using: &random) ?? "x", at: at)
        }
      }
      let text = diff(old.map { $0 + "\n" }.joined(), new.map { $0 + "\n" }.joined())
      #expect(text.isEmpty ? old == new : patched(old, text) == new)
    }
  }
}
