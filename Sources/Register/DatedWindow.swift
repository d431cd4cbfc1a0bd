package import CivilTime
package import Located

/// A named window with all the rounds that it ever had, each valid in its time.
package struct DatedWindow: Sendable, Hashable {
  /// The name by which definitions mention it: `national-remiss`.
  package let id: String
  /// Its name for users.
  package let title: Text
  /// One for each time in which its rounds were the same.
  package let versions: [ConsultationWindow]

  /// The rounds that nominally open in a year, by opening.
  package func rounds(in year: Int, calendar: WorkingCalendar) -> [WindowOccurrence] {
    versions.flatMap { $0.occurrences(in: year, calendar: calendar) }
      .sorted { ($0.opens, $0.closes) < ($1.opens, $1.closes) }
  }

  /// Whether it opens again after a day, whatever that takes to tell.
  package func opens(onOrAfter day: CivilDate, calendar: WorkingCalendar) -> Bool {
    opensEachYear(from: day) || next(onOrAfter: day, calendar: calendar) != nil
  }

  // Nearly every window: rounds of weeks each year, that no shift can leave without a day.
  private func opensEachYear(from day: CivilDate) -> Bool {
    versions.contains { version in
      version.valid.to == nil && version.valid.contains(day)
        && version.rounds.contains { round in
          guard case .yearly(let opens, let closes) = round else { return false }
          return opens.month != closes.month
        }
    }
  }

  /// The first round that opens, as shifted, on or after a day; nil if none does in five years.
  package func next(onOrAfter day: CivilDate, calendar: WorkingCalendar) -> WindowOccurrence? {
    versions.compactMap { $0.next(onOrAfter: day, calendar: calendar) }
      .min { ($0.opens, $0.closes) < ($1.opens, $1.closes) }
  }
}

extension Organisation {
  /// The first round of a window that opens, as shifted, on or after a day; nil without one.
  package func nextRound(of window: String, onOrAfter day: CivilDate) -> WindowOccurrence? {
    self.window(window)?.next(onOrAfter: day, calendar: calendar)
  }

  /// The rounds of a window that nominally open in a year, by opening.
  package func rounds(of window: String, in year: Int) -> [WindowOccurrence] {
    self.window(window)?.rounds(in: year, calendar: calendar) ?? []
  }
}
