package import CivilTime
package import Definitions
import Lifecycle
package import Located
package import Register
import StageKit

/// When a case would be where, if every stage took all the time it has.
///
/// The flow is the engine's control table and the days come from the engine's own reckoning, so a
/// plan never promises another day than the case will get.
package struct PipelinePlan: Sendable {
  /// How the case is opened.
  package struct Opening: Sendable {
    package let day: CivilDate
    package let isRevision: Bool
    package let openedBy: String
    package let inputs: [String: String]

    /// A case that is opened on a day; a first edition by hand, unless told otherwise.
    package init(
      on day: CivilDate, isRevision: Bool = false, openedBy: String = "opened",
      inputs: [String: String] = [:]
    ) {
      self.day = day
      self.isRevision = isRevision || openedBy != "opened"
      self.openedBy = openedBy
      self.inputs = inputs
    }

    func value(of input: String) -> String? {
      switch input {
      case "edition": isRevision ? "revision" : "first"
      case "opened-by": openedBy
      default: inputs[input]
      }
    }
  }

  /// A stage with its days.
  struct Step: Sendable {
    let stage: Int
    let opened: CivilDate
    let deadline: Deadline?
    /// The run that it is a part of.
    let run: Int?
    /// The outcome that is assumed, where others lead elsewhere.
    var assumed: String?
    /// When an outcome of it puts a version in force.
    var inForce: CivilDate?

    /// The day on which it is done if it takes all its time: never before it has opened.
    var done: CivilDate { Swift.max(opened, deadline?.closes ?? opened) }
  }

  /// Why there is no plan.
  package struct Refusal: Error, Sendable, Hashable {
    package let code: String
    package let message: Text
  }

  let opening: Opening
  let naming: Naming
  private(set) var steps: [Step] = []
  /// Stages that such a case goes without.
  private(set) var skipped: [Int] = []

  /// Plans a case of a definition.
  ///
  /// - Throws: `case/opened-by`, `case/unknown-input`, `case/bad-input` or `case/missing-input`.
  package init(
    _ definition: PipelineDefinition, organisation: Organisation, opening: Opening,
    language: Language
  ) throws(Refusal) {
    self.opening = opening
    naming = Naming(
      definition: definition, organisation: organisation, day: opening.day,
      say: Phrasing(language: language))
    try Self.check(opening, definition)
    guard let world = definition.table.world(definition.stages, opening.value) else {
      throw Self.lacking(opening, definition)
    }
    _ = walk(definition.table, world: world, from: opening.day, run: nil)
    steps.sort { ($0.opened, $0.stage) < ($1.opened, $1.stage) }
  }

  /// The day on which a version comes into force; nil in a pipeline that puts nothing in force.
  package var inForce: CivilDate? { steps.compactMap(\.inForce).min() }

  /// The day on which the last stage is done that does not return.
  package var done: CivilDate? {
    steps.filter { !isRecurring($0) }.map(\.done).max()
  }

  func isRecurring(_ step: Step) -> Bool {
    if case .every? = naming.stages[step.stage].deadline { true } else { false }
  }

  // MARK: what must hold

  private static func check(
    _ opening: Opening, _ definition: PipelineDefinition
  ) throws(Refusal) {
    guard definition.openedBy.contains(opening.openedBy) else {
      let known = definition.openedBy.joined(separator: ", ")
      throw Refusal(
        code: "case/opened-by",
        message: Text(
          sv: "\(definition.reference) öppnas inte av '\(opening.openedBy)', bara av \(known)",
          en: "\(definition.reference) is not opened by '\(opening.openedBy)', only by \(known)"))
    }
    for name in opening.inputs.keys.sorted() {
      guard let input = definition.inputs.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: definition.inputs.map(\.name))
        throw Refusal(
          code: "case/unknown-input",
          message: Text(
            sv: "ingen uppgift '\(name)'" + (near.map { ", menar du '\($0)'?" } ?? ""),
            en: "no input '\(name)'" + (near.map { ", did you mean '\($0)'?" } ?? "")))
      }
      let value = opening.inputs[name] ?? ""
      if input.type == .date, CivilDate(value) == nil {
        throw Refusal(
          code: "case/bad-input",
          message: Text(
            sv: "\(name): '\(value)' är inget datum", en: "\(name): '\(value)' is no date"))
      }
      if input.type == .choice, !input.values.contains(value) {
        let values = input.values.joined(separator: ", ")
        throw Refusal(
          code: "case/bad-input",
          message: Text(
            sv: "\(name): '\(value)' är inget av \(values)",
            en: "\(name): '\(value)' is none of \(values)"))
      }
    }
  }

  private static func lacking(_ opening: Opening, _ definition: PipelineDefinition) -> Refusal {
    let asked = definition.stages.flatMap { $0.conditions.map(\.input) }
    let lacking = definition.inputs.filter {
      asked.contains($0.name) && opening.inputs[$0.name] == nil
    }
    let forms = lacking.map { "\($0.name)=\($0.values.joined(separator: "|"))" }
      .joined(separator: ", ")
    return Refusal(
      code: "case/missing-input",
      message: Text(
        sv: "vilka faser som ingår beror på fler uppgifter: ange \(forms)",
        en: "which stages there are depends on more inputs: give \(forms)"))
  }

  // MARK: the walk

  // Always the stage that is done first, until nothing but what returns is open. No outcome that
  // leads back is chosen, so each stage opens once and the walk ends.
  private mutating func walk(
    _ table: ControlTable, world: Int, from day: CivilDate, run: Int?
  ) -> CivilDate {
    var state = ControlState()
    var done = [CivilDate?](repeating: nil, count: table.rows.count)
    var step = [Int?](repeating: nil, count: table.rows.count)
    var (today, force) = (day, CivilDate?.none)
    var next = table.start(world: world)
    while true {
      for row in (next.open & ~state.open).indices {
        if let inner = table.rows[row].run {
          done[row] = walk(table.runs[inner].lane, world: world, from: today, run: inner)
        } else {
          step[row] = steps.count
          let opened = openedStep(table.rows[row], on: today, force: force, run: run)
          steps.append(opened)
          done[row] = table.every.has(row) ? nil : opened.done
        }
      }
      for row in table.worlds[world].indices where !state.passed.has(row) && next.passed.has(row) {
        skipped += table.rows[row].stages
      }
      state = next
      let open = state.open.indices.compactMap { row in done[row].map { (day: $0, row: row) } }
      guard let first = open.min(by: { $0 < $1 }), let exit = way(onFrom: first.row, table, state)
      else { return today }
      today = Swift.max(today, first.day)
      if let index = step[first.row] {
        if exit.entersForce {
          steps[index].inForce = today
          force = today
        }
        let leads = table.exits[table.rows[first.row].exits].contains {
          if case .lead = $0.effect { true } else { false }
        }
        if leads { steps[index].assumed = exit.outcome }
      }
      next = table.taking(exit, state)
    }
  }

  private func openedStep(
    _ row: ControlTable.Row, on day: CivilDate, force: CivilDate?, run: Int?
  ) -> Step {
    let index = row.stages.lowerBound
    let reckoning = DeadlineReckoning(
      organisation: naming.organisation, stage: naming.stages[index], input: opening.value,
      body: { $0 })
    let anchor = row.hangsOnForce ? force ?? day : day
    return Step(
      stage: index, opened: day,
      deadline: reckoning.deadline(openedOn: day, anchor: anchor, last: nil), run: run)
  }

  // The outcome after which the flow goes on; else the first that leads to a branch.
  private func way(
    onFrom row: Int, _ table: ControlTable, _ state: ControlState
  ) -> ControlTable.Exit? {
    let exits = table.exits[table.rows[row].exits].filter { table.refusal($0, state) == nil }
    return exits.first { $0.effect == .handOn }
      ?? exits.first { if case .lead = $0.effect { true } else { false } }
      ?? exits.first { $0.effect == .end }
  }
}
