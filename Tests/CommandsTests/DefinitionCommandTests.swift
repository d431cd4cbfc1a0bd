import Canonical
import CheckTool
import Commands
import Foundation
import Located
import StageKit
import StageRegistry
import Testing

/// Commands that need no store: they tell what definitions, stages and register say.
@Suite struct DefinitionCommandTests {
  /// Runs a command line in an empty folder.
  private func run(_ line: String, file: String? = nil) async throws -> Program.Ended {
    var ended: Program.Ended?
    try await Program.inFolder { program in
      var words = line.split(separator: " ").map(String.init)
      if let file {
        let path = try program.file("given.yaml", file)
        words = words.map { $0 == "FILE" ? path : $0 }
      }
      ended = await program.run(words)
    }
    return try #require(ended)
  }

  private func definition(_ change: (String) -> String = { $0 }) throws -> String {
    let path = "\(Program.pipelines)/cancer-care-programme/3.yaml"
    return change(try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test(arguments: [
    "read cancer-care-programme", "graph care-pathway@1",
    "plan drug-introduction --from 2026-03-02",
    "explain", "explain flow/unreachable", "schema", "schema scenario", "stages", "stages remiss",
    "stages remiss@1", "calendar",
    "bodies", "version",
  ])
  func `each answers in both languages and as one JSON value, without a store`(
    _ line: String
  ) async throws {
    let swedish = try await run("\(line) --language sv")
    let english = try await run("\(line) --language en")
    #expect(swedish.exit == .fine && swedish.errors.isEmpty, "\(swedish)")
    #expect(swedish.output != english.output)
    #expect(swedish.output.hasSuffix("\n") && !swedish.output.hasSuffix("\n\n"))
    let json = try await run("\(line) --format json")
    #expect(Value(json: Array(json.output.utf8)) != nil, "\(json)")
  }

  @Test func `a sound folder checks without findings`() async throws {
    let ended = try await run("check \(Program.pipelines)")
    #expect(ended.exit == .fine, "\(ended.output)")
  }

  @Test func `a file alone is checked with the register of the pipelines`() async throws {
    let ended = try await run("check FILE --format short", file: definition())
    #expect(ended.exit == .fine && ended.output.isEmpty, "\(ended.output)")
  }

  @Test func `a fault is told in every format, with one exit code`() async throws {
    let faulty = try definition { $0.replacing("within: 9 months", with: "withn: 9 months") }
    for format in ["text", "short", "json"] {
      let ended = try await run("check FILE --format \(format)", file: faulty)
      #expect(ended.exit == .no)
      #expect(ended.output.contains("schema/unknown-key"), "\(format)")
      #expect(ended.errors.isEmpty)
    }
  }

  @Test func `strict counts a warning as an error`() async throws {
    // A consultation without anything written to send out.
    let odd = try definition {
      $0.replacing("    uses: remiss@1", with: "    uses: remiss@1 # first")
        .replacing(
          "  - id: utkast\n    uses: draft@1\n", with: "  - id: utkast\n    uses: review@1\n"
        )
        .replacing(
          "    with: {documents: [consultation-draft, impact-statement, cover-letter]}\n",
          with: "    outcomes: {small-revision: next, large-revision: next, retire: end}\n")
    }
    let lenient = try await run("check FILE --format short", file: odd)
    let strict = try await run("check FILE --format short --strict", file: odd)
    #expect(lenient.output.contains("warning[") && !lenient.output.contains("error["))
    #expect(lenient.exit == .fine)
    #expect(strict.exit == .no)
    // The folder is another each time.
    func found(_ ended: Program.Ended) -> String? {
      ended.output.split(separator: ".yaml").last.map(String.init)
    }
    #expect(found(strict) == found(lenient))
  }

  @Test func `an empty file is a finding, and a missing one no input`() async throws {
    #expect(try await run("check FILE", file: "").exit == .no)
    let missing = try await run("check nowhere.yaml")
    #expect(missing.exit == .noInput)
    #expect(missing.errors.contains("nowhere.yaml"))
    try await Program.inFolder { program in
      #expect(await program("check", program.folder).exit == .noInput)
    }
  }

  @Test func `a draft of a definition is read in its stead`() async throws {
    let draft = try definition { $0.replacing("within: 9 months", with: "within: 7 months") }
    let ended = try await run("read FILE --language sv", file: draft)
    #expect(ended.exit == .fine, "\(ended.errors)")
    #expect(ended.output.contains("7 månader från den dag då fasen öppnas"))
  }

  @Test func `a faulty definition is not told as if it were sound`() async throws {
    let faulty = try definition { $0.replacing("within: 9 months", with: "withn: 9 months") }
    for command in ["read FILE", "graph FILE", "plan FILE --from 2026-03-02"] {
      let ended = try await run(command, file: faulty)
      #expect(ended.exit == .no && ended.output.isEmpty)
      #expect(ended.errors.contains("withn"))
    }
  }

  @Test func `an id alone is the version of the day`() async throws {
    let today = try await run("read cancer-care-programme")
    #expect(today.output.contains("version 3"))
    let then = try await run("plan cancer-care-programme --from 2015-03-02")
    #expect(then.output.contains("version 1"))
  }

  @Test(arguments: [
    ("read cancer-care-program", Exit.no, "cancer-care-programme"),
    ("stages remis", .no, "remiss"),
    ("bodies --kind npoo", .no, "npo"),
    ("plan care-pathway --from 2026-13", .usage, "2026-13"),
    ("plan care-pathway --from 2026-03 --input condition", .usage, "--input"),
    ("plan ordered-phase-out --from 2026-03", .no, "subject=drug|method|document"),
    ("calendar --year 1800", .usage, "1900"),
    ("graph care-pathway --format png", .usage, "mermaid"),
    ("calendar --pipelines nowhere", .noInput, "nowhere"),
  ])
  func `a refusal says what is wrong and what would do`(
    _ line: String, _ exit: Exit, _ told: String
  ) async throws {
    let ended = try await run(line)
    #expect(ended.exit == exit)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.contains(told), "\(ended.errors)")
  }

  @Test func `the calendar and the organisation answer as programs expect`() async throws {
    let year = Value(
      json: Array(try await run("calendar --year 2026 --format json").output.utf8))
    let first = year?["holidays"]?.items.first
    #expect(first?["date"]?.text == "2026-01-01" && first?["name"]?.text == "New Year's Day")
    let round = year?["windows"]?.items.first { $0["calendar"]?.text == "national-remiss" }
    #expect(round?["opens"]?.text == "2026-02-16" && round?["closes"]?.text == "2026-04-14")
    let bodies = try await run("bodies --at 2017-10-01 --language sv").output
    #expect(bodies.contains("(npo): 19\n") && bodies.contains("(nsg): 6\n"))
  }
}
