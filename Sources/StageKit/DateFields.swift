import Canonical

extension CivilDate: FieldValue {
  /// A date or a month.
  public static var shape: Shape { .date }
  /// The first day of 1970.
  public static var blank: CivilDate { CivilDate(year: 1970, month: 1, day: 1) ?? .earliest }

  /// Accepts `2019-09-16`, and `2019-09` where only the month is known.
  public init?(reading input: inout FieldInput) {
    guard let text = input.scalar(expecting: .date) else { return nil }
    guard let date = CivilDate(text) else {
      input.refuseDate(text)
      return nil
    }
    input.stored = .text(date.description)
    self = date
  }

  /// Reads the date.
  public init(replaying reader: inout StoredReader) {
    if let date = reader.withText({ CivilDate(utf8: $0) }) {
      self = date
    } else {
      reader.reject()
      self = .blank
    }
  }
}

extension CivilDuration: Word {
  /// What it looks like.
  public static var form: String { "8 weeks" }
  /// A count with its unit, each in its number.
  public static var pattern: String? {
    "^(1 (day|working day|week|month|year)"
      + "|([2-9]|[1-9][0-9]{1,2}|1000) (days|working days|weeks|months|years))$"
  }
  /// A day.
  public static var blank: CivilDuration { .day }
}
