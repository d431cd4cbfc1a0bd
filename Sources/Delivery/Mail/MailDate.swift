import CivilTime
package import Lifecycle

/// A time as mail and calendars write it, in UTC.
package struct MailDate: Sendable {
  private let day: CivilDate
  private let hour, minute, second: Int

  /// The time, to the second.
  package init(_ instant: Instant) {
    let seconds = Int(instant.milliseconds.quotientAndRemainder(dividingBy: 1000).quotient)
    let number = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - number * 86_400
    day =
      CivilDate(dayNumber: Int32(clamping: number)) ?? (number < 0 ? .earliest : .latest)
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
  }

  /// `Wed, 07 Jan 2026 11:00:00 +0000` (RFC 5322, 3.3).
  package var header: String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(weekdays[day.weekday.rawValue - 1]), \(two(day.day)) \(months[day.month - 1]) "
      + "\(day.year) \(two(hour)):\(two(minute)):\(two(second)) +0000"
  }

  /// `20260107T110000Z` (RFC 5545, 3.3.5).
  package var compact: String {
    "\(MailDate.compact(day))T\(two(hour))\(two(minute))\(two(second))Z"
  }

  /// `2026-01-07T11:00:00Z` (RFC 3339).
  package var timestamp: String {
    "\(day.description)T\(two(hour)):\(two(minute)):\(two(second))Z"
  }

  /// `20260107` (RFC 5545, 3.3.4).
  static func compact(_ day: CivilDate) -> String {
    "\(day.year)\(two(day.month))\(two(day.day))"
  }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
