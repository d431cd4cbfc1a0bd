import Canonical
import CivilTime
import Lifecycle
import Testing

@Suite struct EventChainTests {
  private func chain(of count: Int = 6) throws -> [Event] {
    EventChain.seal(try (1...count).map { try draft($0) })
  }

  @Test func `sealed events follow each other`() throws {
    let events = try chain()
    #expect(EventChain.fault(in: events) == nil)
    #expect(events.map(\.sequence) == [1, 2, 3, 4, 5, 6])
    #expect(events[0].previous == .zero)
    #expect(events.dropFirst().map(\.previous) == events.dropLast().map(\.hash))
  }

  @Test func `a chain goes on where it ended`() throws {
    let all = try chain()
    let rest = EventChain.seal(
      try (4...6).map { try draft($0) }, after: ChainHead(of: all[2]))
    #expect(Array(all[3...]) == rest)
  }

  @Test func `a clock that is set back does not reach the chain`() throws {
    let late = try draft(1, at: Instant(milliseconds: 2000))
    let early = try draft(2, at: Instant(milliseconds: 1000))
    #expect(EventChain.seal([late, early]).map(\.recordedAt.milliseconds) == [2000, 2000])
  }

  /// Computed outside of this program, from the form that `withSealedBytes` states.
  @Test func `the form of the bytes stands`() throws {
    let events = try chain(of: 2)
    #expect(
      events.map(\.hash.description) == [
        "d4adc3b54f4095fa6d2e57cc43ba0a93ac8dc9907ee6785d374d2281f669b0d8",
        "779bee0e0d206268c96df0e62e5b20e76e9d2a9e79131918138c0d20dcc6858d",
      ])
  }

  @Test func `an event that was recorded too early is told`() throws {
    let first = EventChain.seal([try draft(1, at: Instant(milliseconds: 2000))])
    var second = try draft(2, at: Instant(milliseconds: 1000))
    second.sequence = 2
    second.previous = first[0].hash
    second.hash = second.sealingHash
    #expect(EventChain.fault(in: first + [second]) == ChainFault(sequence: 2, reason: .earlier))
  }

  /// Each field of the envelope, changed in the third of six events.
  private static let changes: [(field: String, change: @Sendable (inout Event) -> Void)] = [
    ("stream", { $0.stream += "x" }),
    ("sequence", { $0.sequence = 9 }),
    ("caseID", { $0.caseID = nil }),
    ("empty caseID", { $0.caseID = "" }),
    ("id", { $0.id += "x" }),
    ("type", { $0.type = "" }),
    ("typeVersion", { $0.typeVersion = 2 }),
    ("recordedAt", { $0.recordedAt = Instant(milliseconds: $0.recordedAt.milliseconds + 1) }),
    ("effectiveAt", { $0.effectiveAt = CivilDate(year: 2026, month: 9) ?? $0.effectiveAt }),
    ("actor", { $0.actor = $0.onBehalfOf }),
    (
      "text moved",
      { ($0.actor, $0.onBehalfOf) = ($0.actor + "r", String($0.onBehalfOf.dropFirst())) }
    ),
    ("command", { $0.command += " " }),
    ("correlation", { $0.correlation = nil }),
    ("causation", { $0.causation = "e-2" }),
    ("definition", { $0.definition = .zero }),
    ("semanticsLevel", { $0.semanticsLevel = 0 }),
    ("payload", { $0.payload[3] ^= 1 }),
    ("payload's end", { $0.payload.append(32) }),
    ("previous", { $0.previous = .zero }),
    ("hash", { $0.hash = .zero }),
  ]

  @Test(arguments: changes.indices)
  func `no field can be changed unseen`(_ index: Int) throws {
    var events = try chain()
    let (field, change) = Self.changes[index]
    let before = events[2]
    change(&events[2])
    #expect(events[2] != before, "\(field)")
    #expect(EventChain.fault(in: events)?.sequence == 3, "\(field)")
  }

  @Test func `an event that was sealed anew is told by the one after it`() throws {
    var events = try chain()
    events[2].payload = Array("{}".utf8)
    events[2].hash = events[2].sealingHash
    #expect(EventChain.fault(in: events) == ChainFault(sequence: 4, reason: .unlinked))
  }

  @Test(arguments: 0..<5)
  func `no event can be dropped unseen before the last`(_ index: Int) throws {
    var events = try chain()
    events.remove(at: index)
    #expect(
      EventChain.fault(in: events)
        == ChainFault(sequence: index + 1, reason: .gap(found: index + 2)))
  }

  @Test(arguments: 0..<5)
  func `no two events can be swapped unseen`(_ index: Int) throws {
    var events = try chain()
    events.swapAt(index, index + 1)
    #expect(EventChain.fault(in: events)?.sequence == index + 1)
    (events[index].sequence, events[index + 1].sequence) = (index + 1, index + 2)
    #expect(EventChain.fault(in: events) == ChainFault(sequence: index + 1, reason: .changed))
  }

  @Test func `an event longer than a kilobyte is sealed alike`() throws {
    var long = try draft(1)
    long.payload = Array(repeating: 65, count: 100_000)
    let events = EventChain.seal([long, try draft(2)])
    #expect(EventChain.fault(in: events) == nil)
    let end = events[0].withSealedBytes { Array($0.suffix(100_000)) }
    #expect(end == long.payload)
  }
}
