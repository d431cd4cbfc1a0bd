import CivilTime
import Codes
import Definitions
import Lifecycle
import Located
import Register
import Scenarios
import StageKit

// The steps: their days, and what is done in them.

extension ScenarioReading {
  /// The latest day so far, of each case that steps name: of several cases, one is often told to
  /// its end before the next.
  struct Latest {
    var days: [String: (day: CivilDate, node: Node)] = [:]
  }

  mutating func check(_ step: Sited<StepForm>, _ latest: inout Latest) {
    let form = step.value
    guard form.act != nil || form.outcome != nil || form.tick || form.expect != nil else {
      report(
        step.node, "scenario/empty-step", "steget gör ingenting och prövar ingenting",
        "the step does nothing and tests nothing",
        help: Text(
          sv: "skriv act:, outcome:, expect: eller tick: true",
          en: "write act:, outcome:, expect: or tick: true"))
      return
    }
    let place = place(of: form, step.node)
    checkDay(step, place?.form.opened, &latest)
    guard let definition = place?.definition else { return }
    if let act = form.act { check(act, form, step.node, definition) }
    if let outcome = form.outcome { check(outcome: outcome, form, step.node, definition) }
    if let expect = form.expect { check(expect, form, place?.form, definition) }
  }

  private mutating func checkDay(
    _ step: Sited<StepForm>, _ opened: Sited<CivilDate>?, _ latest: inout Latest
  ) {
    let day = step.value.at
    guard let node = step.node?["at"] else { return }
    if let opened, day.lastDay < opened.value.firstDay {
      report(
        node, "scenario/before-opened", "\(day) är innan ärendet öppnas, \(opened.value)",
        "\(day) is before the case is opened, \(opened.value)",
        related: opened.node.map { [$0.related(sv: "öppnas här", en: "opened here")] } ?? [],
        help: Text(sv: "rätta at: eller opened:", en: "correct at: or opened:"))
      return
    }
    let name = step.value.ofCase?.value.description ?? ""
    if let last = latest.days[name], day.lastDay < last.day.firstDay {
      report(
        node, "scenario/out-of-order", "\(day) kommer före steget innan, \(last.day)",
        "\(day) comes before the step above, \(last.day)",
        related: [last.node.related(sv: "steget innan", en: "the step above")],
        help: Text(
          sv: "steg görs i filens ordning: flytta det uppåt",
          en: "steps are taken in the order of the file: move it up"))
    } else {
      latest.days[name] = (day, node)
    }
  }

  /// The case that a step is about; nil when none of those that are told here.
  private mutating func place(of form: StepForm, _ node: Node?) -> Told? {
    guard let wanted = form.ofCase?.value.description else {
      if cases.count == 1 { return cases.first }
      if form.act != nil || form.outcome != nil || form.expect?.value.stage != nil {
        let names = cases.map(\.name).joined(separator: ", ")
        report(
          node, "scenario/which-case", "ange vilket ärende steget gäller",
          "say which case the step is about",
          help: Text(
            sv: "skriv case: och ett av \(names)", en: "write case: and one of \(names)"))
      }
      return nil
    }
    if let place = places[wanted] { return cases[place] }
    checkCase(wanted, form.ofCase?.node)
    return nil
  }

  /// Finds a case that nobody tells and no outcome can have opened.
  mutating func checkCase(_ name: String, _ node: Node?) {
    // What the flow itself opens is named after its product: `produkt-2`.
    guard places[name] == nil,
      !products.contains(where: { name == $0 || name.hasPrefix("\($0)-") })
    else { return }
    let names = cases.map(\.name)
    unknown(
      node, "scenario/unknown-case", name, ("inget ärende heter", "no case is named"),
      among: names)
  }

  // MARK: what is done

