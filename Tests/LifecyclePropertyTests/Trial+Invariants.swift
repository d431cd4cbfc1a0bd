import Canonical
import CivilTime
import Definitions
import Located
import Register
import StageKit

@testable import Lifecycle

/// What must hold after every accepted command; each check says in its words what it holds.
///
/// Of the rules of the engine, here are held:
/// - bounds and runs: no outcome beyond its bound, one join of a run, lanes that are frozen, a
///   trailing lane that never changes the path;
/// - attempts: one open at most, numbers without a gap, nothing open but under what is open, always
///   somebody who can do something;
/// - ends: nothing after a close but what is declared, nothing left by a cancel;
/// - versions: one in force at most, each that was replaced names its successor, without a circle;
/// - deadlines: set by rule and calendar, never on a day off, reminders once and to who owes;
/// - permission: whoever has nothing to do with it is refused.
///
/// Elsewhere: `Trial+Storing` holds that every event can be applied and folds to the state that was
/// decided, that a command given twice is one, that of two on one version one is taken, and that
/// sequences, chain and times of recording hold. `Trial` holds that firing leaves nothing due;
/// `RunnerTests`, that what is refused writes nothing. `DeterminismTests` holds that another process writes the
/// same bytes, `WindowTests` that an answer is marked late when it came after the window and never
/// else, `TablePath` and `TableTests` that the flow is the table's.
struct Counts {
  var taken: [String: Int] = [:]
  var rungs: Set<String> = []
  var joins: [String: Int] = [:]
}

extension Trial {
  mutating func checkInvariants(_ before: ProductState, _ drafts: [Draft], _ command: Command)
    throws
  {
    try count(drafts)
    for one in state.cases {
      try checkAttempts(one)
      try checkLanes(one, before[one.id])
      try checkEnd(one, before[one.id], drafts, command)
    }
    try checkForce(before, drafts)
    try checkTrailing(before, drafts, command)
    try checkDeadlines(drafts)
    try checkFired(before, drafts)
  }

  private func read<R: Record>(_ type: R.Type, _ draft: Draft) throws -> R {
    guard let read = draft.payload.withUnsafeBufferPointer({ R.replay($0) }) else {
      throw Broken(description: "\(draft.type) cannot be read")
    }
    return read
  }

  // MARK: bounds and joins

  // No outcome is taken more often than its bound; a run goes on once for each time it is drawn.
  private mutating func count(_ drafts: [Draft]) throws {
    for draft in drafts {
      guard let id = draft.caseID, let one = state[id] else { continue }
      switch draft.type {
      case StageClosed.type:
        let closed = try read(StageClosed.self, draft)
        let stage = one.definition.stages.first { $0.id == closed.stage }
        guard case .back(_, let limit)? = stage?.form.outcomes[closed.outcome]?.target else {
          continue
        }
        let name = "\(id) \(closed.stage) \(closed.lane ?? "") \(closed.outcome)"
        counts.taken[name, default: 0] += 1
        try check(
          counts.taken[name, default: 0] <= limit, "taken more than \(limit) times: \(name)")
      case LanesDrawn.type:
        counts.joins["\(id) \(try read(LanesDrawn.self, draft).stage)"] = 0
      case StageChanged.Kind.proceeded.rawValue:
        let name = "\(id) \(try read(StageChanged.self, draft).stage)"
        counts.joins[name, default: 0] += 1
        try check(counts.joins[name] == 1, "a run went on twice: \(name)")
      default: break
      }
    }
  }

  // MARK: attempts

  // What is open stands under a stage that is open, or trails; and a case that is not closed always
  // has somebody who can do something.
  private func checkAttempts(_ one: CaseState) throws {
    let table = one.definition.table
    for (stage, attempts) in one.attempts.enumerated() {
      let name = "\(one.id) \(one.definition.stages[stage].id)"
      let place = one.pinned.places[stage]
      let isOpen = place.lane == nil && one.flow.open.has(place.row)
      try checkAttempts(attempts, isOpen: isOpen, name)
    }
    for row in table.rows.indices {
      guard let run = table.rows[row].run else { continue }
      let state = one.runs[run]
      for lane in state.lanes {
        for (laneRow, attempts) in lane.attempts.enumerated() {
          let name = "\(one.id) \(lane.body) \(laneRow)"
          let isOpen = lane.flow.open.has(laneRow) && !state.isCancelled
          try checkAttempts(attempts, isOpen: isOpen, name)
        }
      }
    }
    // What is offered to be done, and what reminds, is of an open stage or a trailing lane.
    for (spot, _) in one.openAttempts {
      guard let place = one.position(spot), let lane = place.lane else { continue }
      let run = one.runs[lane.run]
      try check(
        (run.isTrailing || one.flow.open.has(place.row)) && !run.isCancelled,
        "\(one.id) \(spot.stage) \(spot.lane ?? "") is under way and its run is not")
    }
    if one.closed == nil {
      try check(one.flow.open != 0, "\(one.id) is not closed and nothing is open")
      try check(!one.openAttempts.isEmpty, "\(one.id) is not closed and nobody can do anything")
    }
  }

