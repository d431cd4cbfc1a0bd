import Delivery
import Lifecycle
import Runtime
import Store

/// What happened, as messages to receivers.
struct WebhookFeed {
  /// Some of what waits.
  struct Page {
    let messages: [(position: Int, message: WebhookMessage)]
    /// The place of the last event that was looked at.
    let end: Int
  }

  private static let eventsAtOnce = 200

  private let runner: Runner
  // Several receivers are told of the same products.
  private var products: [String: ProductState] = [:]

  init(_ runner: Runner) { self.runner = runner }

  /// What waits for a receiver after a place in the feed; nil where no more has happened.
  mutating func page(for webhook: Webhook, after position: Int) throws -> Page? {
    let events = try runner.store.feed(after: position, atMost: Self.eventsAtOnce)
    guard let last = events.last else { return nil }
    var messages: [(position: Int, message: WebhookMessage)] = []
    for fed in events {
      let product = try product(fed.event.stream, from: fed.event.sequence)
      switch webhook.scope {
      case .body(let body) where !fed.event.concerns(body, in: product): continue
      case .everything, .body:
        messages.append((fed.position, WebhookMessage(fed.event, of: product)))
      }
    }
    return Page(messages: messages, end: last.position)
  }

  /// How much waits for a receiver.
  mutating func count(for webhook: Webhook, after position: Int) throws -> Int {
    var (count, position) = (0, position)
    while let page = try page(for: webhook, after: position) {
      count += page.messages.count
      position = page.end
    }
    return count
  }

  /// The place of the first message that waits for a receiver.
  mutating func first(for webhook: Webhook, after position: Int) throws -> Int? {
    var position = position
    while let page = try page(for: webhook, after: position) {
      if let first = page.messages.first { return first.position }
      position = page.end
    }
    return nil
  }

  // Somebody may write while this reads: a state that does not have the event yet is read again.
  private mutating func product(_ stream: String, from sequence: Int) throws -> ProductState {
    if let known = products[stream], known.version >= sequence { return known }
    let state = try runner.state(of: stream)
    products[stream] = state
    return state
  }
}
