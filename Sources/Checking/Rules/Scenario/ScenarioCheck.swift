import CivilTime
import Definitions
import Located
import Register
import Scenarios
import StageKit

/// A scenario's form and names, looked up without playing it: that is what `stafett test` is for.
enum ScenarioCheck: WholeRule {
  static let code = "scenario/no-case"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    var seen: [String: Node] = [:]
    return whole.scenarios.flatMap { node -> [Diagnostic] in
      let (scenario, found) = Scenario.read(node)
      guard let scenario else { return found }
      var reading = ScenarioReading(scenario: scenario, whole: whole)
      reading.check()
      if let id = scenario.form.scenario.node {
        if let first = seen[scenario.name] {
          reading.report(
            id, "scenario/duplicate", "exempelärendet '\(scenario.name)' finns redan",
            "the scenario '\(scenario.name)' exists already",
            related: [first.related(sv: "först här", en: "first here")],
            help: Text(sv: "ge ett av dem ett annat namn", en: "give one of them another name"))
        }
        seen[scenario.name] = seen[scenario.name] ?? id
      }
      return reading.diagnostics
    }
  }
}

/// What a scenario names, against definitions and register.
struct ScenarioReading {
  let scenario: Scenario
  let whole: Whole
  private(set) var diagnostics: [Diagnostic] = []
  private var searches = 0
  /// The definition of each case that the scenario tells; nil where it is not known.
  private var cases: [(name: String, form: ScenarioCase, definition: PipelineDefinition?)] = []
  /// The place of each case among them; of two of one name, that of the first.
  private var places: [String: Int] = [:]
  /// The bodies that a role of some case is bound to, in the order of the file.
  let bound: [String]
  let isBound: Set<String>

  init(scenario: Scenario, whole: Whole) {
    self.scenario = scenario
    self.whole = whole
    bound = scenario.form.all.flatMap { $0.roles.all.map { $0.value.value.description } }
    isBound = Set(bound)
  }

  mutating func report(
    _ node: Node?, _ code: String, _ sv: String, _ en: String,
    severity: Diagnostic.Severity = .error, related: [Diagnostic.Related] = [], help: Text? = nil,
    fixes: [Fix] = []
  ) {
    guard FindingQuota.hasRoom(after: diagnostics.count) else { return }
    diagnostics.append(
      (node ?? scenario.node).diagnostic(
        code, Text(sv: sv, en: en), severity: severity, related: related, help: help, fixes: fixes))
  }

  mutating func add(_ finding: Diagnostic) {
    if FindingQuota.hasRoom(after: diagnostics.count) { diagnostics.append(finding) }
  }

  mutating func check() {
    for one in scenario.form.all {
      let name = (one.name ?? one.product.id.value).description
      let definition = definition(of: one)
      if places[name] == nil { places[name] = cases.count }
      cases.append((name, one, definition))
      if let definition { check(one, definition) }
    }
    checkOrder()
    for step in scenario.form.steps { check(step) }
    let says = scenario.form.steps.contains { $0.value.expect != nil || $0.value.refused != nil }
    if !says {
      report(
        scenario.form.scenario.node, "scenario/expects-nothing",
        "exempelärendet har inget steg med expect:, så det prövar ingenting",
        "the scenario has no step with expect:, so it tests nothing", severity: .warning,
        help: Text(
          sv:
            "lägg till ett steg med expect:, som {at: 2021-05-01, expect: {stage: beslut, state: open}}",
          en: "add a step with expect:, as {at: 2021-05-01, expect: {stage: beslut, state: open}}"))
    }
  }

  // MARK: cases

