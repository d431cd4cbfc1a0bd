import Canonical
import CivilTime
import Definitions
import Located
import RandomTesting
import StageKit
import Store

@testable import Lifecycle

// What an accepted command leaves behind, in the store and in the state.

extension Trial {
  /// Writes what a command led to as a shell would, and once more where nothing may come of it.
  mutating func write(
    _ command: Command, _ drafts: [Draft], _ after: ProductState, _ context: Context
  ) throws {
    guard !drafts.isEmpty else {
      return try check(after.dump == state.dump, "no event, and yet another state")
    }
    let number = seen.accepted
    // The clock of a shell may go back; times of recording never fall.
    let clock = Int64(number) * 1_000 - (random.chance(20) ? 5_000 : 0)
    var sealing = chain
    let events = drafts.enumerated().map { index, draft in
      sealing.seal(
        Event(
          stream: state.stream, caseID: draft.caseID, id: "\(number)-\(index)", type: draft.type,
          recordedAt: Instant(milliseconds: clock), effectiveAt: draft.on, actor: "someone",
          onBehalfOf: context.by.id, command: "command-\(number)", definition: draft.definition,
          payload: draft.payload))
    }
    // The chain holds from event to event.
    for event in events {
      if let fault = chain.follow(event) { throw Broken(description: "\(fault)") }
    }
    // The fold takes every event that is decided, and leads to the state that was decided.
    var folded = state
    for event in events { engine.fold.apply(event, to: &folded) }
    // Two texts of a whole state are dear; a difference stays and is found a few commands later.
    if random.chance(40) {
      try check(
        folded.dump == after.dump,
        "the events fold to another state:\n\(folded.dump)\n\(after.dump)")
    }
    try check(folded.unreadable.isEmpty, "an event cannot be read: \(folded.unreadable)")

    let append = append(events, drafts, after, command: "command-\(number)", context)
    try check(try store.append(append) == .appended, "the store did not take it")
    // The same command twice is one.
    guard case .duplicate(let result) = try store.append(append), result == append.result else {
      throw Broken(description: "the same command twice is not one")
    }
    // Of two commands on one version one is taken.
    var other = append
    other.result.command = "another"
    for index in other.events.indices { other.events[index].command = "another" }
    guard case .stale(let current, _) = try store.append(other), current == after.version else {
      throw Broken(description: "two commands on one version were both taken")
    }
    try check(
      store.events(of: state.stream, from: 1).count == after.version, "the store has other events")
    // Sequences have no gap, the chain is whole, and replay from the first event is the same state.
    if random.chance(6) {
      let all = store.events(of: state.stream, from: 1)
      try check(EventChain.fault(in: all) == nil, "the chain is broken")
      try check(all.map(\.sequence) == Array(1...all.count), "a sequence is missing")
      try check(
        engine.fold.state(of: state.stream, all).dump == after.dump, "replay is another state")
    }
    let row = store.inForce(in: state.stream)
    try check(
      row?.since == after.inForce?.since && row?.caseID == after.inForce?.caseID,
      "another version in force")
    state = folded
  }

  private func append(
    _ events: [Event], _ drafts: [Draft], _ after: ProductState, command: String, _ context: Context
  ) -> Append {
    let effects = zip(events, drafts).flatMap { event, draft in
      draft.effects.enumerated().map { ordinal, effect in
        PendingEffect(
          stream: state.stream, sequence: event.sequence, ordinal: ordinal,
          id: "\(event.id)-\(ordinal)", kind: effect.kind, payload: effect.payload)
      }
    }
    return Append(
      stream: state.stream, kind: after.kind, expectedVersion: state.version, events: events,
      result: CommandResult(
        command: command, requestHash: ContentHash(hashing: command),
        firstSequence: state.version + 1, lastSequence: after.version, reply: [],
        recordedAt: events[0].recordedAt),
      timers: armed(engine.agenda(after)), fired: armed(fired(drafts, after)), effects: effects,
      prose: drafts.flatMap(\.prose),
      inForce: after.inForce.map {
        InForceRow(caseID: $0.caseID, stage: $0.stage, attempt: $0.attempt, since: $0.since)
      })
  }

  private func armed(_ timers: [Timer]) -> [ArmedTimer] {
    timers.map {
      ArmedTimer(
        stream: state.stream, id: $0.id, attempt: $0.attempt, rung: $0.rung, due: $0.due,
        rule: $0.rule, calendar: nil)
    }
  }

  // The rungs that went off: those that an event names, and versions that came into force.
  private func fired(_ drafts: [Draft], _ after: ProductState) -> [Timer] {
    let told = drafts.filter { $0.type == Fired.type }.compactMap { draft in
      draft.payload.withUnsafeBufferPointer { Fired.replay($0) }.map { (draft.caseID, $0) }
    }
    let entered = drafts.filter { $0.type == EnteredForce.type }.compactMap { draft in
      draft.payload.withUnsafeBufferPointer { EnteredForce.replay($0) }.map { (draft.caseID, $0) }
    }
    return engine.agenda(state).filter { timer in
      if timer.rung == Timer.inForce {
        return entered.contains { id, entered in
          id == timer.caseID && entered.stage == timer.spot.stage && timer.due <= day
        }
      }
      return told.contains { id, fired in
        id == timer.caseID && fired.spot == timer.spot && fired.attempt == timer.attempt
          && (fired.rung == timer.rung || fired.skipped.contains(timer.rung))
      }
    }
  }
}
