package import CivilTime
package import Located

/// What the register holds of one body, over all its years.
package struct BodyRecord: Sendable, Hashable {
  /// A name that it had before.
  package struct EarlierName: Sendable, Hashable {
    /// The name.
    package let name: Text
    /// Until when.
    package let to: PartialDate
  }

  /// A relation to another body, in its time.
  package struct Link: Sendable, Hashable {
    /// The other body.
    package let body: String
    /// When it holds.
    package let period: Period
    /// What it covers, where not the whole: "northern Halland".
    package let note: Text?
  }

  /// How many live in a region, on the day that the count is of.
  package struct Population: Sendable, Hashable {
    /// The day.
    package let on: CivilDate
    /// Inhabitants.
    package let count: Int
  }

  /// How far a body has come.
  package enum State: Sendable {
    /// Decided, and not yet at work.
    case planned
    /// At work.
    case started
    /// Ended.
    case ended
  }

  /// The name by which definitions and cases mention it; never reused.
  package let id: String
  /// Its latest name.
  package let name: Text
  /// Its earlier names, oldest first.
  package let earlierNames: [EarlierName]
  /// Its kind, a ``BodyKind/id``.
  package let kind: String
  /// Where it stands.
  package let level: Level
  /// A region's county code: two digits, the first may be zero.
  package let code: String?
  /// A region's county letter or letters.
  package let letter: String?
  /// When it is there.
  package let period: Period
  /// When it began its work, where that was later than it was decided.
  package let started: PartialDate?
  /// What it may do; words of ``Organisation/powers``.
  package let powers: [String]
  /// How it is composed; empty if that is not known.
  package let seats: [Seat]
  /// What is asked of who sits in it.
  package let composition: [CompositionRule]
  /// The bodies that it is a part of; a region may be in two healthcare regions.
  package let partOf: [Link]
  /// Who hosts it.
  package let hosts: [Link]
  /// The bodies for which it may act.
  package let actingFor: [Link]
  /// The bodies that turned into it.
  package let follows: [String]
  /// Where it is reached, and how reminders go to it; nil where that is not known.
  package let contact: Contact?
  /// How many live there, the earliest count first; empty where that is not known.
  package let population: [Population]

  /// The name that it had on a date.
  package func name(on date: CivilDate) -> Text {
    earlierNames.first { $0.to.last.dayNumber >= date.dayNumber }?.name ?? name
  }

  /// How many lived there by the latest count of a date; nil where there is none.
  package func population(on date: CivilDate) -> Population? {
    population.last { $0.on.dayNumber <= date.dayNumber }
  }

  /// How far it had come on a date; nil before it was decided.
  package func state(on date: CivilDate) -> State? {
    if let from = period.from, date.dayNumber < from.first.dayNumber { return nil }
    guard period.contains(date) else { return .ended }
    if let started, date.dayNumber < started.first.dayNumber { return .planned }
    return .started
  }
}
