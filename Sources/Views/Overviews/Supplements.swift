package import Lifecycle
package import Located
import CivilTime
import StageKit

/// The regions' supplements, and those made for an older version than the one in force.
package struct Supplements: Overview {
  package let name = "supplements"
  package let title = Text(sv: "Regionala tillägg", en: "Regional supplements")
  package let help = Text(
    sv:
      "Regionernas tillägg att läsa och bygga vidare på, och vilka som är gjorda för äldre version.",
    en: "The regions' supplements, to read and build on, and which were made for an older version.")
  package let options: [Query.Option] = [.region, .kind, .area, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("region", Phrase.region),
    .init("supplement", Text(sv: "Regionalt tillägg", en: "Supplement")),
    .init("version", Text(sv: "Gjort för version", en: "Made for version")),
    .init("in-force", Text(sv: "Gällande version", en: "Version in force")),
    .init("on", Text(sv: "Datum", en: "Date")), .init("case", Phrase.caseID),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    // What is in force is asked for by every region's supplement, so no region narrows it.
    product.versionInForce + product.regionalStands.filter { $0["supplement"].isKnown }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let inForce = Dictionary(
      rows.filter { $0["is-in-force"].isKnown }.map { ($0["subject"], $0["national"]) },
      uniquingKeysWith: { _, last in last })
    // A supplement of an earlier case is replaced by the same region's later one.
    let supplements = rows.filter { $0["supplement"].isKnown }
      .grouped(by: "subject").flatMap { $0.rows.grouped(by: "region") }
      .compactMap { $0.rows.sorted(by: "on").last }
    let shown = supplements.map { row -> Row in
      var row = row
      row["in-force"] = inForce[row["subject"]] ?? row["national"]
      return row
    }.sorted(in: world, by: "title", "region")
    let isStale: (Row) -> Bool = {
      $0["version"].isKnown && $0["in-force"].isKnown && $0["version"] != $0["in-force"]
    }
    let stale = shown.count(where: isStale)
    let made = stale == 1 ? "gjort" : "gjorda"
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count) tillägg, \(stale) \(made) för en äldre version",
          en: "\(shown.count) supplements, \(stale) made for an older version")
      ]
    ) { isStale($0) ? .stale : nil }
    listing.whenEmpty = Text(sv: "Inga regionala tillägg.", en: "No regional supplements.")
    return listing
  }
}
