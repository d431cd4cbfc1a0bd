import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// What drugs and devices are expected to cost at list price, and until when agreements hold.
///
/// The figures are inputs of the case: `patients`, `cost`, `budget-year` and `agreement-until`. A price
/// that was agreed is secret, and has no input.
package struct Costs: Overview {
  package let name = "costs"
  package let title = Text(sv: "Kostnader och avtal", en: "Costs and agreements")
  package let help = Text(
    sv: "Uppskattade patienter och kostnader på listpris, budgetår, och hur länge avtalen gäller.",
    en: "Estimated patients and costs at list price, budget year, and until when agreements hold.")
  package let options: [Query.Option] = [.area, .year, .kind, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("due", Text(sv: "Nytt avtal senast", en: "New agreement by")),
    .init("days-left", Phrase.daysLeftCounted), .init("title", Phrase.subject),
    .init("case", Phrase.caseID),
    .init("until", Text(sv: "Avtal till", en: "Agreement until")),
    .init("patients", Text(sv: "Patienter per år", en: "Patients a year")),
    .init(
      "cost", Text(sv: "Kostnad per år på listpris (kr)", en: "Cost a year at list price (SEK)")),
    .init("year", Text(sv: "Budgetår", en: "Budget year")),
  ]

  package init() {}

  // One answer for a product: that of its latest case that goes on, or whose version is in force.
  package func rows(of product: ProductState) -> [Row] {
    let asking = product.cases.filter { one in
      one.definition.inputs.contains { Self.inputs.contains($0.name) }
        && (one.closed == nil || product.inForce?.caseID == one.id)
    }
    return asking.suffix(1).map { one in
      func count(_ name: String) -> Cell { Cell(one.input(name).flatMap { Int($0) }) }
      return Row(one, of: product).with([
        "patients": count("patients"), "cost": count("cost"), "year": count("budget-year"),
        "until": Cell(one.input("agreement-until").flatMap { CivilDate($0) }),
        "due": Cell(one.agreementDeadline),
      ])
    }
  }

  private static let inputs = ["patients", "cost", "agreement-until"]

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.map { row in
      row.with(["days-left": Cell(row["due"].date.map { world.today.days(until: $0.lastDay) })])
    }.sorted(in: world, by: "due", "title")
    let known = shown.compactMap { $0["cost"].count }
    let sum = Cell(known.reduce(0, +)).written
    let silent = shown.count - known.count
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(sum.sv) kr per år på listpris för \(known.count), uppgift saknas om \(silent)",
          en: "SEK \(sum.en) a year at list price for \(known.count), not known for \(silent)")
      ]
    ) { ($0["days-left"].count ?? 0) < 0 ? .overdue : nil }
    listing.whenEmpty = Text(
      sv: "Inga läkemedel eller produkter.", en: "No drugs and no devices.")
    return listing
  }
}

extension CaseState {
  /// The last day of the stage that waits for the agreement to end; a date that was set by hand, of an
  /// agreement that was signed later, stands there too.
  fileprivate var agreementDeadline: CivilDate? {
    zip(definition.stages, attempts).compactMap { stage, attempts -> CivilDate? in
      guard case .due(_, _, "agreement-until")? = stage.deadline, let last = attempts.last,
        last.isOpen
      else { return nil }
      return last.deadline?.closes
    }.first
  }
}
