import Canonical
import CivilTime
import Definitions
import Lifecycle
import Located
import StageKit
import Store

// A case that carries a lane of another product's case tells that lane how it goes. The two are streams
// of their own, so it is told by way of the outbox: at once, and by the next tick where that failed.

extension Runner {
  /// Tells lanes what the cases that carry them have come to; what cannot be told now waits.
  func relay(_ effects: [PendingEffect]) {
    for effect in effects where effect.kind == Tidings.kind {
      _ = try? relay(effect)
    }
  }

  /// Tells one of them.
  ///
  /// - Returns: why the lane does not take it; nil when it has.
  func relay(_ effect: PendingEffect) throws(StoreError) -> Text? {
    let tidings = effect.payload.withUnsafeBufferPointer { Tidings.replay($0) }
    guard let tidings,
      let event = try store.events(
        of: effect.stream, in: effect.sequence...effect.sequence
      ).first, let order = order(tidings, effect.id, on: event.effectiveAt)
    else {
      return Text(sv: "\(effect.id) går inte att läsa", en: "\(effect.id) cannot be read")
    }
    guard try state(of: tidings.to.product).takes(tidings) else {
      try store.done(effect: effect.id)
      return nil
    }
    switch try perform(order) {
    case .done, .repeated, .nothing:
      try store.done(effect: effect.id)
      return nil
    case .refused(let refusals): return refusals.first?.text
    case .planned, .stale, .reused: return Text(effect.id)
    }
  }

  private func order(_ tidings: Tidings, _ id: String, on day: CivilDate) -> Order? {
    guard let command = tidings.command else { return nil }
    return Order(
      command, on: tidings.to.product, Context(on: day, by: tidings.by), id: "tidings \(id)",
      request: ContentHash(hashing: id), actor: Runner.itself)
  }

  /// Why no case can carry a lane: it is not there, or not open, or mirrors nothing.
  func refusal(of lane: Carried, on national: ProductState) -> Refusal? {
    guard let one = national[lane.caseID] else {
      return Refusal(
        "handover/no-lane", sv: "\(lane.product) har inget ärende \(lane.caseID)",
        en: "\(lane.product) has no case \(lane.caseID)")
    }
    guard let stage = one.definition.stages.first(where: { $0.id == lane.stage }),
      stage.prepared.carrier != nil
    else {
      let stages = one.definition.stages.filter { $0.prepared.carrier != nil }.map(\.id)
      return Refusal(
        "handover/no-lane",
        sv: "'\(lane.stage)' lämnar inte över till någon"
          + (stages.isEmpty ? "" : ", det gör \(stages.joined(separator: ", "))"),
        en: "'\(lane.stage)' hands nothing over"
          + (stages.isEmpty ? "" : "; \(stages.joined(separator: ", ")) does"))
    }
    guard one.openAttempts.contains(where: { $0.0 == lane.spot }) else {
      return Refusal(
        "handover/no-lane", sv: "'\(lane.stage)' pågår inte för \(lane.lane)",
        en: "'\(lane.stage)' is not open for \(lane.lane)")
    }
    return nil
  }
}
