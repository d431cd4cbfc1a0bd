import Foundation

extension Bench {
  /// The checker alone, as a program: what it holds in memory at most, and what one file takes from
  /// start to end.
  func alone() throws -> [Row] {
    let program = ".build/stafett-check"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      Bench.note("  no \(program): skipped")
      return []
    }
    let corpus = folder + "/definitions"
    let one = corpus + "/definition-00000.yaml"
    func peak(_ what: String, _ words: String...) -> Peer {
      Peer(path: folder + "/peak", arguments: [what] + words)
    }
    let memory = try peak("memory", program, corpus, "Pipelines/register").measure()
    let bare = try peak("memory", program, "--version").measure()
    let time = peak("time", program, one, "Pipelines/register")
    let start = peak("time", program, "--version")
    let turns = try Turns(30, ours: time.measure, peer: start.measure)
    var rows = [
      Row(
        name: "peak memory of a check of the definitions / of --version",
        ours: "\(memory.written(1)) MiB", peer: "\(bare.written(1)) MiB",
        ratio: (memory / bare).written(1), aim: "≤ 16 MiB"),
      row("one file and the register, start to end / --version", turns, aim: "≤ 2.8 ms"),
    ]
    // A fast linter of plain YAML, where it is installed: it knows nothing of what the text means.
    let linter = ["ryl", "-d", "{extends: relaxed, rules: {line-length: disable}}", "--no-cache"]
    func other(_ what: String, _ path: String) -> Peer {
      Peer(path: folder + "/peak", arguments: [what] + linter + [path])
    }
    guard let held = try? other("memory", corpus).measure() else { return rows }
    rows.append(
      Row(
        name: "peak memory of a check of the definitions / ryl", ours: "\(memory.written(1)) MiB",
        peer: "\(held.written(1)) MiB", ratio: (memory / held).written(1)))
    let all = try Turns(
      rounds, ours: peak("time", program, corpus, "Pipelines/register").measure,
      peer: other("time", corpus).measure)
    rows.append(row("the definitions, start to end / ryl", all, aim: "≤ 0.6"))
    let both = try Turns(30, ours: time.measure, peer: other("time", one).measure)
    rows.append(row("one file and the register, start to end / ryl", both, aim: "≤ 1"))
    return rows
  }

  private func row(_ name: String, _ turns: Turns, aim: String) -> Row {
    Row(
      name: name, ours: "\((turns.ours.median * 1000).written(2)) ms",
      peer: "\((turns.peer.median * 1000).written(2)) ms", ratio: turns.ratio.written(2), aim: aim)
  }
}
