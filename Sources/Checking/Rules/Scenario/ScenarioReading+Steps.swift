import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import Scenarios
import StageKit

extension ScenarioReading {
  /// An act: its stage, its form, its lane, and who does it.
  mutating func check(
    _ act: Sited<Name>, _ form: StepForm, _ step: Node?, _ definition: PipelineDefinition
  ) {
    guard let written = form.stage, let by = form.by else {
      report(
        act.node, "scenario/no-actor", "säg i vilken fas och för vem det görs",
        "say in which stage and for whom it is done",
        help: Text(sv: "skriv stage: och for:", en: "write stage: and for:"))
      return
    }
    // What is to be refused may be wrong in any way.
    guard let stage = stage(written, definition), form.refused == nil else { return }
    let name = act.value.description
    let fields = form.form?.node ?? .emptyMapping(at: act.node ?? scenario.node)
    let with = step?.key("with")
    if let contract = stage.contract.act(name) {
      for finding in contract.faults(fields) { add(finding.owned(by: with).diagnostic) }
      checkLane(form, stage, act.node, lane: step?["lane"])
    } else if case .faults(let found) = EngineAct.command(name, "", Spot(stage.id), fields) {
      for finding in found { add(finding.owned(by: with).diagnostic) }
    } else if EngineAct(rawValue: name) == nil {
      unknown(
        act.node, "ref/unknown-act", name,
        (
          "i fasen \(stage.contract.name) går det inte att göra",
          "\(stage.contract.name) has no act"
        ),
        among: stage.contract.acts.map(\.name) + EngineActs.names)
    }
    checkActor(by)
  }

  private mutating func checkActor(_ by: Sited<Name>) {
    let id = by.value.description
    guard whole.organisation.body(id) == nil, !isBound.contains(id), !whole.unread.mayHold(id)
    else {
      return
    }
    let (bound, organisation) = (bound, whole.organisation)
    unknown(
      by.node, "ref/unknown-body", id,
      ("ingen roll, grupp eller organisation heter", "no role or body is named"),
      among: bound + organisation.bodies.map(\.id))
  }

  private mutating func checkLane(
    _ form: StepForm, _ stage: StageDefinition, _ act: Node?, lane written: Node?
  ) {
    guard let set = stage.set else {
      if let lane = form.lane {
        report(
          written, "scenario/no-lane",
          "'\(stage.id)' görs inte per medlem, men här står lane: \(lane)",
          "'\(stage.id)' is not done for each member, but here is lane: \(lane)",
          help: Text(sv: "ta bort lane:", en: "remove lane:"))
      }
      return
    }
    let members = whole.organisation.members(of: set, on: form.at)
    guard let lane = form.lane?.description else {
      report(
        act, "scenario/which-lane", "'\(stage.id)' görs per medlem i '\(set)': säg vilken",
        "'\(stage.id)' is done for each member of '\(set)': say which",
        help: Text(sv: "skriv lane: med medlemmens id", en: "write lane: with the id of the member")
      )
      return
    }
    guard !members.contains(lane), whole.unread.isEmpty else { return }
    let near = suggestions(for: lane, among: members)
    report(
      written, "scenario/not-in-set",
      "'\(lane)' var inte medlem i '\(set)' \(form.at)" + (near.question?.sv ?? ""),
      "'\(lane)' was no member of '\(set)' on \(form.at)" + (near.question?.en ?? ""),
      related: whole.declared(lane),
      help: near.names.isEmpty
        ? Text(
          sv: "rätta lane: eller at:, eller lägg till medlemmen i organisationsregistret",
          en: "correct lane: or at:, or add the member to the register") : nil,
      fixes: written.map { near.fixes(at: $0) } ?? [])
  }

  /// What must be so: the names in it.
  mutating func check(_ expect: ExpectForm, _ definition: PipelineDefinition) {
    for id in expect.open?.value ?? [] where definition.stage(id.description) == nil {
      unknown(
        expect.open?.node.flatMap { $0.scalar(id.description) }, "ref/unknown-stage",
        id.description,
        ("\(definition.reference) har ingen fas", "\(definition.reference) has no stage"),
        among: definition.stages.map(\.id))
    }
    let states = LaneState.Status.allCases.map(\.rawValue)
    for entry in expect.lanes.all where !states.contains(entry.name) {
      unknown(
        entry.key, "scenario/unknown-state", entry.name,
        ("läget för en medlem är aldrig", "the state of a member is never"), among: states)
    }
    guard let written = expect.stage, let stage = stage(written, definition) else { return }
    guard let outcome = expect.outcome, stage.outcome(outcome.value.description) == nil,
      outcome.value.description != "none"
    else { return }
    unknown(
      outcome.node, "ref/unknown-outcome", outcome.value.description,
      ("'\(stage.id)' har inget resultat", "'\(stage.id)' has no outcome"),
      among: stage.prepared.outcomes.map(\.name))
  }

  // `remiss`, or `remiss#2` for its second attempt.
  private mutating func stage(
    _ written: Sited<String>, _ definition: PipelineDefinition
  ) -> StageDefinition? {
    let parts = written.value.split(separator: "#", omittingEmptySubsequences: false).map(
      String.init)
    if parts.count > 2 || parts.count == 2 && (Int(parts[1]) ?? 0) < 1 {
      report(
        written.node, "scenario/bad-attempt", "'\(written.value)' är ingen omgång av en fas",
        "'\(written.value)' is no attempt at a stage",
        help: Text(
          sv: "skriv \(parts[0]) för den senaste, eller \(parts[0])#2 för den andra omgången",
          en: "write \(parts[0]) for the latest, or \(parts[0])#2 for the second attempt"))
      return nil
    }
    let id = parts.first ?? ""
    guard let index = definition.stage(id) else {
      unknown(
        written.node, "ref/unknown-stage", id,
        ("\(definition.reference) har ingen fas", "\(definition.reference) has no stage"),
        among: definition.stages.map(\.id))
      return nil
    }
    return definition.stages[index]
  }
}
