import Canonical
import Lifecycle
import Located
import StageKit
package import Store

extension Runner {
  /// How often commands that name no version are decided anew when others were first.
  static var patience: Int { 16 }

  /// Does all that is asked for, in order and in one piece, or nothing: one answer for each order.
  ///
  /// Each is decided on what those before it lead to. Where one is refused, nothing is written, and
  /// the answers tell the fate of every one: those that could have been done are `planned`.
  ///
  /// - Throws: what the store throws; then nothing was written.
  package func perform(_ orders: [Order]) throws(StoreError) -> [Answer] {
    for _ in 0..<Runner.patience {
      var batch = Batch()
      for order in orders { try consider(order, in: &batch) }
      guard !batch.isStopped, !orders.contains(where: \.isDryRun) else { return batch.answers }
      let appends = batch.entries.map(\.append)
      guard !appends.isEmpty else { return batch.answers }
      try library.keep(appends.flatMap(\.events))
      var answers = batch.answers
      var isOvertaken = false
      for (entry, outcome) in zip(batch.entries, try store.append(appends)) {
        let order = orders[entry.place]
        switch outcome {
        case .appended: answers[entry.place] = .done(entry.receipt)
        case .withheld: break
        case .duplicate(let earlier), .reused(let earlier):
          answers[entry.place] = answer(
            order, earlier, try store.events(of: order.product, from: 1))
        case .stale(let current, let since):
          isOvertaken = isOvertaken || order.expectedVersion == nil
          answers[entry.place] = .stale(current: current, since: since)
        }
      }
      guard !isOvertaken else { continue }
      for entry in batch.entries {
        if case .done = answers[entry.place] { relay(entry.append.effects) }
      }
      return answers
    }
    let busy = orders.map(\.product).first ?? ""
    throw .failed(
      Text(
        sv: "\(busy) ändras hela tiden av andra; försök igen",
        en: "\(busy) is being changed by others all the time; try again"))
  }

  private func read(_ product: String) throws(StoreError) -> Standing {
    let events = try store.events(of: product, from: 1)
    return Standing(events: events, state: engine.fold.state(of: product, events))
  }

  private func consider(_ order: Order, in batch: inout Batch) throws(StoreError) {
    var standing =
      if let known = batch.standings[order.product] { known } else { try read(order.product) }
    // A repetition is one whatever has happened since, so it is looked for before deciding.
    if let earlier = try store.result(of: order.id, in: order.product) {
      return batch.answers.append(answer(order, earlier, standing.events))
    }
    if let expected = order.expectedVersion, expected != standing.state.version {
      return batch.answers.append(
        .stale(
          current: standing.state.version,
          since: Array(standing.events.dropFirst(max(0, expected)))))
    }
    var command = order.command
    if case .open(var wanted) = command, let lane = wanted.opening.carries {
      let national =
        if let known = batch.standings[lane.product] { known } else { try read(lane.product) }
      if let refusal = refusal(of: lane, on: national.state) {
        return batch.answers.append(.refused([refusal]))
      }
      wanted.opening.given = national.state.handed(to: lane)
      command = .open(wanted)
    }
    let (drafts, after): ([Draft], ProductState)
    switch engine.decide(command, on: standing.state, order.context) {
    case .refused(let refusals):
      return batch.answers.append(.refused(refusals.map { explained($0, standing.events) }))
    case .accepted([], _): return batch.answers.append(.nothing)
    case .accepted(let accepted, let next): (drafts, after) = (accepted, next)
    }
    var seats = batch.seats
    let seatless = try seats.refusal(of: order, engine.organisation, store) {
      product throws(StoreError) in
      if let standing = batch.standings[product] { return standing.state }
      return try state(of: product)
    }
    batch.seats = seats
    if let seatless { return batch.answers.append(.refused([seatless])) }
    if standing.state.cases.isEmpty, let twin = try batch.twins.twin(of: after, in: store) {
      return batch.answers.append(.refused([twin]))
    }
    let sealed = seal(drafts, of: order, after: ChainHead(of: standing.events.last))
    let receipt = Receipt(
      events: sealed.events, state: after, before: standing.state, wasLifted: sealed.wasLifted,
      prose: drafts.flatMap(\.prose))
    batch.entries.append(
      Batch.Entry(
        place: batch.answers.count, receipt: receipt,
        append: append(order, receipt, drafts, recordedAt: sealed.at)))
    batch.answers.append(.planned(receipt))
    standing.events += sealed.events
    standing.state = after
    batch.standings[order.product] = standing
  }
}

/// What some orders lead to, before anything is written.
private struct Batch {
  /// An order that is to be written.
  struct Entry {
    let place: Int
    let receipt: Receipt
    let append: Append
  }

  var answers: [Answer] = []
  var entries: [Entry] = []
  /// Each product as the orders before left it.
  var standings: [String: Standing] = [:]
  var twins = Twins()
  var seats = Seats()

  /// Whether something stands in the way of writing.
  var isStopped: Bool {
    answers.contains { answer in
      switch answer {
      case .refused, .stale, .reused: true
      case .done, .repeated, .planned, .nothing: false
      }
    }
  }
}

/// A product as it was read, with what is to be written.
private struct Standing {
  var events: [Event]
  var state: ProductState
}
