package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// Who sits in the groups, until when, and how their interests were assessed.
package struct Members: Overview {
  package let name = "members"
  package let title = Text(sv: "Grupper och ledamöter", en: "Groups and members")
  package let help = Text(
    sv: "Platser, mandatperioder och jävsdeklarationer; det som snart går ut märks.",
    en: "Seats, terms and declarations of interest; what is running out is marked.")
  package let options: [Query.Option] = [.body, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Text(sv: "Grupp", en: "Group")),
    .init("person", Text(sv: "Person", en: "Person")),
    .init("seat", Text(sv: "Plats", en: "Seat")),
    .init("represents", Text(sv: "Företräder", en: "Represents")),
    .init("from", Text(sv: "Från", en: "From")),
    .init("due", Text(sv: "Till", en: "Until")),
    .init("declared", Text(sv: "Jävsdeklaration", en: "Declared")),
    .init("conflict", Text(sv: "Jäv", en: "Conflict")),
    .init("also-in", Text(sv: "Beslutar även i", en: "Also decides in")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let seats = product.rows(ofTable: "seats").filter { !$0["left"].isKnown }
    // Two seats of one person stand in two groups: whatever is asked for, these rows come along.
    let deciding = seats.filter { $0["seat"].word != "co-opted" }.map { row -> Row in
      ["person": row["person"], "until": row["until"], "group": row["title"], "in": row["product"]]
    }
    return seats.map { $0.with(["due": $0["until"], "body": $0["represents"]]) } + deciding
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let deciding = rows.filter { row in
      row.has("in") && (row["until"].date.map { $0.lastDay >= world.today } ?? true)
    }.grouped(by: "person")
    let elsewhere = Dictionary(uniqueKeysWithValues: deciding.map { ($0.value, $0.rows) })
    let named = rows.filter { !$0.has("in") }.sorted(in: world, by: "title", "due").map {
      row -> Row in
      let others = (elsewhere[row["person"]] ?? []).filter { $0["in"] != row["product"] }
      return row.with([
        "person": world.person(row["person"]),
        "also-in": Cell(others.isEmpty ? nil : others.compactMap { $0["group"].words }.listed),
      ])
    }
    let groups = named.grouped(by: "product").compactMap { $0.value.word }
    let reached = groups.map { world.organisation.body($0)?.contact?.ways ?? [] }
    let silent = reached.count(where: \.isEmpty)
    let contact =
      groups.count == 1 && silent == 0
      ? Text(
        sv: "Kontakt: \(reached[0].joined(separator: ", "))",
        en: "Contact: \(reached[0].joined(separator: ", "))")
      : Text(
        sv: "Kontaktuppgifter saknas för \(silent) av \(groups.count)",
        en: "Contact details are missing for \(silent) of \(groups.count)")
    var listing = listing(named, in: world, top: groups.isEmpty ? [] : [contact]) { row in
      if row["due"].date.map({ $0.lastDay < world.today }) ?? false { return .stale }
      guard let declared = row["declared"].date else { return .missing }
      return declared.isStale(on: world.today) ? .stale : nil
    }
    listing.whenEmpty = Text(sv: "Inga ledamöter.", en: "No members.")
    return listing
  }
}

/// Seats that are announced as empty, and those whose term has run out.
package struct Vacancies: Overview {
  package let name = "vacancies"
  package let title = Text(sv: "Vakanser", en: "Vacancies")
  package let help = Text(
    sv: "Lediga platser med roll och grupp, och mandat som har gått ut.",
    en: "Empty seats with role and group, and terms that have run out.")
  package let options: [Query.Option] = [.region, .body, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Text(sv: "Grupp", en: "Group")),
    .init("seat", Text(sv: "Plats", en: "Seat")),
    .init("represents", Text(sv: "Företräder", en: "Represents")),
    .init("since", Text(sv: "Ledig sedan", en: "Empty since")),
    .init("owner", Text(sv: "Tillsätts av", en: "Filled by")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let announced = product.rows(ofTable: "vacancies")
    let seated = product.rows(ofTable: "seats").filter { !$0["left"].isKnown }.map { row in
      row.with(["ends": row["until"], "since": row["until"]])
    }
    return (announced + seated).map { $0.with(["body": $0["owner"]]) }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let empty = rows.filter { row in
      guard row.has("ends") else { return true }
      return row["ends"].date.map { $0.lastDay < world.today } ?? false
    }
    // A group belongs to a region through whoever owns it or has a part in it.
    let asked = empty.filter { row in
      guard let region = world.query.region else { return true }
      return row["bodies"].bodies.contains { world.isWithin($0.id, region) }
        || row["represents"].bodies.contains { $0.id == region }
    }
    var listing = listing(
      asked.sorted(in: world, by: "title", "since"), in: world,
      top: [
        Text.count(
          asked.count, one: Text(sv: "ledig plats", en: "empty seat"),
          many: Text(sv: "lediga platser", en: "empty seats"))
      ])
    listing.whenEmpty = Text(sv: "Inga vakanser.", en: "No vacancies.")
    return listing
  }
}

extension World {
  /// A reference word with the name that it stands for, while that is known.
  func person(_ cell: Cell) -> Cell {
    guard let word = cell.word else { return cell }
    return persons[word].map { Cell("\($0.name) (\(word))") } ?? cell
  }
}

extension CivilDate {
  /// Whether a declaration of this day has to be made again: every third year, by the national
  /// routine for conflicts of interest.
  func isStale(on today: CivilDate) -> Bool { adding(months: 36).lastDay < today }
}
