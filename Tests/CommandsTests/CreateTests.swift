import CheckTool
import Foundation
import Located
import Testing

@testable import Commands

/// What is written to begin from is as recorded, and green at once.
@Suite struct CreateTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  private func expectGolden(_ text: String, _ name: String) throws {
    let file = Self.here.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      return try Data(text.utf8).write(to: file)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "\(name)")
  }

  /// The files of a folder, each under its name.
  private func content(of folder: String) throws -> String {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.contains(".") && !$0.hasSuffix("/") }.sorted().compactMap { name in
      var isFolder: ObjCBool = false
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return "==== \(name)\n" + (try String(contentsOfFile: path, encoding: .utf8))
    }.joined(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func `a pipeline in an empty folder checks clean and its scenario is green`(
    _ language: Language
  ) async throws {
    try await Program.inFolder { program in
      let folder = "\(program.folder)/Pipelines"
      let words = ["--pipelines", folder, "--language", language.rawValue]
      let created = await program.run(["create", "pipeline", "regional-riktlinje"] + words)
      #expect(created.exit == .fine, "\(created)")
      try expectGolden(
        try content(of: folder).replacing(folder, with: "Pipelines"),
        "Golden/pipeline.\(language.rawValue).txt")
      let checked = await program.run(["check", folder, "--strict"] + words)
      #expect(checked.exit == .fine, "\(checked.output)")
      let played = await program.run(["test", "\(folder)/scenarios"] + words)
      #expect(played.exit == .fine && played.output.contains("7"), "\(played)")
    }
  }

  @Test func `a pipeline beside others is owned by a body of their register`() async throws {
    try await Program.inFolder { program in
      let folder = "\(program.folder)/Pipelines"
      try FileManager.default.copyItem(atPath: Program.pipelines, toPath: folder)
      let created = await program("create", "pipeline", "min-riktlinje", "--pipelines", folder)
      #expect(created.exit == .fine, "\(created)")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/register/organisation.yaml"))
      let checked = await program("check", folder, "--strict")
      #expect(checked.exit == .fine, "\(checked.output)")
    }
  }

  @Test func `where nobody fits, what stands in the way is told with its place`() async throws {
    try await Program.inFolder { program in
      let folder = "\(program.folder)/Pipelines"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let register = """
        register: prov
        kinds:
          - {id: lag, title: {sv: Lokal arbetsgrupp, en: Local working group}, level: local}
        bodies:
          - {id: lag-ett, kind: lag, name: {sv: Grupp ett, en: Group one}}
        calendar: {saturday-works: false}

        """
      try register.write(toFile: "\(folder)/register.yaml", atomically: true, encoding: .utf8)
      let created = await program("create", "pipeline", "a", "--pipelines", folder)
      #expect(created.exit == .no && created.errors.contains("create/no-owner"), "\(created)")
      #expect(created.errors.contains("\(folder)/register.yaml:3"), "\(created)")
    }
  }

  @Test func `no file is overwritten, and nothing is written beside it`() async throws {
    try await Program.inFolder { program in
      let folder = "\(program.folder)/Pipelines"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/scenarios", withIntermediateDirectories: true)
      let path = "\(folder)/scenarios/example-a.yaml"
      try "# mine\n".write(toFile: path, atomically: true, encoding: .utf8)
      let created = await program("create", "pipeline", "a", "--pipelines", folder)
      #expect(created.exit == .no && created.errors.contains("create/exists"), "\(created)")
      let kept = try String(contentsOfFile: path, encoding: .utf8)
      #expect(kept == "# mine\n")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.yaml"))
    }
  }

  @Test(arguments: [
    ("pipeline", "Min Riktlinje", "create/bad-name"), ("pipeline", "å", "create/bad-name"),
    ("pipeline", "no", "create/bad-name"), ("pipeline", "a--b", "create/bad-name"),
    ("pipeline", "../x", "create/bad-name"), ("stage", "a-", "create/bad-name"),
    ("pipeline", "cancer-care-programme", "create/taken-name"),
    ("stage", "remiss", "create/taken-name"), ("stage", "text", "create/taken-name"),
    ("stage", "fresh", "create/where-is-stafett"),
  ])
  func `a bad name is refused with what is allowed`(
    _ kind: String, _ name: String, _ code: String
  ) async throws {
    try await Program.inFolder { program in
      let ended = await program("create", kind, name, "--in", program.folder)
      #expect(ended.exit == .usage && ended.errors.contains(code), "\(ended)")
      let written = try FileManager.default.contentsOfDirectory(atPath: program.folder)
      #expect(written == [])
    }
  }

  @Test func `a stage in an empty folder comes with a whole package`() async throws {
    try await Program.inFolder { program in
      let created = await program(
        "create", "stage", "second-opinion", "--in", program.folder, "--stafett", "../stafett")
      #expect(created.exit == .fine, "\(created)")
      try expectGolden(try content(of: program.folder), "Golden/package.txt")
    }
  }

  @Test func `a second stage goes to the package of the first`() async throws {
    try await Program.inFolder { program in
      let folder = program.folder
      _ = await program("create", "stage", "second-opinion", "--in", folder, "--stafett", "../s")
      let created = await program("create", "stage", "audit", "--in", folder)
      #expect(created.exit == .fine, "\(created)")
      let manifest = try String(contentsOfFile: "\(folder)/Package.swift", encoding: .utf8)
      #expect(manifest.contains("= [\n  \"Audit\",\n  \"SecondOpinion\",\n]"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/Plugins/AuditStage/Audit.swift"))
      let again = await program("create", "stage", "audit", "--in", folder)
      #expect(again.exit == .no, "\(again)")
    }
  }

  @Test func `in a checkout the stage gets its line where the others stand`() throws {
    let path = Self.here.appending(path: "../../Package.swift")
    let manifest = try String(contentsOf: path, encoding: .utf8)
    let changed = try #require(CreateCommand.manifest(manifest, adding: "Quorum"))
    #expect(changed.contains("\n  \"Publication\",\n  \"Quorum\",\n  \"Recommendation\",\n"))
    #expect(changed.count == manifest.count + "  \"Quorum\",\n".count)
    #expect(CreateCommand.manifest(manifest, adding: "Remiss") == nil)
    #expect(CreateCommand.manifest("let package = Package()\n", adding: "A") == nil)
  }

  /// The tests of the stages compile and run these files.
  @Test func `the stage that is written is the one that is tested`() throws {
    let stage = NewStage(name: "second-opinion")
    try expectGolden(stage.source, "../StagesTests/Created/SecondOpinion.swift")
    try expectGolden(stage.examples, "../StagesTests/Created/SecondOpinion+Examples.swift")
  }
}
