package import Lifecycle
package import Located
import CivilTime
import StageKit

/// Promises to patients with their goals, and those without any.
package struct Promises: Overview {
  package let name = "promises"
  package let title = Text(sv: "Patientlöften och mål", en: "Patient promises and goals")
  package let help = Text(
    sv: "Löften nedbrutna till mål med senaste värde, och löften som saknar mål.",
    en: "Promises broken down to goals with the latest value, and promises without any goal.")
  package let options: [Query.Option] = [.body, .area, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Text(sv: "Löfte", en: "Promise")),
    .init("disease-group", Text(sv: "Sjukdomsgrupp", en: "Disease group")),
    .init("indicator", Text(sv: "Indikator", en: "Indicator")),
    .init("baseline", Text(sv: "Utgångsvärde", en: "Baseline")),
    .init("latest", Text(sv: "Senaste värde", en: "Latest value")),
    .init("target", Text(sv: "Målvärde", en: "Target")),
    .init("unit", Text(sv: "Enhet", en: "Unit")),
    .init("due", Text(sv: "Nås senast", en: "Due")),
    .init("register", Text(sv: "Kvalitetsregister", en: "Quality register")),
    .init("body", Phrase.owner),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let measured =
      product.rows(ofTable: "measurements")
      + product.rows(ofTable: "effects").map { row in
        row.with(["indicator": row["measure"], "period": row["shown"]])
      }
    return product.attempts.flatMap { one, spot, attempt -> [Row] in
      let summary = attempt.attempt.summary
      guard let table = summary.tables.first(where: { $0.key == "goals" }) else { return [] }
      let place = Row(one, spot, attempt, of: product)
      guard !table.rows.isEmpty else { return [place.with(["body": place["owner"]])] }
      return table.rows.map { cells in
        var row = place.with(Row(cells, of: table))
        row["body"] = row["owner"]
        row["latest"] =
          measured.filter { $0["indicator"] == row["indicator"] && $0["value"].isKnown }
          .sorted(by: "period").last?["value"] ?? .none
        return row
      }
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let promises = rows.sorted(by: "title", "due", "disease-group").grouped(by: "product")
    let bare = promises.count { !($0.rows.first?["indicator"].isKnown ?? false) }
    let all = Text.count(
      promises.count, one: Text(sv: "löfte", en: "promise"),
      many: Text(sv: "löften", en: "promises"))
    var listing = listing(
      promises.flatMap(\.rows), in: world,
      top: [
        Text(
          sv: "\(all.sv), \(bare) utan mål", en: "\(all.en), \(bare) without goals")
      ]
    ) { row in
      if !row["indicator"].isKnown { return .missing }
      return (row["due"].date.map { $0.lastDay < world.today } ?? false) ? .overdue : nil
    }
    listing.whenEmpty = Text(sv: "Inga löften.", en: "No promises.")
    return listing
  }
}
