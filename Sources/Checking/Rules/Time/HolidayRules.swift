import CivilTime
import Located
import Register

/// A holiday that some years do not have: its rule leads out of the year.
enum NoHoliday: WholeRule {
  static let code = "time/no-holiday"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.register.calendar.holidays.compactMap { holiday in
      let rule = holiday.value
      let first = rule.from ?? min(2020, (rule.to ?? 2031) - 11)
      let years = first...max(first, min(rule.to ?? first + 11, first + 11))
      guard let year = years.first(where: { rule.date(in: $0) == nil }) else { return nil }
      return finding(
        holiday.node, sv: "\(rule.name.sv) infaller inte \(year): regeln leder ut ur året",
        en: "\(rule.name.en) does not fall in \(year): the rule leads out of the year",
        help: Text(
          sv: "räkna från en dag minst sju dagar före årets slut",
          en: "reckon from a day at least seven days before the end of the year"))
    }
  }
}

/// Two rules for one day of the same years.
enum SameHoliday: WholeRule {
  static let code = "time/same-holiday"

  static func findings(in whole: Whole) -> [Diagnostic] {
    let holidays = whole.register.calendar.holidays
    return holidays.indices.compactMap { index in
      let rule = holidays[index].value
      let first = holidays[..<index].first { other in
        other.value.day == rule.day && (other.value.to ?? .max) >= (rule.from ?? .min)
          && (rule.to ?? .max) >= (other.value.from ?? .min)
      }
      guard let first else { return nil }
      return finding(
        holidays[index].node,
        sv: "\(rule.name.sv) och \(first.value.name.sv) är samma dag varje år",
        en: "\(rule.name.en) and \(first.value.name.en) are the same day every year",
        related: [first.node.related(sv: "den första", en: "the first")],
        help: Text(
          sv: "ta bort den ena, eller ange from: och to: om dagen har bytt namn",
          en: "remove one, or say from: and to: if the day has changed its name"))
    }
  }
}
