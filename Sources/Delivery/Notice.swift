import Canonical
package import CivilTime
package import Lifecycle
package import Store

/// A reminder or an escalation that waits in the outbox.
package struct Notice: Sendable, Hashable {
  /// Why it was asked for; the raw value is the kind of the effect.
  package enum Kind: String, Sendable {
    /// Somebody owes something, and the day draws near or has passed.
    case reminder
    /// What others owe was not done, and this body is to know.
    case escalation
  }

  /// The name of the effect, which it has for ever.
  package let effect: String
  package let kind: Kind
  package let product: String
  package let caseID: String
  package let spot: Spot
  /// The day that it was due to be sent.
  package let due: CivilDate
  /// The body that it is for.
  package let to: String

  /// Reads an effect; nil for one of another kind, or that cannot be read.
  package init?(_ effect: PendingEffect) {
    guard let kind = Kind(rawValue: effect.kind), let payload = Value(json: effect.payload),
      let caseID = payload["case"]?.text, let stage = payload["stage"]?.text,
      let due = payload["due"]?.text.flatMap({ CivilDate($0) }), let to = payload["to"]?.text
    else { return nil }
    self.effect = effect.id
    self.kind = kind
    product = effect.stream
    self.caseID = caseID
    spot = Spot(stage, lane: payload["lane"]?.text)
    self.due = due
    self.to = to
  }
}
