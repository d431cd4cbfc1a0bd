import Canonical
import CivilTime
package import Definitions
package import Lifecycle
import Located
package import Register
package import StageKit
package import Store

/// The only loop with effects: load, decide, append.
///
/// Clock and ids come in as closures, so that a test and a simulation can hand in theirs. Calls
/// block until the answer is durable.
package struct Runner: Sendable {
  package let store: any EventStore
  package let engine: Engine
  package let library: DefinitionLibrary
  private let clock: @Sendable () -> Instant
  private let makeID: @Sendable (Instant) -> String

  /// A runner over a store.
  ///
  /// - Parameters:
  ///   - stages: the stages of this build.
  ///   - organisation: the register of today.
  ///   - definitions: what new cases may take.
  ///   - clock: the time at which something is written down.
  ///   - makeID: an id that nobody else makes; a UUID of version 7 unless a test wants another.
  package init(
    store: any EventStore, stages: StageCatalogue, organisation: Organisation,
    definitions: [PipelineDefinition], clock: @escaping @Sendable () -> Instant,
    makeID: @escaping @Sendable (Instant) -> String = { UUIDv7.make(at: $0) }
  ) {
    self.store = store
    self.clock = clock
    self.makeID = makeID
    let library = DefinitionLibrary(
      store: store, reader: DefinitionReader(stages: stages, organisation: organisation),
      definitions: definitions)
    self.library = library
    engine = Engine(
      organisation: organisation, definitions: library.current,
      fold: Fold { library[$0] })
  }

  /// The time at which something is written down now.
  var now: Instant { clock() }

  /// An id for a command that brings none.
  package func newID() -> String { makeID(clock()) }

  /// A product as it stands, or as it stood when it had come to a version of at least 1; version 0 if
  /// there is none of that id.
  package func state(
    of product: String, at version: Int = .max
  ) throws(StoreError) -> ProductState {
    engine.fold.state(of: product, try store.events(of: product, in: 1...max(1, version)))
  }

  /// A product as it stood at the end of a day (``Fold``), by what was written up to a version; version
  /// 0 where it had not begun.
  package func state(
    of product: String, until day: CivilDate, at version: Int = .max
  ) throws(StoreError) -> ProductState {
    let events = try store.events(of: product, in: 1...max(1, version))
    return engine.fold.state(of: product, events, until: day)
  }

  /// Every product as it stands, or every one of a kind, by id.
  package func products(of kind: String? = nil) throws(StoreError) -> [ProductState] {
    var products: [ProductState] = []
    for stream in try store.streams() where kind.map({ $0 == stream.kind }) ?? true {
      products.append(try state(of: stream.stream))
    }
    return products
  }

  /// Does what is asked for, or says why not.
  ///
  /// - Throws: what the store throws; then nothing was written.
  package func perform(_ order: Order) throws(StoreError) -> Answer {
    try perform([order])[0]
  }

  // MARK: sealing

  func seal(
    _ drafts: [Draft], of order: Order, after head: ChainHead
  ) -> (events: [Event], at: Instant, wasLifted: Bool) {
    let now = clock()
    let events = drafts.map { draft in
      Event(
        stream: order.product, caseID: draft.caseID, id: makeID(now), type: draft.type,
        recordedAt: now, effectiveAt: draft.on, actor: order.actor,
        onBehalfOf: order.context.by.id, command: order.id, definition: draft.definition,
        semanticsLevel: Engine.semanticsLevel, payload: draft.payload)
    }
    let sealed = EventChain.seal(events, after: head)
    return (sealed, max(now, head.recordedAt), now < head.recordedAt)
  }

  func answer(_ order: Order, _ earlier: CommandResult, _ events: [Event]) -> Answer {
    guard earlier.requestHash == order.request else {
      return .reused(id: order.id, first: earlier.firstSequence, last: earlier.lastSequence)
    }
    let last = min(earlier.lastSequence, events.count)
    let first = min(max(1, earlier.firstSequence), last + 1)
    return .repeated(
      Receipt(
        events: Array(events[(first - 1)..<last]),
        state: engine.fold.state(of: order.product, Array(events.prefix(last))),
        before: engine.fold.state(of: order.product, Array(events.prefix(first - 1))),
        wasLifted: Value(json: earlier.reply)?[Reply.lifted]?.flag ?? false, prose: []))
  }

  // A case that can only be read is so for a reason that the fold does not know.
  func explained(_ refusal: Refusal, _ events: [Event]) -> Refusal {
    guard refusal.code == "case/read-only",
      let why = events.lazy.compactMap(\.definition).compactMap({ library.reason(against: $0) })
        .first
    else { return refusal }
    return Refusal(
      refusal.code, sv: "går bara att läsa: \(why.sv)", en: "can only be read: \(why.en)")
  }
}
