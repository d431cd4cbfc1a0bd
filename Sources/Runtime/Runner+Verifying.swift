import Canonical
import CivilTime
import Lifecycle
package import Located
package import Store

/// Something in the store that does not hold.
package struct StoreFault: Sendable, Hashable {
  /// The product; nil for what concerns the whole store.
  package let product: String?
  /// The event, where it is about one.
  package let event: Int?
  package let text: Text
}

/// What a verification looked at, and what it found.
package struct Verification: Sendable {
  package internal(set) var products = 0
  package internal(set) var events = 0
  package internal(set) var faults: [StoreFault] = []
}

extension Runner {
  /// Holds the whole store against itself: chains, answers, and all that is derived from events.
  ///
  /// - Throws: what the store throws when it cannot be read at all.
  package func verify() throws(StoreError) -> Verification {
    var found = Verification()
    found.faults = try store.integrityFaults().map {
      StoreFault(product: nil, event: nil, text: $0)
    }
    let armed = Dictionary(grouping: try store.timers(dueBy: .latest), by: \.stream)
    for stream in try store.streams() {
      do throws(StoreError) {
        try verify(stream, armed: armed[stream.stream] ?? [], &found)
      } catch {
        found.faults.append(StoreFault(product: stream.stream, event: nil, text: error.text))
      }
    }
    return found
  }

  private func verify(
    _ stream: StreamSummary, armed: [ArmedTimer], _ found: inout Verification
  ) throws(StoreError) {
    let events = try store.events(of: stream.stream, from: 1)
    found.products += 1
    found.events += events.count
    var faults: [(Int?, Text)] = []
    if let fault = EventChain.fault(in: events) { faults.append((fault.sequence, fault.text)) }
    if stream.version != events.count {
      faults.append(
        (
          nil,
          Text(
            sv: "lagret säger \(stream.version) händelser, men det finns \(events.count)",
            en: "the store says \(stream.version) events, but there are \(events.count)")
        ))
    }
    faults += try answerFaults(events).map { ($0, $1) }
    faults += try documentFaults(events).map { ($0, $1) }
    let state = engine.fold.state(of: stream.stream, events)
    faults += state.unreadable.map { ($0.sequence, $0.text) }
    // Of a product that cannot be read nothing can be derived, and one fault is enough.
    if state.unreadable.isEmpty {
      faults += timerFaults(state, armed).map { (nil, $0) }
      if try store.inForce(in: stream.stream) != state.inForceRow {
        faults.append(
          (
            state.inForce?.since,
            Text(
              sv: "lagret och historiken är inte överens om vad som gäller",
              en: "the store and the history differ on what is in force")
          ))
      }
    }
    found.faults += faults.map {
      StoreFault(product: stream.stream, event: $0.0, text: $0.1)
    }
  }

  // Every command that led to events has its answer, and the answer names just those.
  private func answerFaults(_ events: [Event]) throws(StoreError) -> [(Int, Text)] {
    var faults: [(Int, Text)] = []
    var start = events.startIndex
    while start < events.endIndex {
      let command = events[start].command
      let end = events[start...].firstIndex { $0.command != command } ?? events.endIndex
      let result = try store.result(of: command, in: events[start].stream)
      if result?.firstSequence != start + 1 || result?.lastSequence != end {
        faults.append(
          (
            start + 1,
            Text(
              sv: "svaret på kommandot \(command) saknas eller nämner andra händelser",
              en: "the answer to the command \(command) is missing or names other events")
          ))
      }
      start = end
    }
    return faults
  }

  private func documentFaults(_ events: [Event]) throws(StoreError) -> [(Int, Text)] {
    var seen: Set<ContentHash> = []
    var faults: [(Int, Text)] = []
    for event in events {
      guard let hash = event.definition, seen.insert(hash).inserted else { continue }
      guard let document = try store.document(hash) else {
        faults.append(
          (
            event.sequence,
            Text(
              sv: "processen \(hash.short) är inte bevarad",
              en: "the definition \(hash.short) was not kept")
          ))
        continue
      }
      if ContentHash(hashing: document.body) != hash {
        faults.append(
          (
            event.sequence,
            Text(
              sv: "processen \(hash.short) är ändrad efter att den bevarades",
              en: "the definition \(hash.short) was changed after it was kept")
          ))
      }
    }
    return faults
  }

  private func timerFaults(_ state: ProductState, _ armed: [ArmedTimer]) -> [Text] {
    let expected = timers(of: state)
    let missing = expected.filter { !armed.contains($0) }.map { timer in
      Text(
        sv: "bevakningen \(timer.id) \(timer.rung) \(timer.due) saknas i lagret",
        en: "the timer \(timer.id) \(timer.rung) \(timer.due) is missing in the store")
    }
    let extra = armed.filter { !expected.contains($0) }.map { timer in
      Text(
        sv: "bevakningen \(timer.id) \(timer.rung) \(timer.due) följer inte av historiken",
        en: "the timer \(timer.id) \(timer.rung) \(timer.due) does not follow from the history")
    }
    return missing + extra
  }
}
