import CivilTime
import Definitions
import Located
import Register
import StageKit

// A run: the set is frozen once, each member goes through the same table at its own pace, and the
// case sees the whole as one row that goes on when enough are done.

extension Deliberation {
  /// Opens a run: draws its members from the register of the day.
  ///
  /// After a send-back a lane is kept if what it drew from is unchanged; else it starts anew and
  /// its earlier result is offered for confirmation. A run that is itself the target starts anew.
  /// A run that was taken over in mid-life has no deadlines: nobody knows when its lanes began.
  mutating func drawLanes(_ index: Int, _ row: Int, anew: Bool, isTakenOver: Bool = false) {
    let one = state.cases[index]
    let stages = one.definition.table.rows[row].stages
    guard let run = one.definition.table.rows[row].run else { return }
    let set = one.definition.table.runs[run].set
    let topics = one.definition.stages[stages].flatMap(\.contract.takes)
    let given = one.definition.stages[stages].flatMap(\.contract.gives)
    let drew = taken(
      by: topics.filter { topic in !given.contains { $0.name == topic.name } }, in: one, lane: nil)
    let before = one.runs[run]
    // The set never changes within a run, also when it is opened again.
    let members =
      before.draws > 0 ? before.lanes.map(\.body) : organisation.members(of: set, on: on)
    let kept = before.draws > 0 && !anew && before.drew == drew ? members : []
    emit(
      LanesDrawn(
        stage: one.definition.stages[stages.lowerBound].id, set: set, members: members, drew: drew,
        kept: kept),
      in: one.id)
    for member in members.indices where !kept.contains(members[member]) {
      let lane = state.cases[index].runs[run].lanes[member]
      var after = one.definition.table.runs[run].lane.start(world: Int(lane.flow.world))
      after.used = lane.flow.used
      settleLane(index, row, run, member, to: after, isTakenOver: isTakenOver)
    }
  }

  /// Writes down how a lane comes to a state.
  mutating func settleLane(
    _ index: Int, _ row: Int, _ run: Int, _ member: Int, to after: ControlState,
    isTakenOver: Bool = false
  ) {
    let stages = state.cases[index].definition.table.rows[row].stages
    for laneRow in 0..<stages.count {
      let lane = state.cases[index].runs[run].lanes[member]
      if after.open.has(laneRow), !lane.flow.open.has(laneRow) {
        openStage(
          index, stages.lowerBound + laneRow, lane: lane.body, hasDeadline: !isTakenOver)
      } else if after.passed.has(laneRow), !lane.flow.passed.has(laneRow) {
        changeLane(.skipped, index, stages.lowerBound + laneRow, lane.body, because: "when")
      } else if after.gone.has(laneRow), !lane.flow.gone.has(laneRow) {
        changeLane(
          lane.flow.open.has(laneRow) ? .cancelled : .passed, index, stages.lowerBound + laneRow,
          lane.body, because: "flow")
      }
    }
    check(state.cases[index].runs[run].lanes[member].flow, is: after)
  }

  mutating func changeLane(
    _ kind: StageChanged.Kind, _ index: Int, _ stage: Int, _ lane: String, because: String,
    reason: String? = nil
  ) {
    let one = state.cases[index]
    emit(
      kind.rawValue,
      StageChanged.value(
        Spot(one.definition.stages[stage].id, lane: lane), because: because, reason: reason),
      in: one.id)
  }

  /// Closes a stage of a lane by an outcome, with all that follows.
  mutating func closeLane(
    _ index: Int, _ position: CaseState.Position, by exit: ControlTable.Exit
  ) {
    guard let place = position.lane else { return }
    let one = state.cases[index]
    let table = one.definition.table.runs[place.run].lane
    let lane = one.runs[place.run].lanes[place.member]
    guard let attempt = lane.attempts[place.row].last else { return }
    let after = table.taking(exit, lane.flow)
    let first = one.definition.table.rows[position.row].stages.lowerBound
    if exit.effect == .end {
      // What else is open in the lane ends with it.
      for other in (lane.flow.open & ~bit(place.row)).indices {
        changeLane(.cancelled, index, first + other, lane.body, because: "ended")
      }
    }
    emit(
      StageClosed(
        spot: Spot(one.definition.stages[position.stage].id, lane: lane.body),
        attempt: attempt.number, outcome: exit.outcome, then: .init(exit.effect)),
      in: one.id)
    if case .sendBack(let target) = exit.effect {
      let cleared = table.rows[target].forward & (lane.flow.open | lane.flow.settled)
      for row in cleared.indices {
        changeLane(.cleared, index, first + row, lane.body, because: "sent-back")
      }
    }
    if exit.effect != .end {
      settleLane(index, position.row, place.run, place.member, to: after)
    }
    join(index, position.row)
  }

  /// Lets the case go on once enough lanes are done; the others trail.
  mutating func join(_ index: Int, _ row: Int) {
    let one = state.cases[index]
    guard refusals.isEmpty, one.flow.open.has(row), let run = one.definition.table.rows[row].run
    else { return }
    let lanes = one.runs[run].lanes
    let done = lanes.count { $0.isDone }
    // A set that has shrunk since the definition was written never strands a case.
    let needed = min(one.definition.table.runs[run].proceed.needed(of: lanes.count), lanes.count)
    guard done >= needed else { return }
    proceed(index, row, because: "\(done)/\(lanes.count)")
  }

  mutating func proceed(_ index: Int, _ row: Int, because: String, reason: String? = nil) {
    let table = state.cases[index].definition.table
    let exit = table.exits[table.rows[row].exits.lowerBound]
    let after = table.taking(exit, state.cases[index].flow)
    change(.proceeded, index, row, because: because, reason: reason)
    settle(index, to: after)
  }

  /// Says that a lane's earlier result still holds.
  mutating func confirm(_ index: Int, _ spot: Spot) {
    let one = state.cases[index]
    guard let position = position(index, spot) else { return }
    guard let lane = position.lane, one.isUnderWay(lane.run),
      one.runs[lane.run].lanes[lane.member].offered != nil
    else {
      return refuse(
        "lane/nothing-offered", "det finns inget tidigare resultat att bekräfta här",
        "there is no earlier result to confirm here")
    }
    let stage = one.definition.stages[position.stage]
    demand(
      "confirm", of: stage, in: one, lane: spot.lane,
      owner: owner(of: stage, in: one, lane: spot.lane))
    guard refusals.isEmpty, let member = spot.lane else { return }
    changeLane(.confirmed, index, position.stage, member, because: "confirmed")
    join(index, position.row)
  }
}
