package import CivilTime
package import Located

/// A time of each year in which few are at work, such as the summer: no day of it is a holiday, but
/// a consultation that lies wholly in it asks those who are away.
package struct Pause: Sendable, Hashable {
  package let from: MonthDay
  package let to: MonthDay
  /// What it is called, where it has a name.
  package let title: Text?

  /// Whether a day lies in it; one from December to January crosses New Year.
  package func contains(_ day: CivilDate) -> Bool {
    guard let from = from.date(in: day.year), let to = to.date(in: day.year) else { return false }
    return from <= to ? from <= day && day <= to : from <= day || day <= to
  }

  /// Whether all of a time lies in one and the same pause.
  package func covers(_ first: CivilDate, _ last: CivilDate) -> Bool {
    var day = first
    while day <= last {
      guard contains(day) else { return false }
      day = day.adding(days: 1)
    }
    return true
  }
}

/// One round of a window, with where it stands.
package struct WrittenRound: Sendable {
  /// The window as if it had this round only.
  package let window: ConsultationWindow
  package let opens: Node
  /// The closing, or the length that sets it.
  package let closes: Node
  package let entry: Node
  /// Whether it says, with a reason, that it may lie in a pause.
  package let acceptsPause: Bool
  /// The least that a round of this window lasts, and where that is said.
  package let least: CivilDuration?
  package let leastNode: Node?
}

/// The calendar as written: its days, and where its holidays and pauses stand.
package struct WrittenCalendar: Sendable {
  package let days: WorkingCalendar
  package let holidays: [Written<HolidayRule>]
  package let pauses: [Written<Pause>]

  static let none = WrittenCalendar(days: WorkingCalendar(rules: []), holidays: [], pauses: [])
}
