import StageKit

/// The time that a figure is about: a year, a half, a third, a quarter or a month.
struct Period: Word, Comparable {
  /// As it is stored: `2027`, `2027H1`, `2027T2`, `2027Q3`, `2027-03`.
  let description: String
  let year: Int
  /// The last month in it, 1–12.
  let lastMonth: Int
  /// How many months it is.
  let months: Int

  /// A period, also as it is written in Swedish: `2027K1`, `2027-kv1`, `2027 q1`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.prefix(4)
    guard digits.count == 4, digits.allSatisfy(\.isDigit),
      let year = Int(String(decoding: digits, as: UTF8.self)),
      CivilDate.supportedYears.contains(year)
    else { return nil }
    var part = bytes.dropFirst(4)
    let isDashed = part.first == UInt8(ascii: "-")
    if isDashed || part.first == UInt8(ascii: " ") { part.removeFirst() }
    let written = String(decoding: part, as: UTF8.self)
    if bytes.count == 4 {
      self.init(year, "", 12, 12)
    } else if isDashed, part.count == 2, part.allSatisfy(\.isDigit), let month = Int(written),
      1...12 ~= month
    {
      self.init(year, "-\(written)", month, 1)
    } else if let last = part.last, last.isDigit {
      // Setting this bit makes an ASCII letter small.
      let letters = String(decoding: part.dropLast().map { $0 | 0x20 }, as: UTF8.self)
      let number = Int(last) - 0x30
      switch (letters, number) {
      case ("h", 1...2): self.init(year, "H\(number)", number * 6, 6)
      case ("t", 1...3): self.init(year, "T\(number)", number * 4, 4)
      case ("q", 1...4), ("k", 1...4), ("kv", 1...4):
        self.init(year, "Q\(number)", number * 3, 3)
      default: return nil
      }
    } else {
      return nil
    }
  }

  private init(_ year: Int, _ part: String, _ lastMonth: Int, _ months: Int) {
    description = "\(year)\(part)"
    self.year = year
    self.lastMonth = lastMonth
    self.months = months
  }

  /// What it looks like.
  static let form = "2027Q1"
  /// Four digits and perhaps a part of the year; which years there are is left to ``init(_:)``.
  static let pattern: String? =
    "^[0-9]{4}(-(0[1-9]|1[0-2])|[- ]?([Hh][12]|[Tt][1-3]|([Qq]|[Kk][Vv]?)[1-4]))?$"
  /// No period.
  static var blank: Period { Period(1970, "", 12, 12) }

  /// The first day in it.
  var firstDay: CivilDate {
    CivilDate(year: year, month: lastMonth - months + 1, day: 1) ?? .blank
  }

  /// By the end, then the shorter first.
  static func < (a: Period, b: Period) -> Bool {
    (a.year, a.lastMonth, a.months) < (b.year, b.lastMonth, b.months)
  }
}

/// A region's code as a table has it: `08`, and `8` where a spreadsheet took the zero away.
struct RegionCode: Word {
  /// As it was written.
  let description: String

  /// A code of one or two digits, of which one is not zero.
  init?(_ text: String) {
    guard 1...2 ~= text.utf8.count, text.utf8.allSatisfy(\.isDigit),
      text != "0", text != "00"
    else { return nil }
    description = text
  }

  private init(unchecked text: String) {
    description = text
  }

  /// What it looks like.
  static let form = "08"
  /// One or two digits.
  static let pattern: String? = "^[0-9]{1,2}$"
  /// No code.
  static var blank: RegionCode { RegionCode(unchecked: "") }

  /// The code with both its digits.
  var padded: String { description.utf8.count == 1 ? "0" + description : description }
  /// Whether the zero was missing.
  var isMended: Bool { padded != description }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
