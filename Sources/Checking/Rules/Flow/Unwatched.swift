import Definitions
import Located

/// An `end` that leaves a version in force: the reviews are cancelled with all else, and nobody
/// looks at it again.
enum Unwatched: DefinitionRule {
  static let code = "flow/unwatched"
  static let needsWhole = true

  static func findings(
    in definition: PipelineDefinition, _ scope: Scope
  ) -> [Diagnostic] {
    let table = definition.table
    let inForce = table.mayBeInForce
    return table.exits.compactMap { exit in
      guard exit.effect == .end, !exit.leavesForce, inForce.has(exit.row) || exit.entersForce else {
        return nil
      }
      let stage = definition.stage(ofRow: exit.row)
      guard let node = stage.form.outcomes[exit.outcome]?.node else { return nil }
      let source = table.force.indices.map { definition.stage(ofRow: $0) }
      return finding(
        node, sv: "ärendet avslutas medan dess version gäller, och ingen ser över den mer",
        en: "the case ends while its version is in force, and nobody reviews it any more",
        related: source.map {
          $0.forceNode.related(sv: "börjar gälla här", en: "comes into force here")
        },
        help: Text(
          sv: "låt '\(exit.outcome)' leda till en översyn, eller ange out-of-force:",
          en: "let '\(exit.outcome)' lead to a review, or say out-of-force:"))
    }
  }
}

extension ControlTable {
  /// The rows that may be open while a version of the case is in force.
  fileprivate var mayBeInForce: Mask {
    // A version is gone for good after a stage that ends it whatever comes of it.
    let ended = rows.indices.filter { row in
      let exits = exits[rows[row].exits]
      return !exits.isEmpty && exits.allSatisfy(\.leavesForce)
    }
    .reduce(Mask(0)) { $0 | rows[$1].forward & ~bit($1) }

    var found = force.indices.reduce(hangingOnForce) { $0 | rows[$1].forward & ~bit($1) }
    var before: Mask = 0
    while before != found {
      before = found
      for exit in exits where found.has(exit.row) || exit.entersForce {
        switch exit.effect {
        case .sendBack(let target): found |= rows[target].forward
        case .lead(_, let target) where !exit.leavesForce: found |= rows[target].forward
        case .lead, .handOn, .end, .stay, .openCase: break
        }
      }
    }
    return found & ~ended
  }
}
