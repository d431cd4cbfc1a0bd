import CivilTime
import Definitions
import Located
import Register
import StageKit

/// A stage owned by a body that lacks the power it takes: an adoption by a working group.
enum NoMandate: DefinitionRule {
  static let code = "rule/no-mandate"
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage in
      stage.prepared.demands.compactMap { demand -> Diagnostic? in
        guard case .power(let words) = demand else { return nil }
        // A register with other words for its powers is not judged by ours.
        let wanted = words.filter(scope.organisation.isPower)
        guard !wanted.isEmpty else { return nil }
        return finding(stage, wanted, definition, scope)
      }
    }
  }

  private static func finding(
    _ stage: StageDefinition, _ wanted: [String], _ definition: PipelineDefinition, _ scope: Scope
  ) -> Diagnostic? {
    let owner = definition.owner(of: stage)
    let holder = Holder(owner == "lane" ? stage.set ?? owner : owner, definition, scope)
    let others = stage.takers.flatMap(\.names).map { Holder($0, definition, scope) }
    // Nobody knows what a body that could not be read may do.
    guard !holder.isUnknown, !holder.powers.contains(where: wanted.contains),
      !others.contains(where: { $0.isUnknown || $0.powers.contains(where: wanted.contains) })
    else { return nil }
    let who = scope.organisation.kinds.filter { $0.powers.contains(where: wanted.contains) }
      .map(\.id)
    var related = holder.related
    if stage.form.owner == nil, let node = definition.ownerNode(of: stage) {
      related.insert(node.related(sv: "ansvarig", en: "the owner"), at: 0)
    }
    return finding(
      stage.form.owner?.node ?? stage.form.uses.node ?? stage.node,
      sv:
        "'\(holder.name)' saknar befogenhet för '\(stage.id)': \(wanted.joined(separator: " eller ")) krävs",
      en:
        "'\(holder.name)' lacks the power that '\(stage.id)' takes: \(wanted.joined(separator: " or "))",
      related: related,
      help: who.isEmpty
        ? nil
        : Text(
          sv: "ange en ansvarig som har den; den finns hos \(who.joined(separator: ", "))",
          en: "name an owner who has it; it is held by \(who.joined(separator: ", "))"))
  }
}

/// What an owner may do when the definition begins to hold.
private struct Holder {
  let name: String
  var powers: [String] = []
  var isUnknown = false
  /// Where that is written.
  private var declared: Node?

  init(_ name: String, _ definition: PipelineDefinition, _ scope: Scope) {
    self.name = name
    let organisation = scope.organisation
    let day = definition.validFrom
    if let role = definition.roles.first(where: { $0.name == name }) {
      let bodies = organisation.bodies.filter { $0.kind == role.kind }
      add((organisation.kind(role.kind)?.powers ?? []) + bodies.flatMap(\.powers))
      isUnknown = organisation.kind(role.kind) == nil
      declared = scope.register.kinds.first { $0.value.id == role.kind }?.node
    } else if let body = organisation.body(name) {
      powers = body.powers
      declared = scope.register.body(name)
    } else if organisation.set(name) != nil {
      let members = organisation.members(of: name, on: day)
      add(members.flatMap { organisation.powers(of: $0, on: day) })
      isUnknown = members.isEmpty
    } else {
      isUnknown = true
    }
  }

  /// What several have is named once.
  private mutating func add(_ more: [String]) {
    for power in more where !powers.contains(power) { powers.append(power) }
  }

  var related: [Diagnostic.Related] {
    guard let declared else { return [] }
    let all = powers.joined(separator: ", ")
    return [
      powers.isEmpty
        ? declared.related(sv: "har inga befogenheter", en: "has no powers")
        : declared.related(sv: "har \(all)", en: "has \(all)")
    ]
  }
}
