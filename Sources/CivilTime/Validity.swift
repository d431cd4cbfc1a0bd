/// The time in which something dated holds; both ends belong to it, and either may be open.
public struct Validity: Sendable, Hashable {
  /// The first day, nil if it always held; a month holds from its first day.
  public let from: CivilDate?
  /// The last day, nil if no end is known; a month holds through its last day.
  public let to: CivilDate?

  /// A time from a first through a last date.
  public init(from: CivilDate? = nil, to: CivilDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a date lies in the time; a month counts as its first day.
  public func contains(_ date: CivilDate) -> Bool {
    if let from, date.dayNumber < from.dayNumber { return false }
    if let to, date.dayNumber > to.lastDay.dayNumber { return false }
    return true
  }
}
