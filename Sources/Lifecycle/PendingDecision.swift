import Definitions
package import StageKit

/// A decision that a body can take in a case at a meeting, as the case stands.
///
/// What an agenda calls ready and what minutes register are these and nothing else, so that the one
/// never promises what the other refuses.
package struct PendingDecision: Sendable {
  package let spot: Spot
  /// The act that it is registered by.
  package let act: String
  /// Who owes it: the owner, or the one that the definition gives the act to.
  package let body: Body
  package let attempt: AttemptState
}

extension StageContract {
  /// The acts that a meeting decides: those that have a place in its minutes.
  package var decisions: [ActContract] {
    acts.filter { act in act.shape.fields.contains { $0.key == "minutes" } }
  }
}

extension CaseState {
  /// What can be decided now: every decision that an open stage owes, one of a body in each place.
  ///
  /// A stage owes its decision when its basis is there; what is decided and waits for its day owes none.
  package var pendingDecisions: [PendingDecision] {
    // What a version that was replaced left undone is owed by nobody.
    guard closed != .replaced else { return [] }
    return openAttempts.flatMap { spot, attempt -> [PendingDecision] in
      guard case .open = attempt.status, let index = definition.stage(spot.stage) else { return [] }
      let acts = definition.stages[index].contract.decisions.map(\.name)
      let owed = owed(at: spot).filter { acts.contains($0.act) }
      return owed.indices.filter { place in
        !owed[..<place].contains { $0.body == owed[place].body }
      }.map {
        PendingDecision(spot: spot, act: owed[$0].act, body: owed[$0].body, attempt: attempt)
      }
    }
  }
}
