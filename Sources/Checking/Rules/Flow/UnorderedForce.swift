import Definitions
import Located

/// Two stages that put a version in force side by side: which one holds depends on who is faster.
enum UnorderedForce: DefinitionRule {
  static let code = "flow/unordered-force"
  static let needsWhole = true

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    let table = definition.table
    let rows = Array(table.force.indices)
    return rows.enumerated().flatMap { place, later in
      rows[..<place].compactMap { earlier -> Diagnostic? in
        guard !table.rows[earlier].forward.has(later),
          table.worlds.contains(where: { !$0.has(earlier) && !$0.has(later) })
        else { return nil }
        let first = definition.stage(ofRow: earlier)
        let second = definition.stage(ofRow: later)
        return finding(
          second.forceNode,
          sv: "'\(second.id)' och '\(first.id)' sätter var sin version i kraft utan ordning",
          en: "'\(second.id)' and '\(first.id)' each put a version in force, in no order",
          related: [first.forceNode.related(sv: "den andra", en: "the other one")],
          help: Text(
            sv: "låt den ena komma efter den andra med after:",
            en: "let one come after the other with after:"))
      }
    }
  }
}

extension PipelineDefinition {
  /// The stage of a row that is no run.
  func stage(ofRow row: Int) -> StageDefinition {
    stages[table.rows[row].stages.lowerBound]
  }
}

extension StageDefinition {
  /// Where it says what it puts in force.
  var forceNode: Node { form.inForce.all.first?.node ?? idNode }
}
