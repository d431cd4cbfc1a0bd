import Canonical
import CivilTime
import Definitions
package import Lifecycle
import Located

/// An event as others are told of it: a CloudEvent 1.0 in JSON.
///
/// It says what happened where, and to whom it falls: ids, dates and words of the definition. What was
/// written in free text stands beside the chain and is not in it, nor is who registered it or in whose
/// hands it is, nor what an act's fields said: a receiver that may read those asks for them.
package struct WebhookMessage: Sendable, Hashable {
  /// The largest body: what every intermediary passes on (CloudEvents 1.0, size limits).
  package static let largest = 64 * 1024

  /// The event's id: the same for every receiver, and each time it is sent.
  package let id: String
  package let type: String
  /// Where it happened: `CASE/STAGE/LANE`.
  package let subject: String
  package let body: [UInt8]

  /// The message about an event.
  ///
  /// - Parameter product: the product of its stream, for titles.
  package init(_ event: Event, of product: ProductState) {
    let payload = Value(json: event.payload)
    let place = [event.caseID, payload?["stage"]?.text, payload?["lane"]?.text]
    let subject =
      event.caseID == nil ? event.stream : place.compactMap { $0 }.joined(separator: "/")
    let known = Self.identity(of: event)
    let all = known + Self.titles(of: event, product, payload) + Self.told(payload)
    let whole = Self.envelope(event, subject: subject, .record(all))
    // A list of very many bodies is asked for; what happened, and where, always fits.
    let isWhole = whole.count <= Self.largest
    self.init(
      id: event.id, type: Self.type(event.type), subject: subject,
      body: isWhole
        ? whole
        : Self.envelope(
          event, subject: subject, .record(known + [.init("shortened", .flag(true))])))
  }

  /// A message that tells of nothing, to try a receiver by.
  package init(testing receiver: String, id: String, at now: Instant) {
    let (type, subject) = (Self.type("test"), receiver)
    self.init(
      id: id, type: type, subject: subject,
      body: Self.envelope(
        id: id, source: "/stafett", type: type, subject: subject, at: now,
        .record(["receiver": .text(receiver)])))
  }

  private init(id: String, type: String, subject: String, body: [UInt8]) {
    self.id = id
    self.type = type
    self.subject = subject
    self.body = body
  }

  private static func type(_ word: String) -> String { "stafett.\(word)" }

  private static func envelope(_ event: Event, subject: String, _ data: Value) -> [UInt8] {
    envelope(
      id: event.id, source: "/stafett/products/\(event.stream)", type: type(event.type),
      subject: subject, at: event.recordedAt, data)
  }

  private static func envelope(
    id: String, source: String, type: String, subject: String, at instant: Instant, _ data: Value
  ) -> [UInt8] {
    Value.record([
      "specversion": .text("1.0"), "id": .text(id), "source": .text(source), "type": .text(type),
      "subject": .text(subject), "time": .text(MailDate(instant).timestamp),
      "datacontenttype": .text("application/json"), "data": data,
    ]).json
  }

  // MARK: data

  private static func identity(of event: Event) -> [Value.Field] {
    Value.record([
      "product": .text(event.stream), "sequence": .whole(event.sequence),
      "case": event.caseID.map { .text($0) }, "on": .text(event.effectiveAt.description),
      "for": .text(event.onBehalfOf),
    ]).fields
  }

  private static func titles(
    of event: Event, _ product: ProductState, _ payload: Value?
  ) -> [Value.Field] {
    let one = event.caseID.flatMap { product[$0] }
    let stage = one?.definition.stages.first { $0.id == payload?["stage"]?.text }
    return Value.record([
      "title": told(product.title), "pipeline": one.map { .text($0.definition.id) },
      "stage-title": stage.map { told($0.title) },
    ]).fields
  }

  private static func told(_ text: Text) -> Value {
    .record(["sv": .text(text.sv), "en": .text(text.en)])
  }

  /// What of a payload is told: these keys, each a word, a number, a day or an id, or a list of them.
  private static let keys = [
    "stage", "attempt", "lane", "act", "corrects", "outcome", "then", "owner", "rung", "due", "to",
    "edition", "opened-by", "from", "at-stage", "set", "members", "because", "by", "how",
    "applies-from", "event", "task",
  ]

  private static func told(_ payload: Value?) -> [Value.Field] {
    keys.compactMap { key in
      guard let value = payload?[key], isPlain(value) else { return nil }
      return Value.Field(key, value)
    }
      + Value.record([
        "opens": payload?["deadline"]?["opens"], "closes": payload?["deadline"]?["closes"],
      ]).fields
  }

  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .whole, .flag, .text: true
    case .list(let items): items.allSatisfy { $0.text != nil }
    case .prose, .record: false
    }
  }
}
