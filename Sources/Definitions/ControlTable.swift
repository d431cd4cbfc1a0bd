/// One bit for a row, or for an edge that leads to a branch.
package typealias Mask = UInt64

/// The bit of a row or edge.
@inline(__always) package func bit(_ index: Int) -> Mask { 1 << Mask(truncatingIfNeeded: index) }

extension Mask {
  /// The set bits, lowest first.
  package var indices: MaskIndices { MaskIndices(rest: self) }

  /// Whether a row's bit is set.
  package func has(_ index: Int) -> Bool { self & bit(index) != 0 }
}

/// The set bits of a mask, lowest first.
package struct MaskIndices: Sequence, IteratorProtocol {
  var rest: Mask

  package mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}

/// The flow of a definition as a finite table: the engine interprets it and the proof explores it,
/// so that there is one description of what may happen.
package struct ControlTable: Sendable, Equatable {
  /// What taking an exit does to the flow.
  package enum Effect: Sendable, Hashable {
    /// The stage is closed and what waits for it may open.
    case handOn
    /// Only the branch it leads to opens.
    case lead(edge: Int, to: Int)
    /// An earlier stage, or the stage itself, opens again; what is forward of it is invalidated.
    case sendBack(to: Int)
    /// All that is open is cancelled.
    case end
    /// The stage returns: the next occurrence of an `every:`.
    case stay
    /// A new case of the product is opened; the stage returns.
    case openCase
  }

  /// How often an exit may be taken in a case: a field of bits in the state, never reset.
  package struct Bound: Sendable, Hashable {
    package let shift: Mask
    package let field: Mask
    package let limit: Mask

    /// The same field of bits with room for one.
    package var once: Bound { Bound(shift: shift, field: field, limit: 1) }
  }

  /// An outcome of a stage and what it does.
  package struct Exit: Sendable, Hashable {
    package let outcome: String
    package let row: Int
    package let effect: Effect
    package let bound: Bound?
    package let entersForce: Bool
    package let leavesForce: Bool
  }

  /// One stage, or a whole run of `for-each` stages.
  package struct Row: Sendable, Hashable {
    /// The stages of the definition that it stands for: one, or those of the run.
    package let stages: Range<Int>
    /// The rows it waits for.
    package var after: Mask = 0
    /// The rows that may lead to it; with any, it is a branch.
    package var leaders: Mask = 0
    /// Their edges.
    package var ledBy: Mask = 0
    /// An `every:` that hangs on the version in force.
    package var hangsOnForce = false
    /// The owner may skip it.
    package var isOptional = false
    /// Its exits, in the order the stage declares its outcomes.
    package var exits: Range<Int> = 0..<0
    /// It and all that is reached from it: what a send-back to it clears.
    package var forward: Mask = 0
    /// The edges that leave those.
    package var forwardEdges: Mask = 0
    /// The run, for a row that stands for one.
    package var run: Int?
  }

  /// When a run lets the case go on.
  package enum Proceed: Sendable, Hashable {
    /// All lanes are done.
    case all
    /// So many are.
    case atLeast(Int)

    /// How many lanes must be done, of so many.
    package func needed(of lanes: Int) -> Int {
      switch self {
      case .all: lanes
      case .atLeast(let count): count
      }
    }
  }

  /// Consecutive `for-each` stages over one set: each member travels through the lane's table.
  package struct Run: Sendable, Equatable {
    package let set: String
    package var lane: ControlTable
    package let proceed: Proceed
    /// The owner may let the case go on while the rest trail.
    package let isOptional: Bool
  }

  package internal(set) var rows: [Row] = []
  package internal(set) var exits: [Exit] = []
  package internal(set) var runs: [Run] = []
  /// The rows that are skipped, one mask for each way to open a case that differs.
  package internal(set) var worlds: [Mask] = [0]
  /// Rows of `every:`, those of them that hang on the version in force, rows of runs.
  package internal(set) var every: Mask = 0
  package internal(set) var hangingOnForce: Mask = 0
  package internal(set) var runRows: Mask = 0
  /// The edges that leave rows that hang on the version in force.
  package internal(set) var hangingEdges: Mask = 0
  /// Rows that may put a version in force, and those of them that come without an `every:`.
  package internal(set) var force: Mask = 0
  package internal(set) var ahead: Mask = 0
  /// Whether it is the table of one lane of a run.
  package internal(set) var isLane = false

  /// The exit of an outcome of a row.
  package func exit(_ outcome: String, of row: Int) -> Exit? {
    exits[rows[row].exits].first { $0.outcome == outcome }
  }

  /// The same table with other bounds, and its runs with other lanes: what a proof compares with.
  package func replacingBounds(
    _ change: (Int, Bound) -> Bound?, ofLanes: (ControlTable) -> ControlTable
  ) -> ControlTable {
    var copy = self
    copy.exits = exits.enumerated().map { index, exit in
      Exit(
        outcome: exit.outcome, row: exit.row, effect: exit.effect,
        bound: exit.bound.flatMap { change(index, $0) }, entersForce: exit.entersForce,
        leavesForce: exit.leavesForce)
    }
    for index in runs.indices { copy.runs[index].lane = ofLanes(runs[index].lane) }
    return copy
  }

  /// All rows.
  package var all: Mask { rows.count >= 64 ? ~0 : bit(rows.count) - 1 }
}
