import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Delivery
import Lifecycle
import Located
import Register
import Runtime
import Sending
import Store
import Views

/// `stafett outbox`: reminders and escalations on their way to people.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "List, save or send reminders: one mail for each body.",
    discussion: """
      A reminder is a draft until somebody sends it; the register says which bodies are sent to \
      automatically. Mail goes to the server in $STAFETT_SMTP, from $STAFETT_MAIL_FROM.
      """,
    subcommands: [
      OutboxListCommand.self, OutboxShowCommand.self, OutboxSaveCommand.self,
      OutboxSendCommand.self, OutboxDoneCommand.self,
    ], defaultSubcommand: OutboxListCommand.self)
}

/// `stafett outbox list`: what waits.
struct OutboxListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits to be sent, and how it goes.")
  static let formats = pageFormats

  @OptionGroup var global: GlobalOptions
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    shell.show(OutboxView(try shell.runner(.look).outbox(on: day)))
    return .fine
  }
}

/// `stafett outbox show`: one message as it would be sent.
struct OutboxShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a message as it would read.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Its name in the list, the beginning of it, or the body.") var name: String
  @Option(help: "The day to look from; else today.") var on: String?
  @Option(help: "Who it is from: 'Name <address>'; else $STAFETT_MAIL_FROM.") var from: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let digest = try shell.runner(.look).outbox(on: day).digest(name, orBody: true)
    let letter = Letter(
      digest, from: try shell.sender(from), isAutomatic: digest.way == .automatic)
    let to = digest.contact?.mail.map { " <\($0)>" } ?? ""
    let heading =
      if case .agenda(let meeting) = digest.way {
        Text(
          sv: "Möte: \(digest.bodyName.sv) \(meeting.on)\nÄmne: \(letter.subject)\n",
          en: "Meeting: \(digest.bodyName.en) \(meeting.on)\nSubject: \(letter.subject)\n")
      } else {
        Text(
          sv: "Till: \(digest.bodyName.sv)\(to)\nÄmne: \(letter.subject)\n",
          en: "To: \(digest.bodyName.en)\(to)\nSubject: \(letter.subject)\n")
      }
    shell.show(
      text: "\(heading[shell.settings.language])\n\(letter.text)",
      json: .record([
        "name": .text(digest.name), "body": .text(digest.body),
        "mail": digest.contact?.mail.map { .text($0) }, "subject": .text(letter.subject),
        "text": .text(letter.text),
      ]))
    return .fine
  }
}

/// `stafett outbox done`: somebody has taken care of it in another way.
struct OutboxDoneCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Say that messages are taken care of: sent by hand, or said in a call.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Their names in the list.") var names: [String]
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.runner(.register)
    let outbox = try runner.outbox(on: day)
    let digests = try names.map { try outbox.digest($0) }
    for digest in digests { try digest.requireMail() }
    for digest in digests { try runner.done(digest.effects) }
    shell.show(
      text: digests.map { "\($0.name) \($0.bodyName[shell.settings.language])\n" }.joined(),
      json: .record(["done": .list(digests.map { .text($0.name) })]))
    return .fine
  }
}

extension Runner {
  /// What waits to be sent on a day.
  func outbox(on day: CivilDate) throws -> Outbox {
    let effects = try store.outbox()
    var seen: Set<String> = []
    let streams = effects.compactMap { Notice($0)?.product }.filter { seen.insert($0).inserted }
    return Outbox(
      effects, products: try streams.map { try state(of: $0) }, names: names(on: day), today: day)
  }

  /// Marks effects as done.
  func done(_ effects: [String]) throws {
    for effect in effects { try store.done(effect: effect) }
  }
}

extension Outbox {
  /// The message of this name, or whose name alone begins so.
  ///
  /// - Parameter orBody: whether the body's id will do too: to look, and never to send, since a name
  ///   stands for what somebody has seen.
  /// - Throws: `no` where there is none, or several.
  func digest(_ name: String, orBody: Bool = false) throws(Failure) -> Digest {
    let found = digests.filter { !name.isEmpty && $0.name.hasPrefix(name) }
    if found.count == 1 { return found[0] }
    let ofBody = orBody ? digests.filter { $0.body == name } : []
    if ofBody.count == 1 { return ofBody[0] }
    throw Failure(
      .no, found.isEmpty ? "outbox/unknown" : "outbox/ambiguous", at: name,
      sv: found.isEmpty ? "inget sådant väntar på att skickas" : "flera namn börjar så",
      en: found.isEmpty ? "nothing of that name waits to be sent" : "several names begin so",
      help: Text(
        sv:
          "stafett outbox visar namnen; ett mejl får ett nytt namn när något tillkommer eller blir klart",
        en:
          "stafett outbox lists the names; a message gets another name when something is added or done"
      ))
  }
}

extension Digest {
  /// Makes sure that it is a message, and no points on an agenda: those stay until they are done.
  ///
  /// - Throws: `no` where they are.
  func requireMail() throws(Failure) {
    guard case .agenda = way else { return }
    throw Failure(
      .no, "outbox/on-agenda", at: name,
      sv: "\(bodyName.sv) vill ha det som en punkt på mötet, och den står kvar tills det är gjort",
      en: "\(bodyName.en) wants it as a point at its meeting, and it stays until it is done",
      help: Text(sv: "se stafett agenda \(body)", en: "see stafett agenda \(body)"))
  }
}

extension Shell {
  /// Who mail is from: an option, else the environment; nil where neither says.
  ///
  /// - Throws: `usage` for what is no sender.
  func sender(_ option: String?) throws(Failure) -> Sender? {
    guard let text = option ?? environment["STAFETT_MAIL_FROM"] else { return nil }
    if let sender = Sender(text) { return sender }
    throw Failure(
      .usage, "usage/no-sender", at: option == nil ? "STAFETT_MAIL_FROM" : "--from",
      sv: "'\(text)' är ingen avsändare: skriv 'Namn <adress>'",
      en: "'\(text)' is no sender: write 'Name <address>'")
  }
}
