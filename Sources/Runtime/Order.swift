package import Canonical
import CivilTime
package import Lifecycle
import StageKit

/// A command on its way to a product: what, for whom, and what must still hold.
package struct Order: Sendable {
  package var command: Command
  /// The product's id: the name of its stream.
  package var product: String
  package var context: Context
  /// Given by whoever asks, so that asking twice is doing once.
  package var id: String
  /// Of all that was asked for: the same id with another hash is a mistake, not a repetition.
  package var request: ContentHash
  /// A reference to who wrote it down, never a name.
  package var actor: String
  /// The version that the asker had seen; nil to decide on whatever stands now.
  package var expectedVersion: Int?
  /// Only say what would follow.
  package var isDryRun: Bool

  package init(
    _ command: Command, on product: String, _ context: Context, id: String, request: ContentHash,
    actor: String, expectedVersion: Int? = nil, isDryRun: Bool = false
  ) {
    self.command = command
    self.product = product
    self.context = context
    self.id = id
    self.request = request
    self.actor = actor
    self.expectedVersion = expectedVersion
    self.isDryRun = isDryRun
  }
}

/// What became of an order.
package enum Answer: Sendable {
  /// It is in the store, durable.
  case done(Receipt)
  /// It was done before; this is what it led to then.
  case repeated(Receipt)
  /// A dry run: what it would lead to. Nothing was written.
  case planned(Receipt)
  /// There was nothing to do.
  case nothing
  /// Every reason why not; nothing was written.
  case refused([Refusal])
  /// Others have acted since the version that was expected; nothing was written.
  case stale(current: Int, since: [Event])
  /// The id was used before, for something else; nothing was written.
  case reused(id: String, first: Int, last: Int)
}

/// What a command led to.
package struct Receipt: Sendable {
  package let events: [Event]
  /// The product after them.
  package let state: ProductState
  /// The product before them.
  package let before: ProductState
  /// Whether the clock stood before the last event, so that the time of recording had to be lifted.
  package let wasLifted: Bool
  /// The texts that stand beside the events; of a repetition none, as the store has them.
  package let prose: [String]

  /// The cases that the events are about, in the order of the events.
  package var cases: [String] {
    var seen: [String] = []
    for id in events.compactMap(\.caseID) where !seen.contains(id) { seen.append(id) }
    return seen
  }

  /// The deadlines that were set or moved, in the order of the events.
  package var deadlines: [(spot: Spot, deadline: Deadline)] {
    events.compactMap { event in
      event.payload.withUnsafeBufferPointer { bytes in
        switch event.type {
        case StageOpened.type:
          StageOpened.replay(bytes).flatMap { opened in opened.deadline.map { (opened.spot, $0) } }
        case Extended.type: Extended.replay(bytes).map { ($0.spot, $0.deadline) }
        default: nil
        }
      }
    }
  }
}
