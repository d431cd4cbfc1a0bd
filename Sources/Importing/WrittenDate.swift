package import CivilTime
import Located
import Sheets

/// Dates as people write them in sheets.
package enum WrittenDate {
  /// The day or the month that a text says.
  ///
  /// `2019-05-01`, `20190501`, `2019/5/1`, `1 maj 2019`, `1/5 2019`, `1.5.2019`, `2019-05`,
  /// `maj 2019`, and the number by which a spreadsheet counts the day (`43586`). No day is guessed:
  /// a year alone is none, and `5/4/2019` may be April or May.
  package static func read(
    _ text: String, from1904: Bool = false
  ) throws(RowFault) -> CivilDate {
    let tidy = text.tidy.lowercased()
    let parts = tidy.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let numbers = parts.map { Int($0) }
    // The time of day that a spreadsheet adds.
    if parts.count > 3, tidy.contains(":") {
      return try read(String(tidy.prefix { $0 != " " && $0 != "t" }), from1904: from1904)
    }
    switch (parts.count, numbers) {
    case (1, _) where parts[0].count == 8 && numbers[0] != nil:
      let digits = numbers[0] ?? 0
      if let day = CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100) {
        return day
      }
    case (1, _) where parts[0].count == 5:
      if let day = SerialDay.day(tidy, from1904: from1904) { return day }
    case (2, _) where parts[0].count == 5 && tidy.contains("."):
      if let day = SerialDay.day(tidy, from1904: from1904) { return day }
    case (2, _):
      if parts[0].count == 4, let year = numbers[0], let month = numbers[1] ?? month(parts[1]),
        let date = CivilDate(year: year, month: month)
      {
        return date
      }
      if parts[1].count == 4, let year = numbers[1], let month = month(parts[0]),
        let date = CivilDate(year: year, month: month)
      {
        return date
      }
    case (3, _):
      if let date = try threeParts(parts, numbers, tidy) { return date }
    default: break
    }
    throw RowFault(
      "import/no-date", sv: "'\(text.tidy)' är inget datum", en: "'\(text.tidy)' is no date",
      help: Text(
        sv: "skriv 2019-05-01, eller 2019-05 när dagen inte är känd",
        en: "write 2019-05-01, or 2019-05 where the day is not known"))
  }

  private static func threeParts(
    _ parts: [String], _ numbers: [Int?], _ text: String
  ) throws(RowFault) -> CivilDate? {
    if parts[0].count == 4, let year = numbers[0], let day = numbers[2] {
      return (numbers[1] ?? month(parts[1])).flatMap {
        CivilDate(year: year, month: $0, day: day)
      }
    }
    guard parts[2].count == 4, let year = numbers[2], let first = numbers[0] else { return nil }
    guard let second = numbers[1] else {
      return month(parts[1]).flatMap { CivilDate(year: year, month: $0, day: first) }
    }
    // `1/5 2019` and `1.5.2019` are Swedish; with slashes alone it may be American.
    if text.count(where: { $0 == "/" }) == 2, first <= 12, second <= 12, first != second {
      throw RowFault(
        "import/two-dates", sv: "'\(text)' kan vara två olika dagar",
        en: "'\(text)' may be two different days",
        help: Text(sv: "skriv den som 2019-05-01", en: "write it as 2019-05-01"))
    }
    return CivilDate(year: year, month: second, day: first)
      ?? (text.contains("/") ? CivilDate(year: year, month: first, day: second) : nil)
  }

  private static let months: [[String]] = [
    ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"],
    ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september"],
    ["oktober", "october"], ["november"], ["december"],
  ]

  // The whole name or its beginning: `sept`, `okt`.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }
}
