import Canonical
import Lifecycle
import StageKit
import Store

/// The keys of the answer that is kept with a command.
enum Reply {
  static let first = "first"
  static let last = "last"
  static let lifted = "clock-lifted"
}

extension Runner {
  /// All that a command leads to, as one append.
  func append(
    _ order: Order, _ receipt: Receipt, _ drafts: [Draft], recordedAt: Instant
  ) -> Append {
    let first = receipt.before.version + 1
    let last = receipt.before.version + receipt.events.count
    let reply = Value.record([
      Reply.first: .whole(first), Reply.last: .whole(last),
      Reply.lifted: receipt.wasLifted ? .flag(true) : nil,
    ])
    return Append(
      stream: order.product, kind: receipt.state.kind, expectedVersion: receipt.before.version,
      events: receipt.events,
      result: CommandResult(
        command: order.id, requestHash: order.request, firstSequence: first, lastSequence: last,
        reply: reply.json, recordedAt: recordedAt),
      timers: timers(of: receipt.state), fired: fired(by: order, receipt),
      effects: effects(drafts, receipt.events), prose: receipt.prose,
      inForce: receipt.state.inForceRow)
  }

  /// The agenda as the store keeps it.
  func timers(of state: ProductState) -> [ArmedTimer] {
    engine.agenda(state).map { $0.armed(in: state.stream) }
  }

  // A rung that is named by an event was reached or passed over. A version that came into force by
  // its day says so by being gone from the agenda.
  private func fired(by order: Order, _ receipt: Receipt) -> [ArmedTimer] {
    guard case .fire = order.command else { return [] }
    let rungs = receipt.events.filter { $0.type == Fired.type }.compactMap { event in
      event.payload.withUnsafeBufferPointer { Fired.replay($0) }.map { (event.caseID, $0) }
    }
    let after = Set(timers(of: receipt.state).map(\.key))
    return engine.agenda(receipt.before).filter { timer in
      if timer.rung == Timer.inForce {
        return timer.due <= order.context.on
          && !after.contains(timer.armed(in: order.product).key)
      }
      return rungs.contains { caseID, fired in
        caseID == timer.caseID && fired.spot == timer.spot && fired.attempt == timer.attempt
          && (fired.rung == timer.rung || fired.skipped.contains(timer.rung))
      }
    }.map { $0.armed(in: order.product) }
  }

  private func effects(_ drafts: [Draft], _ events: [Event]) -> [PendingEffect] {
    zip(drafts, events).flatMap { draft, event in
      draft.effects.enumerated().map { index, effect in
        // Named by the event that asks for it: the same effect has one name for ever.
        PendingEffect(
          stream: event.stream, sequence: event.sequence, ordinal: index + 1,
          id: "\(event.stream)/\(event.sequence)/\(index + 1)", kind: effect.kind,
          payload: effect.payload)
      }
    }
  }
}

extension Timer {
  func armed(in stream: String) -> ArmedTimer {
    ArmedTimer(
      stream: stream, id: id, attempt: attempt, rung: rung, due: due, rule: rule,
      calendar: ContentHash(hex: calendar))
  }
}

extension ProductState {
  /// The version in force as the store keeps it.
  var inForceRow: InForceRow? {
    inForce.map {
      InForceRow(caseID: $0.caseID, stage: $0.stage, attempt: $0.attempt, since: $0.since)
    }
  }
}
