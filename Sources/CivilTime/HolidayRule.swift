public import Located

/// A rule that gives one holiday a year, such as "the Saturday between 20 and 26 June".
///
/// Rules do not expire as lists of dates do, and each says in which years it holds. The public
/// holidays of Sweden by section 1 of the act on public holidays (lag 1989:253 om allmänna
/// helgdagar), beside all Sundays:
///
/// | Holiday | Rule | Years |
/// |---|---|---|
/// | New Year's Day | 1 January | |
/// | Epiphany | 6 January | |
/// | Good Friday | Easter − 2 | |
/// | Easter Sunday | Easter | |
/// | Easter Monday | Easter + 1 | |
/// | 1 May | 1 May | |
/// | Ascension Day | Easter + 39 | |
/// | Whit Sunday | Easter + 49 | |
/// | Whit Monday | Easter + 50 | to 2004 |
/// | National Day | 6 June | from 2005 |
/// | Midsummer Day | Saturday on or after 20 June | |
/// | All Saints' Day | Saturday on or after 31 October | |
/// | Christmas Day | 25 December | |
/// | Boxing Day | 26 December | |
///
/// Midsummer Eve, Christmas Eve and New Year's Eve are commonly free, but no public holidays. A
/// calendar that is to close on them, as section 2 of the act on the computation of legal time
/// limits (lag 1930:173 om beräkning av lagstadgad tid) does, has a rule for each: Friday on or
/// after 19 June, 24 December, 31 December.
public struct HolidayRule: Sendable, Hashable {
  /// How the day is found in a year.
  public enum Day: Sendable, Hashable {
    /// The same day each year.
    case fixed(MonthDay)
    /// So many days after Easter Sunday, before it if negative.
    case easter(offset: Int)
    /// The first such weekday on or after a day, so at most six days after it.
    case first(Weekday, onOrAfter: MonthDay)
  }

  /// How the day is found.
  public let day: Day
  /// The holiday's name as in running text: `långfredagen`, `Good Friday`.
  public let name: Text
  /// The first year in which the rule holds, nil if it always did.
  public let from: Int?
  /// The last year in which the rule holds, nil if no end is known.
  public let to: Int?

  /// Whether it is an eve: no public holiday (lag 1989:253), but reckoned as one in time limits (lag
  /// 1930:173).
  public let isEve: Bool

  /// A rule for the years `from` through `to`.
  public init(
    _ day: Day, name: Text, isEve: Bool = false, from: Int? = nil, to: Int? = nil
  ) {
    self.day = day
    self.name = name
    self.isEve = isEve
    self.from = from
    self.to = to
  }

  /// The holiday in a year, or nil if the rule does not hold then or the year is not supported.
  ///
  /// A rule that leads out of the year (first Sunday on or after 30 December) gives nothing in the
  /// years in which it does.
  public func date(in year: Int) -> CivilDate? {
    guard CivilDate.supportedYears.contains(year) else { return nil }
    let easter = CivilDate(checkedDay: Gregorian.easter(year: year))
    guard let date = date(in: year, easter: easter), date.year == year else { return nil }
    return date
  }

  /// The day that the rule leads to from a supported year, perhaps out of it.
  ///
  /// The caller has computed Easter Sunday once for all rules.
  func date(in year: Int, easter: CivilDate) -> CivilDate? {
    if let from, year < from { return nil }
    if let to, year > to { return nil }
    switch day {
    case .fixed(let day):
      return day.date(in: year)
    case .easter(let offset):
      return easter.adding(days: offset)
    case .first(let weekday, let start):
      return start.date(in: year).map { first in
        first.adding(days: (weekday.rawValue - first.weekday.rawValue + 7) % 7)
      }
    }
  }
}

extension CivilDate {
  /// Easter Sunday of a year in the western churches, or nil outside the supported years.
  public static func easter(in year: Int) -> CivilDate? {
    supportedYears.contains(year) ? CivilDate(checkedDay: Gregorian.easter(year: year)) : nil
  }
}
