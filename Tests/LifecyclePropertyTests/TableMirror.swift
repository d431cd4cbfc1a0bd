import Definitions

@testable import Lifecycle

/// Where a case stands by its tables alone, beside where its events say that it stands.
struct TableMirror {
  let pinned: Pinned
  var flow: ControlState
  var lanes: [[ControlState]]
  var offered: [[ControlState?]]
  /// Taken over in mid-life, cancelled: what follows is no walk on the table.
  var isFree = false
  /// Whether its own outcome ended the version in force.
  var leftForce = false
  let wasClosed: Bool
  private var names: [[String]]

  init(_ one: CaseState) {
    pinned = one.pinned
    flow = one.flow
    lanes = one.runs.map { $0.lanes.map(\.flow) }
    names = one.runs.map { $0.lanes.map(\.body) }
    offered = one.runs.map { $0.lanes.map { $0.offered?.flow } }
    wasClosed = one.closed != nil
  }

  /// A case that begins.
  init(opening one: CaseState) {
    pinned = one.pinned
    flow = one.pinned.table.start(world: Int(one.flow.world))
    lanes = one.runs.map { _ in [] }
    names = lanes.map { _ in [] }
    offered = lanes.map { _ in [] }
    wasClosed = false
  }

  func place(_ spot: Spot) -> CaseState.Position? {
    guard let stage = pinned.definition.stage(spot.stage) else { return nil }
    let place = pinned.places[stage]
    guard let name = spot.lane else {
      return CaseState.Position(stage: stage, row: place.row, lane: nil)
    }
    guard let run = pinned.table.rows[place.row].run, let row = place.lane,
      let member = names[run].firstIndex(of: name)
    else { return nil }
    return CaseState.Position(stage: stage, row: place.row, lane: (run, member, row))
  }

  func track(_ place: CaseState.Position) -> (ControlTable, Int, ControlState) {
    guard let lane = place.lane else { return (pinned.table, place.row, flow) }
    return (pinned.table.runs[lane.run].lane, lane.row, lanes[lane.run][lane.member])
  }

  mutating func set(_ place: CaseState.Position, _ state: ControlState) {
    if let lane = place.lane { lanes[lane.run][lane.member] = state } else { flow = state }
  }

  mutating func draw(_ drawn: LanesDrawn) {
    guard let place = place(Spot(drawn.stage)), let run = pinned.table.rows[place.row].run else {
      return
    }
    let before = zip(names[run], lanes[run])
    lanes[run] = drawn.members.map { member in
      let old = before.first { $0.0 == member }?.1
      if let old, drawn.kept.contains(member) { return old }
      var fresh = pinned.table.runs[run].lane.start(world: Int(flow.world))
      fresh.used = old?.used ?? 0
      return fresh
    }
    names[run] = drawn.members
    offered[run] = drawn.members.map { _ in nil }
  }
}
