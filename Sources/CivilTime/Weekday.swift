public import Located

/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  /// Monday, the week's first day.
  case monday = 1
  /// Tuesday.
  case tuesday
  /// Wednesday.
  case wednesday
  /// Thursday.
  case thursday
  /// Friday.
  case friday
  /// Saturday.
  case saturday
  /// Sunday, the week's last day.
  case sunday

  /// The day's name as in running text.
  public var title: Text {
    switch self {
    case .monday: Text(sv: "måndag", en: "Monday")
    case .tuesday: Text(sv: "tisdag", en: "Tuesday")
    case .wednesday: Text(sv: "onsdag", en: "Wednesday")
    case .thursday: Text(sv: "torsdag", en: "Thursday")
    case .friday: Text(sv: "fredag", en: "Friday")
    case .saturday: Text(sv: "lördag", en: "Saturday")
    case .sunday: Text(sv: "söndag", en: "Sunday")
    }
  }
}
