package import CivilTime
import Definitions
package import Lifecycle
package import Located
import Register
import StageKit

/// What was not done in time and was raised to a body: a stage of a case, all its late lanes together.
///
/// An agenda and a message both tell of these, so that what one holds is what the other shows.
package struct Escalation: Sendable {
  package let product: String
  package let caseID: String
  package let stage: String
  package let title: Text
  package let stageTitle: Text
  /// What is late, with its place; at least one.
  let late: [(spot: Spot, attempt: AttemptState)]

  /// Whether a lane, or the stage itself, is among what is late.
  package func isAbout(_ spot: Spot) -> Bool { late.contains { $0.spot == spot } }

  /// The earliest of the last days that have passed.
  package var lastDay: CivilDate? { late.compactMap { $0.attempt.deadline?.closes }.min() }

  /// What is raised to a body in some products, as it stands now.
  package static func all(in products: [ProductState], to body: String) -> [Escalation] {
    products.flatMap { product in
      product.cases.flatMap { Escalation.all(in: $0, of: product, to: body) }
    }
  }

  /// What is raised to a body in a case.
  static func all(in one: CaseState, of product: ProductState, to body: String) -> [Escalation] {
    // What a version that was replaced left undone is owed by nobody.
    guard one.closed != .replaced else { return [] }
    let late = one.openAttempts.filter { $0.1.isRaised(to: body) }
    return one.definition.stages.compactMap { stage in
      let mine = late.filter { $0.0.stage == stage.id }
      guard !mine.isEmpty else { return nil }
      return Escalation(
        product: product.stream, caseID: one.id, stage: stage.id, title: product.title,
        stageTitle: stage.title, late: mine.map { (spot: $0.0, attempt: $0.1) })
    }
  }
}

extension AttemptState {
  /// Whether it is late and that was raised to a body.
  ///
  /// An extension takes it back, until the day on which the new one is raised.
  fileprivate func isRaised(to body: String) -> Bool {
    guard case .open = status, let deadline, deadline.escalateTo == body else { return false }
    return fired.contains { $0.rung == Timer.escalate && $0.due == deadline.escalate }
  }
}
