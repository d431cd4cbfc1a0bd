package import Canonical
package import CivilTime
package import Lifecycle
package import Located
import Synchronization

/// A store that is gone with the process: for tests, simulation and trying out.
package final class MemoryStore: EventStore {
  private let contents = Mutex(Contents())

  /// An empty store.
  package init() {}

  package func append(_ appends: [Append]) throws(StoreError) -> [Appended] {
    try contents.withLock { contents throws(StoreError) in
      // One changes nothing unless it is accepted. Several are tried on a copy, so that nothing is half
      // there; that copies every stream that they write to.
      if appends.count == 1 { return [try contents.append(appends[0])] }
      var next = contents
      var answers: [Appended] = []
      for append in appends { answers.append(try next.append(append)) }
      guard !answers.contains(where: \.isRefusal) else { return answers.withheld }
      contents = next
      return answers
    }
  }

  package func events(of stream: String, in sequences: ClosedRange<Int>) -> [Event] {
    contents.withLock { contents in
      let events = contents.streams[stream]?.events ?? []
      let first = min(max(0, sequences.lowerBound - 1), events.count)
      return Array(events[first..<max(first, min(sequences.upperBound, events.count))])
    }
  }

  /// As the protocol's, and cannot fail.
  package func events(of stream: String, from sequence: Int) -> [Event] {
    events(of: stream, in: max(1, sequence)...Int.max)
  }

  package func streams() -> [StreamSummary] {
    contents.withLock { contents in
      contents.streams
        .map { name, stream in
          StreamSummary(
            stream: name, kind: stream.kind, version: stream.events.count,
            head: stream.events.last?.hash)
        }
        .sorted { $0.stream < $1.stream }
    }
  }

  package func firstEvents(after day: CivilDate) -> [String: Int] {
    contents.withLock { contents in
      contents.streams.compactMapValues { stream in
        stream.events.first { $0.effectiveAt.dayNumber > day.dayNumber }?.sequence
      }
    }
  }

  package func result(of command: String, in stream: String) -> CommandResult? {
    contents.withLock { $0.streams[stream]?.results[command] }
  }

  package func inForce(in stream: String) -> InForceRow? {
    contents.withLock { $0.streams[stream]?.inForce }
  }

  package func timers(dueBy day: CivilDate) -> [ArmedTimer] {
    contents.withLock { contents in
      contents.streams.values
        .flatMap { $0.armed.filter { $0.due.dayNumber <= day.dayNumber } }
        .sorted { $0.isBefore($1) }
    }
  }

  package func keep(_ document: Document) {
    contents.withLock { contents in
      if contents.documents[document.hash] == nil {
        contents.documents[document.hash] = document
        contents.kept.append(document.hash)
      }
    }
  }

  package func documents(of kind: String) -> [Document] {
    contents.withLock { contents in
      contents.kept.compactMap { contents.documents[$0] }.filter { $0.kind == kind }
    }
  }

  package func document(_ hash: ContentHash) -> Document? {
    contents.withLock { $0.documents[hash] }
  }

  package func prose(in stream: String) -> [ContentHash: String] {
    contents.withLock { $0.streams[stream]?.prose ?? [:] }
  }

  package func prose(_ hash: ContentHash, in stream: String) -> String? {
    contents.withLock { $0.streams[stream]?.prose[hash] }
  }

  package func erase(prose hash: ContentHash, in stream: String) {
    contents.withLock { contents in
      contents.streams[stream]?.prose[hash] = nil
    }
  }

  package func keep(_ person: Person) throws(StoreError) {
    try contents.withLock { contents throws(StoreError) in
      let id = person.word
      guard !contents.erased.contains(id) else { throw .erased(id) }
      contents.persons[id] = person
    }
  }

  package func persons() -> [Person] {
    contents.withLock { $0.persons.values.sorted { $0.word < $1.word } }
  }

  package func erase(person id: String, at instant: Instant) -> Bool {
    contents.withLock { contents in
      contents.erased.insert(id)
      return contents.persons.removeValue(forKey: id) != nil
    }
  }

  package func outbox() -> [PendingEffect] {
    contents.withLock { contents in
      contents.outbox.filter { !$0.done }.map(\.effect).sorted {
        ($0.stream, $0.sequence, $0.ordinal) < ($1.stream, $1.sequence, $1.ordinal)
      }
    }
  }

  package func done(effect id: String) {
    contents.withLock { contents in
      for index in contents.outbox.indices where contents.outbox[index].effect.id == id {
        contents.outbox[index].done = true
      }
    }
  }

  package func feed(after position: Int, atMost count: Int) -> [FedEvent] {
    contents.withLock { contents in
      let first = min(max(0, position), contents.feed.count)
      let last = first + min(max(0, count), contents.feed.count - first)
      return (first..<last).compactMap { index in
        let place = contents.feed[index]
        return contents.streams[place.stream].map {
          FedEvent(position: index + 1, event: $0.events[place.sequence - 1])
        }
      }
    }
  }

  package func feedEnd() -> Int { contents.withLock { $0.feed.count } }

  package func cursor(_ name: String) -> FeedCursor? { contents.withLock { $0.cursors[name] } }

  package func move(_ cursor: FeedCursor) {
    contents.withLock { $0.cursors[cursor.name] = cursor }
  }

  /// Always empty: there is no file, and no one else to write in it.
  package func integrityFaults() -> [Text] { [] }
}

