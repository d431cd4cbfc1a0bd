import Canonical
import CivilTime
import Lifecycle
import Located
import Store
import Synchronization

/// A store in which someone else writes between the reading and the writing of a command.
final class Rival: EventStore {
  let first: MemoryStore
  private let waiting = Mutex<(@Sendable () throws -> Void)?>(nil)

  init(first: MemoryStore) {
    self.first = first
  }

  /// Does something before the next append.
  func interfere(_ body: @escaping @Sendable () throws -> Void) {
    waiting.withLock { $0 = body }
  }

  func append(_ appends: [Append]) throws(StoreError) -> [Appended] {
    let body = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    do { try body?() } catch { throw .failed(Text("\(error)")) }
    return try first.append(appends)
  }

  func events(of stream: String, in sequences: ClosedRange<Int>) -> [Event] {
    first.events(of: stream, in: sequences)
  }
  func streams() -> [StreamSummary] { first.streams() }
  func firstEvents(after day: CivilDate) -> [String: Int] { first.firstEvents(after: day) }
  func result(of command: String, in stream: String) -> CommandResult? {
    first.result(of: command, in: stream)
  }
  func inForce(in stream: String) -> InForceRow? { first.inForce(in: stream) }
  func timers(dueBy day: CivilDate) -> [ArmedTimer] { first.timers(dueBy: day) }
  func keep(_ document: Document) { first.keep(document) }
  func document(_ hash: ContentHash) -> Document? { first.document(hash) }
  func documents(of kind: String) -> [Document] { first.documents(of: kind) }
  func prose(in stream: String) -> [ContentHash: String] { first.prose(in: stream) }
  func prose(_ hash: ContentHash, in stream: String) -> String? { first.prose(hash, in: stream) }
  func erase(prose hash: ContentHash, in stream: String) { first.erase(prose: hash, in: stream) }
  func keep(_ person: Person) throws(StoreError) { try first.keep(person) }
  func persons() -> [Person] { first.persons() }
  func erase(person id: String, at instant: Instant) -> Bool {
    first.erase(person: id, at: instant)
  }
  func outbox() -> [PendingEffect] { first.outbox() }
  func done(effect id: String) { first.done(effect: id) }
  func feed(after position: Int, atMost count: Int) -> [FedEvent] {
    first.feed(after: position, atMost: count)
  }
  func feedEnd() -> Int { first.feedEnd() }
  func cursor(_ name: String) -> FeedCursor? { first.cursor(name) }
  func move(_ cursor: FeedCursor) { first.move(cursor) }
  func integrityFaults() -> [Text] { first.integrityFaults() }
}

/// A store in which a lane's stream can be refused for a while.
final class Refusing: EventStore {
  private let inner = MemoryStore()
  private let isRefusing = Mutex(false)

  /// Whether appends to a stream that is there already fail.
  var refuses: Bool {
    get { isRefusing.withLock { $0 } }
    set { isRefusing.withLock { $0 = newValue } }
  }

  func append(_ appends: [Append]) throws(StoreError) -> [Appended] {
    if refuses, appends.contains(where: { $0.expectedVersion > 0 }) {
      throw .failed(Text("not now"))
    }
    return try inner.append(appends)
  }

  func events(of stream: String, in sequences: ClosedRange<Int>) -> [Event] {
    inner.events(of: stream, in: sequences)
  }
  func streams() -> [StreamSummary] { inner.streams() }
  func firstEvents(after day: CivilDate) -> [String: Int] { inner.firstEvents(after: day) }
  func result(of command: String, in stream: String) -> CommandResult? {
    inner.result(of: command, in: stream)
  }
  func inForce(in stream: String) -> InForceRow? { inner.inForce(in: stream) }
  func timers(dueBy day: CivilDate) -> [ArmedTimer] { inner.timers(dueBy: day) }
  func keep(_ document: Document) { inner.keep(document) }
  func document(_ hash: ContentHash) -> Document? { inner.document(hash) }
  func documents(of kind: String) -> [Document] { inner.documents(of: kind) }
  func prose(in stream: String) -> [ContentHash: String] { inner.prose(in: stream) }
  func prose(_ hash: ContentHash, in stream: String) -> String? { inner.prose(hash, in: stream) }
  func erase(prose hash: ContentHash, in stream: String) { inner.erase(prose: hash, in: stream) }
  func keep(_ person: Person) throws(StoreError) { try inner.keep(person) }
  func persons() -> [Person] { inner.persons() }
  func erase(person id: String, at instant: Instant) -> Bool {
    inner.erase(person: id, at: instant)
  }
  func outbox() -> [PendingEffect] { inner.outbox() }
  func done(effect id: String) { inner.done(effect: id) }
  func feed(after position: Int, atMost count: Int) -> [FedEvent] {
    inner.feed(after: position, atMost: count)
  }
  func feedEnd() -> Int { inner.feedEnd() }
  func cursor(_ name: String) -> FeedCursor? { inner.cursor(name) }
  func move(_ cursor: FeedCursor) { inner.move(cursor) }
  func integrityFaults() -> [Text] { inner.integrityFaults() }
}
