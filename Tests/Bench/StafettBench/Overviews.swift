import Foundation
import Views

extension Bench {
  /// How long every view takes over a whole country, from the start of the program to its end.
  ///
  /// The scenarios are those that `generate-country` has written. Measured for each view: a look at
  /// what was gathered before, as whoever comes after another has it, on the day of the measurement;
  /// the median of the rounds, as text for people and as CSV with every row. At last a look back.
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
      Row(name: "a country of \(scenarios) histories taken in", ours: "\(loading.written(1)) s")
    ]
    let at = ["--store", store]
    let first = try run(program, ["inbox"] + at)
    rows.append(
      Row(name: "the first look, at the inbox", ours: "\((first * 1000).written(0)) ms"))
    let views =
      Overviews.all.map { [$0.name] } + [["cases"], ["due"], ["matrix"], ["agenda", "sks"]]
    for view in views + [["decisions", "--on", "2026-06-30"]] {
      // What is empty is fast because it has nothing to show.
      let table = try output(of: program, view + at + ["--format", "csv"])
      let count = max(table.split(separator: "\r\n").count - 1, 0)
      let name = "\(view.joined(separator: " ")), \(count == 0 ? "empty" : "\(count) rows")"
      for (format, name) in [("text", name), ("csv", name + ", csv")] {
        let times = try (0..<rounds).map { _ in
          try run(program, view + at + ["--format", format])
        }
        rows.append(
          Row(name: name, ours: "\((times.median * 1000).written(0)) ms", aim: "≤ 100 ms"))
      }
    }
    return rows
  }

  /// What a program prints.
  private func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFailure("\(program) ended with status \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
