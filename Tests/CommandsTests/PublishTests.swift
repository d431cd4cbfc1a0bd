import Canonical
import CheckTool
import Commands
import Foundation
import Testing

/// Definitions are taken into a store by the pass that checks them.
@Suite struct PublishTests {
  @Test func `what is sound is taken in once, and a dry run takes in nothing`() async throws {
    try await Program.inFolder { program in
      let planned = await program("publish", "--dry-run")
      #expect(planned.exit == .fine, "\(planned)")
      #expect(planned.output.contains("cancer-care-programme@2  "))
      #expect(
        planned.output.split(separator: "\n").allSatisfy { $0.hasSuffix("would be taken in") })
      #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/s.sqlite"))
      let done = await program("publish")
      #expect(done.exit == .fine, "\(done)")
      #expect(done.output.split(separator: "\n").allSatisfy { $0.hasSuffix("  taken in") })
      let again = await program("publish", "--format", "json", "--dry-run")
      let answer = try #require(Value(json: Array(again.output.utf8)), "\(again)")
      let definitions = try #require(answer["definitions"]?.items)
      #expect(definitions.count == done.output.split(separator: "\n").count)
      #expect(definitions.allSatisfy { $0["new"] == .flag(false) })
      #expect(await program("verify").exit == .fine)
    }
  }

  @Test func `what check finds wrong is not taken in`() async throws {
    try await Program.inFolder { program in
      let file = try program.file("odd.yaml", "pipeline: odd\n")
      let refused = await program("publish", file)
      #expect(refused.exit == .no)
      #expect(refused.errors.contains("odd.yaml:1"), "\(refused)")
      #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/s.sqlite"))
    }
  }

  @Test func `nothing is taken in by a program that differs from the lock`() async throws {
    try await Program.inFolder { program in
      let lock = "\(program.folder)/stafett.lock"
      let written = await program(
        "check", Program.pipelines, "--lock", lock, "--update-lock", "--format", "short")
      #expect(written.exit == .fine && written.output.isEmpty, "\(written)")
      #expect(await program("publish", "--dry-run", "--lock", lock).exit == .fine)
      let text = try String(contentsOfFile: lock, encoding: .utf8)
      let other = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("  remiss@1: ") ? "  remiss@1: 00" : String($0) }
      _ = try program.file("stafett.lock", other.joined(separator: "\n"))
      for words in [["publish", "--dry-run"], ["check", Program.pipelines]] {
        let ended = await program.run(words + ["--lock", lock])
        #expect(ended.exit == .no, "\(words)")
        #expect((ended.output + ended.errors).contains("project/lock-differs"), "\(ended)")
        #expect((ended.output + ended.errors).contains("remiss@1"))
      }
    }
  }

  /// A project with a folder of the shipped pipelines.
  private func project(_ text: String, in program: Program) throws {
    try FileManager.default.copyItem(
      atPath: Program.pipelines, toPath: "\(program.folder)/p")
    _ = try program.file("stafett.yaml", "roots: [p]\n" + text)
  }

  private func change(
    _ program: Program, _ old: String, _ new: String, in file: String = "2.yaml"
  ) throws {
    let path = "\(program.folder)/p/cancer-care-programme/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `the project's policy, strictness and known findings hold as for check`() async throws
  {
    for (policy, words) in [
      ("policy: {rule/no-reminder: error}\n", []), ("strict: true\n", []), ("", ["--strict"]),
    ] {
      try await Program.inFolder { program in
        try project(policy, in: program)
        try change(program, "remind: [4 weeks, 1 week]\n", "")
        let checked = await program.run(["check", "\(program.folder)/p"] + words)
        let published = await program.run(["publish", "\(program.folder)/p", "--dry-run"] + words)
        #expect(checked.exit == .no && published.exit == .no, "\(published)")
        #expect(published.errors.contains("rule/no-reminder"), "\(published)")
        let known = "\(program.folder)/known.yaml"
        _ = await program.run(
          ["check", "\(program.folder)/p", "--baseline", known, "--update-baseline"] + words)
        let again = await program.run(
          ["publish", "\(program.folder)/p", "--dry-run", "--baseline", known] + words)
        #expect(again.exit == .fine, "\(again)")
      }
    }
  }

  @Test func `a warning is told, and taken in all the same`() async throws {
    try await Program.inFolder { program in
      try project("", in: program)
      try change(program, "remind: [4 weeks, 1 week]\n", "")
      let ended = await program("publish", "\(program.folder)/p", "--dry-run")
      #expect(ended.exit == .fine, "\(ended)")
      #expect(ended.errors.contains("warning[rule/no-reminder]"), "\(ended)")
    }
  }

  @Test func `a version that the store has with another meaning is refused`() async throws {
    try await Program.inFolder { program in
      try project("", in: program)
      let path = "\(program.folder)/p"
      #expect(await program("publish", path).exit == .fine)
      #expect(await program("publish", path).exit == .fine)
      try change(program, "within: 9 months", "within: 8 months")
      for words in [["publish", path], ["publish", path, "--dry-run"]] {
        let ended = await program.run(words)
        #expect(ended.exit == .no, "\(ended)")
        #expect(ended.errors.contains("compat/changed-in-place"), "\(ended)")
      }
      try change(program, "within: 8 months", "within: 9 months")
      #expect(await program("publish", path).exit == .fine)
    }
  }

  @Test func `of a file alone nothing is said of what else the store has`() async throws {
    try await Program.inFolder { program in
      try project("", in: program)
      #expect(await program("publish", "\(program.folder)/p").exit == .fine)
      let path = "\(program.folder)/p/cancer-care-programme/2.yaml"
      let ended = await program("publish", path)
      #expect(ended.exit == .fine && !ended.errors.contains("compat/"), "\(ended)")
      #expect(ended.output.split(separator: "\n").count == 1, "\(ended)")
    }
  }
}