  private mutating func definition(of one: ScenarioCase) -> PipelineDefinition? {
    guard let written = one.pipeline else { return nil }
    let parts = written.value.split(separator: "@", omittingEmptySubsequences: false).map(
      String.init)
    let id = parts.first ?? ""
    let versions = whole.definitions.filter { $0.id == id }
    if parts.count > 1 {
      if let found = versions.first(where: { $0.reference == written.value }) { return found }
    } else if let found = versions.last(where: { $0.validFrom <= one.opened.value }) {
      return found
    }
    guard !whole.mayHide(pipeline: id), versions.isEmpty || whole.hasAllPipelines else {
      return nil
    }
    let names =
      parts.count > 1 ? whole.headers.map(\.reference) : whole.ids
    let near = suggestions(for: written.value, among: names)
    let known = versions.map(\.reference).joined(separator: ", ")
    report(
      written.node, "ref/unknown-pipeline",
      "ingen process heter '\(written.value)'" + (near.question?.sv ?? ""),
      "no pipeline is named '\(written.value)'" + (near.question?.en ?? ""),
      help: near.names.isEmpty && !known.isEmpty
        ? Text(sv: "här finns \(known)", en: "known here: \(known)") : nil,
      fixes: written.node.map { near.fixes(at: $0) } ?? [])
    return nil
  }

  private mutating func check(_ one: ScenarioCase, _ definition: PipelineDefinition) {
    for role in one.roles.all {
      guard let known = definition.roles.first(where: { $0.name == role.name }) else {
        unknown(
          role.key, "scenario/unknown-role", role.name,
          ("\(definition.reference) har ingen roll", "\(definition.reference) has no role"),
          among: definition.roles.map(\.name), butNot: one.roles.all.map(\.name))
        continue
      }
      let id = role.value.value.description
      if let body = whole.organisation.body(id) {
        guard body.kind != known.kind else { continue }
        report(
          role.value.node, "scenario/wrong-kind",
          "'\(id)' är av slaget '\(body.kind)', men '\(role.name)' ska vara '\(known.kind)'",
          "'\(id)' is of the kind '\(body.kind)', but '\(role.name)' takes '\(known.kind)'",
          related: whole.declared(id),
          help: Text(
            sv: "ange en av slaget '\(known.kind)'", en: "name one of the kind '\(known.kind)'"))
      } else if !whole.organisation.isOpenKind(known.kind), !whole.unread.mayHold(id) {
        let organisation = whole.organisation
        unknown(
          role.value.node, "ref/unknown-body", id,
          ("ingen organisation heter", "no body is named"),
          among: organisation.bodies.filter { $0.kind == known.kind }.map(\.id))
      }
    }
    let inputs = one.product.inputs.all
    for input in inputs where !definition.inputs.contains(where: { $0.name == input.name }) {
      unknown(
        input.key, "ref/unknown-input", input.name,
        ("ingen uppgift under inputs: heter", "no input is named"),
        among: definition.inputs.map(\.name), butNot: inputs.map(\.name))
    }
    let missing = definition.inputs.filter { input in
      !input.isOptional && !inputs.contains { $0.name == input.name }
    }
    if !missing.isEmpty {
      let names = missing.map(\.name).joined(separator: ", ")
      report(
        one.product.id.node, "scenario/missing-input",
        "uppgifter som \(definition.reference) behöver saknas: \(names)",
        "inputs that \(definition.reference) needs are missing: \(names)",
        help: Text(sv: "skriv dem under product: inputs:", en: "write them under product: inputs:"))
    }
    if let at = one.atStage { _ = stage(at.value.description, at.node, definition) }
  }

  private mutating func stage(
    _ id: String, _ node: Node?, _ definition: PipelineDefinition
  ) -> StageDefinition? {
    if let index = definition.stage(id) { return definition.stages[index] }
    unknown(
      node, "ref/unknown-stage", id,
      ("\(definition.reference) har ingen fas", "\(definition.reference) has no stage"),
      among: definition.stages.map(\.id))
    return nil
  }

