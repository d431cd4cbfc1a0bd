import Canonical
import CivilTime
import Definitions
import Located
import Register
import StageKit

// The engine's own acts: few, and the same in every stage.

extension Deliberation {
  mutating func skip(_ index: Int, _ spot: Spot, _ reason: String) {
    guard let position = position(index, spot) else { return }
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    let table = one.definition.table
    demand(
      "skip", of: stage, in: one, lane: spot.lane,
      owner: owner(of: stage, in: one, lane: spot.lane))
    if reason.isEmpty { refuse("act/no-reason", "ange skäl", "give the reason") }
    if let lane = position.lane {
      let flow = one.runs[lane.run].lanes[lane.member].flow
      checkSkip(
        stage, isOptional: stage.isOptional,
        isOpen: flow.open.has(lane.row) && one.isUnderWay(lane.run))
      guard refusals.isEmpty, let member = spot.lane else { return }
      let after = table.runs[lane.run].lane.skipping(lane.row, flow)
      changeLane(.skipped, index, position.stage, member, because: "owner", reason: reason)
      settleLane(index, position.row, lane.run, lane.member, to: after)
      return join(index, position.row)
    }
    let run = table.rows[position.row].run
    checkSkip(
      stage, isOptional: run.map { table.runs[$0].isOptional } ?? stage.isOptional,
      isOpen: one.flow.open.has(position.row))
    _ = refuseAwaiting(one.attempts(at: position.stage, lane: nil).last)
    guard refusals.isEmpty else { return }
    if run != nil { return proceed(index, position.row, because: "owner", reason: reason) }
    let after = table.skipping(position.row, one.flow)
    change(.skipped, index, position.row, because: "owner", reason: reason)
    settle(index, to: after)
  }

  private mutating func checkSkip(_ stage: StageDefinition, isOptional: Bool, isOpen: Bool) {
    if !isOptional {
      refuse(
        "flow/not-optional", "'\(stage.id)' går inte att hoppa över",
        "'\(stage.id)' cannot be skipped")
    } else if !isOpen {
      refuse("case/not-open", "'\(stage.id)' pågår inte", "'\(stage.id)' is not open")
    }
  }

  mutating func extend(_ index: Int, _ spot: Spot, to closes: CivilDate, _ reason: String) {
    guard let position = position(index, spot) else { return }
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    let owner = owner(of: stage, in: one, lane: spot.lane)
    demand("extend", of: stage, in: one, lane: spot.lane, owner: owner)
    if reason.isEmpty { refuse("act/no-reason", "ange skäl", "give the reason") }
    guard let attempt = one.attemptUnderWay(position, spot) else {
      return refuse("case/not-open", "'\(stage.id)' pågår inte", "'\(stage.id)' is not open")
    }
    guard !refuseAwaiting(attempt) else { return }
    let earliest = attempt.deadline?.opens ?? attempt.opening.on
    if closes.lastDay < earliest.firstDay || closes.lastDay < on.firstDay {
      refuse(
        "time/ends-before-start", "\(closes) ligger före \(max(earliest, on))",
        "\(closes) lies before \(max(earliest, on))")
    } else if let first = attempt.opening.closes, closes.isSurelyBefore(first) {
      // Time that was given is not taken back; a mistaken extension may be.
      refuse(
        "time/shortens", "sista dag sattes till \(first) och flyttas bara framåt",
        "the last day was set to \(first) and is only moved forward")
    }
    guard refusals.isEmpty else { return }
    let reckoning = DeadlineReckoning(
      organisation: organisation, stage: stage, input: one.input,
      body: { [self] in bodies($0, in: one, lane: spot.lane).first ?? $0 })
    emit(
      Extended.type,
      Extended.value(
        spot, attempt: attempt.number,
        deadline: reckoning.extended(attempt.deadline, to: closes, on: on), reason: reason),
      in: one.id)
  }

  mutating func cancel(_ index: Int, _ reason: String) {
    let one = state.cases[index]
    demand(
      bodies(one.definition.owner, in: one, lane: nil), "cancel", called: EngineAct.cancel.title)
    if reason.isEmpty { refuse("act/no-reason", "ange skäl", "give the reason") }
    if one.closed != nil {
      refuse("case/closed", "\(one.id) är redan avslutat", "\(one.id) is closed already")
    } else if one.flow.inForce {
      refuse(
        "case/in-force",
        "\(one.id) har en gällande version och kan inte avbrytas, bara fasas ut eller ersättas",
        "\(one.id) has a version in force and cannot be cancelled, only phased out or replaced")
    }
    guard refusals.isEmpty else { return }
    emit(CaseClosed.type, CaseClosed.value(.cancelled, reason: reason), in: one.id)
  }

  mutating func note(_ index: Int, _ spot: Spot?, _ text: String) {
    if let spot, position(index, spot) == nil { return }
    if text.isEmpty { return refuse("act/no-text", "skriv något", "write something") }
    emit(Remarked.noted, Remarked.value(spot, text: text), in: state.cases[index].id)
  }

