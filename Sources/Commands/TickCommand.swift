import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Lifecycle
import Located
import Runtime

/// `stafett tick`: fires what is due, once; made for cron.
struct TickCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: "Fire due timers: reminders, escalations, versions coming into force. Once each.")

  @OptionGroup var global: GlobalOptions
  @Option(help: "The day; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.runner(.register)
    let ticked = try runner.tick(on: day)
    if shell.settings.isJSON {
      shell.say(
        json: .record([
          "on": .text(day.description),
          "products": .list(
            ticked.receipts.map {
              .record([
                "product": .text($0.state.stream), "events": .list($0.events.map(\.value)),
              ])
            }),
        ]))
    } else if ticked.receipts.isEmpty, ticked.failed.isEmpty {
      shell.say(Text(sv: "inget att göra \(day)", en: "nothing is due on \(day)"))
    } else {
      for receipt in ticked.receipts { shell.say(receipt, of: runner) }
    }
    guard ticked.failed.isEmpty else {
      throw Failure(
        .failure,
        ticked.failed.map {
          Failure.Problem(code: "tick/failed", text: $0.why, place: $0.product)
        })
    }
    return .fine
  }
}
