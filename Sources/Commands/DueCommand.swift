import ArgumentParser
import CheckTool
import Located
import Runtime
import Views

/// `stafett due`: what somebody owes, the nearest last day first.
struct DueCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List who owes what by when.")
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Option(name: .customLong("for"), help: "Only what this body owes, or may do for another.")
  var body: String?
  @Option(help: "How many days ahead.") var within = 90
  @Option(help: "The day to look from; else today.") var on: String?
  @Flag(help: "End with exit code 1 if something is overdue.") var failIfOverdue = false

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.overlooker()
    try shell.check(body: body, at: "--for", by: runner)
    let list = DueList(
      try shell.gathered(OwedActs(), by: runner), names: runner.names(on: day), today: day,
      within: within, body: body)
    shell.show(list)
    return failIfOverdue && list.hasOverdue ? .no : .fine
  }
}
