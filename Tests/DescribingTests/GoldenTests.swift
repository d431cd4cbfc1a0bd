import CivilTime
import Definitions
import Describing
import Located
import Register
import StageKit
import Testing

/// What a process leader reads, word by word.
@Suite struct GoldenTests {
  static let references = [
    "sample@2", "cancer-care-programme@3", "drug-introduction@1", "care-pathway@1",
    "ordered-phase-out@1",
  ]

  @Test(arguments: references, Language.allCases)
  func `a pipeline reads as it should`(_ reference: String, _ language: Language) throws {
    let reading = PipelineReading(
      try Samples.definition(reference), organisation: Samples.organisation,
      on: try Samples.day("2026-03-02"), language: language)
    try Golden(name: "\(reference).read.\(language).txt").check(reading.text)
  }

  @Test(arguments: references, Language.allCases)
  func `a pipeline is planned as it should be`(_ reference: String, _ language: Language) throws {
    let inputs = [
      "sample@2": ["scope": "full", "needed": "2027-03-01"],
      "ordered-phase-out@1": ["subject": "document"],
    ]
    let plan = try PipelinePlan(
      Samples.definition(reference), organisation: Samples.organisation,
      opening: .init(on: Samples.day("2026-03-02"), inputs: inputs[reference] ?? [:]),
      language: language)
    try Golden(name: "\(reference).plan.\(language).txt").check(plan.text)
  }

  @Test(arguments: references)
  func `a pipeline is drawn as it should be`(_ reference: String) throws {
    let graph = PipelineGraph(
      try Samples.definition(reference), organisation: Samples.organisation,
      on: try Samples.day("2026-03-02"), language: .sv)
    try Golden(name: "\(reference).dot").check(graph.dot)
    try Golden(name: "\(reference).mmd").check(graph.mermaid)
  }

  @Test(arguments: ["remiss", "review"], Language.allCases)
  func `a stage is told as it should be`(_ name: String, _ language: Language) throws {
    let contract = try #require(Samples.catalogue.contracts.first { $0.name.name == name })
    try Golden(name: "stage-\(name).\(language).txt")
      .check(StageReference(contract, language: language).text)
  }

  @Test(arguments: Language.allCases)
  func `a year and the organisation of a day are told as they should be`(
    _ language: Language
  ) throws {
    let year = try #require(
      CalendarYear(2026, organisation: Samples.organisation, language: language))
    try Golden(name: "calendar-2026.\(language).txt").check(year.text)
    let organisation = OrganisationOnDay(
      Samples.organisation, on: try Samples.day("2017-10-01"), kind: nil, language: language)
    try Golden(name: "bodies-2017-10-01.\(language).txt").check(organisation.text)
  }
}
