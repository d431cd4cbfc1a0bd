import CivilTime
package import Lifecycle
package import Located
import StageKit

/// The comments that are not disposed of, alike ones together: as CSV the table to fill in and give
/// back to `dispose --rows`.
///
/// What is for the reader stands under headings in brackets, which such a table leaves out.
package struct OpenComments: Overview {
  package let name = "comments"
  package let title = Text(sv: "Synpunkter att hantera", en: "Comments to dispose of")
  package let help = Text(
    sv:
      "Synpunkter utan hantering, likartade synpunkter tillsammans; som CSV går listan att fylla i och lämna till dispose --rows.",
    en:
      "Comments not disposed of, alike ones together; as csv to fill in and give to dispose --rows."
  )
  package let options: [Query.Option] = [.cases, .kind, .area]
  package let columns: [Listing.Column] = [
    .init("comment", sv: "Synpunkt nr", en: "Comment no"),
    .init("effect", sv: "Hantering", en: "Disposition"),
    .init("motive", sv: "Motivering", en: "Motive"),
    .init("forwarded-to", sv: "Lämnad vidare till", en: "Forwarded to"),
    .init("group", sv: "(Grupp)", en: "(Group)"),
    .init("party", sv: "(Remissinstans)", en: "(Party)"),
    .init("chapter", sv: "(Kapitel)", en: "(Chapter)"),
    .init("category", sv: "(Kategori)", en: "(Category)"),
    .init("text", sv: "(Synpunkt)", en: "(Comment)"),
  ]

  package let counts = "case"

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.rows(ofTable: "comments") { _, _, _ in [:] }
      .filter { $0["disposition"].word == "open" }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let texts = rows.map { row in
      world.names.told(row["comment"]) { world.prose(row["product"].word ?? "", $0) }.text.sv
    }
    let groups = Alike.groups(texts)
    let order = rows.indices.sorted { (groups[$0], $0) < (groups[$1], $1) }
    let cases = rows.grouped(by: "case")
    let many: [Listing.Column] =
      cases.count > 1 ? [.init("case", sv: "(Ärende)", en: "(Case)")] : []
    let told = order.map { place in
      rows[place].with([
        "text": rows[place]["comment"], "comment": rows[place]["number"],
        "group": .whole(groups[place]), "motive": .none,
      ])
    }
    let count = Set(groups).count
    let top = Text(
      sv:
        "\(rows.count) utan hantering, i \(count) \(count == 1 ? "grupp" : "grupper") av likartade",
      en: "\(rows.count) not disposed of, in \(count) group\(count == 1 ? "" : "s") of alike ones")
    var listing = listing(
      told, in: world, columns: columns + many, top: rows.isEmpty ? [] : [top])
    listing.whenEmpty = Text(sv: "Inga synpunkter att hantera.", en: "No comments to dispose of.")
    return listing
  }
}
