import Canonical
import CheckTool
import Commands
import Foundation
import Testing

/// What a person gets wrong: each says what, where, and ends with the agreed exit code.
@Suite struct RefusalTests {
  struct Wrong: Sendable {
    let words: String
    let exit: Exit
    /// What the message must say.
    let says: String
  }

  private static let act = "act vp-a utkast attach --for vpg-a"

  static let table: [Wrong] = [
    Wrong(words: "cases --pipelines nowhere", exit: .noInput, says: "--pipelines"),
    Wrong(words: "cases --pipelines FOLDER", exit: .noInput, says: "no YAML files"),
    Wrong(words: "cases --store FOLDER/none.sqlite", exit: .noInput, says: "none.sqlite"),
    Wrong(words: "cases --store FOLDER", exit: .failure, says: "folder"),
    Wrong(words: "cases --store FOLDER/text.sqlite", exit: .failure, says: "no store"),
    Wrong(words: "cases --store postgres://host/db", exit: .usage, says: "not in this build"),
    Wrong(words: "cases --format xml", exit: .usage, says: "text, json"),
    Wrong(words: "cases --language fi", exit: .usage, says: "--language"),
    Wrong(words: "cases --on tomorrow", exit: .usage, says: "2019-09-16"),
    Wrong(words: "cases --status odd", exit: .usage, says: "suspended"),
    Wrong(words: "nonsense", exit: .usage, says: "nonsense"),
    Wrong(words: "show vp-b", exit: .no, says: "did you mean vp-a?"),
    Wrong(words: "show vp-a-7", exit: .no, says: "did you mean vp-a-1?"),
    Wrong(words: "history elsewhere", exit: .no, says: "vp-a"),
    Wrong(words: "act", exit: .usage, says: "act --help"),
    Wrong(words: "act vp-a", exit: .usage, says: "CASE STAGE ACT"),
    Wrong(words: "act vp-a utkast", exit: .usage, says: "ACT"),
    Wrong(words: "act vp-a utkst attach --for vpg-a", exit: .no, says: "'utkast'"),
    Wrong(words: "act vp-a utkast atach --for vpg-a", exit: .no, says: "'attach'"),
    Wrong(words: "act vp-a remiss compile --for rcc-syd", exit: .no, says: "not open"),
    Wrong(words: "act vp-a utkast attach", exit: .usage, says: "STAFETT_BODY"),
    Wrong(words: "act vp-a utkast attach --for no/body", exit: .usage, says: "--for"),
    Wrong(words: act, exit: .no, says: "--document"),
    Wrong(words: act + " --document odd --at x", exit: .no, says: "--document"),
    Wrong(words: act + " --documnt x --at y", exit: .no, says: "did you mean 'document'?"),
    Wrong(words: act + " --document", exit: .usage, says: "value"),
    Wrong(words: act + " stray --document x", exit: .usage, says: "stray"),
    Wrong(words: act + " --at @FOLDER/none.txt", exit: .noInput, says: "none.txt"),
    Wrong(
      words: "act vp-a utkast attach --for region-25 --document consultation-draft --at x",
      exit: .no, says: "vpg-a may"),
    Wrong(words: act + " --expect 1 --document cover-letter --at x", exit: .no, says: "version 3"),
    Wrong(
      words: "act vp-a utkast section --for vpg-a --rows none.csv", exit: .noInput, says: "--rows"),
    Wrong(
      words: "act vp-a utkast section --for vpg-a --rows FOLDER/bad.csv", exit: .no, says: "state"),
    Wrong(words: "act vp-a utkast extend --for vpg-a --closes soon", exit: .no, says: "--closes"),
    Wrong(words: "act vp-a cancel --for rcc-samverkan", exit: .no, says: "--reason"),
    Wrong(words: "annul vp-a 1 --for rcc-samverkan --reason x", exit: .no, says: "event 1"),
    Wrong(words: "annul vp-a one --for x --reason y", exit: .usage, says: "one"),
    Wrong(words: "open Vp --pipeline x", exit: .usage, says: "a letter first"),
    Wrong(words: "open vp-n --pipeline cancer-care-programme", exit: .usage, says: "--title-sv"),
    Wrong(
      words: "open vp-n --pipeline none --title-sv a --title-en b", exit: .no, says: "no pipeline"),
    Wrong(
      words: "open vp-n --pipeline cancer-care-programme --title-sv a --title-en b --input x",
      exit: .usage, says: "NAME=VALUE"),
    Wrong(
      words: "open vp-n --pipeline cancer-care-programme --title-sv a --title-en b", exit: .no,
      says: "diagnosis"),
  ]

