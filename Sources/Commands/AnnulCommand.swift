import ArgumentParser
import Canonical
import CheckTool
import Lifecycle
import Runtime
import Store

/// `stafett annul`: takes back what was registered by mistake; the event stays readable.
struct AnnulCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "annul",
    abstract: "Take back what was registered by mistake; it stays readable in the history.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The case, or its product.") var caseName: String
  @Argument(help: "The number of the event, as history shows it.") var event: Int
  @Option(help: "Why.") var reason: String

  func run(in shell: Shell) throws -> Exit {
    let context = try writing.context(in: shell)
    let runner = try shell.runner(.register)
    let found = try ProductLookup(caseName, in: runner)
    // The event tells its case.
    let events = try runner.store.events(of: found.state.stream, from: event)
    let caseID = found.named ?? events.first?.caseID ?? found.state.cases.last?.id ?? caseName
    let request = Value.record([
      "annul": .text(caseName), "event": .whole(event), "reason": .text(reason),
    ])
    let order = writing.order(
      .annul(caseID: caseID, event: event, reason: reason), on: found.state.stream, context,
      request: request, in: runner, shell)
    return try shell.report(try runner.perform(order), of: order, by: runner)
  }
}
