package import Canonical
package import Located

/// Where a chain of events ends: what the next event must follow.
package struct ChainHead: Sendable, Equatable {
  /// The sequence of the last event; 0 before the first.
  package let sequence: Int
  /// The hash of the last event; zero before the first.
  package let hash: ContentHash
  /// When the last event was recorded.
  package let recordedAt: Instant

  /// The end of a chain that stands there.
  package init(sequence: Int, hash: ContentHash, recordedAt: Instant) {
    self.sequence = sequence
    self.hash = hash
    self.recordedAt = recordedAt
  }

  /// The end of the chain whose last event this is; the beginning where there is none.
  package init(of last: Event?) {
    self.init(
      sequence: last?.sequence ?? 0, hash: last?.hash ?? .zero,
      recordedAt: last?.recordedAt ?? Instant(milliseconds: .min))
  }

  /// Before the first event.
  package static let start = ChainHead(of: nil)
}

/// Links the events of one stream, so that none can be changed, dropped or swapped unseen.
///
/// The hash of an event is the SHA-256 of the hash before it, its envelope and its payload
/// (`Event.withSealedBytes` has the form). Whoever trusts the last hash can trust the whole stream.
package struct EventChain: Sendable {
  /// Where the chain ends now.
  package private(set) var head: ChainHead

  /// The chain that goes on from there.
  package init(after head: ChainHead = .start) {
    self.head = head
  }

  /// Gives an event its place, its links and a recording time that does not fall, and moves on.
  package mutating func seal(_ draft: Event) -> Event {
    var event = draft
    event.sequence = head.sequence + 1
    event.recordedAt = max(draft.recordedAt, head.recordedAt)
    event.previous = head.hash
    event.hash = event.sealingHash
    head = ChainHead(of: event)
    return event
  }

  /// Says what is wrong with the event that comes next, and moves on.
  package mutating func follow(_ event: Event) -> ChainFault? {
    defer { head = ChainHead(of: event) }
    let reason: ChainFault.Reason? =
      if event.sequence != head.sequence + 1 {
        .gap(found: event.sequence)
      } else if event.hash != event.sealingHash {
        .changed
      } else if event.previous != head.hash {
        .unlinked
      } else if event.recordedAt < head.recordedAt {
        .earlier
      } else {
        nil
      }
    return reason.map { ChainFault(sequence: head.sequence + 1, reason: $0) }
  }

  /// Seals events one after the other.
  package static func seal(_ drafts: [Event], after head: ChainHead = .start) -> [Event] {
    var chain = EventChain(after: head)
    return drafts.map { chain.seal($0) }
  }

  /// The first place where events do not follow each other; nil where the chain holds.
  package static func fault(
    in events: [Event], after head: ChainHead = .start
  ) -> ChainFault? {
    var chain = EventChain(after: head)
    for event in events {
      if let fault = chain.follow(event) { return fault }
    }
    return nil
  }
}

/// The place where a chain is broken, and how.
package struct ChainFault: Sendable, Equatable {
  /// What does not hold there.
  package enum Reason: Sendable, Equatable {
    /// An event is missing or stands in the wrong place; another was found instead.
    case gap(found: Int)
    /// The event is not the one that was sealed.
    case changed
    /// The event was sealed after another one than that which stands before it.
    case unlinked
    /// The event was recorded before the one that stands before it.
    case earlier
  }

  /// The sequence of the event that should stand there.
  package let sequence: Int
  /// What does not hold.
  package let reason: Reason

  /// A break at a sequence.
  package init(sequence: Int, reason: Reason) {
    self.sequence = sequence
    self.reason = reason
  }

  /// What a reader is told.
  package var text: Text {
    switch reason {
    case .gap(let found):
      Text(
        sv: "händelse \(sequence) saknas, händelse \(found) står där",
        en: "event \(sequence) is missing, event \(found) stands there")
    case .changed:
      Text(
        sv: "händelse \(sequence) är ändrad efter att den skrevs",
        en: "event \(sequence) was changed after it was written")
    case .unlinked:
      Text(
        sv: "händelse \(sequence) hör inte ihop med händelsen före",
        en: "event \(sequence) does not follow the event before it")
    case .earlier:
      Text(
        sv: "händelse \(sequence) är antecknad före händelsen som står före",
        en: "event \(sequence) was recorded before the event that stands before it")
    }
  }
}
