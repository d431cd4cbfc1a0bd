package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// In which national groups each healthcare region sits, and where its seat is empty.
package struct Representation: Overview {
  package let name = "representation"
  package let title = Text(
    sv: "Sjukvårdsregionernas platser", en: "The seats of the healthcare regions")
  package let help = Text(
    sv: "I vilka nationella grupper en sjukvårdsregion redan har en plats, och var den saknar.",
    en: "In which national groups a healthcare region already has a seat, and where it has none.")
  package let options: [Query.Option] = [.body, .cases]
  package let columns: [Listing.Column] = [
    .init("healthcare-region", Text(sv: "Sjukvårdsregion", en: "Healthcare region")),
    .init("title", Text(sv: "Grupp", en: "Group")),
    .init("person", Text(sv: "Person", en: "Person")),
    .init("seat", Text(sv: "Plats", en: "Seat")),
    .init("until", Text(sv: "Till", en: "Until")),
  ]

  package let counts = "healthcare-region"

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.rows(ofTable: "group") + product.rows(ofTable: "seats")
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let places = world.organisation.bodies(on: world.today, kind: "healthcare-region").map(\.id)
      .filter { world.query.body == nil || $0 == world.query.body }
    let shown = rows.sorted(in: world, by: "title").grouped(by: "case").flatMap {
      _, rows -> [Row] in
      let kind = rows.compactMap { $0["group-kind"].word }.first ?? ""
      guard world.organisation.kind(kind)?.level == .national else { return [] }
      return places.flatMap { place -> [Row] in
        let seated = rows.filter { row in
          row.has("person") && !row["left"].isKnown
            && row["represents"].bodies.contains { world.wholes(of: $0.id).contains(place) }
        }
        let region: Row = ["healthcare-region": Cell(Body(stringLiteral: place))]
        guard !seated.isEmpty else {
          return (rows.first.map { [$0] } ?? []).map {
            $0.with(region).with(["person": .none, "seat": .none, "until": .none])
          }
        }
        return seated.map { $0.with(region).with(["person": world.person($0["person"])]) }
      }
    }.sorted(in: world, by: "healthcare-region", "title")
    let empty = shown.count { !$0["person"].isKnown }
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count - empty) \(shown.count - empty == 1 ? "plats" : "platser"), "
            + "\(empty) \(empty == 1 ? "tom" : "tomma")",
          en: "\(shown.count - empty) \(shown.count - empty == 1 ? "seat" : "seats"), "
            + "\(empty) empty")
      ]
    ) { row in
      if row["until"].date.map({ $0.lastDay < world.today }) ?? false { return .stale }
      return row["person"].isKnown ? nil : .missing
    }
    listing.whenEmpty = Text(sv: "Inga nationella grupper.", en: "No national groups.")
    return listing
  }
}
