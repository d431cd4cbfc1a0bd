package import CivilTime
import Definitions

extension Fold {
  /// The state at the end of a day: what had happened by then, also where it was registered later.
  ///
  /// What one command led to is there as a whole or not at all. Within a stage nothing is there that
  /// was said after something that is not, since it may build on it. Version 0 where it all happened
  /// later.
  package func state(
    of stream: String, _ events: [Event], until day: CivilDate
  ) -> ProductState {
    var gone: Set<String> = []
    var stages: [String?: Set<Spot>] = [:]
    for event in events {
      let said = event.type == ActSaid.type ? ActSaid(event.payload)?.spot : nil
      let isLater = event.effectiveAt.dayNumber > day.dayNumber
      let followsLater = said.map { stages[event.caseID]?.contains($0) ?? false } ?? false
      guard isLater || followsLater || gone.contains(event.command) else { continue }
      gone.insert(event.command)
      if let said { stages[event.caseID, default: []].insert(said) }
    }
    guard let first = events.first, !gone.contains(first.command) else {
      return state(of: stream, [])
    }
    var past = state(of: stream, events.filter { !gone.contains($0.command) })
    // What only fits after something that is left out is left out too, and is no fault of the events.
    if !past.unreadable.isEmpty {
      let unreadable = state(of: stream, events).unreadable
      past.unreadable.removeAll { !unreadable.contains($0) }
    }
    return past
  }
}
