import CivilTime
import Located
import Testing
import YAMLReading

@testable import Register

/// Three regions, a board, an office that acts for it in 2026 only, and two groups.
let smallRegister = """
  register: small
  powers:
    - {id: decide, title: {sv: Besluta, en: Decide}}
  kinds:
    - {id: region, title: Region, level: region, powers: [decide]}
    - {id: board, title: {sv: Styrelse, en: Board}, level: national, powers: [decide]}
    - {id: group, title: {sv: Grupp, en: Group}, level: national, open: true}
  sets:
    - {id: regions, title: {sv: Regioner, en: Regions}, kind: region}
    - {id: nobody, title: {sv: Ingen, en: Nobody}, bodies: []}
    - {id: groups, title: {sv: Grupper, en: Groups}, bodies: [writers, readers]}
  bodies:
    - {id: board, kind: board, name: {sv: Styrelsen, en: The board}}
    - {id: court, kind: board, name: {sv: Rätten, en: The court}}
    - {id: writers, kind: group, name: {sv: Skribenter, en: Writers}}
    - {id: readers, kind: group, name: {sv: Läsare, en: Readers}}
    - id: office
      kind: group
      name: {sv: Kansliet, en: The office}
      acting-for: [{body: board, from: 2026-01-01, to: 2026-12-31}]
    - {id: north, kind: region, code: "01", name: {sv: Norr, en: North}}
    - {id: middle, kind: region, code: "02", name: {sv: Mitt, en: Middle}}
    - {id: south, kind: region, code: "03", name: {sv: Söder, en: South}}
    - {id: island, kind: region, code: "04", name: {sv: Ön, en: Island}, from: 2028-01-01}
  calendar:
    saturday-works: false
    holidays:
      - {name: {sv: nyårsdagen, en: New Year's Day}, day: "01-01"}
      - {name: {sv: långfredagen, en: Good Friday}, easter: -2}
      - {name: {sv: annandag påsk, en: Easter Monday}, easter: 1}
      - {name: {sv: nationaldagen, en: National Day}, day: "06-06"}
  windows:
    - id: remiss
      title: {sv: Remiss, en: Consultation}
      opens-shift: forward
      closes-shift: back
      rounds:
        - {opens: "02-15", closes: "04-14", from: 2020}
        - {opens: "09-15", closes: "11-14", from: 2020, to: 2026}
        - {opens: "09-15", closes: "11-30", from: 2027}
  meetings:
    - {body: board, papers: 2 weeks, days: [2026-03-19, 2026-04-23]}
  tasks:
    - {id: steer, title: {sv: Styra, en: Steer}, kind: board}

  """

/// Reads a register; a fault fails the test that asks.
func organisation(_ text: String = smallRegister) throws -> Organisation {
  let read = YAMLReader.read(Array(text.utf8), path: "register.yaml")
  let (organisation, faults) = Organisation.load([try #require(read.root)])
  try #require(faults.isEmpty && read.diagnostics.isEmpty, "\(faults)")
  return try #require(organisation)
}

/// A date that the tests know to be one.
func day(_ text: String) -> CivilDate {
  guard let day = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return day
}
