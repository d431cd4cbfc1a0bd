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

/// `stafett outbox send`: what goes by itself, or what is named; made for cron and for people.
struct OutboxSendCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send what goes automatically, or the drafts and .eml files that are named.",
    discussion: """
      What the server has accepted is marked, and not sent again. If the program is stopped between \
      the two it is sent once more, with the same Message-ID.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Names in the list, or .eml files; without any, what goes automatically.")
  var names: [String] = []
  @Option(help: "The day to look from; else today.") var on: String?
  @Option(help: "Who they are from: 'Name <address>'; else $STAFETT_MAIL_FROM.") var from: String?
  @Flag(help: "Only say what would be sent.") var dryRun = false

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.runner(dryRun ? .look : .register)
    // Two at once would both find the same things unsent.
    let lock = dryRun ? nil : try SendingLock(besideStore: shell.settings.store)
    defer { lock?.release() }
    let outbox = try runner.outbox(on: day)
    let parcels = try parcels(outbox, in: shell)
    var problems: [Failure.Problem] = []
    var sent: [Parcel] = []
    if !parcels.isEmpty, !dryRun {
      let server = try shell.sending { () throws(SendingFault) in
        try MailServer(environment: shell.environment)
      }
      for parcel in parcels {
        do throws(SendingFault) {
          try server.send(
            parcel.bytes, from: parcel.sender.address, to: parcel.recipients)
        } catch {
          problems.append(Failure.Problem(error, at: parcel.name))
          // The next one would wait as long for the same server.
          if error.concernsServer { break }
          continue
        }
        try runner.done(parcel.effects)
        sent.append(parcel)
      }
    }
    // What was done meanwhile is no longer anybody's reminder.
    if !dryRun, problems.isEmpty { try runner.done(outbox.settled) }
    report(dryRun ? parcels : sent, in: shell)
    if !problems.isEmpty { throw Failure(.failure, problems) }
    return .fine
  }

  private func report(_ parcels: [Parcel], in shell: Shell) {
    let language = shell.settings.language
    let none = Text(sv: "inget att skicka\n", en: "nothing to send\n")[language]
    let verb =
      dryRun ? Text(sv: "skulle skickas", en: "would be sent") : Text(sv: "skickat", en: "sent")
    shell.show(
      text: parcels.isEmpty
        ? none
        : parcels.map {
          "\(verb[language]): \($0.recipients.joined(separator: ", ")) (\($0.name))\n"
        }.joined(),
      json: .record([
        dryRun ? "would-send" : "sent": .list(
          parcels.map {
            .record([
              "name": .text($0.name), "to": .list($0.recipients.map { .text($0) }),
              "effects": .list($0.effects.map { .text($0) }),
            ])
          })
      ]))
  }

  // MARK: what is to be sent

  private func parcels(_ outbox: Outbox, in shell: Shell) throws -> [Parcel] {
    let sender = try shell.sender(from)
    guard !names.isEmpty else {
      return try outbox.digests.filter(\.goesNow).map { digest in
        try parcel(digest, from: sender, for: .automatic, in: shell)
      }
    }
    let waiting = Set(outbox.digests.flatMap(\.effects))
    return try names.map { name in
      guard name.hasSuffix(".eml") else {
        return try parcel(try outbox.digest(name), from: sender, for: .personal, in: shell)
      }
      guard let mail = EditedMail(try readFile(name), from: sender) else {
        throw Failure(
          .no, "outbox/no-draft", at: name,
          sv: "filen är inget utkast härifrån, eller saknar mottagare",
          en: "the file is no draft of ours, or names no recipient",
          help: Text(
            sv:
              "raderna Stafett-Effects: och To: ska stå kvar; annars skicka på annat sätt och kör stafett outbox done NAMN",
            en:
              "the lines Stafett-Effects: and To: must be left; else send it in another way and say stafett outbox done NAME"
          ))
      }
      let left = mail.effects.filter(waiting.contains)
      guard !left.isEmpty else {
        throw Failure(
          .no, "outbox/nothing-left", at: name,
          sv: "allt i utkastet är redan skickat eller klart",
          en: "all that it is about is sent or done already")
      }
      return Parcel(
        name: name, bytes: mail.bytes, sender: try named(mail.sender),
        recipients: mail.recipients, effects: left)
    }
  }

  private func parcel(
    _ digest: Digest, from sender: Sender?, for purpose: Message.Purpose, in shell: Shell
  ) throws(Failure) -> Parcel {
    try digest.requireMail()
    guard let mail = digest.contact?.mail else {
      throw Failure(
        .no, "outbox/no-address", at: digest.name,
        sv: "\(digest.bodyName.sv) har ingen adress i organisationsregistret",
        en: "\(digest.bodyName.en) has no address in the register",
        help: Text(
          sv: "lägg till contact: {mail: …}, eller spara utkastet: stafett outbox save MAPP",
          en: "add contact: {mail: …}, or save the draft: stafett outbox save FOLDER"))
    }
    let sender = try named(sender)
    let message = Message(digest, from: sender, at: shell.now(), for: purpose)
    return Parcel(
      name: digest.name, bytes: message.bytes, sender: sender, recipients: [mail],
      effects: digest.effects)
  }

  private func named(_ sender: Sender?) throws(Failure) -> Sender {
    if let sender { return sender }
    throw Failure(
      .usage, "usage/no-sender", at: "--from", sv: "ange vem det är från",
      en: "say who it is from",
      help: Text(
        sv: "skriv --from 'Namn <adress>', eller sätt STAFETT_MAIL_FROM",
        en: "write --from 'Name <address>', or set STAFETT_MAIL_FROM"))
  }
}

/// A message that is ready to be handed to the server.
private struct Parcel {
  let name: String
  let bytes: [UInt8]
  let sender: Sender
  let recipients: [String]
  let effects: [String]
}

extension Failure.Problem {
  /// Why something was not sent.
  init(_ fault: SendingFault, at place: String?) {
    self.init(code: fault.reason.rawValue, text: fault.text, place: place, help: fault.help)
  }
}

extension Shell {
  /// Does something with a server's settings; a fault in them is a failure.
  func sending<Result>(
    _ body: () throws(SendingFault) -> Result
  ) throws(Failure) -> Result {
    do throws(SendingFault) { return try body() } catch {
      throw Failure(.failure, [Failure.Problem(error, at: nil)])
    }
  }
}
