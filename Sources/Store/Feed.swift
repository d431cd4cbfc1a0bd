package import Lifecycle

/// An event with its place among those of all streams.
package struct FedEvent: Sendable, Equatable {
  /// Rises with each event that is written; may leave out numbers.
  package var position: Int
  package var event: Event

  package init(position: Int, event: Event) {
    self.position = position
    self.event = event
  }
}

/// How far a reader of all streams has come.
package struct FeedCursor: Sendable, Equatable {
  /// The reader.
  package var name: String
  /// The place of the last event that it is done with.
  package var position: Int
  /// What the reader remembers with it, as canonical JSON; nil for nothing.
  package var note: [UInt8]?

  package init(name: String, position: Int, note: [UInt8]? = nil) {
    self.name = name
    self.position = position
    self.note = note
  }
}
