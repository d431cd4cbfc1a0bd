import ArgumentParser
import CheckTool
import CivilTime
import Describing
import Lifecycle
import Located

/// `stafett plan`: the days of a case that does not exist yet.
struct PlanCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say when a case would be where, if every stage took all its time.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A file, or ID[@VERSION] among the --pipelines.") var definition: String
  @Option(help: "The day on which the case is opened, or a month.") var from: String
  @Flag(help: "The case is a revision.") var revision = false
  @Option(help: "The outcome that opens it; else it is opened by hand.") var openedBy = "opened"
  @Option(help: "An input of the case, as NAME=VALUE; for several, several times.")
  var input: [String] = []

  func run(in shell: Shell) throws -> Exit {
    let day = try date(from, "--from")
    let found = try shell.definition(definition, on: day)
    let inputs = try bindings(input, "--input").map { ($0.name, $0.to) }
    let opening = PipelinePlan.Opening(
      on: day, isRevision: revision, openedBy: openedBy,
      inputs: Dictionary(inputs, uniquingKeysWith: { _, last in last }))
    let plan: PipelinePlan
    do {
      plan = try PipelinePlan(
        found.definition, organisation: found.organisation, opening: opening,
        language: shell.settings.language)
    } catch {
      throw Failure(.no, [Failure.Problem(code: error.code, text: error.message)])
    }
    shell.show(text: plan.text, json: plan.value)
    return .fine
  }
}
