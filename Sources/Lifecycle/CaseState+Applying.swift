import CivilTime
import Definitions
import StageKit

// How events change a case. Each says outright what becomes of its row: nothing is decided here.

extension CaseState {
  init?(_ id: String, _ opened: CaseOpened, _ pinned: Pinned, on day: CivilDate) {
    let definition = pinned.definition
    self.id = id
    self.pinned = pinned
    edition = opened.edition
    openedBy = opened.openedBy
    openedOn = day
    from = opened.from
    atStage = opened.atStage
    carries = opened.carries
    given = opened.given
    inputs = opened.inputs
    roles = opened.roles
    flow = ControlState()
    attempts = definition.stages.map { _ in [] }
    runs = definition.table.runs.map { _ in RunState() }
    let world = definition.table.world(definition.stages) { [edition, openedBy, inputs] name in
      switch name {
      case "edition": edition == 1 ? "first" : "revision"
      case "opened-by": openedBy
      default: inputs.first { $0.name == name }?.to
      }
    }
    guard let world else { return nil }
    flow.world = UInt16(truncatingIfNeeded: world)
  }

  /// A place of the control table: a row of the case, or of a lane.
  struct Position {
    let stage: Int
    let row: Int
    let lane: (run: Int, member: Int, row: Int)?
  }

  func position(_ spot: Spot) -> Position? {
    guard let stage = definition.stage(spot.stage) else { return nil }
    let place = pinned.places[stage]
    guard let name = spot.lane else { return Position(stage: stage, row: place.row, lane: nil) }
    guard let run = definition.table.rows[place.row].run, let row = place.lane,
      let member = runs[run].lanes.firstIndex(where: { $0.body == name })
    else { return nil }
    return Position(stage: stage, row: place.row, lane: (run, member, row))
  }

  // These are inlined, so that what a body puts into the state is moved there and the table is read
  // where it is: a closure that is handed on copies both.

  @inline(__always) private mutating func withAttempts<R>(
    _ position: Position, _ body: (inout [AttemptState]) -> R
  ) -> R {
    guard let lane = position.lane else { return body(&attempts[position.stage]) }
    return body(&runs[lane.run].lanes[lane.member].attempts[lane.row])
  }

  @inline(__always) private mutating func withFlow(
    _ position: Position, _ body: (inout ControlState, Mask, ControlTable) -> Void
  ) {
    guard let lane = position.lane else {
      return body(&flow, bit(position.row), definition.table)
    }
    body(
      &runs[lane.run].lanes[lane.member].flow, bit(lane.row), definition.table.runs[lane.run].lane)
  }

  /// Changes one attempt; false when there is no such.
  @inline(__always) mutating func update(
    _ spot: Spot, _ number: Int, _ body: (inout AttemptState) -> Void
  ) -> Bool {
    guard let position = position(spot) else { return false }
    return withAttempts(position) { attempts in
      guard let index = attempts.lastIndex(where: { $0.number == number }) else { return false }
      body(&attempts[index])
      return true
    }
  }

  mutating func updateLatest(_ spot: Spot, _ body: (inout AttemptState) -> Void) -> Bool {
    guard let position = position(spot) else { return false }
    return withAttempts(position) { attempts in
      guard let last = attempts.indices.last else { return false }
      body(&attempts[last])
      return true
    }
  }

  mutating func open(_ opened: StageOpened, _ event: Fold.Happened) -> Bool {
    guard let position = position(opened.spot) else { return false }
    let prepared = definition.stages[position.stage].prepared
    let opening = opened.opening(on: event.on)
    withAttempts(position) {
      $0.append(
        AttemptState(
          number: opened.attempt, opening: opening, openedSequence: event.sequence,
          deadline: opened.deadline, attempt: prepared.start(opening)))
    }
    withFlow(position) { flow, row, table in
      flow = table.reopening(row.trailingZeroBitCount, flow)
    }
    return true
  }

