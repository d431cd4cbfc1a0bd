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
  func result(of command: String, in stream: String) -> CommandResult? {
    first.result(of: command, in: stream)
  }
  func inForce(in stream: String) -> InForceRow? { first.inForce(in: stream) }
  func timers(dueBy day: CivilDate) -> [ArmedTimer] { first.timers(dueBy: day) }
  func keep(_ document: Document) { first.keep(document) }
  func document(_ hash: ContentHash) -> Document? { first.document(hash) }
  func documents(of kind: String) -> [Document] { first.documents(of: kind) }
  func prose(_ hash: ContentHash, in stream: String) -> String? { first.prose(hash, in: stream) }
  func erase(prose hash: ContentHash, in stream: String) { first.erase(prose: hash, in: stream) }
  func outbox() -> [PendingEffect] { first.outbox() }
  func done(effect id: String) { first.done(effect: id) }
  func integrityFaults() -> [Text] { first.integrityFaults() }
}
