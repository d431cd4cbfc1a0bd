import ArgumentParser
import Checking
import Foundation
import Located

/// `stafett check`: every fault of definitions, registers and scenarios, at once.
struct CheckCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every fault of definitions, registers and scenarios.",
    discussion: """
      Needs no store, no network and no clock. Without a register among the paths, that of the \
      --pipelines folder is read too.
      """)

  static var formats: [String] { ["text", "short", "json"] }

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Files, and folders whose YAML files are checked.") var paths: [String]
  @Flag(help: "Warnings count as errors.") var strict = false

  func run(in shell: Shell) async throws -> Exit {
    var sources = try SourceFiles(at: paths)
    let asked = sources.files
    let folder = shell.settings.pipelines
    if !sources.hasRegister, FileManager.default.fileExists(atPath: folder) {
      try sources.addRegister(of: folder)
    }
    let workspace = Workspace.load(sources.files, stages: shell.stages)
    // What is wrong in a register that was only looked up still decides what can be said.
    let files = sources.files.filter { file in
      asked.contains { $0.path == file.path }
        || workspace.diagnostics.contains { $0.path == file.path }
    }
    let report = Report(workspace.diagnostics, of: files)
    switch shell.settings.format {
    case "short": shell.output(report.short(shell.settings.language))
    case "json": shell.output(report.json)
    default: shell.output(report.text(shell.settings.language))
    }
    return switch report.verdict(strict: strict) {
    case .fine: .fine
    case .findings: .no
    case .failure: .failure
    case .noInput: .noInput
    }
  }
}
