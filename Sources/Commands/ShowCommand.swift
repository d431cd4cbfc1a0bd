import ArgumentParser
import Canonical
import CheckTool
import Lifecycle
import Located
import Runtime
import Store
import Views

/// `stafett show`: a case as it stands, and what can be done now; or what a stage holds.
struct ShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a case: where it stands, what can be done now, and why the rest cannot.",
    discussion: """
      With a stage it shows what was registered there, also when the stage is closed: STAGE for its \
      latest attempt, STAGE#1 for the first.
      """)
  static let formats = pageFormats

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The case, or its product for the latest one.") var caseName: String
  @Argument(help: "A stage, to read what was registered in it: STAGE or STAGE#ATTEMPT.")
  var stage: String?
  @Option(help: "The member, where each does the stage by itself.") var lane: String?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    let runner = try shell.runner(.look)
    let found = try ProductLookup(caseName, in: runner, until: until)
    let one = try found.caseState()
    let names = runner.names(on: day)
    let prose: ProseLookup = { try? runner.store.prose($0, in: found.state.stream) }
    if let stage {
      let wanted = try AttemptLookup(stage, lane: lane, of: one)
      let view = AttemptView(
        wanted.spot, attempt: wanted.number, of: one.id, in: found.state, names: names, today: day,
        prose: prose)
      if let view { shell.show(view) }
    } else if lane != nil {
      throw Failure(
        .usage, "usage/no-stage", at: "--lane", sv: "ange också vilken fas: show \(one.id) FAS",
        en: "say which stage too: show \(one.id) STAGE")
    } else if let view = CaseView(one.id, of: found.state, names: names, today: day, prose: prose) {
      shell.show(view)
    }
    return .fine
  }
}

/// `stafett history`: all that happened in a case, in order.
struct HistoryCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tell what has happened in a case, in order.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The case, or its product for all its cases.") var caseName: String

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.look)
    let found = try ProductLookup(caseName, in: runner)
    let stream = found.state.stream
    _ = try found.caseState()
    let events = try runner.store.events(of: stream, from: 1)
    let names = runner.names(on: shell.today)
    let timelines = (found.named.map { [$0] } ?? found.state.cases.map(\.id)).compactMap { id in
      Timeline(id, of: found.state, events, names: names) {
        try? runner.store.prose($0, in: stream)
      }
    }
    if shell.settings.isJSON, found.named == nil {
      shell.say(
        json: .record([
          "product": .text(stream), "cases": .list(timelines.map(\.json)),
        ]))
    } else {
      for timeline in timelines { shell.show(timeline) }
    }
    return .fine
  }
}
