package import Lifecycle
package import Located
import CivilTime
import Definitions
import StageKit

/// The versions of a document, one after the other: what each changed, and when it is looked at next.
package struct Versions: Overview {
  package let name = "versions"
  package let title = Text(sv: "Versioner", en: "Versions")
  package let help = Text(
    sv: "Varje publicerad version: från och till när den gällde, vad som ändrades, nästa översyn.",
    en: "Every version that was published: when it applied, what it changed, its next review.")
  package let options: [Query.Option] = [.cases, .kind, .area]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("version", Text(sv: "Version", en: "Version")),
    .init("from", Text(sv: "Gäller från", en: "Applies from")),
    .init("until", Text(sv: "Gällde till", en: "Applied until")),
    .init("changes", Text(sv: "Ändringar", en: "Changes")),
    .init("review", Text(sv: "Nästa översyn", en: "Next review")), .init("case", Phrase.caseID),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let published = product.rows(ofTable: "versions").filter { $0["from"].isKnown }
    let told = (product.versionsTakenOver + published).sorted(by: "from")
    return told.indices.map { index in
      var row = told[index]
      // A case keeps no day on which its version was withdrawn, only which one replaced it.
      let isInForce = row["case"].word == product.inForce?.caseID
      row["until"] = told.indices.contains(index + 1) ? told[index + 1]["from"] : .none
      if isInForce { row["review"] = Cell(review(of: product)) }
      return row
    }
  }

  private func review(of product: ProductState) -> CivilDate? {
    let due = product.inForce.flatMap { product[$0.caseID] }?.openAttempts
      .compactMap { spot, attempt in
        product.isReview(spot, in: product.inForce?.caseID) ? attempt.deadline?.closes : nil
      }
    return due?.min()
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let unknown = Cell.choice("unknown", LaneState.Status.unknown.label)
    var listing = listing(
      rows.map { $0["version"].isKnown ? $0 : $0.with(["version": unknown]) }
        .sorted(by: "title", "from"), in: world,
      top: [
        .count(
          rows.count, one: Text(sv: "version", en: "version"),
          many: Text(sv: "versioner", en: "versions"))
      ])
    listing.whenEmpty = Text(sv: "Ingen version är publicerad.", en: "No version is published.")
    return listing
  }
}

extension ProductState {
  /// A row for each version of a case that was taken over: no stage here has published it.
  fileprivate var versionsTakenOver: [Row] {
    guard !Cell(kind).isNoDocument else { return [] }
    return (earlier.map(\.version) + [inForce].compactMap(\.self)).filter { $0.attempt == 0 }
      .compactMap { version in
        self[version.caseID].map { one in
          Row(one, of: self).with([
            "version": Cell(version.label), "from": Cell(version.appliesFrom),
          ])
        }
      }
  }

  fileprivate func isReview(_ spot: Spot, in caseID: String?) -> Bool {
    guard let one = caseID.flatMap({ self[$0] }), let index = one.definition.stage(spot.stage)
    else { return false }
    return one.definition.stages[index].leadsToRevision
  }
}
