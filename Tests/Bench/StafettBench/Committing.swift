import Canonical
import Foundation
import Lifecycle
import Runtime
import StageKit
import StageRegistry
import StoreSQLite

extension Bench {
  /// Acts a second on SQLite, each decided on what the store says and durable before the next,
  /// beside a bare loop that commits one event at a time in a table with the same columns.
  func committing() throws -> [Row] {
    let material = try Material.load()
    let peer = Peer(path: folder + "/sqlite-limit", arguments: [folder, "3000"])
    let acts = material.histories.map(\.steps.count).reduce(0, +)
    let turns = try Turns(
      rounds,
      ours: {
        // Histories name their cases by the product, so each time needs a store of its own.
        let times = try (0..<4).map { _ in try play(material) }
        return Double(acts * times.count) / times.reduce(0, +)
      }, peer: peer.measure)
    return [
      Row(
        name: "\(acts) acts, SQLite, full sync / bare commits of an event",
        ours: "\(turns.ours.median.written(0))/s", peer: "\(turns.peer.median.written(0))/s",
        ratio: turns.ratio.written(2), aim: "≥ 0.5")
    ]
  }

  /// How long it takes to play all histories into a new store, a step of each in turn.
  private func play(_ material: Material) throws -> Double {
    let path = folder + "/acts.sqlite"
    removeStore(path)
    defer { removeStore(path) }
    let store = try SQLiteStore(at: path, access: .create)
    let runner = Runner(
      store: store, stages: StageCatalogue(registeredStages), organisation: material.organisation,
      definitions: material.engine.definitions.map(\.definition),
      clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
    let longest = material.histories.map(\.steps.count).max() ?? 0
    let time = try seconds {
      for number in 0..<longest {
        for history in material.histories where number < history.steps.count {
          try perform(number, of: history, by: runner)
        }
      }
    }
    try store.close()
    return time
  }

  private func perform(
    _ number: Int, of history: Material.History, by runner: Runner
  ) throws {
    let step = history.steps[number]
    let id = runner.newID()
    let order = Order(
      step.command, on: history.product, step.context, id: id, request: ContentHash(hashing: id),
      actor: "p-1")
    guard case .done = try runner.perform(order) else {
      throw BenchFailure("\(history.product): step \(number + 1) is not done")
    }
  }

  func removeStore(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-lock"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