  /// Says of which task the work is a part: the body must have it, or the year's account would be
  /// of work that is not its own.
  mutating func tag(_ index: Int, _ spot: Spot?, _ task: String) {
    if let spot, position(index, spot) == nil { return }
    let body = context.by.id
    let one = state.cases[index]
    let kind = one.definition.roles.first { one.role($0.name) == body }?.kind
    let own = organisation.tasks(of: body, kind: kind, on: on.firstDay).map(\.id)
    guard own.contains(task) else {
      let near = nearest(to: task, among: own)
      return refuse(
        "tag/not-its-task",
        "\(body) har ingen uppgift '\(task)'" + (near.map { ", menar du '\($0)'?" } ?? ""),
        "\(body) has no task '\(task)'" + (near.map { ", did you mean '\($0)'?" } ?? ""))
    }
    emit(Remarked.tagged, Remarked.value(spot, task: task), in: state.cases[index].id)
  }

  mutating func assign(_ index: Int, _ spot: Spot, _ person: String) {
    guard let position = position(index, spot) else { return }
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    demand(
      "assign", of: stage, in: one, lane: spot.lane,
      owner: owner(of: stage, in: one, lane: spot.lane))
    if one.attemptUnderWay(position, spot) == nil {
      refuse("case/not-open", "'\(stage.id)' pågår inte", "'\(stage.id)' is not open")
    }
    guard refusals.isEmpty else { return }
    emit(Remarked.assigned, Remarked.value(spot, person: person), in: one.id)
  }

  // MARK: corrections

  mutating func annul(_ index: Int, _ sequence: Int, _ reason: String) {
    let one = state.cases[index]
    if reason.isEmpty { refuse("act/no-reason", "ange skäl", "give the reason") }
    guard let (spot, stage, attempt) = one.attempt(ofEvent: sequence) else {
      return refuse(
        "annul/not-an-act",
        "händelse \(sequence) är ingen registrering i en fas av \(one.id) som kan makuleras, eller redan makulerad",
        "event \(sequence) is no act of a stage in \(one.id) that can be annulled, or is annulled already"
      )
    }
    let owner = owner(of: stage, in: one, lane: spot.lane)
    let said = attempt.entries.first { $0.sequence == sequence }.map(\.said.by.id)
    demand([owner] + [said].compactMap { $0 }, "annul", called: EngineAct.annul.title)
    var trial = attempt
    _ = trial.annul(sequence, by: state.version + 1)
    trial.refold(stage.prepared.start)
    checkOutcome(trial, attempt, stage)
    guard refusals.isEmpty else { return }
    emit(Annulled.type, Annulled.value(event: sequence, reason: reason), in: one.id)
  }

  /// Registers an act again in the place of one that was mistyped.
  mutating func correct(
    _ index: Int, _ position: CaseState.Position, _ spot: Spot, _ act: Int, _ form: Node,
    _ sequence: Int
  ) {
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    guard
      let attempt = one.attempts(at: position.stage, lane: spot.lane).last(where: {
        $0.entries.contains { $0.sequence == sequence && $0.annulledBy == nil }
      }), let place = attempt.entries.firstIndex(where: { $0.sequence == sequence })
    else {
      return refuse(
        "annul/not-an-act",
        "händelse \(sequence) är inget som är registrerat i '\(stage.id)', eller redan rättad",
        "event \(sequence) is no act in '\(stage.id)', or corrected already")
    }
    let mistake = attempt.entries[place]
    guard mistake.act == act else {
      return refuse(
        "annul/other-act", "händelse \(sequence) är '\(stage.contract.acts[mistake.act].name)'",
        "event \(sequence) is '\(stage.contract.acts[mistake.act].name)'")
    }
    // As if it had been said right: against what was known then, and on the day it was said, or
    // what came in time would be late once it is corrected.
    var then = attempt
    for entry in attempt.entries[place...] { _ = then.annul(entry.sequence, by: 0) }
    then.refold(stage.prepared.start)
    let said = Said(on: mistake.said.on, by: context.by, number: mistake.said.number)
    switch then.attempt.decide(act, form, said) {
    case .refused(let findings): refuse(findings)
    case .accepted(let stored, _):
      let before = attempt
      emit(
        ActSaid.type,
        ActSaid.value(
          spot, attempt: attempt.number, act: stage.contract.acts[act].name, corrects: sequence,
          with: stored),
        in: one.id)
      let now = state.cases[index].attempts(at: position.stage, lane: spot.lane)
      if let now = now.last(where: { $0.number == before.number }) {
        checkOutcome(now, before, stage)
        moveEntry(now, stage, in: one.id)
      }
    }
  }

