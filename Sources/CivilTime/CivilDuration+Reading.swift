extension CivilDuration {
  /// The duration that a text was meant to be, in Swedish or in another spelling; nil when it could
  /// be more than one, as `3 m`.
  ///
  /// `3 månader`, `8 Weeks`, `08 weeks`, `1 weeks`, `10arbetsdagar`.
  package init?(meantBy text: String) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let count = Int(digits) else { return nil }
    let word = text[digits.endIndex...].lowercased().filter { $0 != "." }
      .split { " -_\u{A0}".contains($0) }.joined(separator: " ")
    let unit: Unit? =
      switch word {
      case "dag", "dagar", "dygn", "day", "days", "d": .days
      case "arbetsdag", "arbetsdagar", "vardagar", "working day", "working days", "workingdays",
        "business days", "weekdays":
        .workingDays
      case "vecka", "veckor", "v", "week", "weeks", "w", "wk", "wks": .weeks
      case "månad", "månader", "manad", "manader", "mån", "month", "months": .months
      case "år", "ar", "year", "years", "yr", "y": .years
      default: nil
      }
    guard let unit else { return nil }
    self.init(count, unit)
  }
}
