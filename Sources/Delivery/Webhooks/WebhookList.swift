package import Canonical
package import Lifecycle
package import Located
package import Views

/// Who is told by program, what waits for them and what stands in the way.
package struct WebhookList: View {
  /// A receiver as it stands.
  package struct Entry: Sendable {
    let name: String
    let title: Text
    /// The server; the rest of the address may be as good as a password.
    let origin: String
    let hasSecret: Bool
    let waiting: Int
    /// Nil for one that has not begun.
    let progress: WebhookProgress?

    package init(
      _ webhook: Webhook, title: Text, origin: String, waiting: Int, progress: WebhookProgress?
    ) {
      name = webhook.name
      self.title = title
      self.origin = origin
      hasSecret = !webhook.secrets.isEmpty
      self.waiting = waiting
      self.progress = progress
    }
  }

  private let entries: [Entry]
  private let written: @Sendable (Instant) -> String

  /// - Parameter written: a time as the users' clocks show it.
  package init(_ entries: [Entry], written: @escaping @Sendable (Instant) -> String) {
    self.entries = entries
    self.written = written
  }

  package var heading: Text { Text(sv: "Webhookar", en: "Webhooks") }

  package var page: Page {
    guard !entries.isEmpty else {
      return Page([
        .paragraph(
          Text(
            sv:
              "Ingen webhook är inställd: skriv webhook: under contact: i organisationsregistret, eller sätt "
              + "STAFETT_WEBHOOK.",
            en: "No webhook is set: write webhook: under contact: in the register, or set "
              + "STAFETT_WEBHOOK."))
      ])
    }
    return Page([
      .table(
        TextTable(
          [
            .init(Text(sv: "Namn", en: "Name"), rigid: true),
            .init(Text(sv: "Mottagare", en: "Receiver")),
            .init(Text(sv: "Server", en: "Server"), rigid: true),
            .init(Text(sv: "Väntar", en: "Waiting"), rigid: true, numeric: true),
            .init(Text(sv: "Läge", en: "State")),
          ],
          rows: entries.map { entry in
            [
              Text(entry.name), entry.title, Text(entry.origin), Text("\(entry.waiting)"),
              state(of: entry),
            ]
          },
          marked: Set(
            entries.indices.filter {
              ["failed", "stopped", "no-secret"].contains(entries[$0].word)
            })
        ))
    ])
  }

  private func state(of entry: Entry) -> Text {
    if !entry.hasSecret { return Text(sv: "hemlighet saknas", en: "no secret") }
    guard let progress = entry.progress else {
      return Text(
        sv: "börjar första gången stafett webhook send körs",
        en: "begins when stafett webhook send is run for the first time")
    }
    if let fault = progress.fault {
      if progress.isStopped {
        return Text(
          sv: "stoppad \(written(fault.at)): \(fault.text.sv)",
          en: "stopped \(written(fault.at)): \(fault.text.en)")
      }
      let (times, next) = (progress.failures, progress.pausedUntil.map(written) ?? "")
      return Text(
        sv: "fel \(written(fault.at)): \(fault.text.sv); nästa försök tidigast \(next), "
          + "efter \(times) som misslyckats",
        en: "failed \(written(fault.at)): \(fault.text.en); tried again from \(next), "
          + "after \(times) failures")
    }
    guard let taken = progress.takenAt else {
      return Text(sv: "inget skickat än", en: "nothing sent yet")
    }
    return Text(sv: "senast \(written(taken))", en: "last \(written(taken))")
  }

  /// Keys: `receivers`, each with `name`, `server`, `waiting`, `state` (`ready`, `not-begun`,
  /// `failed`, `stopped`, `no-secret`), `taken-at`, `failures`, `failed-at`, `code`, `reason`,
  /// `paused-until`.
  package var json: Value {
    .record([
      "receivers": .list(
        entries.map { entry in
          let (progress, fault) = (entry.progress, entry.progress?.fault)
          return .record([
            "name": .text(entry.name), "server": .text(entry.origin),
            "waiting": .whole(entry.waiting), "state": .text(entry.word),
            "taken-at": progress?.takenAt.map { .text(MailDate($0).timestamp) },
            "failures": fault.flatMap { _ in progress.map { .whole($0.failures) } },
            "failed-at": fault.map { .text(MailDate($0.at).timestamp) },
            "code": fault.map { .text($0.code) },
            "reason": fault.map { .record(["sv": .text($0.text.sv), "en": .text($0.text.en)]) },
            "paused-until": progress?.isStopped == true
              ? nil : progress?.pausedUntil.map { .text(MailDate($0).timestamp) },
          ])
        })
    ])
  }
}

extension WebhookList.Entry {
  fileprivate var word: String {
    if !hasSecret { return "no-secret" }
    guard let progress else { return "not-begun" }
    return progress.isStopped ? "stopped" : progress.fault == nil ? "ready" : "failed"
  }
}
