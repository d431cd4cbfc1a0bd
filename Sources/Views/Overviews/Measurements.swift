package import Lifecycle
package import Located
import StageKit

/// Figures of indicators against their registers, and how they are not split.
package struct Measurements: Overview {
  package let name = "measurements"
  package let title = Text(sv: "Indikatorer och mätvärden", en: "Indicators and figures")
  package let help = Text(
    sv: "Mätvärden per indikator och period, också per enhet; det som inte är uppdelat märks.",
    en: "Figures by indicator and period, by unit of care too; what is not split is marked.")
  package let options: [Query.Option] = [.region, .kind, .area, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("indicator", Text(sv: "Indikator", en: "Indicator")),
    .init("register", Text(sv: "Kvalitetsregister", en: "Quality register")),
    .init("period", Text(sv: "Period", en: "Period")),
    .init("place", Text(sv: "Region eller enhet", en: "Region or unit of care")),
    .init("sex", Text(sv: "Kön", en: "Sex")), .init("value", Text(sv: "Värde", en: "Value")),
    .init("unit", Text(sv: "Enhet", en: "Unit")),
    .init("baseline", Text(sv: "Utgångsvärde", en: "Baseline")),
    .init("target", Text(sv: "Målvärde", en: "Target")),
    .init("missing", Text(sv: "Inte uppdelat på", en: "Not split by")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let measured = product.rows(ofTable: "measurements").filter { $0["value"].isKnown }
    return measured.grouped(by: "indicator").flatMap { $0.rows.grouped(by: "period") }
      .flatMap { series -> [Row] in
        let bySex = series.rows.contains { ["women", "men"].contains($0["sex"].word) }
        let byPlace = series.rows.contains { $0["region"].isKnown }
        let missing: Cell =
          switch (bySex, byPlace) {
          case (true, true): .none
          case (false, true): Cell(sv: "kön", en: "sex")
          case (true, false): Cell(sv: "region", en: "region")
          case (false, false): Cell(sv: "kön eller region", en: "sex or region")
          }
        return series.rows.map { $0.with(["place": $0["region"], "missing": missing]) }
      }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.sorted(by: "title", "indicator", "period")
    var listing = listing(
      shown, in: world,
      top: [
        .count(
          shown.count, one: Text(sv: "mätvärde", en: "figure"),
          many: Text(sv: "mätvärden", en: "figures"))
      ]
    ) { $0["missing"].isKnown ? .missing : nil }
    listing.whenEmpty = Text(sv: "Inga mätvärden.", en: "No figures.")
    return listing
  }
}
