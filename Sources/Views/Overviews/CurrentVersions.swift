package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// The version in force, and what it is in each region: one answer for each.
package struct CurrentVersions: Overview {
  package let name = "current"
  package let title = Text(sv: "Gällande versioner", en: "Versions in force")
  package let help = Text(
    sv:
      "Versionen som gäller; med ärende eller --region också vad varje region har beslutat om den.",
    en: "The version in force; with a case or --region also what each region has decided on it.")
  package let options: [Query.Option] = [.region, .kind, .area, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("product", Text(sv: "Beteckning", en: "Id")),
    .init("region", Phrase.region),
    .init("national", Text(sv: "Gällande version", en: "Version in force")),
    .init("from", Text(sv: "Gäller från", en: "Applies from")),
    .init("decision", Text(sv: "I regionen", en: "In the region")),
    .init("own", Text(sv: "Beslutet gäller version", en: "Decided on version")),
    .init("supplement", Text(sv: "Regionalt tillägg", en: "Supplement")),
  ]

  package init() {}

  // The region narrows what is shown and not what is gathered: one that nobody reported from has an
  // answer too.
  package func rows(of product: ProductState) -> [Row] {
    product.versionInForce
      + product.regionalStands.map { row in
        var row = row
        row["member"] = row["region"]
        return row.without("region")
      }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let national = rows.filter { $0["is-in-force"].isKnown && !$0["kind"].isNoDocument }
      .map { $0["national"].isKnown ? $0 : $0.with(["national": Self.unknown]) }
      .sorted(by: "title")
    let isByRegion = world.query.region != nil || !world.query.cases.isEmpty
    let stands = rows.filter { $0["member"].isKnown && $0["is-decided"].word == "true" }
      .grouped(by: "subject")
    let byProduct = Dictionary(stands.map { ($0.value, $0.rows) }, uniquingKeysWith: +)
    let regions =
      isByRegion
      ? world.organisation.bodies(on: world.today, kind: "region").map(\.id)
        .filter { world.query.region == nil || world.query.region == $0 } : []
    let shown =
      isByRegion
      ? national.flatMap { row in
        regions.map { answer(of: $0, on: row, byProduct[row["subject"]] ?? []) }
      } : national
    let count = Text.count(
      national.count, one: Text(sv: "gällande version", en: "version in force"),
      many: Text(sv: "gällande versioner", en: "versions in force"))
    var listing = listing(
      shown, in: world,
      columns: isByRegion ? columns : columns.filter { Self.ofNational.contains($0.key) },
      top: [count]
        + (regions.count > 1 && !national.isEmpty ? [Self.oneForEach(regions.count)] : [])
    ) { row in
      guard isByRegion else { return nil }
      guard row["own"].isKnown else { return row["is-told"].isKnown ? nil : .missing }
      return row["own"] == row["national"] ? nil : .stale
    }
    if regions.count > 1, national.count > 1 { listing.dividedBy = "title" }
    listing.whenEmpty = Text(sv: "Ingen version gäller.", en: "No version is in force.")
    return listing
  }

  private static func oneForEach(_ regions: Int) -> Text {
    Text(
      sv: "\(regions) regioner, ett svar för varje",
      en: "\(regions) regions, one answer for each")
  }

  private static let unknown = Cell.choice("unknown", LaneState.Status.unknown.label)
  private static let ofNational = ["title", "product", "national", "from"]

  // The latest stand holds, on whichever version it was taken. Where a lane mirrors what a region said
  // in a case of its own, the region's own words tell more.
  private func answer(of region: String, on national: Row, _ stands: [Row]) -> Row {
    var row = national
    row["region"] = Cell(Body(stringLiteral: region))
    let own = stands.filter { $0["member"].body?.id == region }
    guard let last = own.sorted(by: "on").last else {
      row["decision"] = Self.unknown
      return row
    }
    let latest =
      own.last { $0["on"] == last["on"] && $0["product"] != national["product"] } ?? last
    row["is-told"] = Cell(true)
    row["decision"] = latest["decision"]
    row["own"] = latest["supplement"].isKnown ? latest["version"] : latest["national"]
    row["supplement"] = latest["supplement"]
    return row
  }
}

extension Cell {
  /// Whether a kind of product is what a region makes of another, or is a group and no document.
  var isNoDocument: Bool { word == "regional-adoption" || word == "group" }
}
