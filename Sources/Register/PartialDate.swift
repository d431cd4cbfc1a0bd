package import CivilTime
import Located

/// A date as exact as its source: a day, a month, or only a year (`2018`).
///
/// It is never made finer in print. Where a day must be computed, what begins counts from the first
/// day it covers and what ends through the last.
package struct PartialDate: Sendable, Hashable, CustomStringConvertible {
  private enum Precision: Hashable { case day, month, year }

  /// The first day that it covers.
  package let first: CivilDate
  /// The last day that it covers.
  package let last: CivilDate
  private let precision: Precision

  /// Reads `2018-02-01`, `2018-02` or `2018`; nothing else.
  package init?(_ text: String) {
    if let date = CivilDate(text) {
      (first, last) = (date.firstDay, date.lastDay)
      precision = date.isMonth ? .month : .day
    } else if text.utf8.count == 4, let first = CivilDate("\(text)-01-01"),
      let last = CivilDate("\(text)-12-31")
    {
      (self.first, self.last, precision) = (first, last, .year)
    } else {
      return nil
    }
  }

  /// The date as it was written.
  package var description: String {
    switch precision {
    case .day: first.description
    case .month: first.asMonth.description
    case .year: String(first.year)
    }
  }
}

/// A time in which something of the register holds; both ends belong to it, and either may be open.
package struct Period: Sendable, Hashable {
  /// Since when; nil if it was there before the register starts.
  package let from: PartialDate?
  /// Until when; nil if no end is known.
  package let to: PartialDate?

  /// A time without ends, unless they are given.
  package init(from: PartialDate? = nil, to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// The first day, and the last; nil where it is open.
  package var validity: Validity { Validity(from: from?.first, to: to?.last) }

  /// "från 2021 till 2022-12"; empty for a time without ends.
  var text: Text {
    switch (from, to) {
    case (nil, nil): Text("")
    case (let from?, nil): Text(sv: "från \(from)", en: "from \(from)")
    case (nil, let to?): Text(sv: "till \(to)", en: "until \(to)")
    case (let from?, let to?): Text(sv: "från \(from) till \(to)", en: "from \(from) to \(to)")
    }
  }

  /// Whether a date lies in the time; a month counts as its first day.
  package func contains(_ date: CivilDate) -> Bool { validity.contains(date) }

  /// Whether the two have a day in common.
  package func overlaps(_ other: Period) -> Bool {
    func ends(_ a: PartialDate?, before b: PartialDate?) -> Bool {
      guard let a, let b else { return false }
      return a.last < b.first
    }
    return !ends(to, before: other.from) && !ends(other.to, before: from)
  }
}