  mutating func fold(_ said: ActSaid, _ event: Fold.Happened) -> Bool {
    guard let position = position(said.spot), let by = Body(event.by) else { return false }
    let start = definition.stages[position.stage].prepared.start
    return withAttempts(position) { attempts in
      guard let index = attempts.lastIndex(where: { $0.number == said.attempt }),
        attempts[index].fold(said, event, by: by)
      else { return false }
      if said.corrects != nil { attempts[index].refold(start) }
      return true
    }
  }

  mutating func close(_ closed: StageClosed, on day: CivilDate) -> Bool {
    guard let position = position(closed.spot) else { return false }
    let updated = update(closed.spot, closed.attempt) {
      $0.status = .closed(outcome: closed.outcome)
      $0.outcome = closed.outcome
      $0.closedOn = day
      $0.sentBack = closed.then == .sendsBack
    }
    // One that was left before the case was taken over has no attempt here.
    guard updated || closed.attempt == 0 else { return false }
    // A lane that has a new result has no use for the earlier one.
    if let lane = position.lane { runs[lane.run].lanes[lane.member].offered = nil }
    withFlow(position) { flow, row, table in
      let exit = table.exit(closed.outcome, of: row.trailingZeroBitCount)
      if let bound = exit?.bound { flow.used += 1 << bound.shift }
      switch closed.then {
      case .handsOn:
        flow.open &= ~row
        flow.passed |= row
        flow.gone &= ~row
      case .leads:
        flow.open &= ~row
        flow.gone |= row
        if case .lead(let edge, _)? = exit?.effect { flow.led |= bit(edge) }
      case .sendsBack: break  // the rows it clears say so themselves
      case .ends:
        if table.isLane { flow.endLane() }
      case .returns, .opensCase:
        flow.open &= ~row  // and the next occurrence opens in the same append
      }
    }
    return true
  }

  mutating func change(_ kind: StageChanged.Kind, _ spot: Spot, on day: CivilDate) -> Bool {
    guard let position = position(spot) else { return false }
    switch kind {
    case .skipped, .passed, .cancelled, .cleared:
      withFlow(position) { flow, row, table in
        flow.open &= ~row
        flow.passed &= ~row
        flow.gone &= ~row
        if kind == .skipped { flow.passed |= row }
        if kind == .passed || kind == .cancelled { flow.gone |= row }
        if kind == .cleared { flow.led &= ~table.edges(from: row.trailingZeroBitCount) }
      }
      if kind == .cleared, position.lane == nil, let run = definition.table.rows[position.row].run {
        runs[run].isTrailing = false
      }
      let status: AttemptState.Status = kind == .cleared ? .invalidated : .cancelled
      withAttempts(position) { attempts in
        for index in attempts.indices where attempts[index].isOpen || kind == .cleared {
          guard attempts[index].status != .cancelled, !attempts[index].sentBack else { continue }
          attempts[index].status = status
          attempts[index].closedOn = attempts[index].closedOn ?? day
        }
      }
    case .proceeded, .trails:
      guard let run = definition.table.rows[position.row].run else { return false }
      runs[run].isTrailing = true
      flow.open &= ~bit(position.row)
      if kind == .proceeded {
        flow.passed |= bit(position.row)
      } else {
        flow.gone |= bit(position.row)
      }
    case .confirmed:
      guard let lane = position.lane else { return false }
      runs[lane.run].lanes[lane.member].confirm()
    }
    return true
  }

  mutating func draw(_ drawn: LanesDrawn, at sequence: Int) -> Bool {
    guard let position = position(Spot(drawn.stage)),
      let run = definition.table.rows[position.row].run
    else { return false }
    let stages = definition.table.rows[position.row].stages.count
    let before = runs[run].lanes
    runs[run].lanes = drawn.members.map { member in
      guard var lane = before.first(where: { $0.body == member }) else {
        var fresh = ControlState()
        fresh.world = flow.world
        return LaneState(
          body: member, flow: fresh, attempts: Array(repeating: [], count: stages), drawn: sequence)
      }
      guard !drawn.kept.contains(member) else { return lane }
      lane.restart(at: sequence)
      return lane
    }
    runs[run].drew = drawn.drew
    runs[run].isTrailing = false
    runs[run].isCancelled = false
    runs[run].draws += 1
    flow.open |= bit(position.row)
    flow.passed &= ~bit(position.row)
    flow.gone &= ~bit(position.row)
    return true
  }

