import ArgumentParser
import CheckTool
import CivilTime
import Describing
import Located
import Register

/// `stafett bodies`: the organisation on a day.
struct BodiesCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "bodies", abstract: "Show the organisation on a day, by the names it had then.",
    discussion: "With a body, all that the register holds of it: links, seats, rules and tasks.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Only this body, with all that is known of it.") var body: String?
  @Option(help: "The day, or the month; else today.") var at: String?
  @Option(help: "Only bodies of this kind: npo, nsg, region, …") var kind: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try at.map { try date($0, "--at") } ?? shell.today
    let organisation = try shell.organisation()
    if let body {
      let listing = BodyOnDay(
        try self.body(body, organisation), in: organisation, on: day,
        language: shell.settings.language)
      shell.show(text: listing.text, json: listing.value)
      return .fine
    }
    let listing = OrganisationOnDay(
      organisation, on: day, kind: try kind.map { try self.kind($0, organisation) },
      language: shell.settings.language)
    shell.show(text: listing.text, json: listing.value)
    return .fine
  }

  private func body(_ id: String, _ organisation: Organisation) throws(Failure) -> BodyRecord {
    if let body = organisation.body(id) { return body }
    throw .unknownBody(id, at: "BODY", in: organisation)
  }

  private func kind(_ id: String, _ organisation: Organisation) throws(Failure) -> BodyKind {
    if let kind = organisation.kind(id) { return kind }
    let names = organisation.kinds.map(\.id)
    let near = nearest(to: id, among: names)
    let known = names.joined(separator: ", ")
    throw Failure(
      .no, "ref/unknown-kind", at: "--kind",
      sv: "inget slag av organisation heter '\(id)'"
        + (near.map { ", menar du '\($0)'?" } ?? ", bara \(known)"),
      en: "no kind of body is named '\(id)'"
        + (near.map { ", did you mean '\($0)'?" } ?? ", only \(known)"))
  }
}
