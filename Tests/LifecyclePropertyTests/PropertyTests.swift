import Testing

/// The invariants of the engine, over random definitions and random commands.
@Suite struct PropertyTests {
  @Test func `what must hold holds after every command`() throws {
    let seed = SeededRandom.seed
    let runs = 100 * SeededRandom.volume
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
    var codes: [String: Int] = [:]
    for seen in all { codes.merge(seen.codes, uniquingKeysWith: +) }
    print(codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(shares.rework >= 20)
    #expect(shares.lanes >= 20)
    #expect(shares.joins >= 20)
    #expect(shares.every >= 20)
  }
}