  // None of them writes anything, so that all can be said in one folder.
  private func forEach(
    _ table: [Wrong], adding more: [String] = [],
    _ check: (Wrong, Program.Ended) throws -> Void
  ) async throws {
    try await Program.inFolder { program in
      await program.open()
      _ = try program.file("text.sqlite", String(repeating: "no store at all ", count: 40))
      _ = try program.file("bad.csv", "chapter;state\n1;odd\n")
      for wrong in table {
        let words = wrong.words.replacing("FOLDER", with: program.folder).split(separator: " ")
        try check(wrong, await program.run(words.map(String.init) + more))
      }
      #expect(await program("verify").output.contains("3 events"))
    }
  }

  @Test func `it says what is wrong and ends as agreed`() async throws {
    try await forEach(Self.table) { wrong, ended in
      #expect(ended.exit == wrong.exit, "\(wrong.words): \(ended)")
      #expect(ended.errors.contains(wrong.says), "\(wrong.words): \(ended)")
      #expect(ended.output.isEmpty, "\(wrong.words): \(ended)")
    }
  }

  @Test func `a program is told the same as JSON`() async throws {
    let table = Self.table.filter { !$0.words.contains("--format") }
    try await forEach(table, adding: ["--format", "json"]) { wrong, ended in
      let answer = try #require(Value(json: Array(ended.output.utf8)), "\(wrong.words): \(ended)")
      #expect(ended.exit == wrong.exit, "\(wrong.words)")
      #expect(answer["exit"]?.whole == Int(wrong.exit.rawValue))
      let problems = try #require(answer["problems"]?.items)
      #expect(!problems.isEmpty, "\(wrong.words)")
      #expect(problems.allSatisfy { $0["code"]?.text?.isEmpty == false && $0["text"] != nil })
      #expect(ended.errors.isEmpty, "\(wrong.words): \(ended)")
    }
  }

  @Test func `a refusal is in Swedish where the environment is`() async throws {
    let table = Self.table.filter { $0.exit == .no }
    try await forEach(table, adding: ["--language", "sv"]) { wrong, ended in
      #expect(ended.exit == wrong.exit, "\(wrong.words)")
      #expect(ended.errors.hasPrefix("Går inte: "), "\(wrong.words): \(ended)")
    }
  }

  @Test func `nothing is run on a register with a fault, nor left undone for one definition`()
    async throws
  {
    try await Program.inFolder { program in
      await program.open()
      let copy = program.folder + "/copy"
      try FileManager.default.copyItem(atPath: Program.pipelines, toPath: copy)
      _ = try program.file("copy/odd.yaml", "pipeline: odd\n")
      let looked = await program("show", "vp-a", "--pipelines", copy)
      #expect(looked.exit == .fine)
      #expect(looked.errors.contains("odd.yaml"))
      _ = try program.file("copy/more.yaml", "register: more\nbodies: []\nbodies: []\n")
      let refused = await program("cases", "--pipelines", copy)
      #expect(refused.exit == .no)
      #expect(refused.errors.contains("more.yaml:3"), "\(refused)")
    }
  }

  @Test func `a store that cannot be written says so and ends as a failure`() async throws {
    try await Program.inFolder { program in
      let closed = program.folder + "/none/s.sqlite"
      let ended = await program(
        "open", "vp-a", "--pipeline", "cancer-care-programme", "--title-sv", "a", "--title-en",
        "b", "--input", "diagnosis=C61.9", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-a", "--store", closed)
      #expect(ended.exit == .failure)
      #expect(ended.errors.contains(closed))
    }
  }
}