  // What waits to come into force does so on the day that was said last.
  private mutating func moveEntry(_ now: AttemptState, _ stage: StageDefinition, in id: String) {
    guard refusals.isEmpty, case .awaiting(let outcome, let day) = now.status,
      let applies = now.attempt.appliesFrom, applies != day
    else { return }
    emit(
      AwaitsForce(
        stage: stage.id, attempt: now.number, outcome: outcome, appliesFrom: applies),
      in: id)
  }

  // What was decided on an outcome stands: a correction may not take it back unseen.
  private mutating func checkOutcome(
    _ now: AttemptState, _ before: AttemptState, _ stage: StageDefinition
  ) {
    guard now.attempt.outcome != before.attempt.outcome else { return }
    let outcome = before.attempt.outcome?.name ?? now.attempt.outcome?.name ?? ""
    refuse(
      "annul/changes-outcome",
      "det skulle ändra resultatet '\(outcome)' av '\(stage.id)': registrera i stället det nya som har hänt",
      "it would change the outcome '\(outcome)' of '\(stage.id)': register what has happened instead"
    )
  }

  // MARK: timers

  /// Puts in force what was decided to apply from a day that has come.
  mutating func comeIntoForce() {
    // One may open or cancel another, so each is looked up anew.
    for _ in 0..<64 {
      let due = engine.agenda(state).first { $0.rung == Timer.inForce && $0.due <= on }
      guard let due, refusals.isEmpty else { return }
      comeIntoForce(due)
    }
  }

  private mutating func comeIntoForce(_ timer: Timer) {
    guard let index = state.index(ofCase: timer.caseID),
      let stage = state.cases[index].definition.stage(timer.spot.stage),
      let attempt = state.cases[index].attempts[stage].last,
      case .awaiting(let outcome, let day) = attempt.status
    else { return }
    let one = state.cases[index]
    guard let exit = one.definition.table.exit(outcome, of: one.pinned.places[stage].row) else {
      return
    }
    // A clock that is late moves no date: what opens is reckoned from the day itself. But a day that
    // was said when it was past takes effect when it was said.
    on = min(max(day, attempt.lastOn ?? day), context.on)
    close(index, stage, by: exit, from: day)
    on = context.on
  }

  // Several missed rungs of one deadline collapse to the latest; the others are told as skipped.
  mutating func fireRungs() {
    let due = engine.agenda(state).filter { $0.due <= on }
    var handled: [Timer] = []
    for timer in due where !handled.contains(where: { $0.hangsWith(timer) }) {
      handled.append(timer)
      let together = due.filter { $0.hangsWith(timer) }
      guard let latest = together.last, let index = state.index(ofCase: latest.caseID) else {
        continue
      }
      let to = recipients(index, latest)
      let fired = Fired(
        spot: latest.spot, attempt: latest.attempt, rung: latest.rung, due: latest.due,
        skipped: together.dropLast().map(\.rung), to: to)
      // One for each who gets it, so that what reached one is not sent again for another's sake.
      let effects = to.map { latest.effect(to: $0) }
      emit(Fired.type, fired.value, in: latest.caseID, effects: effects)
    }
  }

  // Reminders go to those who still owe; an escalation goes where the definition says.
  private func recipients(_ index: Int, _ timer: Timer) -> [String] {
    let one = state.cases[index]
    guard let stage = one.definition.stage(timer.spot.stage),
      let attempt = one.attempts(at: stage, lane: timer.spot.lane).last
    else { return [] }
    if timer.rung == Timer.escalate { return [attempt.deadline?.escalateTo].compactMap { $0 } }
    var seen: Set<String> = []
    return one.owed(at: timer.spot).map(\.body.id).filter { seen.insert($0).inserted }
  }
}

extension Timer {
  // What is to be sent, and to whom: the outbox takes it from here.
  fileprivate func effect(to body: String) -> Draft.Effect {
    let payload = Value.record([
      "case": .text(caseID), "stage": .text(spot.stage), "lane": spot.lane.map { .text($0) },
      "due": .text(due.description), "to": .text(body),
    ])
    return Draft.Effect(
      kind: rung == Timer.escalate ? "escalation" : "reminder", payload: payload.json)
  }
}

extension CaseState {
  /// The attempt in which an act was said that still counts.
  func attempt(ofEvent sequence: Int) -> (Spot, StageDefinition, AttemptState)? {
    func find(_ attempts: [AttemptState]) -> AttemptState? {
      attempts.first { $0.entries.contains { $0.sequence == sequence && $0.annulledBy == nil } }
    }
    for (stage, all) in zip(definition.stages, attempts) {
      if let attempt = find(all) { return (Spot(stage.id), stage, attempt) }
    }
    for row in definition.table.rows {
      guard let run = row.run else { continue }
      for lane in runs[run].lanes {
        for (place, all) in lane.attempts.enumerated() {
          guard let attempt = find(all) else { continue }
          let stage = definition.stages[row.stages.lowerBound + place]
          return (Spot(stage.id, lane: lane.body), stage, attempt)
        }
      }
    }
    return nil
  }
}
