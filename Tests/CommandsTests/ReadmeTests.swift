import CheckTool
import Commands
import Foundation
import Testing

/// The README shows commands to be copied: what it says happens must happen.
@Suite struct ReadmeTests {
  @Test(arguments: [
    "A first case in five minutes", "Take in what is kept in Excel", "Reminders", "Webhooks",
    "På svenska",
  ])
  func `the commands of the README do what it says, in order`(_ title: String) async throws {
    let blocks = try Readme().shellBlocks(under: title)
    let commands = Readme.commands(in: blocks)
    #expect(commands.contains { $0.hasPrefix("stafett open ") || $0.hasPrefix("stafett import ") })
    try await Program.inFolder { program in
      let lines = try run(blocks, in: program.folder)
      #expect(lines.count == commands.count)
      for (line, command) in zip(lines, commands) {
        let isRefused = command.contains("# refused")
        #expect(line.exit == (isRefused ? Exit.no : .fine).rawValue, "\(command)\n\(line.output)")
      }
    }
  }

  /// One command line of a script, as it ended.
  private struct Line {
    let exit: Int32
    let output: String
  }

  /// Runs a script with the program that was built beside these tests.
  private func run(_ script: String, in folder: String) throws -> [Line] {
    // A function comes before PATH, and goes on after a refusal, as a person would.
    let head = """
      number=0
      stafett() {
        number=$((number + 1))
        "$PROGRAM" "$@" > "line-$number.out" 2>&1
        echo $? > "line-$number.exit"
      }

      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", head + script]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "STAFETT_PIPELINES": Program.pipelines,
      "PROGRAM": Bundle.main.bundleURL.appending(path: "stafett").path(percentEncoded: false),
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var lines: [Line] = []
    while let exit = try? read("line-\(lines.count + 1).exit", in: folder) {
      lines.append(
        Line(
          exit: try #require(Int32(exit.trimmingCharacters(in: .whitespacesAndNewlines))),
          output: try read("line-\(lines.count + 1).out", in: folder)))
    }
    return lines
  }

  private func read(_ name: String, in folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }
}

/// The README, read for its examples.
private struct Readme {
  private let lines: [Substring]

  init() throws {
    let path = URL(filePath: Program.pipelines).deletingLastPathComponent()
      .appending(path: "README.md")
    lines = try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What stands in the blocks marked `sh` of a section, one after the other.
  func shellBlocks(under title: String) throws -> String {
    let start = try #require(lines.firstIndex { $0 == "## \(title)" })
    var script = ""
    var isInside = false
    for line in lines[(start + 1)...] {
      if line == "```sh" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside {
        script += line + "\n"
      } else if line.hasPrefix("## ") {
        break
      }
    }
    return script
  }

  /// The command lines of the program, each with its continuations and its remark.
  static func commands(in script: String) -> [String] {
    script.replacing("\\\n", with: "").split(separator: "\n")
      .filter { $0.hasPrefix("stafett ") }.map(String.init)
  }
}
