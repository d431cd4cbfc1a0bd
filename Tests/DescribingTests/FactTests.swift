import Canonical
import CivilTime
import Definitions
import Describing
import Located
import Register
import StageKit
import Testing

/// What holds of every description, whatever its words.
@Suite struct FactTests {
  @Test(arguments: GoldenTests.references, Language.allCases)
  func `a reading tells every stage and every outcome that can be taken`(
    _ reference: String, _ language: Language
  ) throws {
    let definition = try Samples.definition(reference)
    let reading = PipelineReading(
      definition, organisation: Samples.organisation, on: try Samples.day("2026-03-02"),
      language: language)
    #expect(reading.sections.compactMap(\.stage) == definition.stages.map(\.id))
    for (row, entry) in definition.table.rows.enumerated() {
      let tables = entry.run.map { [definition.table.runs[$0].lane] } ?? [definition.table]
      for exit in tables.flatMap(\.exits) where entry.run != nil || exit.row == row {
        let index = entry.stages.lowerBound + (entry.run == nil ? 0 : exit.row)
        let stage = definition.stages[index]
        let title = try #require(stage.outcome(exit.outcome)).title[language]
        let section = try #require(reading.sections.first { $0.stage == stage.id })
        #expect(section.outcomes.contains { $0.contains(title) })
      }
    }
  }

  @Test(arguments: GoldenTests.references)
  func `a graph has a node for each stage and a dashed arrow for each way back`(
    _ reference: String
  ) throws {
    let definition = try Samples.definition(reference)
    let graph = PipelineGraph(
      definition, organisation: Samples.organisation, on: try Samples.day("2026-03-02"),
      language: .en)
    let ids = graph.nodes.map(\.id)
    #expect(graph.nodes.filter { $0.kind == .stage }.map(\.id) == definition.stages.map(\.id))
    #expect(graph.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
    #expect(graph.groups.flatMap(\.nodes).allSatisfy { ids.contains($0) })
    let exits = definition.table.exits + definition.table.runs.flatMap(\.lane.exits)
    let backs = exits.count { if case .sendBack = $0.effect { true } else { false } }
    #expect(graph.edges.count { $0.kind == .back } == backs)
    #expect(graph.edges.filter { $0.kind == .back }.allSatisfy { $0.label?.contains("×") ?? false })
    let recurring = definition.stages.count { $0.form.every != nil }
    #expect(graph.edges.count { $0.kind == .loop && $0.from == $0.to } == recurring)
  }

  @Test func `what a title holds cannot break a picture`() throws {
    let graph = PipelineGraph(
      try Samples.definition("sample@2"), organisation: Samples.organisation,
      on: try Samples.day("2026-03-02"), language: .en)
    #expect(graph.dot.contains(#"Gate \"one\""#))
    #expect(graph.mermaid.contains("Gate #quot;one#quot;"))
  }

  @Test func `nineteen programme areas and six cooperation groups began in October 2017`() throws {
    let listing = OrganisationOnDay(
      Samples.organisation, on: try Samples.day("2017-10-01"), kind: nil, language: .sv)
    #expect(listing.value["counts"]?["npo"] == .whole(19))
    #expect(listing.value["counts"]?["nsg"] == .whole(6))
  }

  @Test func `a body that was renamed has the name of the day`() throws {
    let listing = OrganisationOnDay(
      Samples.organisation, on: try Samples.day("2018-01-01"), kind: nil, language: .sv)
    let skr = try #require(listing.value["bodies"]?.items.first { $0["id"] == .text("skr") })
    #expect(skr["name"] == .text("Sveriges Kommuner och Landsting (SKL)"))
    #expect(skr["later-name"] == .text("Sveriges Kommuner och Regioner (SKR)"))
    let words = listing.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("(senare Sveriges Kommuner och Regioner (SKR))"))
  }

  @Test func `a year has its holidays and rounds, and none outside the supported years`() throws {
    let year = try #require(
      CalendarYear(2026, organisation: Samples.organisation, language: .en)
    ).value
    let holidays = year["holidays"]?.items ?? []
    #expect(
      holidays.contains { $0["date"] == .text("2026-04-03") && $0["name"] == .text("Good Friday") })
    let rounds = (year["windows"]?.items ?? []).filter {
      $0["calendar"] == .text("national-remiss")
    }
    #expect(
      rounds.map { $0["opens"] }
        == ["2026-02-16", "2026-04-15", "2026-09-15", "2026-11-16"]
        .map { .text($0) })
    #expect(rounds.last?["closes"] == .text("2027-02-12"))
    #expect(CalendarYear(1899, organisation: Samples.organisation, language: .en) == nil)
  }

  @Test func `the reference of a stage tells every act, field and outcome`() throws {
    for contract in Samples.catalogue.contracts {
      let reference = StageReference(contract, language: .sv)
      for act in contract.acts {
        #expect(reference.text.contains("\n\(act.name)  \(act.title.sv)"))
        for field in act.shape.fields { #expect(reference.text.contains(field.title.sv)) }
      }
      #expect(reference.value["outcomes"]?.items.isEmpty == false)
    }
  }
}
