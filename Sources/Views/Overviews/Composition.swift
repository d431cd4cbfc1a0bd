package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// What is wrong with how groups are composed, by the rules of their kind: errors, warnings, notes.
package struct Composition: Overview {
  package let name = "composition"
  package let title = Text(sv: "Gruppernas sammansättning", en: "Composition of the groups")
  package let help = Text(
    sv: "Vad som saknas i en grupp: regioner, roller, vårdnivåer, jävsdeklarationer, mandat.",
    en: "What a group lacks: regions, roles, levels of care, declarations, terms.")
  package let options: [Query.Option] = [.body, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Text(sv: "Grupp", en: "Group")),
    .init("severity", Text(sv: "Typ", en: "Severity")),
    .init("rule", Text(sv: "Regel", en: "Rule")),
    .init("finding", Text(sv: "Anmärkning", en: "What")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    ["group", "seats", "confirmations", "start-up"].flatMap { product.rows(ofTable: $0) }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    // One that has not started yet, or has ended, has no rules to keep.
    let groups = rows.sorted(in: world, by: "title").grouped(by: "case").compactMap { _, rows in
      rows.first { $0.has("group-kind") }.map { (group: $0, rows: rows) }
    }
    let findings = groups.flatMap { group, rows in
      GroupFindings(group, rows, world).rows.map { group.with($0) }
    }
    let errors = findings.count { $0["severity"].word == "error" }
    let warnings = findings.count { $0["severity"].word == "warning" }
    var listing = listing(
      findings, in: world,
      top: [
        Text(
          sv: "\(groups.count) \(groups.count == 1 ? "grupp" : "grupper"): \(errors) fel, "
            + "\(warnings) \(warnings == 1 ? "varning" : "varningar")",
          en: "\(groups.count) \(groups.count == 1 ? "group" : "groups"): \(errors) "
            + "\(errors == 1 ? "error" : "errors"), \(warnings) "
            + "\(warnings == 1 ? "warning" : "warnings")")
      ]
    )
    listing.whenEmpty = Text(sv: "Inget att anmärka på.", en: "Nothing to remark on.")
    return listing
  }
}