  mutating func end(_ how: CaseClosed.How, on day: CivilDate) {
    closed = how
    closedOn = day
    guard how != .done else { return }
    for run in runs.indices {
      // A version that was replaced, or the case's own end, leaves trailing lanes alone; those of
      // a run that a send-back had cleared are not.
      if how == .cancelled || !runs[run].isTrailing {
        runs[run].isCancelled = true
        for lane in runs[run].lanes.indices { runs[run].lanes[lane].cancel(on: day) }
      }
    }
    for stage in attempts.indices {
      for index in attempts[stage].indices where attempts[stage][index].isOpen {
        attempts[stage][index].status = .cancelled
        attempts[stage][index].closedOn = day
      }
    }
    if how == .replaced { flow = definition.table.lettingGo(flow) } else { flow.endCase() }
  }
}

extension LaneState {
  // Anew, with the bounds it has used; what it had come to is offered for confirmation.
  mutating func restart(at sequence: Int) {
    if hasReport && (isDone || flow.settled != 0) {
      offered = Offer(flow: flow, statuses: attempts.map { $0.map(\.status) }, drawn: drawn)
    }
    for row in attempts.indices {
      for index in attempts[row].indices where attempts[row][index].status != .cancelled {
        attempts[row][index].status = .invalidated
      }
    }
    var fresh = ControlState()
    fresh.world = flow.world
    fresh.used = flow.used
    flow = fresh
    drawn = sequence
  }

  // Back to what it had come to, but for the bounds used since; what was opened anew is cancelled,
  // unless it stands at the same stage.
  mutating func confirm() {
    guard let offer = offered else { return }
    for row in attempts.indices {
      let earlier = offer.statuses[row].count
      let isOpenAnew = attempts[row].dropFirst(earlier).contains { $0.isOpen }
      for index in attempts[row].indices {
        if index >= earlier {
          if attempts[row][index].isOpen && !offer.flow.open.has(row) {
            attempts[row][index].status = .cancelled
          }
        } else if offer.statuses[row][index] != .open || !isOpenAnew {
          attempts[row][index].status = offer.statuses[row][index]
        }
      }
    }
    let used = flow.used
    flow = offer.flow
    flow.used = used
    drawn = offer.drawn
    offered = nil
  }

  mutating func cancel(on day: CivilDate) {
    flow.gone |= flow.open
    let wasOpen = flow.open != 0
    if wasOpen {
      for row in attempts.indices {
        for index in attempts[row].indices where attempts[row][index].isOpen {
          attempts[row][index].status = .cancelled
          attempts[row][index].closedOn = day
        }
      }
    }
  }
}

extension ControlState {
  // A lane that ends is done; its bounds outlive a reopened run.
  mutating func endLane() {
    var ended = ControlState()
    ended.world = world
    ended.used = used
    ended.ended = true
    self = ended
  }

  // A case that ends opens nothing more; its version stays in force.
  mutating func endCase() {
    var ended = ControlState()
    ended.world = world
    ended.inForce = inForce
    ended.ended = true
    self = ended
  }
}

extension ControlTable {
  /// The edges that lead from a row.
  func edges(from row: Int) -> Mask {
    exits[rows[row].exits].reduce(0) { mask, exit in
      if case .lead(let edge, _) = exit.effect { mask | bit(edge) } else { mask }
    }
  }
}

extension StageOpened {
  /// What the stage was handed: the same when it is replayed.
  func opening(on day: CivilDate) -> Opening {
    Opening(
      on: day, opens: deadline?.opens, closes: deadline?.closes, owner: Body(stringLiteral: owner),
      electorate: electorate,
      taken: taken.map { Given(topic: $0.name, value: $0.to) },
      sets: sets.map { Opening.NamedSet($0.name, $0.members) })
  }
}
