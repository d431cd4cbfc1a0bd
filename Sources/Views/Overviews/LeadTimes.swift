package import Lifecycle
package import Located
import CivilTime
import StageKit

/// How long it takes from adoption to a region's decision, and to use there.
package struct LeadTimes: Overview {
  package let name = "time-to-use"
  package let title = Text(
    sv: "Tid från fastställande till beslut och användning",
    en: "Time from adoption to decision and use")
  package let help = Text(
    sv:
      "Dagar från fastställande till regionernas beslut och till användning: median och kvartiler.",
    en: "Days from adoption to the regions' decisions and to use: median and quartiles.")
  package let options: [Query.Option] = [.region, .kind, .area, .year, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("case", Phrase.caseID),
    .init("adopted", Text(sv: "Fastställd", en: "Adopted")),
    .init("regions", Text(sv: "Regioner", en: "Regions")),
    .init("decided", Text(sv: "Har beslutat", en: "Decided")),
    .init("decision-median", Text(sv: "Dagar till beslut, median", en: "Days to decision, median")),
    .init(
      "decision-lower",
      Text(sv: "Dagar till beslut, undre kvartil", en: "Days to decision, lower quartile")),
    .init(
      "decision-upper",
      Text(sv: "Dagar till beslut, övre kvartil", en: "Days to decision, upper quartile")),
    .init("using", Text(sv: "Har infört", en: "In use")),
    .init("use-median", Text(sv: "Dagar till användning, median", en: "Days to use, median")),
    .init(
      "use-lower",
      Text(sv: "Dagar till användning, undre kvartil", en: "Days to use, lower quartile")),
    .init(
      "use-upper",
      Text(sv: "Dagar till användning, övre kvartil", en: "Days to use, upper quartile")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let uses = product.firstUses
    return product.regionalStands.map { row in
      var row = row
      row["year"] = Cell(row["adopted"].date?.year)
      row["used"] =
        uses.first { $0["region"] == row["region"] && $0["case"] == row["case"] }?["used"]
        ?? .none
      return row
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.grouped(by: "case").map { _, rows -> Row in
      var row: Row = [
        "title": rows[0]["title"], "case": rows[0]["case"],
        "adopted": rows.map { $0["adopted"] }.first(where: \.isKnown) ?? .none,
        "regions": Cell(rows.count),
        "decided": Cell(rows.count { $0["is-decided"].word == "true" }),
        "using": Cell(rows.count { $0["used"].isKnown }),
      ]
      row.tell("decision", Spread(rows.compactMap(Self.daysToDecision)))
      row.tell("use", Spread(rows.compactMap(Self.daysToUse)))
      return row
    }.sorted(by: "adopted", "title")
    var listing = listing(shown, in: world)
    let all = (
      Spread(rows.compactMap(Self.daysToDecision)), Spread(rows.compactMap(Self.daysToUse))
    )
    listing.top = [
      Self.sum(all.0) {
        Text(sv: "Till beslut (\($0) beslut)", en: "To decision (\($0) decisions)")
      },
      Self.sum(all.1) {
        Text(sv: "Till användning (\($0) införanden)", en: "To use (\($0) introductions)")
      },
    ].compactMap(\.self)
    return listing
  }

  private static func daysToDecision(_ row: Row) -> Int? {
    row["is-decided"].word == "true" ? row["adopted"].days(until: row["on"]) : nil
  }

  private static func daysToUse(_ row: Row) -> Int? { row["adopted"].days(until: row["used"]) }

  private static func sum(_ spread: Spread?, _ what: (Int) -> Text) -> Text? {
    spread.map { spread in
      let what = what(spread.count)
      return Text(
        sv: "\(what.sv): median \(spread.median) dagar, kvartiler \(spread.lower)–\(spread.upper)",
        en: "\(what.en): median \(spread.median) days, quartiles \(spread.lower)–\(spread.upper)")
    }
  }
}

extension Row {
  fileprivate mutating func tell(_ key: String, _ spread: Spread?) {
    self["\(key)-lower"] = Cell(spread?.lower)
    self["\(key)-median"] = Cell(spread?.median)
    self["\(key)-upper"] = Cell(spread?.upper)
  }
}

extension ProductState {
  /// `case`, `region` and `used`, the first day on which it was in use anywhere there: by the table
  /// `coverage`, else by the outcome of the stage that tells it.
  var firstUses: [Row] {
    attempts.compactMap { one, spot, attempt in
      guard let table = attempt.attempt.summary.tables.first(where: { $0.key == "coverage" }) else {
        return nil
      }
      let counted = table.rows.map { Row($0, of: table) }.first { ($0["done"].count ?? 0) > 0 }
      let used = counted?["as-of"].date ?? (attempt.standingOutcome == nil ? nil : attempt.lastOn)
      var row = Row(one, spot, attempt, of: self)
      if !row.has("region"), let region = one.input("region") {
        row["region"] = Cell(Body(stringLiteral: region))
      }
      row["used"] = Cell(used)
      return row
    }
  }
}
