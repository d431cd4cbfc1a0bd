public import Located

extension CivilDate: LosslessStringConvertible {
  /// The date written as `2019-09-16`, or as `2019-03` where only the month is known.
  ///
  /// Nothing else is read: no other digits, no spaces, no shorter forms. The year lies in
  /// ``supportedYears``.
  public init?(_ text: some StringProtocol) {
    let read = text.utf8.withContiguousStorageIfAvailable { CivilDate(utf8: $0) }
    guard let date = read ?? Array(text.utf8).withUnsafeBufferPointer({ CivilDate(utf8: $0) })
    else { return nil }
    self = date
  }

  /// The date in these bytes, written as ``init(_:)`` says; reads in place.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard bytes.count == 7 || bytes.count == 10, bytes[4] == dash,
      let year = number(0..<4), let month = number(5..<7)
    else { return nil }
    if bytes.count == 7 {
      self.init(year: year, month: month)
    } else {
      guard bytes[7] == dash, let day = number(8..<10) else { return nil }
      self.init(year: year, month: month, day: day)
    }
  }

  /// The date by ISO 8601: `2019-09-16`, or `2019-03` where only the month is known.
  public var description: String {
    let (year, month, day) = parts
    return isMonth ? "\(year)-\(padded(month))" : "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The date as in running text: `16 september 2019`, or `mars 2019`.
  public var written: Text {
    let year = self.year
    return Text(
      sv: "\(writtenWithoutYear.sv) \(year)", en: "\(writtenWithoutYear.en) \(year)")
  }

  /// The date as in running text, where the year is plain: `16 september`, or `mars`.
  public var writtenWithoutYear: Text {
    let (_, month, day) = parts
    let name = monthNames[month - 1]
    return isMonth ? name : Text(sv: "\(day) \(name.sv)", en: "\(day) \(name.en)")
  }
}

/// A number below 100 in two digits.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private let monthNames = [
  Text(sv: "januari", en: "January"), Text(sv: "februari", en: "February"),
  Text(sv: "mars", en: "March"), Text(sv: "april", en: "April"),
  Text(sv: "maj", en: "May"), Text(sv: "juni", en: "June"),
  Text(sv: "juli", en: "July"), Text(sv: "augusti", en: "August"),
  Text(sv: "september", en: "September"), Text(sv: "oktober", en: "October"),
  Text(sv: "november", en: "November"), Text(sv: "december", en: "December"),
]
