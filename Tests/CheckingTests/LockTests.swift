import Located
import StageKit
import Testing

@testable import Checking

/// What a lock holds a check to.
@Suite struct LockTests {
  private let written = Lock(of: catalogue, level: 2).text

  private func read(_ text: String) -> (lock: Lock?, found: [Diagnostic]) {
    Lock.read(SourceFile(path: "stafett.lock", bytes: Array(text.utf8)))
  }

  @Test func `what was written is read, and differs from nothing`() throws {
    let (lock, found) = read(written)
    #expect(found.isEmpty)
    #expect(try #require(lock).level == 2)
    #expect(lock?.findings(catalogue, [], newest: 2) == [])
    #expect(written.contains("\n  remiss@1: "))
  }

  @Test func `a stage that accepts something else, or is gone, is found on its line`() throws {
    let lines = written.split(separator: "\n").map(String.init)
    let number = try #require(lines.firstIndex { $0.hasPrefix("  remiss@1: ") })
    for line in ["  remiss@1: 00", "  gone@1: 00"] {
      var changed = lines
      changed[number] = line
      let lock = try #require(read(changed.joined(separator: "\n") + "\n").lock)
      let found = lock.findings(catalogue, [], newest: 2)
      #expect(found.map(\.code) == ["project/lock-differs"])
      #expect(found.first?.span.start == Mark(line: number + 1, column: 3))
      #expect(found.first?.help?.en.contains("--update-lock") == true)
    }
  }

  @Test func `a stage that the lock does not know is found where it is used`() throws {
    let lines = written.split(separator: "\n").filter { !$0.hasPrefix("  draft@1: ") }
    let lock = try #require(read(lines.joined(separator: "\n") + "\n").lock)
    let good = try FixtureTests.fixture("ok", "flow/unreachable")
    let uses = Workspace.load(good.files, stages: catalogue).uses
    #expect(lock.findings(catalogue, [], newest: 2) == [])
    let found = lock.findings(catalogue, uses, newest: 2)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.code == "project/unlocked-stage" && $0.path == "ok.yaml" })
  }

  @Test func `rules that came later are held back, with one line that names them`() throws {
    let lock = try #require(read(written).lock)
    let place = Span(Mark(line: 1, column: 1), Mark(line: 1, column: 2))
    let findings = ["flow/cycle", "flow/new", "time/new", "flow/new"].map {
      Diagnostic($0, Text("x"), path: "a", span: place)
    }
    let held = lock.holdingBack(findings) { $0.hasSuffix("/new") ? 3 : 2 }
    #expect(held.counting.map(\.code) == ["flow/cycle"])
    #expect(held.heldBack.count == 1)
    #expect(held.heldBack.first?.en.hasPrefix("3 findings") == true)
    #expect(held.heldBack.first?.en.contains("flow/new, time/new") == true)
    #expect(lock.holdingBack(findings) { _ in 2 }.heldBack.isEmpty)
  }

  @Test(arguments: [
    "lock: 2\nrules: 1\nstages: {}\n", "rules: 1\n", "- a\n", "lock: 1\nstages: {}\n",
    "lock: 1\nrules: 0\nstages: {}\n", "lock: 1\nrules: -1\nstages: {}\n",
  ])
  func `a file that is no lock is a finding`(_ text: String) {
    let (lock, found) = read(text)
    #expect(lock == nil)
    #expect(found.map(\.code) == ["project/bad-lock"])
  }

  @Test func `a lock with rules that this build lacks is found on its level`() throws {
    let lock = try #require(read(written).lock)
    #expect(lock.findings(catalogue, [], newest: 2).isEmpty)
    let found = lock.findings(catalogue, [], newest: 1)
    #expect(found.map(\.code) == ["project/newer-lock"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.span.start == Mark(line: 3, column: 8))
  }
}
