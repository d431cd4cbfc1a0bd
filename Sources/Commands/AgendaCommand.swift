import ArgumentParser
import CheckTool
import CivilTime
import Lifecycle
import Located
import Register
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
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    let runner = try shell.overlooker()
    let names = runner.names(on: day)
    let held = try MeetingLookup(body, meeting.map { try date($0, "--meeting") }, names)
    let points = try shell.gathered(MeetingPoints(), until: until, by: runner)
    shell.show(Agenda.listing(of: points, for: held.meeting, names: names))
    return .fine
  }
}

/// A meeting that the user named, or the next one.
struct MeetingLookup {
  let meeting: Meeting

  /// Finds it.
  ///
  /// - Throws: `no` where there is no such body, where no meetings of it are known, and with the days
  ///   that are known where it does not meet on the day.
  init(_ body: String, _ wanted: CivilDate?, _ names: Names) throws(Failure) {
    let organisation = names.organisation
    let known = organisation.meetings(of: body)
    let name = names(body)
    guard organisation.body(body) != nil else {
      throw .unknownBody(body, at: "BODY", in: organisation)
    }
    guard !known.isEmpty else {
      throw Failure(
        .no, "meeting/none", at: body, sv: "inga möten är inlagda för \(name.sv)",
        en: "no meetings of \(name.en) are known",
        help: Text(
          sv: "möten skrivs i register/meetings.yaml",
          en: "meetings are written in register/meetings.yaml"))
    }
    let asked =
      wanted.map { day in known.first { $0.on == day } }
      ?? organisation.nextMeeting(of: body, from: names.on)
    guard let asked else {
      let days = known.map(\.on.description).suffix(6).joined(separator: ", ")
      let day = wanted.map { Text("\($0)") }
      let after = Text(sv: "efter \(names.on)", en: "after \(names.on)")
      throw Failure(
        .no, "meeting/unknown", at: wanted == nil ? body : "--meeting",
        sv: "\(name.sv) har inget möte \((day ?? after).sv): kända dagar är \(days)",
        en: "\(name.en) has no meeting \((day.map { Text("on \($0.en)") } ?? after).en)"
          + ": the known days are \(days)")
    }
    meeting = asked
  }
}
