import Canonical
import Lifecycle
import Located

extension Bench {
  /// Events a second from what a store hands out to the state of their products: following the
  /// chain, folding, and both.
  ///
  /// Each event has its own strings and bytes, as if it were just read, and they do not fit into
  /// the processor's caches.
  func folding() throws -> [Row] {
    let material = try Material.load()
    let originals = try material.histories.map { try material.events(of: $0) }
    var streams: [[Event]] = []
    var count = 0
    while count < 300_000 {
      for events in originals {
        let copies = events.map { $0.copy(to: "\($0.stream)-\(streams.count)") }
        streams.append(EventChain.seal(copies))
        count += events.count
      }
    }

    func follow(_ events: [Event]) throws {
      if let fault = EventChain.fault(in: events) { throw BenchFailure(fault.text.en) }
    }
    func fold(_ events: [Event]) throws {
      let state = material.engine.fold.state(of: events[0].stream, events)
      guard state.unreadable.isEmpty, state.version == events.count else {
        throw BenchFailure("\(state.stream) is not folded: \(state.unreadable)")
      }
    }
    let works: [(name: String, aim: String, work: ([Event]) throws -> Void)] = [
      ("follow the chain", "", follow), ("fold", "", fold),
      (
        "follow and fold", "≥ 1 M/s",
        {
          try follow($0)
          try fold($0)
        }
      ),
    ]
    var rates = works.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() {
        let time = try processorSeconds { for events in streams { try work.work(events) } }
        rates[index].append(Double(count) / time)
      }
    }
    return zip(works, rates).map { work, rates in
      let best = rates.max() ?? .nan
      return Row(
        name: "\(work.name), \(count) events, \(streams.count) products",
        ours: "\((rates.median / 1e6).written(2)) M/s", peer: "best \((best / 1e6).written(2)) M/s",
        aim: work.aim)
    }
  }
}

extension Event {
  /// The same in another stream, with strings and bytes of its own, as from a store.
  fileprivate func copy(to stream: String) -> Event {
    func own(_ text: String) -> String { String(decoding: Array(text.utf8), as: UTF8.self) }
    return Event(
      stream: stream, caseID: caseID.map(own), id: own(id), type: own(type), recordedAt: recordedAt,
      effectiveAt: effectiveAt, actor: own(actor), onBehalfOf: own(onBehalfOf),
      command: own(command), definition: definition, semanticsLevel: semanticsLevel,
      payload: payload.withUnsafeBufferPointer { Array($0) })
  }
}
