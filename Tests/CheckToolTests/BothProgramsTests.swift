import CheckTool
import Codes
import Commands
import Foundation
import Lifecycle
import Testing

/// One pass, one table of options, one behaviour: whichever of the two programs is asked.
@Suite struct BothProgramsTests {
  /// The folders of fixtures, `flow/cycle`.
  static let folders: [String] = {
    let all = FileManager.default
    let families = (try? all.contentsOfDirectory(atPath: fixtures)) ?? []
    return families.filter { !$0.contains(".") }.sorted().flatMap { family in
      ((try? all.contentsOfDirectory(atPath: "\(fixtures)/\(family)")) ?? []).sorted()
        .map { "\(family)/\($0)" }
    }
  }()

  /// Runs `stafett check` in this process.
  private func whole(_ words: [String], language: String) async -> Ended {
    let output = Collected()
    let errors = Collected()
    let shell = Shell(
      stages: catalogue,
      environment: [
        "STAFETT_PIPELINES": root.appending(path: "Pipelines").path(), "LANG": language,
      ], now: { Instant(milliseconds: 0) }, output: { output.add($0) }, errors: { errors.add($0) })
    let exit = Stafett.run(words, in: shell)
    return Ended(exit: exit, output: output.text, errors: errors.text)
  }

  @Test(arguments: CheckHelp.formats, ["sv", "en"])
  func `the same bytes and the same exit code of all fixtures together`(
    format: String, language: String
  ) async {
    let words = [fixtures, "--format", format, "--language", language]
    let alone = check(words, environment: ["LANG": "sv_SE.UTF-8"])
    #expect(await alone == whole(["check"] + words, language: language))
    #expect(alone.exit == .no && alone.errors.isEmpty, "\(alone.errors)")
  }

  @Test(arguments: Array(folders.enumerated()))
  func `the same bytes and the same exit code of each fixture`(
    number: Int, folder: String
  ) async {
    // Each format has its turn.
    let format = CheckHelp.formats[number % CheckHelp.formats.count]
    let words = ["\(fixtures)/\(folder)", "\(fixtures)/register.yaml", "--format", format]
    let alone = check(words, environment: ["LANG": "sv_SE.UTF-8"])
    #expect(await alone == whole(["check"] + words, language: "sv_SE.UTF-8"))
    #expect(alone.errors.isEmpty, "\(alone.errors)")
  }

  @Test func `there are fixtures to compare them by`() {
    #expect(Self.folders == CodeCatalogue.codes)
  }

  @Test(arguments: [
    ["nowhere.yaml"], ["--strikt", "x"], ["--format", "xml", "x"], [], ["--stdin-path", "x", "y"],
    ["--version=1"], ["--format"],
  ])
  func `what cannot be done is refused in the same words`(_ words: [String]) async {
    let alone = check(words, environment: ["LANG": "sv_SE.UTF-8"])
    let whole = await whole(["check"] + words, language: "sv_SE.UTF-8")
    #expect(alone.exit == whole.exit)
    #expect(alone.exit == .usage || alone.exit == .noInput)
    #expect(alone.errors.replacing("stafett-check", with: "stafett check") == whole.errors)
    #expect(alone.output.isEmpty && whole.output.isEmpty)
  }

  @Test func `the options of every command may stand before it`() async throws {
    let path = "\(fixtures)/flow/cycle"
    let before = await whole(["--format", "short", "--store=x", "check", path], language: "en")
    #expect(before == check([path, "--format", "short"]))
    #expect(before.exit == .no)
    let other = await whole(["--language", "check", "cases"], language: "en")
    #expect(other.exit == .usage)
  }

  @Test func `the programs as they are built do so too`() throws {
    let folder = Bundle.main.bundleURL
    let programs = ["stafett-check", "stafett"].map { folder.appending(path: $0).path() }
    for program in programs {
      try #require(FileManager.default.isExecutableFile(atPath: program), "\(program)")
    }
    try inFolder { here in
      let bad = try here.file("bad.yaml", definition { $0.replacing("within:", with: "withn:") })
      let good = try here.file("good.yaml", definition())
      let pipelines = root.appending(path: "Pipelines").path()
      for (path, code) in [(bad, "1"), (good, "0"), ("nowhere", "4"), ("--nothing", "2")] {
        let answers = try [[programs[0]], [programs[1], "check"]].map { program in
          let words = program + [path, "--pipelines", pipelines, "--format", "json"]
          let line = words.map { "'\($0)'" }.joined(separator: " ")
          return try here.run("sh", "-c", "\(line); echo $?")
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0].hasSuffix("\(code)\n"), "\(answers[0])")
      }
      // A text on standard input, with the path that an editor knows it by.
      let line = "'\(programs[0])' - --stdin-path some/a.yaml --pipelines '\(pipelines)'"
      let piped = try here.run("sh", "-c", "\(line) --format short < bad.yaml")
      #expect(piped.hasPrefix("some/a.yaml:"), "\(piped)")
    }
  }
}
