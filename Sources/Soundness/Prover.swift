package import Definitions

/// Proves that the flow of definitions is sound: on the very table that the engine runs, every state
/// that a case can reach is found, and from each an end must be reachable.
///
/// After van der Aalst and others, "Soundness of workflow nets" (2011): option to complete, proper
/// completion, nothing dead. Completion is proper by construction: an end cancels what is open. One
/// lane of a run is proved by itself, and the case sees its run as a row that can go on once its
/// lanes can. Typically tens of microseconds; keep one prover for many definitions.
package struct Prover {
  /// How far a proof may go.
  package let bounds: ProofBounds
  private var caseSpace: StateSpace
  private var laneSpace: StateSpace

  package init(_ bounds: ProofBounds = ProofBounds()) {
    self.bounds = bounds
    caseSpace = StateSpace(bounds)
    laneSpace = StateSpace(bounds)
  }

  /// Proves a table, or says why it is not sound.
  ///
  /// - Parameter lanes: How many members each run has; nil where that is not known.
  package mutating func prove(_ table: ControlTable, lanes: [Int?]) -> Proof {
    let none = table.runs.map { _ in Set<Int>() }
    let proof = sweep(table, lanes, free: [], lanesFree: none)
    guard proof.verdict == .undecided else { return proof }
    return between(table, lanes) ?? proof
  }

  // Too many bounds for all their combinations. If the table gets stuck nowhere even when stages
  // that can always be left are sent back without end, no real run does; and what can happen when
  // every bound is one can happen.
  private mutating func between(_ table: ControlTable, _ lanes: [Int?]) -> Proof? {
    let free = table.freely
    let more = sweep(table.relaxed, lanes, free: free, lanesFree: table.runs.map(\.lane.freely))
    guard more.verdict != .undecided, more.deadEnd == nil else { return nil }
    let less = sweep(
      table.tightened, lanes, free: [], lanesFree: table.runs.map { _ in [] })
    guard less.verdict != .undecided, less.deadStages.isEmpty, less.deadOutcomes.isEmpty else {
      return nil
    }
    var proof = Proof()
    proof.states = more.states + less.states
    proof.laneStates = more.laneStates + less.laneStates
    proof.bytes = max(more.bytes, less.bytes)
    proof.isBetween = true
    return proof
  }

  /// - Parameters:
  ///   - free: The exits of the case whose bounds were dropped, which count as no way on.
  ///   - lanesFree: Those of each run's lanes.
  private mutating func sweep(
    _ table: ControlTable, _ lanes: [Int?], free: Set<Int>, lanesFree: [Set<Int>]
  ) -> Proof {
    var proof = Proof()
    var found: [LaneProof] = []
    for (index, run) in table.runs.enumerated() {
      // A lane without bounds starts anew as it started first.
      let isBounded = run.lane.exits.contains { $0.bound != nil }
      let draws = isBounded ? table.mostDraws(ofRun: index) : 0
      guard let lane = LaneProof(run.lane, draws: draws, free: lanesFree[index], &laneSpace) else {
        proof.verdict = .undecided
        proof.laneStates += laneSpace.states.count
        proof.bytes = laneSpace.bytes
        return proof
      }
      proof.laneStates += lane.states
      proof.bytes += lane.bytes
      found.append(lane)
    }
    var sweep = CaseSweep(table: table, members: lanes, lanes: found, free: free)
    sweep.explore(&caseSpace)
    proof.states = caseSpace.states.count
    proof.bytes += caseSpace.bytes
    guard !caseSpace.isCutShort else {
      proof.verdict = .undecided
      return proof
    }
    proof.deadEnd = sweep.deadEnd(caseSpace)
    (proof.deadStages, proof.deadOutcomes) = sweep.dead
    if proof.deadEnd != nil || !proof.deadStages.isEmpty || !proof.deadOutcomes.isEmpty {
      proof.verdict = .unsound
    }
    return proof
  }
}

extension ControlTable {
  /// The bounded exits of rows that can be left by another way whatever was used.
  fileprivate var freely: Set<Int> {
    Set(
      exits.indices.filter { index in
        guard exits[index].bound != nil else { return false }
        let row = rows[exits[index].row]
        return row.isOptional
          || exits[row.exits].contains { exit in
            exit.bound == nil && (exit.effect == .handOn || exit.effect == .end)
          }
      })
  }

  /// More than can happen: what can always be left may be sent back without end.
  fileprivate var relaxed: ControlTable {
    let free = freely
    return replacingBounds({ free.contains($0) ? nil : $1 }, ofLanes: { $0.relaxed })
  }

  /// Less than can happen: everything is sent back at most once.
  fileprivate var tightened: ControlTable {
    replacingBounds({ $1.once }, ofLanes: { $0.tightened })
  }
}
