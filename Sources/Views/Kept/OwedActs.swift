import Definitions
package import Lifecycle
import Located
import StageKit

/// Who owes which act, where, until when: what the list of what is due is made of.
///
/// A row for each body and each act that it owes in an open stage with a last day. Beside
/// ``Row/init(_:of:)``: `stage`, `lane`, `body`, `act` (none where the stage does not say which),
/// `what`, `assigned`, `is-trailing`, `found-at`, the address of the document that the stage is about,
/// and the last day (``LastDay``).
package struct OwedActs: Gathering {
  package let name = "due"

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    // What a version that was replaced left undone is owed by nobody.
    product.cases.filter { $0.closed != .replaced }.flatMap { one -> [Row] in
      let place = Row(one, of: product)
      return one.openAttempts.flatMap { spot, attempt -> [Row] in
        // What is decided and waits for its day owes nothing.
        guard case .open = attempt.status, let last = LastDay(attempt),
          let index = one.definition.stage(spot.stage)
        else { return [] }
        let stage = one.definition.stages[index]
        let isTrailing = one.run(of: index).map { one.runs[$0].isTrailing } ?? false
        let here = place.with(last.row).with([
          "stage": .choice(stage.id, stage.title),
          "lane": Cell(spot.lane.map { Body(stringLiteral: $0) }),
          "assigned": Cell(attempt.assigned), "is-trailing": isTrailing ? Cell(true) : .none,
          "found-at": Cell(attempt.opening.take(.document).flatMap { one.address(of: $0) }),
        ])
        let owed = one.owed(at: spot)
        guard !owed.isEmpty else { return [here.with(["body": Cell(attempt.opening.owner)])] }
        return owed.map { owed in
          here.with([
            "body": Cell(owed.body),
            "act": .choice(
              owed.act, owed.title ?? stage.contract.act(owed.act)?.title ?? stage.title),
            "what": Cell(owed.what),
          ])
        }
      }
    }
  }
}
