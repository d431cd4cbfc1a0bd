public import Located

/// A named set of rounds in which consultations are sent out and answered, such as the national
/// one that opens on 15 February, 15 April, 15 September and 15 November.
///
/// A window is dated data: a change of the rounds is a window of the same name with another
/// ``valid``.
public struct ConsultationWindow: Sendable, Hashable {
  /// When one round opens and closes by the rule, before any shift.
  public enum Round: Sendable, Hashable {
    /// The same days each year; a close that is earlier in the year lies in the next year.
    case yearly(opens: MonthDay, closes: MonthDay)
    /// Opens on the same day each year and lasts so long.
    ///
    /// The opening day is the first of the duration: a month from 15 September closes on
    /// 14 October, five working days from a Monday on that week's Friday.
    case lasting(opens: MonthDay, CivilDuration)
    /// Once, on these dates.
    case dated(opens: CivilDate, closes: CivilDate)
  }

  /// Where a day goes that is no working day.
  public enum Shift: String, Sendable, Hashable, CaseIterable {
    /// To the first working day after it.
    case forward
    /// To the last working day before it.
    case back
    /// Nowhere.
    case none
  }

  /// The name by which definitions mention the window.
  public let id: String
  /// The window's name for its users.
  public let title: Text
  /// The rounds, in no special order.
  public let rounds: [Round]
  /// How an opening is shifted.
  public let opensShift: Shift
  /// How a close is shifted.
  public let closesShift: Shift
  /// When the rounds hold; the day of the nominal opening decides.
  public let valid: Validity

  /// A window whose rounds open on or after, and close on or before, their nominal days unless
  /// told otherwise.
  public init(
    id: String, title: Text, rounds: [Round], opensShift: Shift = .forward,
    closesShift: Shift = .back, valid: Validity = Validity()
  ) {
    self.id = id
    self.title = title
    self.rounds = rounds
    self.opensShift = opensShift
    self.closesShift = closesShift
    self.valid = valid
  }
}

extension ConsultationWindow {
  /// The rounds with their nominal opening in a year, by opening as shifted.
  ///
  /// A round that the shifts leave no day for is none, and neither is one that closes after the
  /// last supported year.
  public func occurrences(in year: Int, calendar: WorkingCalendar) -> [WindowOccurrence] {
    rounds.compactMap { round in
      guard let (opens, closes) = round.nominal(in: year, calendar: calendar),
        valid.contains(opens)
      else { return nil }
      let found = calendar.occurrence(of: self, nominalOpens: opens, nominalCloses: closes)
      return found.closes < found.opens ? nil : found
    }
    .sorted { ($0.opens, $0.closes) < ($1.opens, $1.closes) }
  }

  /// The first round that opens, as shifted, on or after a day; nil if none does in five years.
  ///
  /// From a month, the first on or after its first day, known by month.
  public func next(
    onOrAfter day: CivilDate, calendar: WorkingCalendar
  ) -> WindowOccurrence? {
    let (first, limit) = (day.firstDay, day.firstDay.adding(months: 5 * 12))
    // A shift crosses New Year either way, and keeps the order of the rounds: the first year that
    // has one has the answer.
    for year in day.year - 1...limit.year + 1 {
      guard let found = firstRound(in: year, onOrAfter: first, calendar: calendar) else { continue }
      if found.opens > limit { return nil }
      return day.isMonth ? found.knownByMonth : found
    }
    return nil
  }

  // Only openings are shifted until the round is found: a close and the reasons cost more.
  private func firstRound(
    in year: Int, onOrAfter first: CivilDate, calendar: WorkingCalendar
  ) -> WindowOccurrence? {
    var best: WindowOccurrence?
    let openings = rounds.compactMap { round -> (opens: CivilDate, nominal: Nominal)? in
      guard let nominal = round.nominal(in: year, calendar: calendar), valid.contains(nominal.opens)
      else { return nil }
      let opens = calendar.shifted(nominal.opens, opensShift)
      return opens < first ? nil : (opens, nominal)
    }
    for (opens, nominal) in openings.sorted(by: { $0.opens < $1.opens }) {
      if let best, opens > best.opens { break }
      let found = calendar.occurrence(
        of: self, nominalOpens: nominal.opens, nominalCloses: nominal.closes)
      guard found.closes >= found.opens, best.map({ found.closes < $0.closes }) ?? true else {
        continue
      }
      best = found
    }
    return best
  }

  fileprivate typealias Nominal = (opens: CivilDate, closes: CivilDate)
}

extension ConsultationWindow.Round {
  /// The nominal days if the round opens in this year.
  fileprivate func nominal(
    in year: Int, calendar: WorkingCalendar
  ) -> ConsultationWindow.Nominal? {
    switch self {
    case .yearly(let opens, let closes):
      guard let first = opens.date(in: year),
        let last = closes.date(in: closes < opens ? year + 1 : year)
      else { return nil }
      return (first, last)
    case .lasting(let opens, let duration):
      guard let first = opens.date(in: year) else { return nil }
      // Working days count from the day after a date, so that the opening day is the first.
      let last =
        duration.unit == .workingDays
        ? calendar.adding(duration, to: first.adding(days: -1))
        : calendar.adding(duration, to: first).adding(days: -1)
      return (first, last)
    case .dated(let opens, let closes):
      return opens.year == year ? (opens, closes) : nil
    }
  }
}
