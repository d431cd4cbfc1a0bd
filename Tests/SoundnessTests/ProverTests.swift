import Definitions
import FlowTesting
import Testing

@testable import Soundness

/// What the proof says of small definitions, one surprise each.
@Suite struct ProverTests {
  private func prove(
    _ sketch: Sketch, lanes: Int? = 3, bounds: ProofBounds = ProofBounds()
  ) throws -> Proof {
    var prover = Prover(bounds)
    let table = try sketch.definition.table
    return prover.prove(table, lanes: table.runs.map { _ in lanes })
  }

  // MARK: what is under way

  @Test func `a branch that was left already cannot be led to again`() throws {
    let proof = try prove(
      Sketch("a: done", "p: go > z | after: [a]", "q: go > z | after: [a]", "z: done"))
    #expect(
      proof.deadEnd?.obstacles == [
        .blocked(stage: 2, [.init(outcome: "go", refusal: .targetUnderWay(row: 3))])
      ])
    // It is in the way whether it is open or closed by now.
    let left = try prove(
      Sketch(
        "a: done", "p: go > z, done | after: [a]", "q: go > z, done > q*1 | after: [a]", "z: done"))
    #expect(left.verdict == .unsound)
  }

  @Test func `an outcome that comes too late in every run is dead`() throws {
    let proof = try prove(
      Sketch(
        "a: done", "s: done | after: [a]", "p: go > z | after: [a]",
        "q: done, go > z | after: [s, p]", "z: done"))
    #expect(proof.deadEnd == nil)
    #expect(
      proof.deadOutcomes == [.init(stage: 3, outcome: "go", refusal: .targetUnderWay(row: 4))])
  }

  // MARK: lanes

  private let stuckLane = [
    "l: done, redo > m | for-each: trio | after: [a]", "m: again > m*1 | for-each: trio",
  ]

  @Test func `a stuck lane holds the case up`() throws {
    let proof = try prove(Sketch("a: done", stuckLane[0], stuckLane[1]))
    guard
      case .lanes(let stage, let stuck, let all, let way, let because) = proof.deadEnd?
        .obstacles.first
    else {
      Issue.record("\(String(describing: proof.deadEnd))")
      return
    }
    #expect((stage, stuck, all) == (2, 1, 3))
    #expect(way == [.outcome(stage: 1, "redo"), .outcome(stage: 2, "again")])
    #expect(because == [.blocked(stage: 2, [.init(outcome: "again", refusal: .atBound(1))])])
  }

  @Test func `a stuck lane is no deadlock where another stage can always end the case`() throws {
    let rescue = "r: keep, stop > end | after: [a] | every: 12 months"
    #expect(
      try prove(Sketch("a: done", stuckLane[0], stuckLane[1], rescue)).verdict == .sound)
    // One that can be closed is no rescue any more once it is.
    let passing = "s: done, stop > end | after: [a]"
    #expect(
      try prove(Sketch("a: done", stuckLane[0], stuckLane[1], passing)).verdict == .unsound)
  }

  @Test func `a stuck lane is no deadlock where the version can always be taken out of force`()
    throws
  {
    let sketch = Sketch(
      "a: done | in-force: done", stuckLane[0], stuckLane[1],
      "r: keep, stop > next | every: 12 months | out-of-force: stop")
    #expect(try prove(sketch).verdict == .sound)
  }

  @Test func `as many lanes must be stuck as make the others too few`() throws {
    let sketch = Sketch(
      "l: done, redo > m | for-each: quad",
      "m: again > m*1 | for-each: quad | proceed: {at-least: 2}")
    for (lanes, stuck) in [(4, 3), (3, 2), (2, 1), (1, 1)] {
      guard
        case .lanes(_, stuck, lanes, _, _) = try prove(sketch, lanes: lanes).deadEnd?
          .obstacles.first
      else {
        Issue.record("\(lanes) lanes")
        continue
      }
    }
  }

  @Test func `a run over nobody goes on, and says nothing of its stages`() throws {
    let sketch = Sketch("a: done", stuckLane[0], stuckLane[1], "b: done | after: [m]")
    #expect(try prove(sketch, lanes: 0).verdict == .sound)
    #expect(try prove(sketch, lanes: 1).verdict == .unsound)
    // Where their number is not known, there is one at least.
    #expect(try prove(sketch, lanes: nil).verdict == .unsound)
  }

  @Test func `an outcome of a lane that is alive only where its run never opens is dead`() throws {
    // The run is for first editions, its second stage for revisions.
    let sketch = Sketch(
      "a: done", "l: done | for-each: pair | when: {edition: first}",
      "b: done, change > new-case | after: [a] | every: 12 months",
      "m: done, more > nn | for-each: pair | after: [b] | when: {edition: first}",
      "nn: done | for-each: pair | when: {size: small}")
    let proof = try prove(sketch)
    #expect(!proof.deadStages.contains(1))
    let dead = Sketch(
      "a: go > z", "l: done, more > m | for-each: pair", "m: done | for-each: pair", "z: done")
    #expect(try prove(dead).deadStages == [1, 2])
  }

  @Test func `the bounds of a lane survive that its run is opened again`() throws {
    // What may be tried once, may be tried once: also after the run was drawn anew.
    let sketch = Sketch(
      "a: done", "l: done, again > l*1 | for-each: pair", "b: done, back > l*3")
    let table = try sketch.definition.table
    var space = StateSpace(ProofBounds())
    let lane = try #require(
      LaneProof(table.runs[0].lane, draws: table.mostDraws(ofRun: 0), free: [], &space))
    #expect(table.mostDraws(ofRun: 0) == 3)
    // Open or done, with the try left or used.
    #expect(lane.states == 4)
    #expect(try prove(sketch).verdict == .sound)
  }

  // MARK: in force

  @Test func `a case with its version in force and only reviews open has come to an end`() throws {
    let sketch = Sketch("a: done | in-force: done", "r: keep | every: 12 months")
    #expect(try prove(sketch).verdict == .sound)
    // Beside a stage that cannot be left it has not, and no other case's version helps it.
    let stuck = Sketch(
      "a: done | in-force: done", "r: keep | every: 12 months", "b: redo > b*1 | after: [a]")
    #expect(try prove(stuck).deadEnd != nil)
  }

  @Test func `a new version calls back what hangs on it, and not what has an after:`() throws {
    // Both have left; the second version opens only the one that hangs on it.
    let sketch = Sketch(
      "a: done | in-force: done", "h: leave > next | every: 12 months",
      "r: leave > next | after: [a] | every: 12 months",
      "c: done | after: [h, r] | in-force: done")
    let table = try sketch.definition.table
    var state = table.start(world: 0)
    for (row, outcome) in [(0, "done"), (1, "leave"), (2, "leave"), (3, "done")] {
      let exit = try #require(table.exit(outcome, of: row))
      #expect(table.refusal(exit, state) == nil)
      state = table.taking(exit, state)
    }
    #expect(Array(state.open.indices) == [1])
    #expect(try prove(sketch).verdict == .sound)
  }

  @Test func `reviews that put a version in force go round, and the search ends`() throws {
    let sketch = Sketch(
      "a: done | in-force: done", "h: leave > next | every: 12 months",
      "r: renew, leave > next | after: [a] | every: 12 months | in-force: renew")
    let proof = try prove(sketch)
    #expect(proof.verdict == .sound)
    #expect(proof.states < 20)
  }

  @Test func `a review of nothing in force goes round for ever`() throws {
    let proof = try prove(Sketch("a: done", "r: keep | after: [a] | every: 12 months"))
    #expect(proof.deadEnd?.obstacles == [.returns(stage: 1)])
    #expect(proof.deadEnd?.steps == [.outcome(stage: 0, "done")])
  }

  // MARK: too much to follow

  private static func tries(_ count: Int, bound: Int) -> Sketch {
    var lines = ["a: done"]
    for index in 0..<count {
      lines.append("t\(index): done, again > t\(index)*\(bound) | after: [a]")
    }
    return Sketch(lines)
  }

  @Test func `ten bounds of five are decided from both sides`() throws {
    var lines = ["a: done"]
    for index in 0..<10 { lines.append("t\(index): done, again > a*5") }
    let proof = try prove(Sketch(lines))
    #expect(proof.verdict == .sound)
    #expect(proof.isBetween)
  }

  @Test func `fourteen side by side with tries of their own are not decided`() throws {
    let proof = try prove(Self.tries(14, bound: 9))
    #expect(proof.verdict == .undecided)
    #expect(proof.deadEnd == nil && proof.deadStages.isEmpty && proof.deadOutcomes.isEmpty)
  }

  @Test func `what both sides do not settle stays undecided`() throws {
    // Without bounds the last stage could always try again, and with one it cannot be left.
    var lines = ["a: done"]
    for index in 0..<10 { lines.append("t\(index): done, again > a*5") }
    lines.append("z: redo > a*5")
    let proof = try prove(Sketch(lines), bounds: ProofBounds(states: 2_000))
    #expect(proof.verdict != .sound)
  }

  @Test func `the bounds are bounds`() throws {
    let sketch = Self.tries(4, bound: 9)
    let whole = try prove(sketch)
    #expect(whole.verdict == .sound && !whole.isBetween)
    let few = try prove(sketch, bounds: ProofBounds(states: 100))
    #expect(few.isBetween || few.verdict == .undecided)
    let tight = ProofBounds(states: .max, bytes: 16 << 10)
    var prover = Prover(tight)
    let cut = prover.prove(try Self.tries(14, bound: 9).definition.table, lanes: [])
    #expect(cut.verdict == .undecided)
    #expect(cut.bytes < 2 * tight.bytes)
    // One that was cut short leaves nothing behind for the next.
    #expect(prover.prove(try Sketch("a: done").definition.table, lanes: []).verdict == .sound)
  }

  // MARK: the same, always

  @Test func `the answer is the same each time, whatever was proved before`() throws {
    var used = Prover()
    for (name, sketch) in Planted.all {
      let table = try sketch.definition.table
      let lanes = table.runs.map { _ in Optional(2) }
      var fresh = Prover()
      let (one, other) = (fresh.prove(table, lanes: lanes), used.prove(table, lanes: lanes))
      #expect("\(one)" == "\(other)", "\(name)")
    }
  }

  @Test func `no shorter run gets stuck`() throws {
    for (name, sketch) in Planted.all {
      let table = try sketch.definition.table
      guard table.runs.isEmpty else { continue }
      var prover = Prover()
      guard let end = prover.prove(table, lanes: []).deadEnd else { continue }
      let shortest = Walk(table).shortest
      #expect(end.steps.count == shortest, "\(name)")
    }
  }

  /// The length of a shortest run to a state in which nothing changes any more.
  private struct Walk {
    let table: ControlTable

    init(_ table: ControlTable) { self.table = table }

    var shortest: Int? {
      var here = table.worlds.indices.map { table.start(world: $0) }
      var seen = Set(here)
      for length in 0..<60 {
        var next: [ControlState] = []
        for state in here {
          let after = after(state)
          if after.allSatisfy({ $0 == state }), state.open != 0, !table.rests(state) {
            return length
          }
          next += after.filter { seen.insert($0).inserted }
        }
        here = next
      }
      return nil
    }

    private func after(_ state: ControlState) -> [ControlState] {
      guard !state.ended else { return [] }
      return state.open.indices.flatMap { row in
        table.rows[row].exits.map { table.exits[$0] }.filter { table.refusal($0, state) == nil }
          .map { table.taking($0, state) }
          + (table.rows[row].isOptional ? [table.skipping(row, state)] : [])
      }
    }
  }
}

extension Sketch {
  init(_ lines: [String]) {
    self.lines = lines
  }
}
