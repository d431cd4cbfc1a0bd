extension CivilDate {
  /// Whether this date came before another, whatever the days are that are not known.
  ///
  /// Of a month and a day in it neither is surely before the other: a rule that refuses or marks
  /// something asks this, so that nobody is held to a day that was never written down.
  public func isSurelyBefore(_ other: CivilDate) -> Bool {
    lastDay < other.firstDay
  }
}
