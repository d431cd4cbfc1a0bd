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

/// `stafett webhook`: what happens, told to other programs.
struct WebhookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook",
    abstract: "Tell other programs what happens: signed, in order, nothing lost.",
    discussion: """
      A body's receiver is 'webhook:' under its 'contact:' in the register; $STAFETT_WEBHOOK is told \
      of everything. The secrets stand in $STAFETT_WEBHOOK_SECRET and in the file that \
      $STAFETT_WEBHOOK_SECRETS names, a line for each: BODY whsec_….
      """,
    subcommands: [
      WebhookListCommand.self, WebhookShowCommand.self, WebhookTryCommand.self,
      WebhookSendCommand.self, WebhookResumeCommand.self,
    ], defaultSubcommand: WebhookListCommand.self)
}

/// `stafett webhook list`: what waits, and what failed and why.
struct WebhookListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the receivers: what waits, what failed and why.")
  static let formats = pageFormats

  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.look)
    var feed = WebhookFeed(runner)
    let names = runner.names(on: shell.today)
    let entries = try shell.webhooks(runner.engine.organisation, on: shell.today).map { webhook in
      let progress = try runner.store.cursor(webhook.cursor).map { WebhookProgress($0) }
      return WebhookList.Entry(
        webhook, title: webhook.title(names),
        origin: (try? WebServer(webhook.address, environment: [:]).origin) ?? "?",
        waiting: try progress.map { try feed.count(for: webhook, after: $0.position) } ?? 0,
        progress: progress)
    }
    shell.show(WebhookList(entries, written: shell.written))
    return .fine
  }
}

/// `stafett webhook show`: the messages that wait.
struct WebhookShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the messages that wait for a receiver; with --format json as they are posted.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The receiver: a body, or 'all'.") var name: String

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.look)
    let webhook = try shell.webhook(name, runner.engine.organisation, on: shell.today)
    var feed = WebhookFeed(runner)
    var messages: [WebhookMessage] = []
    if let cursor = try runner.store.cursor(webhook.cursor) {
      var position = cursor.position
      while let page = try feed.page(for: webhook, after: position) {
        messages += page.messages.map(\.message)
        position = page.end
      }
    }
    let none = Text(sv: "inget väntar\n", en: "nothing waits\n")[shell.settings.language]
    shell.show(
      text: messages.isEmpty
        ? none : messages.map { "\($0.id)  \($0.type)  \($0.subject)\n" }.joined(),
      json: .record(["messages": .list(messages.compactMap { Value(json: $0.body) })]))
    return .fine
  }
}

/// `stafett webhook try`: a message that tells of nothing, to see that all is set right.
struct WebhookTryCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Post a signed message that tells of nothing, and say how it went.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The receiver: a body, or 'all'.") var name: String

  func run(in shell: Shell) throws -> Exit {
    let webhook = try shell.webhook(name, try shell.organisation(), on: shell.today)
    let now = shell.now()
    let message = WebhookMessage(testing: webhook.name, id: UUIDv7.make(at: now), at: now)
    let origin = try shell.sending { () throws(SendingFault) in
      let server = try shell.server(of: webhook)
      try server.post(message.body, headers: webhook.headers(of: message, at: now))
      return server.origin
    }
    shell.show(
      text: Text(
        sv: "\(origin) tog emot provet (\(message.id))\n",
        en: "\(origin) took the trial (\(message.id))\n")[shell.settings.language],
      json: .record(["server": .text(origin), "id": .text(message.id)]))
    return .fine
  }
}

/// `stafett webhook resume`: somebody has seen to what stood in the way.
struct WebhookResumeCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Let a receiver be tried again at once: after a pause, or when it was stopped.",
    discussion: "What is passed over is not lost: stafett history has it.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The receiver: a body, or 'all'.") var name: String
  @Flag(help: "Pass over the first message that waits: the one that it does not take.")
  var skip = false
  @Flag(help: "Pass over all that waits, and go on with what happens from now.")
  var skipAll = false

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.register)
    let webhook = try shell.webhook(name, runner.engine.organisation, on: shell.today)
    let lock = try SendingLock(besideStore: shell.settings.store)
    defer { lock.release() }
    var feed = WebhookFeed(runner)
    let end = try runner.store.feedEnd()
    var progress =
      try runner.store.cursor(webhook.cursor).map { WebhookProgress($0) }
      ?? WebhookProgress(from: end)
    progress.resume()
    if skipAll {
      progress.pass(to: end)
    } else if skip, let first = try feed.first(for: webhook, after: progress.position) {
      progress.pass(to: first)
    }
    try runner.store.move(progress.cursor(of: webhook))
    let waiting = try feed.count(for: webhook, after: progress.position)
    shell.show(
      text: Text(
        sv: "\(name): \(waiting) väntar; stafett webhook send skickar\n",
        en: "\(name): \(waiting) waiting; stafett webhook send sends\n")[shell.settings.language],
      json: .record(["name": .text(name), "waiting": .whole(waiting)]))
    return .fine
  }
}

extension Webhook {
  /// What the receiver is, for people.
  func title(_ names: Names) -> Text {
    switch scope {
    case .everything: Text(sv: "allt som händer", en: "all that happens")
    case .body(let body): names(body)
    }
  }
}
