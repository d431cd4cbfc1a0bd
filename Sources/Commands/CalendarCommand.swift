import ArgumentParser
import CheckTool
import CivilTime
import Describing
import Located

/// `stafett calendar`: the holidays, working days and consultation windows of a year.
struct CalendarCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Show the holidays, working days and consultation windows of a year.")

  @OptionGroup var global: GlobalOptions
  @Option(help: "The year; else this year.") var year: Int?

  func run(in shell: Shell) throws -> Exit {
    let wanted = year ?? shell.today.year
    let organisation = try shell.organisation()
    guard
      let calendar = CalendarYear(
        wanted, organisation: organisation, language: shell.settings.language)
    else {
      throw Failure(
        .usage, "usage/bad-year", at: "--year", sv: "\(wanted) ligger utanför åren 1900–2199",
        en: "\(wanted) is outside the years 1900–2199")
    }
    shell.show(text: calendar.text, json: calendar.value)
    return .fine
  }
}
