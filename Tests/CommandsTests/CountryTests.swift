import CheckTool
import Checking
import Lifecycle
import Located
import MadeUpCountry
import Scenarios
import StageKit
import StageRegistry
import Testing
import Views
import YAMLReading

@testable import Commands

/// The country on which views are measured has something to show in each of them: a small one of the
/// same make.
@Suite struct CountryTests {
  @Test func `no view of a made-up country is empty`() throws {
    let workspace = try Self.workspace()
    let engine = TestCommand.engine(workspace)
    let country = Country(seed: 7, workspace.organisation, size: .village)
    let products = try country.scenarios().flatMap { name, text -> [ProductState] in
      let node = try #require(YAMLReader.read(Array(text.utf8), path: name).root, "\(name)")
      let scenario = try #require(Scenario.read(node).0, "\(name)")
      let run = ScenarioRun.play(scenario, engine)
      #expect(run.difference == nil, "\(name): \(run.difference?.message.en ?? "")")
      return run.products
    }
    let names = Names(workspace.organisation, on: Country.today)
    for overview in Overviews.all {
      let listing = overview.listing(of: products, in: World(names))
      #expect(!listing.lines.isEmpty, "\(overview.name) is empty")
    }
    #expect(!Board(products, names: names, today: Country.today).rows.isEmpty)
    #expect(!DueList(products, names: names, today: Country.today, within: 90).items.isEmpty)
    let cases = products.flatMap { product in product.cases.map { (product: product, one: $0) } }
    #expect(!Matrix(cases, names: names).rows.isEmpty)
  }

  @Test func `the same seed is the same country`() throws {
    let organisation = try Self.workspace().organisation
    func texts(_ seed: UInt64) -> [String] {
      Country(seed: seed, organisation, size: .village).scenarios().map(\.text)
    }
    #expect(texts(7) == texts(7))
    #expect(texts(7) != texts(8))
  }

  private static func workspace() throws -> Workspace {
    try Workspace.read(
      Program.pipelines, stages: StageCatalogue(registeredStages), extent: .unproved)
  }
}