  // One attempt of a place is open at most, and it is the last; numbers rise by one.
  private func checkAttempts(_ attempts: [AttemptState], isOpen: Bool, _ name: String) throws {
    try check(
      attempts.map(\.number) == attempts.indices.map { $0 + 1 },
      "\(name): attempts \(attempts.map(\.number))")
    let open = attempts.filter(\.isOpen)
    try check(
      open.count == (isOpen ? 1 : 0), "\(name): \(open.count) open, the flow says \(isOpen)")
    try check(isOpen == (attempts.last?.isOpen ?? false), "\(name): the open one is not the last")
  }

  // MARK: lanes

  // The set is frozen once it is drawn, and a run goes on as soon as its rule holds, not before.
  private func checkLanes(_ one: CaseState, _ before: CaseState?) throws {
    for row in one.definition.table.rows.indices {
      guard let index = one.definition.table.rows[row].run else { continue }
      let run = one.runs[index]
      if let earlier = before?.runs[index], earlier.draws > 0 {
        try check(earlier.lanes.map(\.body) == run.lanes.map(\.body), "\(one.id): the set changed")
      }
      guard one.flow.open.has(row) else { continue }
      let needed = one.definition.table.runs[index].proceed.needed(of: run.lanes.count)
      let done = run.lanes.count { $0.isDone }
      try check(
        done < min(needed, run.lanes.count), "\(one.id): \(done) are done and the run waits")
      try check(!run.isTrailing && !run.isCancelled, "\(one.id): an open run trails")
    }
  }

  // A lane that trails never changes the path: its report changes nothing but the lane.
  private func checkTrailing(
    _ before: ProductState, _ drafts: [Draft], _ command: Command
  ) throws {
    // A version whose day had come was put in force first.
    guard !drafts.contains(where: { $0.type == EnteredForce.type }) else { return }
    guard case .act(let id, let spot, _, _, _) = command, spot.lane != nil, let one = before[id],
      let place = one.position(spot), let lane = place.lane, one.runs[lane.run].isTrailing
    else { return }
    for (old, new) in zip(before.cases, state.cases) {
      try check(old.flow == new.flow && old.closed == new.closed, "a trailing lane moved \(old.id)")
    }
    try check(before.inForce == state.inForce, "a trailing lane changed what is in force")
  }

  // MARK: ends

  // A cancel leaves nothing open and nothing due; after a close only what is declared happens:
  // notes, corrections, and reports of lanes that trail.
  private func checkEnd(
    _ one: CaseState, _ before: CaseState?, _ drafts: [Draft], _ command: Command
  ) throws {
    if case .cancel(one.id, _) = command {
      try check(
        one.closed == .cancelled && one.openAttempts.isEmpty, "\(one.id): open after cancel")
      try check(one.flow.open == 0, "\(one.id): open after cancel")
      try check(!engine.agenda(state).contains { $0.caseID == one.id }, "timers after cancel")
    }
    if one.closed != nil {
      for (spot, _) in one.openAttempts {
        try check(spot.lane != nil, "\(one.id) is closed and \(spot.stage) open")
      }
    }
    guard before?.closed != nil else { return }
    try check(one.closed == before?.closed, "\(one.id) ended twice")
    let free = [Remarked.noted, Annulled.type, LeftForce.type]
    for draft in drafts where draft.caseID == one.id && !free.contains(draft.type) {
      let payload = String(decoding: draft.payload, as: UTF8.self)
      try check(
        payload.contains("\"lane\":") || payload.contains("\"corrects\":"),
        "\(draft.type) in \(one.id), which is closed")
    }
  }

  // MARK: in force

  // One version of the product is in force at most; each that was replaced names the next, so there
  // is no circle.
  private func checkForce(_ before: ProductState, _ drafts: [Draft]) throws {
    for one in state.cases {
      try check(
        one.flow.inForce == (state.inForce?.caseID == one.id),
        "\(one.id): which version is in force?")
    }
    let versions = state.earlier.map(\.version) + [state.inForce].compactMap { $0 }
    try check(
      zip(versions, versions.dropFirst()).allSatisfy { $0.since < $1.since },
      "versions out of order")
    for (index, old) in state.earlier.enumerated() {
      guard let successor = old.replacedBy else { continue }
      // The one that came next, so the relation has no circle.
      try check(
        versions.indices.contains(index + 1) && versions[index + 1].caseID == successor,
        "\(old.version.caseID) names \(successor) as its successor")
    }
    let entered = drafts.count { $0.type == EnteredForce.type }
    if before.inForce != nil, entered > 0 {
      try check(drafts.contains { $0.type == LeftForce.type }, "two versions in force")
    }
  }

