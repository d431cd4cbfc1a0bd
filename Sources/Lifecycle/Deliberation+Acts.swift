import CivilTime
package import Definitions
import Located
import StageKit

// An act of a stage: is it there, is it open, who may, does the stage accept it, may its outcome be
// taken; and then what follows.

extension Deliberation {
  /// The place of a stage, with every help to name it right.
  mutating func position(_ index: Int, _ spot: Spot) -> CaseState.Position? {
    let one = state.cases[index]
    if let position = one.position(spot) { return position }
    guard let stage = one.definition.stage(spot.stage) else {
      let ids = one.definition.stages.map(\.id)
      let near = nearest(to: spot.stage, among: ids)
      refuse(
        "case/unknown-stage",
        "\(one.id) har ingen fas '\(spot.stage)'"
          + (near.map { ", menar du '\($0)'?" } ?? ", bara \(ids.joined(separator: ", "))"),
        "\(one.id) has no stage '\(spot.stage)'"
          + (near.map { ", did you mean '\($0)'?" } ?? ", only \(ids.joined(separator: ", "))"))
      return nil
    }
    let lane = spot.lane ?? ""
    if one.pinned.places[stage].lane == nil {
      refuse(
        "case/no-lanes", "'\(spot.stage)' gäller alla gemensamt, inte \(lane) för sig",
        "'\(spot.stage)' is for all together, not for \(lane) by itself")
    } else {
      refuse(
        "case/unknown-lane", "\(lane) är inte med i '\(spot.stage)'",
        "\(lane) takes no part in '\(spot.stage)'")
    }
    return nil
  }

  mutating func act(_ index: Int, _ spot: Spot, _ act: String, _ form: Node, corrects: Int?) {
    guard let position = position(index, spot) else { return }
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    guard let number = stage.contract.acts.firstIndex(where: { $0.name == act }) else {
      let names = stage.contract.acts.map(\.name)
      let near = nearest(to: act, among: names)
      return refuse(
        "case/unknown-act",
        "i '\(stage.id)' går det inte att göra '\(act)'"
          + (near.map { ", menar du '\($0)'?" } ?? ", bara \(names.joined(separator: ", "))"),
        "'\(stage.id)' has no act '\(act)'"
          + (near.map { ", did you mean '\($0)'?" } ?? ", only \(names.joined(separator: ", "))"))
    }
    if one.pinned.places[position.stage].lane != nil, spot.lane == nil {
      return refuse(
        "case/says-no-lane", "ange för vem: '\(stage.id)' görs av var och en för sig",
        "say for whom: each does '\(stage.id)' by itself")
    }
    demand(
      act, of: stage, in: one, lane: spot.lane, owner: owner(of: stage, in: one, lane: spot.lane))
    if let corrects { return correct(index, position, spot, number, form, corrects) }
    guard refusals.isEmpty, let attempt = openAttempt(index, position, spot) else { return }
    guard !(on.lastDay < attempt.opening.on.firstDay) else {
      return refuse(
        "act/before-opening", "'\(stage.id)' öppnade \(attempt.opening.on), efter \(on)",
        "'\(stage.id)' opened on \(attempt.opening.on), after \(on)")
    }
    let said = Said(on: on, by: context.by, number: attempt.numbered + 1)
    switch attempt.attempt.decide(number, form, said) {
    case .refused(let findings): refuse(findings)
    case .accepted(let stored, let after):
      var exit: ControlTable.Exit?
      if let outcome = after.outcome {
        exit = self.exit(outcome.name, index, position)
        guard refusals.isEmpty else { return }
      }
      emit(
        ActSaid.type,
        ActSaid.value(spot, attempt: attempt.number, act: act, corrects: nil, with: stored),
        in: one.id)
      if let exit { take(exit, index, position, after) }
    }
  }

