import Foundation

/// Measures the product against what the machine allows, each beside its peer in the same run.
///
///     stafett-bench FOLDER ROUNDS [reading] [checking] [alone] [folding] [committing] [country]
///                                [starting]
///
/// `FOLDER` holds the peers and the generated definitions; `Tests/Bench/run` makes them and calls
/// this from the root of the package. Absolute figures are the machine's and the moment's: what
/// counts is the ratio of two that were taken in turn.
@main struct Bench {
  /// Where peers, corpus and stores are.
  let folder: String
  /// How often each is measured.
  let rounds: Int

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let rounds = arguments.dropFirst().first.flatMap(Int.init),
      rounds > 0
    else { return fail("usage: stafett-bench FOLDER ROUNDS [PART …]", code: 2) }
    let parts: [(name: String, measure: (Bench) throws -> [Row])] = [
      ("reading", { try $0.reading() }), ("checking", { try $0.checking() }),
      ("alone", { try $0.alone() }),
      ("folding", { try $0.folding() }),
      ("committing", { try $0.committing() }), ("country", { try $0.country() }),
      ("starting", { try $0.starting() }),
    ]
    let wanted = Array(arguments.dropFirst(2))
    if let unknown = wanted.first(where: { name in !parts.contains { $0.name == name } }) {
      return fail("no part \(unknown), only \(parts.map(\.name).joined(separator: ", "))", code: 2)
    }
    let bench = Bench(folder: folder, rounds: rounds)
    var rows: [Row] = []
    var failed = false
    for part in parts where wanted.isEmpty || wanted.contains(part.name) {
      note("measuring \(part.name) …")
      do { rows += try part.measure(bench) } catch { note("\(error)"); failed = true }
    }
    print(Row.table(rows))
    if failed { exit(1) }
  }

  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func fail(_ text: String, code: Int32) {
    note(text)
    exit(code)
  }
}

/// What makes a measurement worthless.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// How long something takes, in seconds by the clock on the wall.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(body).components
  return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
}

/// How much of a processor one thread takes for something, in seconds: what other programs do at the
/// same time disturbs that less than the time that passes.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