  // MARK: deadlines and timers

  // A deadline is what its rule and the calendar say on the day it was set. A window opens no earlier
  // and closes no later than it says; nothing falls on a day off.
  private func checkDeadlines(_ drafts: [Draft]) throws {
    let calendar = engine.organisation.calendar
    for draft in drafts where draft.type == StageOpened.type {
      let opened = try read(StageOpened.self, draft)
      guard let id = draft.caseID, let one = state[id], let deadline = opened.deadline,
        let stage = one.definition.stages.first(where: { $0.id == opened.stage })
      else { continue }
      let name = "\(id) \(opened.stage)"
      switch stage.deadline {
      case .within(let duration):
        try check(deadline.closes == calendar.adding(duration, to: draft.on), "\(name): within")
      case .window(let window):
        let round = engine.organisation.nextRound(of: window, onOrAfter: draft.on)
        try check(
          deadline.closes == round?.closes && deadline.opens == round?.opens, "\(name): window")
        try check(calendar.isWorkingDay(deadline.closes), "\(name): closes on a day off")
        try check(deadline.opens.map(calendar.isWorkingDay) ?? false, "\(name): opens on a day off")
        if let round {
          try check(deadline.closes <= round.nominalCloses, "\(name): closes late")
          try check(round.nominalOpens <= round.opens, "\(name): opens early")
        }
      case .meeting(let name):
        try check(
          engine.organisation.meetings.contains { $0.body == name && $0.on == deadline.closes },
          "\(name): meeting")
      case .due(let duration, before: true, let input):
        let date = one.input(input).flatMap { CivilDate($0) }
        try check(
          deadline.closes == date.map { calendar.subtracting(duration, from: $0) }, "\(name): due")
      case .every(let interval, let align):
        try checkOccurrence(one, stage, interval, align, deadline, opened, draft.on, name)
      case .due, nil: throw Broken(description: "\(name): a deadline without a rule")
      }
      try check(deadline.remind.allSatisfy { $0 > draft.on }, "\(name): reminds before it opened")
      for rung in deadline.remind + [deadline.escalate].compactMap({ $0 }) {
        try check(calendar.isWorkingDay(rung), "\(name): a rung on a day off")
      }
    }
  }

  // Due so many intervals after its anchor, and the first that is still to come.
  private func checkOccurrence(
    _ one: CaseState, _ stage: StageDefinition, _ interval: CivilDuration, _ align: Alignment?,
    _ deadline: Deadline, _ opened: StageOpened, _ on: CivilDate, _ name: String
  ) throws {
    if align == .quarter {
      try check(
        deadline.closes.day == 1 && (deadline.closes.month - 1) % 3 == 0, "\(name): quarter")
    }
    // One that hangs on a version may be due since long: nobody has looked yet.
    guard !stage.form.after.all.isEmpty else { return }
    try check(on < deadline.closes, "\(name): opened on \(on), due \(deadline.closes)")
  }

  // A rung goes off once, when it is due and on a working day; none goes to who is done.
  private mutating func checkFired(_ before: ProductState, _ drafts: [Draft]) throws {
    let calendar = engine.organisation.calendar
    let enters = drafts.contains { $0.type == EnteredForce.type }
    for draft in drafts where draft.type == Fired.type {
      let fired = try read(Fired.self, draft)
      let id = draft.caseID ?? ""
      let name =
        "\(id) \(fired.stage) \(fired.lane ?? "") \(fired.attempt) \(fired.rung) \(fired.due)"
      try check(counts.rungs.insert(name).inserted, "fired twice: \(name)")
      try check(
        calendar.isWorkingDay(fired.due) && fired.due <= draft.on, "fired on a day off: \(name)")
      guard fired.rung != Timer.escalate, !enters, let one = before[id],
        let stage = one.definition.stage(fired.stage)
      else { continue }
      // Whoever owes it, or one to whom the definition gives the act that is owed.
      let owed = one.attempts(at: stage, lane: fired.lane).last?.attempt.owes ?? []
      let given = owed.flatMap { one.definition.stages[stage].mayAlso($0.act) }
        .map { $0 == "lane" ? fired.lane ?? "" : one.role($0) ?? $0 }
      try check(
        fired.to.allSatisfy { (owed.map(\.body.id) + given).contains($0) },
        "reminded who owes nothing: \(name)")
    }
  }

  // MARK: permission

  /// Who has nothing to do with it may not: the same by a stranger is refused for that.
  func checkPermission(_ command: Command, _ before: ProductState) throws {
    switch command {
    // Anybody may write a note, and the clock fires.
    case .note, .fire: return
    default: break
    }
    let context = Context(on: day, by: "stranger")
    guard case .refused(let refusals) = engine.decide(command, on: before, context) else {
      throw Broken(description: "a stranger may do it")
    }
    try check(
      refusals.contains { $0.code == "permission/not-allowed" }, "refused for another reason")
  }
}
