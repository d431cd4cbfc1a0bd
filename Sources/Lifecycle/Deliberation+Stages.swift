import CivilTime
import Definitions
import Located
import Register
import StageKit

// How a stage opens: all that is drawn from register and calendar is written into its event.

extension Deliberation {
  mutating func openStage(
    _ index: Int, _ stage: Int, lane: String? = nil, hasDeadline: Bool = true
  ) {
    let one = state.cases[index]
    let definition = one.definition.stages[stage]
    let before = one.attempts(at: stage, lane: lane)
    let owner = owner(of: definition, in: one, lane: lane)
    let reckoning = DeadlineReckoning(
      organisation: organisation, stage: definition, input: one.input,
      body: { [self] in bodies($0, in: one, lane: lane).first ?? $0 })
    // An `every:` counts from when it opened; after a send-back, or a new version, it begins anew.
    let occurrences = before.reversed().prefix { $0.isClosed }
    let hangs = one.definition.table.rows[one.pinned.places[stage].row].hangsOnForce
    let anchor =
      hangs ? state.inForce?.appliesFrom ?? on : occurrences.last?.opening.on ?? on
    let last = occurrences.first?.deadline?.closes
    emit(
      StageOpened(
        spot: Spot(definition.id, lane: lane), attempt: (before.last?.number ?? 0) + 1,
        owner: owner,
        deadline: hasDeadline
          ? reckoning.deadline(openedOn: on, anchor: anchor, last: last) : nil,
        electorate: organisation.electorate(of: owner, on: on).map { Body(stringLiteral: $0) },
        sets: definition.prepared.sets.map { name in
          SetDrawn(name, bodies(name, in: one, lane: lane).map { Body(stringLiteral: $0) })
        },
        taken: taken(by: definition.contract.takes, in: one, lane: lane)),
      in: one.id)
  }

  /// Who owns a stage: in a lane its member, else the pipeline's owner, unless it says; `lane` says
  /// nothing of a run as a whole.
  func owner(of stage: StageDefinition, in one: CaseState, lane: String?) -> String {
    let named = lane == nil && stage.owner == "lane" ? nil : stage.owner
    let name = named ?? (lane == nil ? one.definition.owner : "lane")
    return bodies(name, in: one, lane: lane).first ?? name
  }

  /// The bodies that a name stands for: a role, a set, the lane's member, or a body itself.
  func bodies(_ name: String, in one: CaseState, lane: String?) -> [String] {
    if name == "lane" { return lane.map { [$0] } ?? [] }
    if let bound = one.role(name) { return [bound] }
    if organisation.set(name) != nil { return organisation.members(of: name, on: on) }
    return [name]
  }

  /// The latest that the case's stages gave of some topics, also by attempts that count no more.
  func taken(by topics: [Topic], in one: CaseState, lane: String?) -> [Binding] {
    guard !topics.isEmpty else { return [] }
    var all = one.attempts.joined().map { ($0.openedSequence, $0.attempt.given) }
    all.append((0, one.given.map { Given(topic: $0.name, value: $0.to) }))
    if let lane {
      for run in one.runs {
        for member in run.lanes where member.body == lane {
          all += member.attempts.joined().map { ($0.openedSequence, $0.attempt.given) }
        }
      }
    }
    all.sort { $0.0 < $1.0 }
    return topics.flatMap { topic -> [Binding] in
      let giver = all.last { $0.1.contains { $0.topic == topic.name } }
      return (giver?.1 ?? []).filter { $0.topic == topic.name }.map { Binding($0.topic, $0.value) }
    }
  }

  // MARK: permission

  /// Refuses unless the body may do this, and names who may.
  mutating func demand(
    _ act: String, of stage: StageDefinition, in one: CaseState, lane: String?, owner: String
  ) {
    let allowed = [owner] + stage.mayAlso(act).flatMap { bodies($0, in: one, lane: lane) }
    demand(allowed, act, called: stage.contract.act(act)?.title ?? EngineAct(rawValue: act)?.title)
  }

  /// The same of what is no stage's own.
  ///
  /// - Parameter title: what it is called in Swedish, where the English word stands for itself.
  mutating func demand(_ allowed: [String], _ act: String, called title: Text?) {
    let by = context.by.id
    guard !allowed.contains(where: { organisation.canAct(by, for: $0, on: on.firstDay) }) else {
      return
    }
    // Twenty-one names help nobody.
    let shown = (allowed.count > 4 ? Array(allowed.prefix(3)) : allowed).map(naming)
    let more = allowed.count > 4 ? ", …" : ""
    let who = naming(by)
    refuse(
      "permission/not-allowed",
      "\(who.sv) får inte göra '\(title?.sv ?? act)' här, det får "
        + "\(shown.map(\.sv).joined(separator: ", "))\(more)",
      "\(who.en) may not do '\(act)' here; \(shown.map(\.en).joined(separator: ", "))\(more) may")
  }

  /// A body by its name, with the id that is typed.
  private func naming(_ id: String) -> Text {
    guard let name = organisation.body(id)?.name(on: on.firstDay) else { return Text(id) }
    return Text(sv: "\(name.sv) (\(id))", en: "\(name.en) (\(id))")
  }
}
