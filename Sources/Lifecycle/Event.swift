package import Canonical
package import CivilTime

/// Milliseconds since 1970-01-01T00:00:00Z: when something was recorded, never when it was said to happen.
package struct Instant: Sendable, Hashable, Comparable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

/// What happened, in its envelope: one row of the store, never changed, never removed.
///
/// It is made without place and links (`sequence` 0, hashes of zero); `EventChain` seals it.
package struct Event: Sendable, Equatable {
  /// The product whose stream it stands in.
  package var stream: String
  /// Its place in the stream: 1, 2, 3 without a gap.
  package var sequence: Int
  /// The case it belongs to; nil for what concerns the product.
  package var caseID: String?
  /// A name of its own, made by the shell (a UUID of version 7).
  package var id: String
  /// What kind of event it is, such as `act` or `stage-opened`.
  package var type: String
  /// The level of the payload's form; 1 until it changes.
  package var typeVersion: Int
  /// When it was written down; never falls within a stream.
  package var recordedAt: Instant
  /// When it happened, by what the user said: a day, or a month where no more is known.
  package var effectiveAt: CivilDate
  /// Who wrote it down: a reference, never a name.
  package var actor: String
  /// The body for which it was done.
  package var onBehalfOf: String
  /// The command it came from: one command, one append.
  package var command: String
  /// The chain of commands it belongs to, where there is one.
  package var correlation: String?
  /// The event that led to it, where there is one.
  package var causation: String?
  /// The definition its case is pinned to.
  package var definition: ContentHash?
  /// The level of the engine's meaning that decided it.
  package var semanticsLevel: Int
  /// Canonical JSON.
  package var payload: [UInt8]
  /// The hash of the event before it; of the first one, all zero.
  package var previous: ContentHash
  /// The hash of all the above.
  package var hash: ContentHash

  package init(
    stream: String, sequence: Int = 0, caseID: String?, id: String, type: String,
    typeVersion: Int = 1,
    recordedAt: Instant, effectiveAt: CivilDate, actor: String, onBehalfOf: String,
    command: String, correlation: String? = nil, causation: String? = nil,
    definition: ContentHash?, semanticsLevel: Int = 1, payload: [UInt8],
    previous: ContentHash = .zero, hash: ContentHash = .zero
  ) {
    self.stream = stream
    self.sequence = sequence
    self.caseID = caseID
    self.id = id
    self.type = type
    self.typeVersion = typeVersion
    self.recordedAt = recordedAt
    self.effectiveAt = effectiveAt
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.command = command
    self.correlation = correlation
    self.causation = causation
    self.definition = definition
    self.semanticsLevel = semanticsLevel
    self.payload = payload
    self.previous = previous
    self.hash = hash
  }
}
