import Foundation
import Views

extension Bench {
  /// How long every view takes over a whole country, from the start of the program to its end.
  ///
  /// The scenarios are those that `generate-country` has written. Measured for each view: a look at
  /// what was gathered before, as whoever comes after another has it; the median of the rounds.
  func country() throws -> [Row] {
    guard let program else {
      Bench.note("  no stafett beside stafett-bench: skipped")
      return []
    }
    let store = folder + "/country.sqlite"
    removeStore(store)
    try? FileManager.default.removeItem(atPath: store + "-views")
    let scenarios = try FileManager.default.contentsOfDirectory(atPath: folder + "/country").count
    let loading = try run(program, "test", folder + "/country", "--into", store)
    var rows = [
      Row(name: "\(scenarios) products of a country taken in", ours: "\(loading.written(1)) s")
    ]
    let today = ["--on", "2026-11-23", "--store", store]
    let first = try run(program, ["inbox"] + today)
    rows.append(
      Row(name: "the first look, at the inbox", ours: "\((first * 1000).written(0)) ms"))
    let views =
      Overviews.all.map { [$0.name] } + [["cases"], ["due"], ["matrix"], ["agenda", "sks"]]
    for view in views {
      _ = try run(program, view + today)
      let times = try (0..<rounds).map { _ in try run(program, view + today) }
      rows.append(
        Row(
          name: view.joined(separator: " "), ours: "\((times.median * 1000).written(0)) ms",
          aim: "≤ 100 ms"))
    }
    return rows
  }
}
