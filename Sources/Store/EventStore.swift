package import Canonical
package import CivilTime
package import Lifecycle
package import Located

/// Where streams of events live: one transaction a command, nothing half there.
///
/// Every store passes the same suite of tests. Calls block until the answer is durable. A call that
/// throws has written nothing.
package protocol EventStore: Sendable {
  /// Writes what some commands led to, in order and in one transaction: all of it, or nothing.
  ///
  /// What was said before decides first: a command that was given already is answered as it was then,
  /// whatever the version. Of two appends on the same version one is accepted. Nothing is written
  /// unless each is accepted or was given before; the answers then say which one stood in the way.
  func append(_ appends: [Append]) throws(StoreError) -> [Appended]
  /// The events of a stream in order, those of some sequences; empty for an unknown stream.
  func events(of stream: String, in sequences: ClosedRange<Int>) throws(StoreError) -> [Event]
  /// Every stream, by name.
  func streams() throws(StoreError) -> [StreamSummary]
  /// Of each stream with events that happened later than a day, the sequence of the first of them.
  ///
  /// It looks through all events: for those who look back.
  func firstEvents(after day: CivilDate) throws(StoreError) -> [String: Int]
  /// The answer that a command got, if it was given before.
  func result(of command: String, in stream: String) throws(StoreError) -> CommandResult?
  /// Which version of a product is in force.
  func inForce(in stream: String) throws(StoreError) -> InForceRow?
  /// Armed timers due on or before a day, the earliest first.
  func timers(dueBy day: CivilDate) throws(StoreError) -> [ArmedTimer]
  /// Keeps a document (a definition, a register) by its hash; the same hash twice is one.
  func keep(_ document: Document) throws(StoreError)
  /// A kept document.
  func document(_ hash: ContentHash) throws(StoreError) -> Document?
  /// The kept documents of a kind, in the order in which they were kept.
  func documents(of kind: String) throws(StoreError) -> [Document]
  /// The texts that stand beside the chain of a stream, by their hashes.
  func prose(in stream: String) throws(StoreError) -> [ContentHash: String]
  /// A text that stands beside the chain of a stream; nil when it was taken away, or never was there.
  func prose(_ hash: ContentHash, in stream: String) throws(StoreError) -> String?
  /// Takes a text away for good; its hash in the chain is the trace that it leaves.
  ///
  /// Said again in a later command it is kept again.
  func erase(prose hash: ContentHash, in stream: String) throws(StoreError)
  /// Keeps who a reference word stands for, in the place of what was kept of that word before.
  ///
  /// - Throws: `failed` for a word whose person was erased: it is never used again.
  func keep(_ person: Person) throws(StoreError)
  /// Everybody who is kept, by reference word.
  func persons() throws(StoreError) -> [Person]
  /// Takes away for good who a reference word stands for; that it was erased, and when, stays.
  ///
  /// - Returns: whether there was anything to take away.
  func erase(person id: String, at instant: Instant) throws(StoreError) -> Bool
  /// Effects that are not done yet, by stream and in the order they were asked for.
  func outbox() throws(StoreError) -> [PendingEffect]
  /// Marks an effect as done; doing so twice is once.
  func done(effect id: String) throws(StoreError)
  /// The events of all streams in the order in which they were written, those after a place.
  ///
  /// Only readers that are behind ask for it; what is there is never changed, and nothing comes
  /// before what was seen.
  func feed(after position: Int, atMost count: Int) throws(StoreError) -> [FedEvent]
  /// The place of the latest event of all; 0 where there is none.
  func feedEnd() throws(StoreError) -> Int
  /// How far a reader of the feed has come; nil for one that has not begun.
  func cursor(_ name: String) throws(StoreError) -> FeedCursor?
  /// Keeps how far a reader has come, in the place of what was kept before.
  func move(_ cursor: FeedCursor) throws(StoreError)
  /// What the store itself finds wrong with its file and its rows; chains are the caller's.
  func integrityFaults() throws(StoreError) -> [Text]
}

extension EventStore {
  /// Writes what one command led to: all of it, or nothing.
  package func append(_ append: Append) throws(StoreError) -> Appended {
    try self.append([append])[0]
  }

  /// The events of a stream in order, from a sequence on; empty for an unknown stream.
  package func events(of stream: String, from sequence: Int) throws(StoreError) -> [Event] {
    try events(of: stream, in: max(1, sequence)...Int.max)
  }
}

/// A stream as the store knows it.
package struct StreamSummary: Sendable, Equatable {
  package var stream: String
  package var kind: String
  package var version: Int
  /// The hash of its last event, which stands for all that was ever written in it; nil where the store
  /// has lost that event.
  package var head: ContentHash?

  package init(stream: String, kind: String, version: Int, head: ContentHash?) {
    self.stream = stream
    self.kind = kind
    self.version = version
    self.head = head
  }
}

/// A definition or a register, kept as it was written, so that an old case can always be read.
package struct Document: Sendable, Equatable {
  /// `definition`, `register`.
  package var kind: String
  package var name: String
  package var version: String
  package var body: [UInt8]
  package var hash: ContentHash

  package init(kind: String, name: String, version: String, body: [UInt8], hash: ContentHash) {
    self.kind = kind
    self.name = name
    self.version = version
    self.body = body
    self.hash = hash
  }
}
