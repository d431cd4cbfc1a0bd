import Foundation
import Testing

/// What users do in a week, told in their own commands, is what the program does.
@Suite struct StoryTests {
  @Test func `every story is there, in order`() throws {
    let numbers = (1...11).map { "A\($0)" } + (1...8).map { "B\($0)" }
    #expect(try Stories.read.get().map(\.number) == numbers)
  }

  @Test(arguments: Stories.all)
  func `what a story tells is seen, line by line`(_ story: Story) async throws {
    for part in story.parts {
      let answers = try await Stage(part).play()
      for (command, answer) in zip(part.commands, answers) {
        #expect(command.isSeen(in: answer), "\(command.line)\n\(answer)")
      }
    }
  }

  @Test(arguments: Stories.all)
  func `without its data a story is not seen`(_ story: Story) async throws {
    for part in story.parts {
      for scenario in part.scenarios {
        let answers = try await Stage(part, without: scenario).play()
        #expect(!part.isSeen(in: answers), "nothing rests on \(scenario)")
      }
      for file in part.files {
        let answers = try await Stage(part, without: file).play()
        #expect(!part.isSeen(in: answers), "nothing rests on \(file)")
      }
    }
  }

  @Test(arguments: [
    ("a b", ["a", "b"], true), ("a b", ["a"], false), ("a b", ["a", "…"], true),
    ("a b c", ["…", "b", "…"], true), ("a b c", ["…", "c"], true), ("a b c", ["…", "b"], false),
    ("a b c", ["…", "c", "…", "b", "…"], false), ("7_2026-01-02", ["12  2026-01-02"], true),
    ("7_2026-01-02", ["7 2026-01-03"], false), ("b a b", ["…", "b"], true), ("", [], true),
    ("a", [], false),
  ])
  func `lines are left out only where the story says so`(
    _ answer: String, _ seen: [String], _ isSeen: Bool
  ) {
    let command = Story.Command(line: "", seen: seen)
    #expect(
      command.isSeen(in: answer.replacing(" ", with: "\n").replacing("_", with: " ")) == isSeen)
  }
}

extension Story.Part {
  func isSeen(in answers: [String]) -> Bool {
    answers.count == commands.count && zip(commands, answers).allSatisfy { $0.isSeen(in: $1) }
  }
}

/// A folder with a store of its own, in which the commands of a story are typed.
private struct Stage {
  private let part: Story.Part
  private let scenarios: [String]
  private let removed: Requirement.Basis?

  init(_ part: Story.Part) {
    (self.part, scenarios, removed) = (part, part.scenarios, nil)
  }

  init(_ part: Story.Part, without scenario: String) {
    (self.part, removed) = (part, nil)
    scenarios = part.scenarios.filter { $0 != scenario }
  }

  init(_ part: Story.Part, without file: Requirement.Basis) {
    (self.part, scenarios, removed) = (part, part.scenarios, file)
  }

  /// What each command says, as a person at a terminal reads it.
  func play() async throws -> [String] {
    try await Repository.inFolder { folder in
      var root = Repository.root
      if let removed {
        root = folder + "/"
        try FileManager.default.copyItem(
          atPath: Repository.root + "Pipelines", toPath: folder + "/Pipelines")
        try Repository.remove(removed, root, store: "")
      }
      for scenario in scenarios {
        let path = "\(Repository.root)Pipelines/scenarios/\(scenario).yaml"
        try await run(
          "stafett test \(path) --before \(part.before ?? "") --into prov.sqlite > out-0 2>&1",
          folder, root)
        let said = try String(contentsOfFile: folder + "/out-0", encoding: .utf8)
        try #require(said.hasPrefix("✓"), "\(said)")
      }
      // Each goes on from how the one before it ended, so that its code can be asked for.
      let script = part.commands.enumerated().map { number, command in
        "(exit $code)\n{ \(command.line)\n} > out-\(number + 1) 2>&1\ncode=$?\n"
      }
      try await run("code=0\n" + script.joined(), folder, root)
      return try part.commands.indices.map {
        try String(contentsOfFile: "\(folder)/out-\($0 + 1)", encoding: .utf8)
      }
    }
  }

  private func run(_ script: String, _ folder: String, _ root: String) async throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: folder)
    let program = Bundle.main.bundleURL.path(percentEncoded: false)
    process.environment = [
      "PATH": "\(program):/usr/bin:/bin", "LANG": "sv_SE.UTF-8", "COLUMNS": "140",
      "STAFETT_STORE": "prov.sqlite", "STAFETT_PIPELINES": "\(root)Pipelines",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
