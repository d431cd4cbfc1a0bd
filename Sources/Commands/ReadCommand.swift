import ArgumentParser
import CheckTool
import Describing
import Located

/// `stafett read`: a pipeline in plain words.
struct ReadCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a definition aloud: every rule in plain Swedish or English.",
    discussion: "For the group that approves it.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A file, or ID[@VERSION] among the --pipelines.") var definition: String
  @Option(help: "The day whose names and windows are told; else today.") var at: String?

  func run(in shell: Shell) throws -> Exit {
    let asked = try at.map { try date($0, "--at") }
    let found = try shell.definition(definition, on: asked ?? shell.today)
    let reading = PipelineReading(
      found.definition, organisation: found.organisation,
      on: found.day(asked, today: shell.today), language: shell.settings.language)
    shell.show(text: reading.text, json: reading.value)
    return .fine
  }
}
