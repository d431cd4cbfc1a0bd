import Canonical
import Definitions
package import Lifecycle
import StageKit

extension Event {
  /// Whether a body is told of it: who owns a case or has a role in it is told of all of it; another,
  /// of what is done in its lane, in its stages, for it or to it, and of what becomes of the cases that
  /// it has a part in.
  ///
  /// A case that this build cannot read concerns everybody: better told too often than never.
  package func concerns(_ body: String, in product: ProductState) -> Bool {
    if onBehalfOf == body { return true }
    guard let caseID else { return false }
    guard let one = product[caseID] else { return true }
    if one.isLed(by: body) { return true }
    let payload = Value(json: payload)
    let named = [payload?["to"], payload?["members"]].flatMap { $0?.items ?? [] }
    if named.contains(.text(body)) { return true }
    guard let stage = payload?["stage"]?.text else { return one.hasPart(for: body) }
    let lane = payload?["lane"]?.text
    guard lane != body, let index = one.definition.stage(stage) else { return true }
    return one.attempts(at: index, lane: lane).contains { $0.falls(to: body) }
  }
}

extension CaseState {
  fileprivate func isLed(by body: String) -> Bool {
    let owner = definition.owner
    return (role(owner) ?? owner) == body || roles.contains { $0.to == body }
  }

  fileprivate func hasPart(for body: String) -> Bool {
    runs.contains { $0.lanes.contains { $0.body == body } }
      || attempts.contains { $0.contains { $0.falls(to: body) } }
  }
}

extension AttemptState {
  /// Whether a body owns the stage, or is one of those it asks.
  fileprivate func falls(to body: String) -> Bool {
    opening.owner.id == body || opening.sets.contains { $0.members.contains { $0.id == body } }
  }
}
