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

/// `stafett webhook send`: posts what waits; made for cron.
struct WebhookSendCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Post what waits: in order to each receiver, each message once.",
    discussion: """
      A receiver begins with what happens after the first run. One that fails is tried again by later \
      runs, with pauses that double from a minute to twelve hours; the others are not held up. If the \
      program is stopped between an answer and its marking, the message is posted once more, with \
      the same webhook-id.
      """)

  /// So that one run ends though very much waits.
  private static let mostAtOnce = 1000

  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.register)
    // Two at once would both find the same things unsent.
    let lock = try SendingLock(besideStore: shell.settings.store)
    defer { lock.release() }
    var feed = WebhookFeed(runner)
    let webhooks = try shell.webhooks(runner.engine.organisation, on: shell.today)
    var ended: [(webhook: Webhook, end: Run)] = []
    var problems: [Failure.Problem] = []
    for webhook in webhooks {
      let end = try send(to: webhook, &feed, runner, shell)
      ended.append((webhook, end))
      if let fault = end.fault { problems.append(Failure.Problem(fault, at: webhook.name)) }
    }
    report(ended, in: shell)
    if !problems.isEmpty { throw Failure(.failure, problems) }
    return .fine
  }

  /// What came of a run for one receiver.
  fileprivate struct Run {
    var sent = 0
    var fault: SendingFault?
    var hasBegun = false
    /// Why nothing was tried.
    var held: WebhookProgress?
  }

  private func send(
    to webhook: Webhook, _ feed: inout WebhookFeed, _ runner: Runner, _ shell: Shell
  ) throws -> Run {
    let store = runner.store
    guard let cursor = try store.cursor(webhook.cursor) else {
      // The past is no news.
      try store.move(WebhookProgress(from: try store.feedEnd()).cursor(of: webhook))
      return Run(hasBegun: true)
    }
    var progress = WebhookProgress(cursor)
    guard progress.isOpen(at: shell.now()) else { return Run(held: progress) }
    var run = Run()
    let server: WebServer
    do throws(SendingFault) { server = try shell.server(of: webhook) } catch {
      // A setting to be put right here, and nothing for the receiver to be waited for.
      return Run(fault: error)
    }
    while run.sent < Self.mostAtOnce,
      let page = try feed.page(for: webhook, after: progress.position)
    {
      for (position, message) in page.messages {
        do throws(SendingFault) {
          try server.post(
            message.body, headers: webhook.headers(of: message, at: shell.now()))
        } catch {
          progress.failed(
            .init(code: error.reason.rawValue, text: error.text, at: shell.now()),
            forGood: error.reason == .gone)
          try store.move(progress.cursor(of: webhook))
          run.fault = error
          return run
        }
        progress.took(position, at: shell.now())
        try store.move(progress.cursor(of: webhook))
        run.sent += 1
      }
      progress.pass(to: page.end)
    }
    // What stood in its way is no longer meant for it.
    if progress.fault != nil { progress.resume() }
    if progress != WebhookProgress(cursor) { try store.move(progress.cursor(of: webhook)) }
    return run
  }

  private func report(_ ended: [(webhook: Webhook, end: Run)], in shell: Shell) {
    let language = shell.settings.language
    let none = Text(sv: "ingen webhook är inställd\n", en: "no webhook is set\n")[language]
    shell.show(
      text: ended.isEmpty
        ? none
        : ended.map { "\($0.webhook.name): \(told($0.end, shell)[language])\n" }.joined(),
      json: .record([
        "receivers": .list(
          ended.map {
            .record([
              "name": .text($0.webhook.name), "sent": .whole($0.end.sent),
              "state": .text($0.end.word),
            ])
          })
      ]))
  }

  private func told(_ run: Run, _ shell: Shell) -> Text {
    if run.hasBegun {
      return Text(
        sv: "börjar nu; det som händer från nu skickas",
        en: "begins now; what happens from now on is sent")
    }
    if let held = run.held {
      return held.isStopped
        ? Text(
          sv: "stoppad av mottagaren; stafett webhook resume startar den igen",
          en: "stopped by the receiver; stafett webhook resume starts it again")
        : Text(
          sv: "väntar till \(held.pausedUntil.map(shell.written) ?? "") efter fel; "
            + "stafett webhook resume försöker genast",
          en: "waits until \(held.pausedUntil.map(shell.written) ?? "") after a failure; "
            + "stafett webhook resume tries at once")
    }
    let rest = run.fault == nil ? Text("") : Text(sv: ", sedan fel", en: ", then a failure")
    return Text(sv: "\(run.sent) skickade\(rest.sv)", en: "\(run.sent) sent\(rest.en)")
  }
}

extension WebhookSendCommand.Run {
  fileprivate var word: String {
    if hasBegun { return "begun" }
    if let held { return held.isStopped ? "stopped" : "paused" }
    return fault == nil ? "fine" : "failed"
  }
}
