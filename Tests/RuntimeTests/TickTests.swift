import Canonical
import CivilTime
import Lifecycle
import Runtime
import Store
import Testing

struct TickTests {
  @Test func `what is due is fired once, and the others are passed over as skipped`() throws {
    let store = MemoryStore()
    let bench = try Bench(store)
    try bench.open()
    // Draft until 7 October: reminders four weeks and one week before.
    let day = try date("2026-10-05")
    let ticked = try bench.runner.tick(on: day)
    #expect(ticked.failed.isEmpty)
    let fired = ticked.receipts.flatMap(\.events)
    #expect(fired.map(\.type) == [Fired.type])
    #expect(store.outbox().map(\.id) == ["vp-a/4/1"])
    #expect(store.outbox().map(\.kind) == ["reminder"])
    #expect(try bench.runner.tick(on: day).receipts.isEmpty)
    #expect(store.outbox().count == 1)
    #expect(try bench.runner.verify().faults == [])
  }

  @Test func `a tick before the day finds nothing`() throws {
    let bench = try Bench()
    try bench.open()
    #expect(try bench.runner.tick(on: try date("2026-01-08")).receipts.isEmpty)
  }

  @Test func `two that tick at once send one reminder`() throws {
    let rival = Rival(first: MemoryStore())
    let bench = try Bench(rival)
    try bench.open()
    let day = try date("2026-10-05")
    rival.interfere { _ = try Bench(rival.first).runner.tick(on: day) }
    #expect(try bench.runner.tick(on: day).receipts.isEmpty)
    #expect(rival.outbox().count == 1)
  }

  @Test func `one product that cannot be fired does not keep the others from it`() throws {
    let store = MemoryStore()
    let bench = try Bench(store)
    try bench.open("vp-a", id: "a")
    try bench.open("vp-b", about: "C62", id: "b")
    let future = Event(
      stream: "vp-a", caseID: nil, id: "f", type: "product-opened",
      recordedAt: bench.clock.now, effectiveAt: try date("2026-02-01"), actor: "x",
      onBehalfOf: "x", command: "f", definition: nil, semanticsLevel: 99, payload: [123, 125])
    let head = ChainHead(of: store.events(of: "vp-a", from: 1).last)
    let sealed = EventChain.seal([future], after: head)
    _ = try store.append(
      Append(
        stream: "vp-a", kind: "care-programme", expectedVersion: 3, events: sealed,
        result: CommandResult(
          command: "f", requestHash: .zero, firstSequence: 4, lastSequence: 4, reply: [123, 125],
          recordedAt: bench.clock.now),
        timers: store.timers(dueBy: .latest).filter { $0.stream == "vp-a" }))
    let ticked = try bench.runner.tick(on: try date("2026-10-05"))
    #expect(ticked.failed.map(\.product) == ["vp-a"])
    #expect(ticked.receipts.map(\.state.stream) == ["vp-b"])
  }
}
