import Canonical
package import Lifecycle
package import Located
package import Store

/// How far a receiver has come, and what stands in the way.
package struct WebhookProgress: Sendable, Hashable {
  /// Why the latest message was not taken.
  package struct Fault: Sendable, Hashable {
    /// A stable code.
    package let code: String
    package let text: Text
    package let at: Instant

    package init(code: String, text: Text, at: Instant) {
      self.code = code
      self.text = text
      self.at = at
    }
  }

  /// The longest pause between two attempts.
  private static let longestPause: Int64 = 12 * 60

  /// The place in the feed of the last event that it is done with.
  package private(set) var position: Int
  /// When it last took a message.
  package private(set) var takenAt: Instant?
  /// Attempts in a row that failed.
  package private(set) var failures = 0
  package private(set) var fault: Fault?
  /// Whether it wants no more.
  package private(set) var isStopped = false

  /// One that begins with what happens after a place in the feed.
  package init(from position: Int) { self.position = position }

  /// When it is tried again by itself; nil where nothing keeps it.
  ///
  /// The pause doubles from a minute to twelve hours, and nobody is given up: what a receiver missed
  /// while it was away is sent when it is back.
  package var pausedUntil: Instant? {
    guard let fault, failures > 0 else { return nil }
    let minutes = min(Self.longestPause, 1 << Int64(min(failures, 12) - 1))
    return Instant(milliseconds: fault.at.milliseconds + minutes * 60_000)
  }

  /// Whether a message may be sent now.
  package func isOpen(at now: Instant) -> Bool {
    !isStopped && pausedUntil.map { $0 <= now } ?? true
  }

  /// Goes past an event that is no message to it.
  package mutating func pass(to position: Int) { self.position = position }

  /// A message was taken.
  package mutating func took(_ position: Int, at now: Instant) {
    self.position = position
    takenAt = now
    resume()
  }

  /// A message was not taken.
  package mutating func failed(_ fault: Fault, forGood: Bool) {
    self.fault = fault
    failures += 1
    isStopped = forGood
  }

  /// Somebody has seen to it: the next attempt is made at once.
  package mutating func resume() {
    failures = 0
    fault = nil
    isStopped = false
  }
}

// MARK: - As it is kept

extension WebhookProgress {
  /// Reads what a store keeps; a note that cannot be read is none.
  package init(_ cursor: FeedCursor) {
    self.init(from: cursor.position)
    guard let note = cursor.note.flatMap({ Value(json: $0) }) else { return }
    func instant(_ key: String) -> Instant? {
      note[key]?.whole.map { Instant(milliseconds: Int64($0)) }
    }
    takenAt = instant("taken-at")
    guard let at = instant("failed-at") else { return }
    failures = note["failures"]?.whole ?? 1
    isStopped = note["stopped"]?.flag ?? false
    fault = Fault(
      code: note["code"]?.text ?? "",
      text: Text(sv: note["sv"]?.text ?? "", en: note["en"]?.text ?? ""), at: at)
  }

  /// As a store keeps it.
  package func cursor(of webhook: Webhook) -> FeedCursor {
    let note = Value.record([
      "taken-at": takenAt.map { .whole(Int($0.milliseconds)) },
      "failures": fault.map { _ in .whole(failures) },
      "failed-at": fault.map { .whole(Int($0.at.milliseconds)) },
      "code": fault.map { .text($0.code) }, "sv": fault.map { .text($0.text.sv) },
      "en": fault.map { .text($0.text.en) }, "stopped": isStopped ? .flag(true) : nil,
    ])
    return FeedCursor(name: webhook.cursor, position: position, note: note.json)
  }
}
