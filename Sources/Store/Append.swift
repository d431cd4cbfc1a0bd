package import Lifecycle

/// All that one command leads to, in one transaction.
package struct Append: Sendable {
  package var stream: String
  /// The kind of product, said when the stream begins.
  package var kind: String
  /// The version that the decision was made on: 0 for a new stream.
  package var expectedVersion: Int
  /// What happened, sealed; at least one.
  package var events: [Event]
  package var result: CommandResult
  /// All timers that are armed after it; those not named are disarmed.
  ///
  /// One that has fired on its date stays fired, also when it is named: a rung fires once.
  package var timers: [ArmedTimer]
  /// Armed timers that this command fires or passes over.
  package var fired: [ArmedTimer]
  /// What is to be done outside, named by the event that asks for it.
  package var effects: [PendingEffect]
  /// Texts that the events name by their hash.
  package var prose: [String]
  /// The version in force after it; nil if none is.
  package var inForce: InForceRow?

  package init(
    stream: String, kind: String, expectedVersion: Int, events: [Event], result: CommandResult,
    timers: [ArmedTimer] = [], fired: [ArmedTimer] = [], effects: [PendingEffect] = [],
    prose: [String] = [],
    inForce: InForceRow? = nil
  ) {
    self.stream = stream
    self.kind = kind
    self.expectedVersion = expectedVersion
    self.events = events
    self.result = result
    self.timers = timers
    self.fired = fired
    self.effects = effects
    self.prose = prose
    self.inForce = inForce
  }
}

/// What became of an append.
package enum Appended: Sendable, Equatable {
  /// Durable.
  case appended
  /// The same command was given before, with the same content: its answer, and nothing written.
  case duplicate(CommandResult)
  /// The command's id was used before for something else; nothing written.
  case reused(CommandResult)
  /// Someone else was first; nothing written. The events since the version the decision was made on.
  case stale(current: Int, since: [Event])
  /// Nothing is wrong with it; another that was to be written with it was not accepted.
  case withheld
}

extension Appended {
  /// Whether it stands in the way of what was to be written with it.
  package var isRefusal: Bool {
    switch self {
    case .reused, .stale: true
    case .appended, .duplicate, .withheld: false
    }
  }
}

extension [Appended] {
  /// The answers where nothing was written: what could have been is withheld.
  package var withheld: [Appended] { map { $0 == .appended ? .withheld : $0 } }
}
