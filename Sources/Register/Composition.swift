package import Located

/// What is asked of how a body is composed: by a governing document, or by the body's own kind.
package struct CompositionRule: Sendable, Hashable {
  /// What must hold.
  package enum Demand: Sendable, Hashable {
    /// Each member of a set is represented: itself, or by a region that is a part of it.
    case represents(set: String)
    /// So many in some seats together; the names are those of the membership stage.
    case count(seats: [String], atLeast: Int, atMost: Int?)
    /// The sex that is fewer makes at least so many in a hundred of those whose sex is known.
    case balance(percent: Int)
    /// These levels of care are there.
    case careLevels([String])
    /// At least so many different professions.
    case professions(Int)
    /// It is published how the body is reached.
    case contact
    /// Who sits in these seats was confirmed to them; no seats are all those that are confirmed.
    case confirmed(seats: [String], by: Confirmer)
    /// What the start-up of a group settles; the words are those of the start-up stage.
    case settled([String])
    /// So many bodies of the kind in the hands of each host.
    case perHost(atLeast: Int, atMost: Int?)
  }

  /// Who confirms a member.
  package enum Confirmer: Sendable, Hashable {
    /// One body for all.
    case body(String)
    /// Whom the member represents, and the group's owner where that is nobody.
    case principal
  }

  /// The name by which it is told: `C1`.
  package let id: String
  /// What it asks, in a sentence.
  package let title: Text
  package let demand: Demand
  /// Whether it only warns: a thing to strive for.
  package let isSoft: Bool
  /// When it holds.
  package let period: Period
}

/// The reading of an entry under `composition:`.
func readCompositionRule(
  _ node: Node, _ references: inout [Reference], _ findings: Findings
) -> Written<CompositionRule>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  let set = fields("represents").flatMap { readWords([$0], .set, &references, findings).first }
  let seats = fields.items("seats").compactMap(findings.id)
  let atLeast = fields("at-least").flatMap { findings.whole($0, in: 0...1_000) }
  let atMost = fields("at-most").flatMap { findings.whole($0, in: 1...1_000) }
  let balance = fields("balance").flatMap { findings.whole($0, in: 1...50) }
  let levels = fields.items("care-levels").compactMap(findings.id)
  let professions = fields("professions").flatMap { findings.whole($0, in: 2...100) }
  let contact = fields("contact").flatMap(findings.flag) ?? false
  let confirmer = fields("confirmed-by").flatMap { readConfirmer($0, &references, findings) }
  let settled = fields.items("settled").compactMap(findings.id)
  let isPerHost = fields("per-host").flatMap(findings.flag) ?? false
  let isSoft = fields("soft").flatMap(findings.flag) ?? false
  let period = fields.period()
  fields.finish()
  var demands: [CompositionRule.Demand] = []
  if let set { demands.append(.represents(set: set)) }
  if let confirmer {
    demands.append(.confirmed(seats: seats, by: confirmer))
  } else if !seats.isEmpty {
    demands.append(
      .count(seats: seats, atLeast: atLeast ?? (atMost == nil ? 1 : 0), atMost: atMost))
  }
  if let balance { demands.append(.balance(percent: balance)) }
  if !levels.isEmpty { demands.append(.careLevels(levels)) }
  if let professions { demands.append(.professions(professions)) }
  if contact { demands.append(.contact) }
  if !settled.isEmpty { demands.append(.settled(settled)) }
  if isPerHost { demands.append(.perHost(atLeast: atLeast ?? 0, atMost: atMost)) }
  if demands.count != 1, !findings.hasErrors {
    findings.add(
      "schema/wrong-form", at: key ?? node, sv: "en regel har ett krav, här är \(demands.count)",
      en: "a rule has one demand, here are \(demands.count)",
      help: Text(
        sv: "skriv ett av represents:, seats:, balance:, care-levels:, professions:, contact:, "
          + "confirmed-by:, settled: och per-host:",
        en: "write one of represents:, seats:, balance:, care-levels:, professions:, contact:, "
          + "confirmed-by:, settled: and per-host:"))
  }
  guard let key, let id = findings.text(key), let title, let demand = demands.first else {
    return nil
  }
  return Written(
    value: CompositionRule(
      id: id, title: title, demand: demand, isSoft: isSoft, period: period),
    node: key, entry: node)
}

private func readConfirmer(
  _ node: Node, _ references: inout [Reference], _ findings: Findings
) -> CompositionRule.Confirmer? {
  if node.text == "principal" { return .principal }
  return readWords([node], .body, &references, findings).first.map { .body($0) }
}

func readComposition(
  _ nodes: [Node], _ references: inout [Reference], _ findings: Findings
) -> [CompositionRule] {
  Catalogue(nodes, \CompositionRule.id, findings) {
    readCompositionRule($0, &references, findings)
  }.values
}