  /// An act: its stage, its form, its lane, and who does it.
  private mutating func check(
    _ act: Sited<Name>, _ form: StepForm, _ step: Node?, _ definition: PipelineDefinition
  ) {
    guard let written = form.stage, let by = form.by else {
      report(
        act.node, "scenario/no-actor", "ange i vilken fas och för vem det görs",
        "say in which stage and for whom it is done",
        help: Text(sv: "skriv stage: och for:", en: "write stage: and for:"))
      return
    }
    guard let stage = attempt(written, definition) else { return }
    // What is to be refused may be wrong in any way.
    if let refused = form.refused { return check(refused: refused, in: stage) }
    let name = act.value.description
    let fields = form.form?.node ?? .emptyMapping(at: act.node ?? scenario.node)
    let with = step?.key("with")
    if let contract = stage.contract.act(name) {
      let found = contract.faults(fields)
      for finding in found { add(finding.owned(by: with).diagnostic) }
      if found.isEmpty { checkChoices(name, fields, form, by, stage) }
      checkLane(form.lane?.description, step?["lane"], form.at, stage, act.node)
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

  /// What no attempt at the stage would take, whatever was said before: a result or a document that
  /// its settings do not name.
  private mutating func checkChoices(
    _ act: String, _ fields: Node, _ form: StepForm, _ by: Sited<Name>, _ stage: StageDefinition
  ) {
    let body = Body(stringLiteral: by.value.description)
    let attempt = stage.prepared.start(Opening(on: form.at, owner: body))
    guard let number = attempt.index(ofAct: act),
      case .refused(let found) = attempt.decide(
        number, fields, Said(on: form.at, by: body, number: 1))
    else { return }
    for finding in found {
      guard let choices = finding.fault.choices, let name = finding.node.text else { continue }
      unknown(
        finding.node, "scenario/unknown-choice", name,
        ("i '\(stage.id)' finns inget val", "'\(stage.id)' has no choice"), among: choices)
    }
  }

  /// An outcome, without telling how it came about.
  private mutating func check(
    outcome: Sited<Name>, _ form: StepForm, _ step: Node?, _ definition: PipelineDefinition
  ) {
    guard let written = form.stage else {
      report(
        outcome.node, "scenario/no-actor", "ange i vilken fas det är resultatet",
        "say in which stage it is the outcome", help: Text(sv: "skriv stage:", en: "write stage:"))
      return
    }
    guard let stage = attempt(written, definition) else { return }
    if form.refused?.value != "flow/not-offered" { check(outcome: outcome, of: stage) }
    if let by = form.by { checkActor(by) }
    if let refused = form.refused { return check(refused: refused, in: stage) }
    checkLane(form.lane?.description, step?["lane"], form.at, stage, outcome.node)
  }

  mutating func check(outcome: Sited<Name>, of stage: StageDefinition) {
    let name = outcome.value.description
    guard stage.outcome(name) == nil else { return }
    unknown(
      outcome.node, "ref/unknown-outcome", name,
      ("'\(stage.id)' har inget resultat", "'\(stage.id)' has no outcome"),
      among: stage.prepared.outcomes.map(\.name))
  }

  private mutating func check(refused: Sited<String>, in stage: StageDefinition) {
    let own = stage.contract.refusals
    let code = refused.value
    let known = [own, RefusalCodes.all, Self.codesOfForms]
    if known.contains(where: { $0.contains(code) }) { return }
    // A stage that does not tell its codes may have any.
    if own.isEmpty, code.family == stage.contract.name.name[...] { return }
    unknown(
      refused.node, "scenario/unknown-refusal", code,
      (
        "i '\(stage.id)' avvisas ingenting med koden",
        "in '\(stage.id)' nothing is refused with the code"
      ),
      among: Array(known.joined()),
      help: own.isEmpty
        ? nil
        : Text(
          sv: "fasens egna koder är \(own.joined(separator: ", "))",
          en: "the stage's own codes are \(own.joined(separator: ", "))"))
  }

  private static let codesOfForms = CodeCatalogue.codes.filter {
    ["schema", "yaml"].contains($0.family)
  }

  private mutating func checkActor(_ by: Sited<Name>) {
    checkBody(
      by.value.description, by.node,
      ("ingen roll, grupp eller organisation heter", "no role or body is named"))
  }

  /// Whether a stage is done by a member of its set, or by none where it has no set.
  mutating func checkLane(
    _ lane: String?, _ written: Node?, _ day: CivilDate, _ stage: StageDefinition, _ act: Node?
  ) {
    guard let set = stage.set else {
      if let lane {
        report(
          written, "scenario/no-lane",
          "'\(stage.id)' görs inte per medlem, men här står lane: \(lane)",
          "'\(stage.id)' is not done for each member, but here is lane: \(lane)",
          help: Text(sv: "ta bort lane:", en: "remove lane:"))
      }
      return
    }
    guard let lane else {
      report(
        act, "scenario/which-lane", "'\(stage.id)' görs per medlem i '\(set)': ange vilken",
        "'\(stage.id)' is done for each member of '\(set)': say which",
        help: Text(sv: "skriv lane: med medlemmens id", en: "write lane: with the id of the member")
      )
      return
    }
    let members = whole.organisation.members(of: set, on: day)
    guard !members.contains(lane), whole.unread.isEmpty else { return }
    let near = suggestions(for: lane, among: members)
    report(
      written, "scenario/not-in-set",
      "'\(lane)' var inte medlem i '\(set)' \(day)" + (near.question?.sv ?? ""),
      "'\(lane)' was no member of '\(set)' on \(day)" + (near.question?.en ?? ""),
      related: whole.declared(lane),
      help: near.names.isEmpty
        ? Text(
          sv: "rätta lane: eller at:, eller lägg till medlemmen i organisationsregistret",
          en: "correct lane: or at:, or add the member to the register") : nil,
      fixes: written.map { near.fixes(at: $0) } ?? [])
  }
}
