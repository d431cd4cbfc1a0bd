import CivilTime
import Importing
import Located
import Sheets
import Testing

/// What people write in cells, made into what is meant; and what is never guessed.
@Suite struct CleaningTests {
  @Test(arguments: [
    "2019-05-01", "20190501", "2019/5/1", "2019.05.01", "1 maj 2019", "1 Maj 2019", "1/5 2019",
    "1.5.2019", "01-05-2019", "43586", "43586.75", "2019-05-01 00:00:00", "\u{A0}1  maj  2019 ",
    "31/5/2019", "2019-maj-01",
  ])
  func `a date is read however it is written`(_ text: String) throws {
    let day = text.hasPrefix("31") ? 31 : 1
    #expect(try WrittenDate.read(text) == CivilDate(year: 2019, month: 5, day: day))
  }

  @Test(arguments: ["2019-05", "maj 2019", "Maj-2019", "2019 maj"])
  func `where only the month is written no day is invented`(_ text: String) throws {
    #expect(try WrittenDate.read(text) == CivilDate(year: 2019, month: 5))
  }

  @Test(arguments: ["2019", "v. 12", "våren 2019", "2019-02-30", "4/5/2019", "190501", "-", "12"])
  func `what may be another day is refused`(_ text: String) {
    #expect(throws: RowFault.self) { try WrittenDate.read(text) }
  }

  @Test func `the number of a day from 1904 is another day`() throws {
    #expect(
      try WrittenDate.read("42124", from1904: true) == CivilDate(year: 2019, month: 5, day: 1))
  }

  @Test(arguments: [
    "Personnummer", "PERSONNR.", "pnr", "Patient", "Patientens namn", "Patient-ID", "Födelsedatum",
    "Journalnummer", "Samordningsnummer ",
  ])
  func `a column of patients is known by its name`(_ heading: String) {
    #expect(PatientData.isNamed(by: heading))
  }

  @Test(arguments: [
    "Patientföreträdare", "Antal patienter", "Patienter per år", "Patientförening", "Titel",
    "Diarienummer",
  ])
  func `a column about patients as a group is none`(_ heading: String) {
    #expect(!PatientData.isNamed(by: heading))
  }

  // The first is the tax agency's own example of a number that nobody has.
  @Test func `a personal identity number is found in a text, a diary number is not`() {
    #expect(PatientData.isHeld(in: "gäller 19121212-1212, se journal"))
    #expect(PatientData.isHeld(in: "121212-1212"))
    #expect(!PatientData.isHeld(in: "232100-0131"))
    #expect(!PatientData.isHeld(in: "19121212-1213"))
    #expect(!PatientData.isHeld(in: "RS 2019-01234, 070-123 45 67, 2019-05-01"))
  }

  @Test(arguments: [
    ("Kronisk njursjukdom ", "kronisk-njursjukdom"), ("Öron-, näs- & hals", "oron-nas-hals"),
    ("KOL\u{A0}2", "kol-2"),
  ])
  func `a title makes the same id however it is spaced`(_ title: String, _ slug: String) {
    #expect(title.slug == slug)
  }
}