  /// Closes a stage by an outcome, without telling what was said.
  mutating func conclude(_ index: Int, _ spot: Spot, _ outcome: String) {
    guard let position = position(index, spot) else { return }
    if state.cases[index].pinned.places[position.stage].lane != nil, spot.lane == nil {
      return refuse(
        "case/says-no-lane", "ange för vem: '\(spot.stage)' görs av var och en för sig",
        "say for whom: each does '\(spot.stage)' by itself")
    }
    guard openAttempt(index, position, spot) != nil,
      let exit = exit(outcome, index, position)
    else { return }
    if position.lane != nil { return closeLane(index, position, by: exit) }
    close(index, position.stage, by: exit, from: on)
  }

  // The attempt that takes the act. A lane that is done takes a new report as a new attempt.
  private mutating func openAttempt(
    _ index: Int, _ position: CaseState.Position, _ spot: Spot
  ) -> AttemptState? {
    let one = state.cases[index]
    let stage = one.definition.stages[position.stage]
    let attempts = one.attempts(at: position.stage, lane: spot.lane)
    if let lane = position.lane {
      guard one.isUnderWay(lane.run) else {
        refuseClosed(one, position, stage)
        return nil
      }
    }
    if let last = attempts.last, last.isOpen {
      return refuseAwaiting(last) ? nil : last
    }
    // A region may change its mind, also while it is on its way with what it said first.
    guard position.lane != nil, attempts.contains(where: \.isClosed) else {
      refuseClosed(one, position, stage)
      return nil
    }
    // It must be able to come to a new result, or its lane would never be done again.
    if let lane = position.lane {
      let table = one.definition.table.runs[lane.run].lane
      let again = table.reopening(lane.row, one.runs[lane.run].lanes[lane.member].flow)
      guard
        table.exits[table.rows[lane.row].exits].contains(where: {
          table.refusal($0, again) == nil
        })
      else {
        refuse(
          "lane/no-way-on",
          "'\(stage.id)' är avgjord: inget annat resultat är möjligt nu",
          "'\(stage.id)' is decided: no other outcome is possible now")
        return nil
      }
    }
    openStage(index, position.stage, lane: spot.lane)
    return state.cases[index].attempts(at: position.stage, lane: spot.lane).last
  }

  /// What is decided, and waits for its day, takes no act of any kind.
  mutating func refuseAwaiting(_ attempt: AttemptState?) -> Bool {
    guard case .awaiting(let outcome, let day) = attempt?.status else { return false }
    refuse(
      "act/awaits-force", "redan avgjort (\(outcome)): gäller från \(day)",
      "decided already (\(outcome)): applies from \(day)")
    return true
  }

  private mutating func refuseClosed(
    _ one: CaseState, _ position: CaseState.Position, _ stage: StageDefinition
  ) {
    // What it waits for is what those say who are to act before.
    let open = one.openStages.map { stage -> Text in
      let line = one.definition.stage(stage.id).flatMap {
        one.attempts(at: $0).last?.attempt.summary.line
      }
      let title = one.definition.stage(stage.id).map { one.definition.stages[$0].title.sv }
      return Text(
        sv: (title.map { "\($0) (\(stage.id))" } ?? stage.id) + (line.map { ": \($0.sv)" } ?? ""),
        en: stage.id + (line.map { ": \($0.en)" } ?? ""))
    }
    let now =
      open.isEmpty
      ? Text(sv: "inget pågår i ärendet", en: "nothing is open in the case")
      : Text(
        sv: "nu pågår \(open.map(\.sv).joined(separator: "; "))",
        en: "open now: \(open.map(\.en).joined(separator: "; "))")
    refuse(
      "case/not-open", "\(stage.title.sv) (\(stage.id)) pågår inte; \(now.sv)",
      "'\(stage.id)' is not open: \(now.en)"
    )
  }

