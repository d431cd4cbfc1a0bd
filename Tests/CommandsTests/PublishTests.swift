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
}
