import CivilTime
import Definitions
import Located
import Register
import Scenarios
import StageKit

/// What a scenario names, against definitions and register.
struct ScenarioReading {
  /// A case that it tells.
  struct Told {
    let name: String
    let form: ScenarioCase
    /// Nil where it is not known.
    let definition: PipelineDefinition?
  }

  let scenario: Scenario
  let whole: Whole
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var cases: [Told] = []
  /// The place of each case among them; of two of one name, that of the first.
  private(set) var places: [String: Int] = [:]
  /// The products of the cases so far.
  private(set) var products: Set<String> = []
  /// The bodies that a role of some case is bound to, in the order of the file.
  private let bound: [String]
  private let isBound: Set<String>
  private var searches = 0

  init(scenario: Scenario, whole: Whole) {
    self.scenario = scenario
    self.whole = whole
    bound = scenario.form.all.flatMap { $0.roles.all.map { $0.value.value.description } }
    isBound = Set(bound)
  }

  mutating func check() {
    for one in scenario.form.all {
      let name = (one.name ?? one.product.id.value).description
      let definition = definition(of: one)
      if let definition { check(one, definition) }
      if places[name] == nil { places[name] = cases.count }
      cases.append(Told(name: name, form: one, definition: definition))
      products.insert(one.product.id.value.description)
    }
    var latest = Latest()
    for step in scenario.form.steps { check(step, &latest) }
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

  // MARK: findings

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

  /// A name that is none; `written` are those that cannot be meant, as they stand there too.
  mutating func unknown(
    _ node: Node?, _ code: String, _ name: String, _ what: (sv: String, en: String),
    among names: @autoclosure () -> [String], butNot written: @autoclosure () -> [String] = [],
    help: Text? = nil
  ) {
    searches += 1
    guard searches <= Suggestions.worthwhile else {
      return report(node, code, "\(what.sv) '\(name)'", "\(what.en) '\(name)'", help: help)
    }
    let names = names()
    let written = Set(written())
    let near = suggestions(for: name, among: names.filter { !written.contains($0) })
    let all = names.joined(separator: ", ")
    let known =
      (1...12).contains(names.count) ? Text(sv: "här finns \(all)", en: "known here: \(all)") : help
    report(
      node, code, "\(what.sv) '\(name)'\(near.question?.sv ?? "")",
      "\(what.en) '\(name)'\(near.question?.en ?? "")",
      help: near.names.isEmpty ? known : nil,
      fixes: node.map { near.fixes(at: $0, instead: name) } ?? [])
  }

  // MARK: names

  /// The stage of an id, or the finding that there is none.
  mutating func stage(
    _ id: String, _ node: Node?, _ definition: PipelineDefinition
  ) -> StageDefinition? {
    if let index = definition.stage(id) { return definition.stages[index] }
    unknown(
      node, "ref/unknown-stage", id,
      ("\(definition.reference) har ingen fas", "\(definition.reference) has no stage"),
      among: definition.stages.map(\.id))
    return nil
  }

  /// Finds a body that nobody is: the register holds it, or a case binds a role to it.
  mutating func checkBody(_ id: String, _ node: Node?, _ what: (sv: String, en: String)) {
    guard whole.organisation.body(id) == nil, !isBound.contains(id), !whole.unread.mayHold(id)
    else { return }
    let (bound, organisation) = (bound, whole.organisation)
    unknown(
      node, "ref/unknown-body", id, what, among: bound + organisation.bodies.map(\.id))
  }
}
