import ArgumentParser
import CheckTool
import CivilTime
import Lifecycle
import Located
import Register
import Runtime
import Views

/// `stafett agenda`: what a body has before it at a meeting.
struct AgendaCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Print what is ready and what is missing for a meeting.",
    discussion: """
      stafett agenda sks --meeting 2027-02-11 --format html > dagordning.html

      The decisions are registered afterwards, all in one piece: stafett minutes.
      """)
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The body.") var body: String
  @Option(help: "The day of the meeting; else the next one.") var meeting: String?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.runner(.look)
    let held = try MeetingLookup(body, meeting.map { try date($0, "--meeting") }, from: day, runner)
    shell.show(
      Agenda.listing(of: try runner.products(), for: held.meeting, names: runner.names(on: day)))
    return .fine
  }
}

/// A meeting that the user named, or the next one.
struct MeetingLookup {
  let meeting: Meeting

  /// Finds it.
  ///
  /// - Throws: `no` with the days that are known, where the body does not meet on the day.
  init(
    _ body: String, _ wanted: CivilDate?, from day: CivilDate, _ runner: Runner
  ) throws(Failure) {
    let organisation = runner.engine.organisation
    let known = organisation.meetings(of: body)
    let asked =
      wanted.map { day in known.first { $0.on == day } }
      ?? organisation.nextMeeting(of: body, from: day)
    guard let found = asked else {
      let days = known.map(\.on.description).suffix(6).joined(separator: ", ")
      let near = nearest(to: body, among: organisation.meetings.map(\.body))
      throw Failure(
        .no, "meeting/unknown", at: wanted == nil ? body : "--meeting",
        sv: "inget möte i \(body)\(wanted.map { " \($0)" } ?? "")"
          + (days.isEmpty ? near.map { ", menar du \($0)?" } ?? "" : ": kända dagar är \(days)"),
        en: "no meeting of \(body)\(wanted.map { " on \($0)" } ?? "")"
          + (days.isEmpty
            ? near.map { ", did you mean \($0)?" } ?? "" : ": the known days are \(days)"))
    }
    meeting = found
  }
}