private struct Contents {
  var streams: [String: StreamContents] = [:]
  var documents: [ContentHash: Document] = [:]
  /// Their hashes, in the order in which they were kept.
  var kept: [ContentHash] = []
  /// Where each event stands, in the order in which they were written.
  var feed: [(stream: String, sequence: Int)] = []
  var cursors: [String: FeedCursor] = [:]
  var outbox: [(effect: PendingEffect, done: Bool)] = []
  var persons: [String: Person] = [:]
  /// Reference words whose persons were taken away.
  var erased: Set<String> = []

  mutating func append(_ append: Append) throws(StoreError) -> Appended {
    if let earlier = streams[append.stream]?.results[append.result.command] {
      return earlier.requestHash == append.result.requestHash
        ? .duplicate(earlier) : .reused(earlier)
    }
    let events = streams[append.stream]?.events ?? []
    guard events.count == append.expectedVersion else {
      return .stale(
        current: events.count, since: Array(events.dropFirst(append.expectedVersion)))
    }
    try append.check(after: ChainHead(of: events.last))
    try check(append)
    take(append)
    return .appended
  }

  /// What must hold before anything is written, so that nothing is half there.
  func check(_ append: Append) throws(StoreError) {
    let stream = streams[append.stream]
    let armed = stream?.armed ?? []
    for timer in append.fired where !armed.contains(where: { $0.key == timer.key }) {
      throw append.refused(firing: timer)
    }
    var names = stream?.effectNames ?? []
    for effect in append.effects where !names.insert(effect.id).inserted {
      throw append.refused(effect: effect.id)
    }
  }

  mutating func take(_ append: Append) {
    streams[append.stream, default: StreamContents(kind: append.kind)].take(append)
    feed += append.events.map { (stream: $0.stream, sequence: $0.sequence) }
    outbox += append.effects.map { (effect: $0, done: false) }
  }
}

private struct StreamContents {
  let kind: String
  var events: [Event] = []
  var results: [String: CommandResult] = [:]
  var armed: [ArmedTimer] = []
  var fired: Set<ArmedTimer> = []
  var prose: [ContentHash: String] = [:]
  var effectNames: Set<String> = []
  var inForce: InForceRow?

  init(kind: String) {
    self.kind = kind
  }

  mutating func take(_ append: Append) {
    events += append.events
    results[append.result.command] = append.result
    fired.formUnion(append.fired.map(\.key))
    armed = append.timers.filter { !fired.contains($0.key) }
    for text in append.prose { prose[ContentHash(hashing: text)] = text }
    effectNames.formUnion(append.effects.map(\.id))
    inForce = append.inForce
  }
}
