import CivilTime
import Definitions
import Register
import Soundness
import StageKit

/// The run that gets stuck as a scenario that can be played as it stands: by outcomes alone, a step
/// a day, and at its end everything that is refused.
struct DeadEndScenario {
  private let definition: PipelineDefinition
  private let organisation: Organisation
  private let end: DeadEnd
  private var day: CivilDate
  private var lines: [String] = []

  /// The text of the scenario.
  static func yaml(
    _ definition: PipelineDefinition, _ organisation: Organisation, _ end: DeadEnd
  ) -> String {
    var scenario = DeadEndScenario(definition, organisation, end)
    scenario.write()
    return scenario.lines.joined(separator: "\n")
  }

  private init(_ definition: PipelineDefinition, _ organisation: Organisation, _ end: DeadEnd) {
    self.definition = definition
    self.organisation = organisation
    self.end = end
    day = definition.validFrom.firstDay
  }

  private mutating func write() {
    writeHead()
    lines.append("steps:")
    for step in end.steps { write(step, lane: nil) }
    for obstacle in end.obstacles {
      if case .lanes(let stage, let stuck, _, let way, _) = obstacle {
        for member in some(stuck ?? 1, membersOf: stage) {
          for step in way { write(step, lane: member) }
        }
      }
    }
    for obstacle in end.obstacles { writeRefused(obstacle, lane: nil) }
  }

  private mutating func add(_ what: String) {
    lines.append("  - {at: \(day), \(what)}")
    day = day.adding(days: 1)
  }

  // MARK: the case

  private mutating func writeHead() {
    let way = opening
    lines += ["scenario: stuck", "pipeline: \(definition.reference)", "product:", "  id: stuck"]
    if definition.kinds.count > 1 { lines.append("  kind: \(definition.kinds[0])") }
    let asked = definition.stages.flatMap { $0.conditions.map(\.input) }
    let inputs = definition.inputs.filter { !$0.isOptional || asked.contains($0.name) }.map {
      "\($0.name): \"\(way[$0.name] ?? sample($0))\""
    }
    if !inputs.isEmpty { lines.append("  inputs: {\(inputs.joined(separator: ", "))}") }
    if way["edition"] == "revision" { lines.append("edition: revision") }
    if let by = way["opened-by"], by != "opened" { lines.append("opened-by: \(by)") }
    let roles = definition.roles.map { "\($0.name): \(body(ofKind: $0.kind))" }
    if !roles.isEmpty { lines.append("roles: {\(roles.joined(separator: ", "))}") }
    lines.append("opened: \(day)")
  }

  // The first way to open a case that makes it go so.
  private var opening: [String: String] {
    Valuations.all(
      definition.stages, inputs: definition.inputs, openedBy: definition.openedBy
    )?.first { way in definition.table.world(definition.stages) { way[$0] } == end.world } ?? [:]
  }

  private func sample(_ input: PipelineDefinition.Input) -> String {
    switch input.type {
    case .choice: input.values.first ?? ""
    case .diagnosis: "C61"
    case .date: "\(day)"
    case .whole: "1"
    case .text, .substance, .body, .product: "example"
    }
  }

  // MARK: who

  private func body(ofKind kind: String) -> String {
    organisation.bodies.first { $0.kind == kind && organisation.body($0.id, on: day) != nil }?.id
      ?? "example-\(kind)"
  }

  private func body(_ name: String) -> String {
    if let role = definition.roles.first(where: { $0.name == name }) {
      return body(ofKind: role.kind)
    }
    return organisation.set(name) == nil
      ? name : organisation.members(of: name, on: day).first ?? name
  }

  private func some(_ count: Int?, membersOf stage: Int) -> [String] {
    let all =
      definition.stages[stage].set.map {
        organisation.members(of: $0, on: definition.validFrom)
      } ?? []
    return Array(all.prefix(count ?? all.count))
  }

  // MARK: steps

  private mutating func write(_ step: DeadEnd.Step, lane: String?) {
    switch step {
    case .outcome(let index, let outcome):
      add("\(place(index, lane)), outcome: \(outcome)")
    case .skipped(let index):
      add("\(place(index, lane)), act: skip, \(skipping(index, lane, "not needed"))")
    case .letGoOn(let index):
      add("\(place(index, lane)), act: skip, \(skipping(index, lane, "the rest trail"))")
    case .lanes(let index, let count, let way):
      for member in some(count, membersOf: index) {
        for step in way { write(step, lane: member) }
      }
    case .drawnAnew(let index):
      lines.append("  # and when '\(definition.stages[index].id)' has been opened again")
    }
  }

  private func place(_ stage: Int, _ lane: String?) -> String {
    "stage: \(definition.stages[stage].id)" + (lane.map { ", lane: \($0)" } ?? "")
  }

  private func skipping(_ index: Int, _ lane: String?, _ reason: String) -> String {
    let named = definition.stages[index].owner.flatMap { $0 == "lane" ? nil : $0 }
    let owner = named.map { body($0) } ?? lane ?? body(definition.owner)
    return "for: \(owner), with: {reason: \(reason)}"
  }

  private mutating func writeRefused(_ obstacle: DeadEnd.Obstacle, lane: String?) {
    switch obstacle {
    case .blocked(let stage, let refused):
      for one in refused {
        guard let code = one.refusal?.code else { continue }
        add("\(place(stage, lane)), outcome: \(one.outcome), refused: \(code)")
      }
    case .lanes(let stage, _, _, _, let because):
      let member = some(1, membersOf: stage).first
      for inner in because { writeRefused(inner, lane: member) }
    case .returns(let stage), .neverDone(let stage):
      add("expect: {stage: \(definition.stages[stage].id), state: open}")
    }
  }
}
