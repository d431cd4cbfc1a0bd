package import Lifecycle
package import Located
import CivilTime
import StageKit

/// Region by region: what it decided, how long after the national version, and where it departs.
package struct Decisions: Overview {
  package let name = "decisions"
  package let title = Text(sv: "Regionala beslut", en: "Regional decisions")
  package let help = Text(
    sv: "Vad varje region har beslutat, hur lång tid det tog och var den avviker, med skäl.",
    en: "What each region has decided, how long it took and where it departs, with its reason.")
  package let options: [Query.Option] = [.region, .kind, .area, .body, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("case", Phrase.caseID),
    .init("region", Phrase.region),
    .init("decision", Text(sv: "Beslut", en: "Decision")),
    .init("on", Text(sv: "Datum", en: "Date")),
    .init("national", Text(sv: "Nationell version", en: "National version")),
    .init("days", Phrase.daysFromVersion),
    .init("reason", Text(sv: "Skäl", en: "Reason")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let stands = product.regionalStands
    let latest = stands.last?["case"] ?? .none
    return stands.map { row in
      let decision = row["decision"]
      return row.with([
        "is-latest": Cell(row["case"] == latest),
        "decision": decision.isKnown
          ? decision : .choice("unknown", LaneState.Status.unknown.label),
      ])
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    // Of an earlier version's case only who asks for it by its id wants to know.
    let wanted = rows.filter { row in
      row["is-latest"].word == "true" || world.query.cases.contains(row["case"].word ?? "")
    }
    // What was asked for comes before what regions made of it in cases of their own.
    let asked = world.query.cases
    let isAsked = { (row: Row) in
      [row["case"].word, row["product"].word].contains { $0.map(asked.contains) ?? false }
    }
    let cases = (wanted.filter(isAsked) + wanted.filter { !isAsked($0) }).grouped(by: "case")
    var listing = listing(
      cases.flatMap(\.rows), in: world,
      columns: cases.count > 1 ? columns : columns.filter { !["title", "case"].contains($0.key) },
      top: cases.count == 1 ? [Self.sum(wanted, world.today)] : []
    ) { row in
      row["departs"].word == "true" ? .departs : row["decision"].word == "unknown" ? .missing : nil
    } cell: { row, key in
      key == "days" ? Cell(Self.days(row, until: world.today)) : row[key]
    }
    if cases.count == 1, let about = wanted.first?["title"].words {
      listing.title = title.with(about)
      listing.top.insert(Text(sv: "Läget den \(world.today)", en: "As of \(world.today)"), at: 0)
    } else {
      listing.dividedBy = "title"
      listing.ofParts = cases.flatMap(\.rows).grouped(by: "title").map {
        Self.sum($0.rows, world.today)
      }
    }
    return listing
  }

  /// Days from the national version to the decision; while there is none, to today.
  ///
  /// What is known only by month is not counted.
  static func days(_ row: Row, until today: CivilDate) -> Int? {
    guard row["is-decided"].word != "true" else { return row["adopted"].days(until: row["on"]) }
    return row["adopted"].days(until: Cell(today)).flatMap { $0 < 0 ? nil : $0 }
  }

  private static func sum(_ rows: [Row], _ today: CivilDate) -> Text {
    let decided = rows.filter { $0["is-decided"].word == "true" }
    let departing = decided.count { $0["departs"].word == "true" }
    var sum = Text(
      sv: "\(decided.count) av \(rows.count) har beslutat",
      en: "\(decided.count) of \(rows.count) have decided")
    if let spread = Spread(decided.compactMap { days($0, until: today) }) {
      sum = Text(
        sv: sum.sv + ", median \(spread.median) dagar från nationell version till beslut",
        en: sum.en + ", median \(spread.median) days from national version to decision")
    }
    guard departing > 0 else { return sum }
    return Text(
      sv: sum.sv + ", \(departing) avviker från nationell rekommendation",
      en: sum.en + ", \(departing) depart from the national recommendation")
  }
}
