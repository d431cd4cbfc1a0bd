import Canonical
package import CivilTime
import Lifecycle
package import Located
import StageKit
package import Store

/// What a tick did.
package struct Ticked: Sendable {
  /// What was fired, a receipt for each product that had something due.
  package var receipts: [Receipt] = []
  /// Products that could not be fired, and why; the others were.
  package var failed: [(product: String, why: Text)] = []
}

extension Runner {
  /// The actor of what happens by itself.
  package static let itself = "stafett"

  /// Fires all that is due on a day, once; a second tick on the same day finds nothing.
  ///
  /// - Throws: what the store throws when it is asked what is due.
  package func tick(on day: CivilDate) throws(StoreError) -> Ticked {
    var ticked = Ticked()
    for product in try dueProducts(on: day) {
      do throws(StoreError) {
        switch try fire(product, on: day) {
        case .done(let receipt): ticked.receipts.append(receipt)
        case .refused(let refusals):
          ticked.failed += refusals.prefix(1).map { (product, $0.text) }
        case .repeated, .planned, .nothing, .stale, .reused: break
        }
      } catch {
        // One product that cannot be written must not keep the others from their reminders.
        ticked.failed.append((product, error.text))
      }
    }
    // What could not be told when it happened is told now.
    for effect in try store.outbox() where effect.kind == Tidings.kind {
      if let why = try relay(effect) { ticked.failed.append((effect.stream, why)) }
    }
    return ticked
  }

  private func dueProducts(on day: CivilDate) throws(StoreError) -> [String] {
    var seen: Set<String> = []
    return try store.timers(dueBy: day).map(\.stream).filter { seen.insert($0).inserted }
  }

  private func fire(_ product: String, on day: CivilDate) throws(StoreError) -> Answer {
    try perform(
      Order(
        .fire, on: product, Context(on: day, by: Body(stringLiteral: Runner.itself)), id: newID(),
        request: ContentHash(hashing: "fire \(day)"), actor: Runner.itself))
  }
}