  /// The exit of an outcome, unless it is not offered or cannot be taken now.
  private mutating func exit(
    _ outcome: String, _ index: Int, _ position: CaseState.Position
  ) -> ControlTable.Exit? {
    let one = state.cases[index]
    let (table, row, flow) =
      position.lane.map {
        (one.definition.table.runs[$0.run].lane, $0.row, one.runs[$0.run].lanes[$0.member].flow)
      } ?? (one.definition.table, position.row, one.flow)
    let stage = one.definition.stages[position.stage]
    guard let exit = table.exit(outcome, of: row) else {
      refuse(
        "flow/not-offered",
        "resultatet '\(outcome)' leder ingenstans från '\(stage.id)' i den här processen",
        "the outcome '\(outcome)' leads nowhere from '\(stage.id)' in this pipeline")
      return nil
    }
    // A trial: a lane that is done takes its new report in a row that is open by then.
    guard let refusal = table.refusal(exit, flow) else { return exit }
    let others = table.exits[table.rows[row].exits].filter {
      $0.outcome != outcome && table.refusal($0, flow) == nil
    }.map(\.outcome)
    refuse(refusal, outcome, one, table, others)
    return nil
  }

  private mutating func refuse(
    _ refusal: ControlRefusal, _ outcome: String, _ one: CaseState, _ table: ControlTable,
    _ others: [String]
  ) {
    func stage(_ row: Int) -> String { one.definition.stages[table.rows[row].stages.lowerBound].id }
    let rest =
      others.isEmpty
      ? Text("")
      : Text(
        sv: "; möjligt är \(others.joined(separator: ", "))",
        en: "; possible: \(others.joined(separator: ", "))")
    switch refusal {
    case .notOpen:
      refuse("case/not-open", "fasen pågår inte\(rest.sv)", "the stage is not open\(rest.en)")
    case .atBound(let limit):
      refuse(
        "flow/at-bound", "'\(outcome)' har redan tagits \(limit) gånger\(rest.sv)",
        "'\(outcome)' has been taken \(limit) times already\(rest.en)")
    case .targetUnderWay(let row):
      refuse(
        "flow/under-way",
        "'\(outcome)' leder till '\(stage(row))', som redan pågår eller är klar\(rest.sv)",
        "'\(outcome)' leads to '\(stage(row))', which is open or left already\(rest.en)")
    case .nothingBetween(let row):
      refuse(
        "flow/nothing-between",
        "'\(outcome)' leder till '\(stage(row))', som inte är aktuell i det här ärendet\(rest.sv)",
        "'\(outcome)' leads to '\(stage(row))', which this case skips\(rest.en)")
    case .caseInPreparation:
      refuse(
        "case/in-preparation", "ett ärende förbereds redan: \(one.id)\(rest.sv)",
        "a case is in preparation already: \(one.id)\(rest.en)")
    }
  }

  private mutating func take(
    _ exit: ControlTable.Exit, _ index: Int, _ position: CaseState.Position, _ after: any Attempt
  ) {
    guard position.lane == nil else { return closeLane(index, position, by: exit) }
    let one = state.cases[index]
    let appliesFrom = after.appliesFrom ?? on
    if exit.entersForce, appliesFrom.firstDay > on.lastDay,
      let attempt = one.attempts[position.stage].last
    {
      emit(
        AwaitsForce(
          stage: one.definition.stages[position.stage].id, attempt: attempt.number,
          outcome: exit.outcome, appliesFrom: appliesFrom),
        in: one.id)
      return
    }
    close(index, position.stage, by: exit, from: appliesFrom)
  }
}

extension Attempt {
  /// The day from which what it decided applies; nil where it says none.
  var appliesFrom: CivilDate? {
    given.last { $0.topic == TypedTopic<CivilDate>.appliesFrom.name }
      .flatMap { CivilDate($0.value) }
  }
}

extension CaseState {
  /// The stages that are open, in the order of the file; of a run, those that some lane is in.
  package var openStages: [StageDefinition] {
    definition.stages.indices.filter { stage in
      let place = pinned.places[stage]
      guard let row = place.lane, let run = definition.table.rows[place.row].run else {
        return flow.open.has(place.row)
      }
      return flow.open.has(place.row) && runs[run].lanes.contains { $0.flow.open.has(row) }
    }.map { definition.stages[$0] }
  }
}
