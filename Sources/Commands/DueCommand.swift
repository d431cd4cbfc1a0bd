import ArgumentParser
import CheckTool
import Lifecycle
import Located
import Register
import Runtime
import StageKit
import Store
import Views

/// `stafett due`: what somebody owes, the nearest last day first.
struct DueCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List who owes what by when.",
    discussion: """
      stafett due --for npo-lunga-allergi
      stafett due --person karin-ek

      A person is named by the reference word that 'stafett act CASE STAGE assign' was given.
      """)
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Option(name: .customLong("for"), help: "Only what this body owes, or may do for another.")
  var body: String?
  @Option(help: "Only what is in the hands of this person, by the reference word.")
  var person: String?
  @Option(help: "How many days ahead.") var within = 90
  @Option(help: "The day to look from; else today.") var on: String?
  @Flag(help: "End with exit code 1 if something is overdue.") var failIfOverdue = false

  func run(in shell: Shell) throws -> Exit {
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    let runner = try shell.overlooker()
    let owed = try shell.gathered(OwedActs(), until: until, by: runner)
    try check(owed, in: runner)
    try shell.check(body: body, at: "--for", by: runner)
    let list = DueList(
      owed, names: runner.names(on: day), today: day, within: within, body: body,
      person: person)
    shell.show(list)
    return failIfOverdue && list.hasOverdue ? .no : .fine
  }

  // A word that stands for nobody would be told as nothing to do.
  private func check(_ owed: [Row], in runner: Runner) throws {
    guard body != nil || person != nil else { return }
    let persons = try runner.store.persons().map(\.id.description)
    if let body, persons.contains(body), runner.engine.organisation.body(body) == nil {
      throw Failure(
        .usage, "usage/person-for", at: "--for",
        sv: "'\(body)' är en person: skriv --person \(body)",
        en: "'\(body)' is a person: write --person \(body)")
    }
    let known = Set(persons + owed.compactMap { $0["assigned"].word }).sorted()
    if let person, !known.contains(person) {
      let near = nearest(to: person, among: known)
      throw Failure(
        .no, "person/unknown", at: "--person",
        sv: "ingen person heter '\(person)'" + (near.map { ", menar du '\($0)'?" } ?? ""),
        en: "no person is named '\(person)'" + (near.map { ", did you mean '\($0)'?" } ?? ""))
    }
  }
}
