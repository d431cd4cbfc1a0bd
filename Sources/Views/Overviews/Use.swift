package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// Use as it is measured beside what the regions have decided.
package struct Use: Overview {
  package let name = "use"
  package let title = Text(sv: "Användning och beslut", en: "Use and decisions")
  package let help = Text(
    sv: "Uppmätt användning per region: utan beslut om införande, och beslut som ingen följer. "
      + "Värdena står som de rapporterats; mängder räknas också per 100 000 invånare.",
    en: "Measured use by region: without a decision to introduce, and decisions that none follow. "
      + "The figures stand as they were reported; amounts are told by 100,000 inhabitants too.")
  package let options: [Query.Option] = [.region, .kind, .area, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Phrase.subject), .init("region", Phrase.region),
    .init("decision", Text(sv: "Beslut", en: "Decision")),
    .init("on", Text(sv: "Datum", en: "Date")),
    .init("indicator", Text(sv: "Indikator", en: "Indicator")),
    .init("period", Text(sv: "Period", en: "Period")),
    .init("value", Text(sv: "Värde", en: "Value")),
    .init("unit", Text(sv: "Enhet", en: "Unit")),
    .init("rate", Text(sv: "Per 100 000 invånare", en: "By 100,000 inhabitants")),
    .init("finding", Text(sv: "Att följa upp", en: "To look at")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let measured = product.rows(ofTable: "measurements").filter {
      $0["region"].isKnown && $0["value"].isKnown && Self.isOfAll($0["sex"])
    }
    // Of a document there is no use to be measured: what its indicators tell is how care is done.
    let stands = product.regionalStands
    guard !measured.isEmpty, stands.contains(where: { $0.has("departs") }) else { return [] }
    let latest = measured.grouped(by: "region").flatMap { $0.rows.grouped(by: "indicator") }
      .compactMap { $0.rows.sorted(by: "period").last }
    let used: [Row] = latest.map { row in
      let stand = stands.last { $0["region"] == row["region"] }
      return row.with([
        "decision": stand?["decision"] ?? .none, "on": stand?["on"] ?? .none,
        "is-positive": stand?["is-positive"] ?? .none,
        "is-decided": stand?["is-decided"] ?? .none, "is-used": Cell(Self.isUse(row["value"])),
      ])
    }
    let unmeasured = stands.filter { stand in
      stand["is-positive"].word == "true"
        && !latest.contains { $0["region"] == stand["region"] }
    }
    return used + unmeasured.map { $0.with(["is-used": .none]) }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    // A unit of a region decides nothing by itself.
    let ofRegions = rows.filter { row in
      row["region"].bodies.allSatisfy { world.organisation.body($0.id)?.kind == "region" }
    }
    let shown = ofRegions.map { row -> Row in
      var row = row
      row["finding"] = Self.finding(row)
      if !row["decision"].isKnown {
        row["decision"] = .choice("unknown", LaneState.Status.unknown.label)
      }
      if Self.amounts.contains(row["unit"].written.sv.lowercased()) {
        row["rate"] = Self.rate(row, in: world)
      }
      return row
    }.sorted(in: world, by: "title", "region", "indicator")
    func count(_ word: String) -> Int { shown.count { $0["finding"].word == word } }
    let counted = shown.filter { $0["rate"].number != nil }.compactMap { row in
      row["region"].body.flatMap { world.organisation.body($0.id)?.population(on: world.today)?.on }
    }
    let days = Set(counted).sorted().map { Text($0.description) }.listed
    let population =
      counted.isEmpty
      ? []
      : [
        Text(
          sv: "Per 100 000 invånare efter folkmängden i organisationsregistret \(days.sv)",
          en: "By 100,000 inhabitants of the register's population of \(days.en)")
      ]
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(count("without-decision")) med användning utan beslut, "
            + "\(count("without-use")) med beslut utan användning",
          en: "\(count("without-decision")) with use and no decision, "
            + "\(count("without-use")) with a decision and no use")
      ] + population
    ) { row in
      switch row["finding"].word {
      case "without-decision": .departs
      case "without-use", "decision-unknown": .missing
      default: nil
      }
    }
    listing.dividedBy = "title"
    listing.whenEmpty = Text(
      sv: "Ingen uppmätt användning.", en: "No use has been measured.")
    return listing
  }

  // What grows with the population; a share or a rate does not.
  private static let amounts: Set = [
    "ddd", "doser", "doses", "recept", "prescriptions", "förpackningar", "packages", "patienter",
    "patients", "behandlingar", "treatments",
  ]

  private static func rate(_ row: Row, in world: World) -> Cell {
    guard let region = row["region"].body, let value = row["value"].number,
      let population = world.organisation.body(region.id)?.population(on: world.today)
    else {
      return .choice(
        "unknown", Text(sv: "Folkmängd saknas", en: "Population unknown"))
    }
    return Cell(value.per100000(of: population.count))
  }

  private static func isOfAll(_ sex: Cell) -> Bool { !sex.isKnown || sex.word == "all" }

  private static func isUse(_ value: Cell) -> Bool {
    value.number.map { $0.description.contains { ("1"..."9").contains($0) } } ?? false
  }

  private static func finding(_ row: Row) -> Cell {
    let isDecided = row["is-positive"].word == "true"
    switch row["is-used"].word {
    // What nobody has told is not the same as no.
    case "true" where row["is-decided"].word != "true" && !row["decision"].isKnown:
      return .choice(
        "decision-unknown",
        Text(sv: "Användning, uppgift om beslut saknas", en: "Use, and the decision is unknown"))
    case "true" where !isDecided:
      return .choice(
        "without-decision", Text(sv: "Användning utan beslut", en: "Use without a decision"))
    case "false" where isDecided:
      return .choice(
        "without-use", Text(sv: "Beslut utan användning", en: "A decision without use"))
    case nil:
      return .choice("not-measured", Text(sv: "Ingen uppgift om användning", en: "Use is unknown"))
    default: return .none
    }
  }
}
