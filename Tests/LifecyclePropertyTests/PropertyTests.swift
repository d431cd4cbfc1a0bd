import RandomTesting
import Testing

@testable import Lifecycle

/// The invariants of the engine, over random definitions and random commands.
@Suite struct PropertyTests {
  @Test func `what must hold holds after every command`() throws {
    let seed = SeededRandom.seed
    let runs = 80 * SeededRandom.volume
    var all: [Trial.Seen] = []
    for run in 0..<runs {
      var trial = try Trial(seed: seed, run: run)
      do {
        try trial.run(45)
      } catch {
        throw Trial.Broken(description: "run \(run) of seed \(seed): \(error)")
      }
      all.append(trial.seen)
    }
    func share(_ had: (Trial.Seen) -> Bool) -> Int { all.count(where: had) * 100 / runs }
    let shares = (
      rework: share(\.rework), lanes: share(\.lanes), joins: share(\.joins), every: share(\.every)
    )
    let (accepted, refused) = (
      all.reduce(0) { $0 + $1.accepted }, all.reduce(0) { $0 + $1.refused }
    )
    print(
      "properties: \(runs) runs, \(accepted) accepted, \(refused) refused,",
      "\(all.reduce(0) { $0 + $1.compared }) compared with the table,",
      "rework \(shares.rework) %, lanes \(shares.lanes) %, joins \(shares.joins) %, every \(shares.every) %"
    )
    // What is never seen is never tested.
    let types = all.reduce(into: [:]) { $0.merge($1.types, uniquingKeysWith: +) }
    let codes = all.reduce(into: [:]) { $0.merge($1.codes, uniquingKeysWith: +) }
    for (what, seen) in [("events", types), ("refusals", codes)] {
      let counts = seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      print("properties: \(what):", counts.joined(separator: ", "))
    }
    let kinds: [StageChanged.Kind] = [.skipped, .passed, .cleared, .cancelled, .proceeded]
    for type in kinds.map(\.rawValue) + [AwaitsForce.type, EnteredForce.type, LeftForce.type] {
      #expect(types[type, default: 0] > 0, "no \(type)")
    }
    #expect(shares.rework >= 20)
    #expect(shares.lanes >= 20)
    #expect(shares.joins >= 20)
    #expect(shares.every >= 20)
  }
}