  /// A name that is none; `written` are those that cannot be meant, as they stand there too.
  mutating func unknown(
    _ node: Node?, _ code: String, _ name: String, _ what: (sv: String, en: String),
    among names: @autoclosure () -> [String], butNot written: @autoclosure () -> [String] = []
  ) {
    searches += 1
    guard searches <= Suggestions.worthwhile else {
      return report(node, code, "\(what.sv) '\(name)'", "\(what.en) '\(name)'")
    }
    let names = names()
    let written = Set(written())
    let near = suggestions(for: name, among: names.filter { !written.contains($0) })
    let all = names.joined(separator: ", ")
    report(
      node, code, "\(what.sv) '\(name)'\(near.question?.sv ?? "")",
      "\(what.en) '\(name)'\(near.question?.en ?? "")",
      help: near.names.isEmpty && (1...12).contains(names.count)
        ? Text(sv: "här finns \(all)", en: "known here: \(all)") : nil,
      fixes: node.map { near.fixes(at: $0, instead: name) } ?? [])
  }

  // MARK: steps

  private mutating func checkOrder() {
    // Of several cases, one is often told to its end before the next.
    var latest: [String: (day: CivilDate, node: Node)] = [:]
    for step in scenario.form.steps {
      let day = step.value.at
      guard let node = step.node?["at"] else { continue }
      let name = step.value.ofCase?.value.description ?? ""
      if let last = latest[name], day.lastDay < last.day.firstDay {
        report(
          node, "scenario/out-of-order", "\(day) kommer före steget innan, \(last.day)",
          "\(day) comes before the step above, \(last.day)",
          related: [last.node.related(sv: "steget innan", en: "the step above")],
          help: Text(
            sv: "steg görs i filens ordning: flytta det uppåt",
            en: "steps are taken in the order of the file: move it up"))
      } else {
        latest[name] = (day, node)
      }
    }
  }

  private mutating func check(_ step: Sited<StepForm>) {
    let form = step.value
    guard form.act != nil || form.tick || form.expect != nil else {
      report(
        step.node, "scenario/empty-step", "steget gör ingenting och prövar ingenting",
        "the step does nothing and tests nothing",
        help: Text(
          sv: "skriv act:, expect: eller tick: true", en: "write act:, expect: or tick: true"))
      return
    }
    guard let place = place(of: form, step.node) else { return }
    if form.at.lastDay < place.form.opened.value.firstDay {
      report(
        step.node?["at"], "scenario/before-opened",
        "\(form.at) är innan ärendet öppnas, \(place.form.opened.value)",
        "\(form.at) is before the case is opened, \(place.form.opened.value)",
        related: place.form.opened.node.map { [$0.related(sv: "öppnas här", en: "opened here")] }
          ?? [], help: Text(sv: "rätta at: eller opened:", en: "correct at: or opened:"))
    }
    guard let definition = place.definition else { return }
    if let act = form.act { check(act, form, step.node, definition) }
    if let expect = form.expect?.value { check(expect, definition) }
  }

  // The case that a step is about; nil when none of those that are told here.
  private mutating func place(
    of form: StepForm, _ node: Node?
  ) -> (form: ScenarioCase, definition: PipelineDefinition?)? {
    guard let wanted = form.ofCase?.value.description else {
      if let only = cases.first, cases.count == 1 { return (only.form, only.definition) }
      if form.act != nil || form.expect?.value.stage != nil {
        report(
          node, "scenario/which-case", "säg vilket ärende steget gäller",
          "say which case the step is about",
          help: Text(
            sv: "skriv case: och ett av \(cases.map(\.name).joined(separator: ", "))",
            en: "write case: and one of \(cases.map(\.name).joined(separator: ", "))"))
      }
      return nil
    }
    if let found = places[wanted].map({ cases[$0] }) {
      return (found.form, found.definition)
    }
    // What the flow itself opens is named after its product: `produkt-2`.
    let ids = cases.map { $0.form.product.id.value.description }
    guard !ids.contains(where: { wanted == $0 || wanted.hasPrefix("\($0)-") }) else { return nil }
    let names = cases.map(\.name)
    unknown(
      form.ofCase?.node, "scenario/unknown-case", wanted,
      ("inget ärende heter", "no case is named"),
      among: names)
    return nil
  }
}
