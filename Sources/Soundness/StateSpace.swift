import Definitions

/// The states that some run of a table can reach, breadth first, with the steps between them.
///
/// Everything is in the order of the definition and the hash is our own, so the same table gives
/// the same states, numbers and paths in every process. The buffers are kept from one table to the
/// next: a repository of thousands of definitions allocates them once.
struct StateSpace {
  /// What leads from one state to the next.
  enum Step: Equatable {
    /// An outcome; for the row of a run its `proceed`.
    case exit(Int)
    /// The owner skipped a row, or let a run go on.
    case skip(Int)
    /// The case sent the run back, and the lane starts anew with the bounds that it has used.
    case anew

    // An edge keeps it in two bytes.
    init(code: UInt16) {
      switch code & 0xC000 {
      case 0x8000: self = .skip(Int(code & 0x3FFF))
      case 0x4000: self = .anew
      default: self = .exit(Int(code))
      }
    }

    var code: UInt16 {
      switch self {
      case .exit(let index): UInt16(truncatingIfNeeded: index)
      case .skip(let row): 0x8000 | UInt16(truncatingIfNeeded: row)
      case .anew: 0x4000
      }
    }
  }

  /// A step with the state that it leads to.
  struct Move {
    let step: Step
    let state: ControlState
  }

  private(set) var states: ContiguousArray<ControlState> = []
  /// The state from which each was first reached, and the step; a start has none.
  private var parents: ContiguousArray<UInt32> = []
  private var parentSteps: ContiguousArray<UInt16> = []
  /// The edges of a state stand from its own offset to that of the next one.
  private var edgeOffsets: ContiguousArray<UInt32> = []
  private(set) var targets: ContiguousArray<UInt32> = []
  private(set) var steps: ContiguousArray<UInt16> = []
  /// Which state stands in a slot of the hash table; `none` in an empty one.
  private var slots = ContiguousArray<UInt32>(repeating: none, count: 256)
  private var moves: ContiguousArray<Move> = []
  private let bounds: ProofBounds
  /// Whether a bound was reached: what was not found may still be there.
  private(set) var isCutShort = false

  private static let none = UInt32.max

  init(_ bounds: ProofBounds) {
    self.bounds = bounds
  }

  /// The memory in use, in bytes.
  var bytes: Int {
    states.count * (MemoryLayout<ControlState>.stride + 10) + targets.count * 6 + slots.count * 4
  }

  /// Empties it for the next table.
  mutating func clear() {
    states.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    parentSteps.removeAll(keepingCapacity: true)
    edgeOffsets.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    isCutShort = false
    // A large table that one definition needed would cost every later one its clearing.
    if slots.count > 4_096 {
      slots = ContiguousArray(repeating: Self.none, count: 256)
    } else {
      for slot in slots.indices { slots[slot] = Self.none }
    }
  }

  /// Adds a state where runs start, or where one starts anew after another state.
  mutating func start(_ state: ControlState, anewAfter parent: Int? = nil) {
    let from = parent.map { UInt32(truncatingIfNeeded: $0) } ?? Self.none
    _ = add(state, from: from, by: Step.anew.code)
  }

  /// Follows every state that was not followed yet; `expand` names the moves from one.
  mutating func explore(_ expand: (ControlState, inout ContiguousArray<Move>) -> Void) {
    if !edgeOffsets.isEmpty { edgeOffsets.removeLast() }
    while edgeOffsets.count < states.count, !isCutShort {
      let here = edgeOffsets.count
      edgeOffsets.append(UInt32(truncatingIfNeeded: targets.count))
      moves.removeAll(keepingCapacity: true)
      expand(states[here], &moves)
      for index in moves.indices {
        let code = moves[index].step.code
        let from = UInt32(truncatingIfNeeded: here)
        guard let target = add(moves[index].state, from: from, by: code) else { return }
        targets.append(target)
        steps.append(code)
      }
    }
    edgeOffsets.append(UInt32(truncatingIfNeeded: targets.count))
  }

  /// The edges of a state, as a range of `targets` and `steps`.
  func edges(of state: Int) -> Range<Int> {
    Int(edgeOffsets[state])..<Int(edgeOffsets[state + 1])
  }

  /// The shortest way to a state: where it starts, and the steps.
  func path(to state: Int) -> (start: Int, steps: [Step]) {
    var steps: [Step] = []
    var here = state
    while parents[here] != Self.none {
      steps.append(Step(code: parentSteps[here]))
      here = Int(parents[here])
    }
    return (here, steps.reversed())
  }

  private mutating func add(_ state: ControlState, from parent: UInt32, by step: UInt16) -> UInt32?
  {
    let mask = slots.count - 1
    var slot = state.mixed & mask
    while slots[slot] != Self.none {
      let known = slots[slot]
      if states[Int(known)] == state { return known }
      slot = (slot + 1) & mask
    }
    guard states.count < bounds.states, bytes < bounds.bytes else {
      isCutShort = true
      return nil
    }
    let index = UInt32(truncatingIfNeeded: states.count)
    slots[slot] = index
    states.append(state)
    parents.append(parent)
    parentSteps.append(step)
    if states.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: Self.none, count: slots.count * 4)
    let mask = slots.count - 1
    for index in states.indices {
      var slot = states[index].mixed & mask
      while slots[slot] != Self.none { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: index)
    }
  }
}

extension ControlState {
  /// A hash that is the same in every process, which `Hasher` promises not to be.
  fileprivate var mixed: Int {
    var hash = open &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ passed) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29) ^ gone) &* 0x1656_67B1_9E37_79F9
    hash = (hash ^ (hash >> 32) ^ led) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ used) &* 0xC2B2_AE3D_27D4_EB4F
    let rest = UInt64(world) << 2 | (inForce ? 2 : 0) | (ended ? 1 : 0)
    hash = (hash ^ (hash >> 32) ^ rest) &* 0x1656_67B1_9E37_79F9
    return Int(truncatingIfNeeded: hash ^ (hash >> 30))
  }
}
