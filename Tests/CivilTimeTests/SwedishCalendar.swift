import CivilTime
import Located

/// The public holidays of Sweden by lag (1989:253) om allmänna helgdagar, for these tests.
let swedishRules: [HolidayRule] = [
  HolidayRule(.fixed(day("01-01")), name: Text(sv: "nyårsdagen", en: "New Year's Day")),
  HolidayRule(.fixed(day("01-06")), name: Text(sv: "trettondedag jul", en: "Epiphany")),
  HolidayRule(.easter(offset: -2), name: Text(sv: "långfredagen", en: "Good Friday")),
  HolidayRule(.easter(offset: 0), name: Text(sv: "påskdagen", en: "Easter Sunday")),
  HolidayRule(.easter(offset: 1), name: Text(sv: "annandag påsk", en: "Easter Monday")),
  HolidayRule(.fixed(day("05-01")), name: Text(sv: "första maj", en: "1 May")),
  HolidayRule(
    .easter(offset: 39), name: Text(sv: "Kristi himmelsfärdsdag", en: "Ascension Day")),
  HolidayRule(.easter(offset: 49), name: Text(sv: "pingstdagen", en: "Whit Sunday")),
  HolidayRule(
    .easter(offset: 50), name: Text(sv: "annandag pingst", en: "Whit Monday"), to: 2004),
  HolidayRule(
    .fixed(day("06-06")), name: Text(sv: "nationaldagen", en: "National Day"), from: 2005),
  HolidayRule(
    .first(.saturday, onOrAfter: day("06-20")),
    name: Text(sv: "midsommardagen", en: "Midsummer Day")),
  HolidayRule(
    .first(.saturday, onOrAfter: day("10-31")),
    name: Text(sv: "alla helgons dag", en: "All Saints' Day")),
  HolidayRule(.fixed(day("12-25")), name: Text(sv: "juldagen", en: "Christmas Day")),
  HolidayRule(.fixed(day("12-26")), name: Text(sv: "annandag jul", en: "Boxing Day")),
]

let saturdayOff = WorkingCalendar(rules: swedishRules)
let saturdayOn = WorkingCalendar(rules: swedishRules, saturdayWorks: true)

/// The four national rounds, which open forward and close back.
let nationalRemiss = ConsultationWindow(
  id: "national-remiss", title: Text(sv: "Nationella remissrundor", en: "National rounds"),
  rounds: [
    .yearly(opens: day("11-15"), closes: day("02-14")),
    .yearly(opens: day("02-15"), closes: day("04-14")),
    .yearly(opens: day("04-15"), closes: day("06-14")),
    .yearly(opens: day("09-15"), closes: day("11-14")),
  ])

/// A date that the tests know to be one.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}

/// A day of the year that the tests know to be one.
func day(_ text: String) -> MonthDay {
  guard let day = MonthDay(text) else { preconditionFailure("\(text) is no day of a year") }
  return day
}

/// A duration that the tests know to be one.
func duration(_ text: String) -> CivilDuration {
  guard let duration = CivilDuration(text) else { preconditionFailure("\(text) is no duration") }
  return duration
}
