import CivilTime
import Located
import Testing

@Suite struct CivilDurationTests {
  @Test(
    arguments: [
      ("1 day", "1 dag"), ("3 days", "3 dagar"), ("1 working day", "1 arbetsdag"),
      ("10 working days", "10 arbetsdagar"), ("1 week", "1 vecka"), ("8 weeks", "8 veckor"),
      ("1 month", "1 månad"), ("12 months", "12 månader"), ("1 year", "1 år"),
      ("1000 years", "1000 år"),
    ])
  func `a duration is written as it is read`(english: String, swedish: String) throws {
    let read = try #require(CivilDuration(english))
    #expect(read.description == english)
    #expect(read.text == Text(sv: swedish, en: english))
    #expect(CivilDuration(read.count, read.unit) == read)
  }

  @Test(
    arguments: [
      "", "8", "weeks", "8weeks", "8  weeks", " 8 weeks", "8 weeks ", "08 weeks", "+8 weeks",
      "-8 weeks", "0 weeks", "1001 days", "1 weeks", "2 week", "8 Weeks", "8 veckor", "1.5 weeks",
      "8 working", "8 workingDays", "8 working  days", "8 day s", "99999999999999999999 days",
      "one week", "8\tweeks", "٨ weeks",
    ])
  func `a text that is not exactly a duration is none`(text: String) {
    #expect(CivilDuration(text) == nil)
  }

  @Test(arguments: [0, -1, 1001, Int.min, Int.max])
  func `a count out of bounds gives none`(count: Int) {
    #expect(CivilDuration(count, .days) == nil)
  }
}
