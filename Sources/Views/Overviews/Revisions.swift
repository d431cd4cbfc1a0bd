import Definitions
package import Lifecycle
package import Located
import CivilTime
import StageKit

/// What is to be reviewed, and by when, group by group.
package struct Revisions: Overview {
  package let name = "revisions"
  package let title = Text(sv: "Översyn och revidering", en: "Reviews and revisions")
  package let help = Text(
    sv: "När varje gällande version ska ses över, vem som ansvarar och om revidering pågår.",
    en: "When each version in force is to be reviewed, by whom, and whether it is being revised.")
  package let options: [Query.Option] = [.body, .area, .kind, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("due", Text(sv: "Översyn senast", en: "Review by")),
    .init("days-left", Phrase.daysLeftCounted), .init("title", Phrase.subject),
    .init("case", Phrase.caseID), .init("version", Text(sv: "Version", en: "Version")),
    .init("since", Text(sv: "Gäller från", en: "Applies from")),
    .init("body", Phrase.owner), .init("state", Phrase.status),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let label = product.inForce.flatMap { product.label(of: $0) }
    let isRevised = product.cases.contains { $0.isInPreparation }
    return product.cases.filter { $0.closed == nil }.flatMap { one in
      one.openAttempts.compactMap { spot, attempt -> Row? in
        guard let index = one.definition.stage(spot.stage),
          one.definition.stages[index].leadsToRevision
        else { return nil }
        return Row(one, spot, attempt, of: product).with([
          "due": Cell(attempt.deadline?.closes), "version": Cell(label),
          "since": Cell(product.inForce?.appliesFrom),
          "body": Cell(attempt.opening.owner), "is-revised": Cell(isRevised),
        ])
      }
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.map { row -> Row in
      var row = row
      let days = row["due"].date.map { world.today.days(until: $0.lastDay) }
      row["days-left"] = Cell(days)
      row["state"] =
        row["is-revised"].word == "true"
        ? .choice("revised", Text(sv: "Revidering pågår", en: "Being revised"))
        : days.map { .text($0 < 0 ? Phrase.overdue(-$0) : Phrase.daysLeft($0)) } ?? .none
      return row
    }.sorted(by: "due", "title")
    let late: (Row) -> Bool = { ($0["days-left"].count ?? 0) < 0 }
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count) att se över, \(Text.overdue(shown.count(where: late)))",
          en: "\(shown.count) to review, \(shown.count(where: late)) overdue")
      ]
    ) { late($0) ? .overdue : nil }
    listing.whenEmpty = Text(sv: "Inget att se över.", en: "Nothing to review.")
    return listing
  }
}

extension StageDefinition {
  /// Whether it returns and may open a new case: a review, in whatever stage it is written.
  var leadsToRevision: Bool {
    form.every != nil
      && form.outcomes.all.contains { if case .newCase = $0.value.target { true } else { false } }
  }
}
