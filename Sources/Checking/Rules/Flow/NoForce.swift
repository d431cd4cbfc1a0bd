import Definitions
import Located

/// A way to open a case in which no stage can put its version in force: the case can only run dry.
enum NoForce: DefinitionRule {
  static let code = "flow/no-force"
  static let needsWhole = true
  static let severity = Diagnostic.Severity.error

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    let table = definition.table
    // A pipeline that puts nothing in force at all ends things, or is a part of something larger.
    guard table.force != 0 else { return [] }
    let stage = definition.stage(ofRow: table.force.trailingZeroBitCount)
    return table.worlds.indices.filter { !table.comesIntoForce(world: $0) }.map { world in
      let way = way(world, definition)
      guard !way.isEmpty else { return never(stage) }
      return finding(
        stage.forceNode,
        sv: "ett ärende med \(way) når ingen fas som sätter något i kraft",
        en: "a case with \(way) reaches no stage that puts anything in force",
        related: definition.stages.flatMap { stage in
          stage.form.when.all.map {
            $0.key.related(sv: "villkor för '\(stage.id)'", en: "condition of '\(stage.id)'")
          }
        },
        help: Text(
          sv: "ändra when: så att en fas med in-force: är kvar",
          en: "change when: so that a stage with in-force: is left"))
    }
  }

  // Not a matter of conditions: no way leads there at all.
  private static func never(_ stage: StageDefinition) -> Diagnostic {
    finding(
      stage.forceNode, sv: "inget ärende når en fas som sätter något i kraft",
      en: "no case reaches a stage that puts anything in force",
      help: Text(
        sv: "låt ett resultat leda vidare till '\(stage.id)'",
        en: "let an outcome lead on to '\(stage.id)'"))
  }

  /// The first combination of what `when:` asks for that makes a world: `edition: revision`.
  private static func way(_ world: Int, _ definition: PipelineDefinition) -> String {
    let asked = definition.stages.flatMap { $0.conditions.map(\.input) }
    let ways = Valuations.all(
      definition.stages, inputs: definition.inputs, openedBy: definition.openedBy)
    let found = ways?.first { way in
      definition.table.world(definition.stages) { way[$0] } == world
    }
    return (found ?? [:]).filter { asked.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }
}

extension ControlTable {
  fileprivate func comesIntoForce(world: Int) -> Bool {
    let open = mayOpen(world: world) & ~worlds[world]
    return exits.contains { $0.entersForce && open.has($0.row) }
  }

  /// The rows that some run of a world may open or pass straight through.
  ///
  /// Bounds and order are left aside, so it holds at least what can happen: a row that is missing
  /// here never opens.
  func mayOpen(world: Int) -> Mask {
    let skipped = worlds[world]
    var found: Mask = 0
    var passes: Mask = 0
    var before: Mask?
    while before != found {
      before = found
      for (index, row) in rows.enumerated() where !found.has(index) {
        let opens =
          if row.hangsOnForce {
            exits.contains { $0.entersForce && found.has($0.row) && !skipped.has($0.row) }
          } else if row.leaders != 0 {
            row.leaders & found & ~skipped != 0
          } else {
            row.after == 0 || row.after & passes != 0
          }
        guard opens else { continue }
        found |= bit(index)
        let handsOn = exits[row.exits].contains { $0.effect == .handOn }
        if skipped.has(index) || row.isOptional || handsOn { passes |= bit(index) }
      }
    }
    return found
  }
}
