import CivilTime
import Definitions
import Located
import Register
import StageKit

/// A quorum of more members than the body has.
enum ImpossibleQuorum: DefinitionRule {
  static let code = "rule/impossible-quorum"
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    Quorum.all(in: definition, scope).compactMap { quorum in
      guard quorum.wanted > quorum.members else { return nil }
      let (members, body) = (quorum.members, quorum.body)
      return finding(
        quorum.node,
        sv: "\(quorum.wanted) krävs för beslutsförhet, men '\(body)' har \(members) som beslutar",
        en: "the quorum is \(quorum.wanted), but '\(body)' has \(members) who decide",
        related: quorum.related,
        help: members > 1
          ? Text(
            sv: "skriv högst \(members); ska en jävig kunna avstå, högst \(members - 1)",
            en: "write at most \(members); for one to be able to recuse, at most \(members - 1)")
          : Text(sv: "skriv högst \(members)", en: "write at most \(members)"))
    }
  }
}

/// A quorum of all members: one who is recused or ill stops the decision.
enum TightQuorum: DefinitionRule {
  static let code = "rule/tight-quorum"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    Quorum.all(in: definition, scope).compactMap { quorum in
      guard quorum.wanted == quorum.members, quorum.members > 1 else { return nil }
      return finding(
        quorum.node,
        sv: "alla \(quorum.members) i '\(quorum.body)' krävs: är någon jävig kan beslutet inte tas",
        en: "all \(quorum.members) of '\(quorum.body)' are needed: if one is recused, no decision "
          + "can be taken",
        related: quorum.related,
        help: Text(
          sv: "skriv högst \(quorum.members - 1), så kan en jävig avstå",
          en: "write at most \(quorum.members - 1), and one may recuse"))
    }
  }
}

/// How many members a stage needs, and how many its owner has.
private struct Quorum {
  let wanted: Int
  let members: Int
  let body: String
  let node: Node
  let related: [Diagnostic.Related]

  static func all(in definition: PipelineDefinition, _ scope: Scope) -> [Quorum] {
    definition.stages.flatMap { stage in
      stage.prepared.demands.compactMap { demand in
        guard case .members(let wanted, let place) = demand,
          let settings = stage.form.settings?.node
        else { return nil }
        let owner = definition.owner(of: stage)
        let organisation = scope.organisation
        let day = definition.validFrom
        let members: Int
        let declared: Node?
        if let role = definition.roles.first(where: { $0.name == owner }) {
          // A body of an open kind may be composed in its own way, and is not known here.
          guard let kind = organisation.kind(role.kind), !kind.isOpen else { return nil }
          let bodies = organisation.bodies(on: day, kind: role.kind)
          members = bodies.map { organisation.electorate(of: $0.id, on: day).count }.max() ?? 0
          declared = scope.register.kinds.first { $0.value.id == role.kind }?.node
        } else {
          members = organisation.electorate(of: owner, on: day).count
          declared = scope.register.body(owner)
        }
        // A composition that the register does not tell is not reckoned with.
        guard members > 0 else { return nil }
        return Quorum(
          wanted: wanted, members: members, body: owner, node: settings.node(at: place),
          related: declared.map {
            [$0.related(sv: "\(members) som beslutar", en: "\(members) who decide")]
          } ?? [])
      }
    }
  }
}
