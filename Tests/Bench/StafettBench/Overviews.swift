import Canonical
import CivilTime
import Foundation
import Lifecycle
import Located
import Runtime
import Scenarios
import StageKit
import StageRegistry
import Store
import StoreSQLite
import Views
import YAMLReading

extension Bench {
  /// How long every overview takes over a whole country, from the file on.
  func country() throws -> [Row] {
    let material = try Material.load()
    let path = folder + "/country.sqlite"
    removeStore(path)
    let loading = try seconds { try load(material, into: path) }
    let store = try SQLiteStore(at: path, access: .readOnly)
    let runner = runner(over: store, material)
    let today = CivilDate(year: 2026, month: 11, day: 23) ?? .latest
    let world = World(Names(material.organisation, on: today))
    let products = try runner.products()
    let events = products.reduce(0) { $0 + $1.version }
    var rows = [
      Row(
        name: "\(products.count) products, \(events) events taken in, one transaction each",
        ours: "\(loading.written(1)) s")
    ]
    rows.append(try measured("reading and folding all", { _ = try runner.products() }))
    for overview in Overviews.all {
      rows.append(
        try measured("overview \(overview.name), without reading") {
          _ = overview.listing(of: products, in: world).page
        })
    }
    return rows
  }

  private func measured(_ name: String, _ body: () throws -> Void) throws -> Row {
    let times = try (0..<rounds).map { _ in try seconds(body) }
    return Row(name: name, ours: "\((times.median * 1000).written(1)) ms", aim: "≤ 100 ms")
  }

  private func runner(over store: any EventStore, _ material: Material) -> Runner {
    Runner(
      store: store, stages: StageCatalogue(registeredStages), organisation: material.organisation,
      definitions: material.engine.definitions.map(\.definition),
      clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  private func load(_ material: Material, into path: String) throws {
    let store = try SQLiteStore(at: path, access: .create)
    let runner = runner(over: store, material)
    var country = Country(seed: 7, material.organisation)
    for text in country.scenarios() {
      guard let node = YAMLReader.read(Array(text.utf8), path: "country").root,
        let scenario = Scenario.read(node).0
      else { throw BenchFailure("a scenario is not read:\n\(text)") }
      let run = ScenarioRun.play(scenario, material.engine)
      if let difference = run.difference {
        throw BenchFailure(
          "\(scenario.name), line \(difference.span.start.line): \(difference.message.en)")
      }
      let orders = run.log.enumerated().map { number, entry in
        let id = "\(scenario.name)/\(number)"
        return Order(
          entry.command, on: entry.product, entry.context, id: id,
          request: ContentHash(hashing: id),
          actor: "p-1")
      }
      for case .refused(let refusals) in try runner.perform(orders) {
        throw BenchFailure("\(scenario.name): \(refusals[0].text.en)")
      }
    }
    try store.close()
  }
}
