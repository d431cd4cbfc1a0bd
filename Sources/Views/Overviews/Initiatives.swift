import Definitions
package import Lifecycle
package import Located
import CivilTime
import StageKit

/// The initiatives of a year, group by group.
package struct Initiatives: Overview {
  package let name = "initiatives"
  package let title = Text(sv: "Insatser", en: "Initiatives")
  package let help = Text(
    sv: "Insatser per grupp och år, planerade och genomförda; som dokument en årssammanställning.",
    en: "Initiatives by group and year, planned and delivered; as a document a yearly summary.")
  package let options: [Query.Option] = [.body, .area, .year, .kind, .goal, .cases]
  package let columns: [Listing.Column] = [
    .init("body", Text(sv: "Grupp", en: "Group")),
    .init("title", Text(sv: "Insats", en: "Initiative")),
    .init("kind", Text(sv: "Typ", en: "Kind")),
    .init("benefit", Text(sv: "Nytta för invånarna", en: "Benefit for the inhabitants")),
    .init("care-goals", Text(sv: "Mål för god vård", en: "Goals of good care")),
    .init("focus-area", Text(sv: "Insatsområde", en: "Focus area")),
    .init("counterpart", Text(sv: "Motpart", en: "Counterpart")),
    .init("tags", Text(sv: "Taggar", en: "Tags")),
    .init("decided", Text(sv: "Beslutad", en: "Decided")), .init("state", Phrase.status),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] { product.initiatives }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let groups = rows.sorted(in: world, by: "body", "title").grouped(by: "body")
    var listing = listing(
      groups.flatMap(\.rows), in: world, top: [Self.count(rows.count, of: groups.count)])
    if let year = world.query.year {
      listing.title = Text(sv: "\(title.sv) \(year)", en: "\(title.en) \(year)")
      listing.top += [
        Text(
          sv: "Planerade för \(year), eller beslutade och inte avslutade före \(year)",
          en: "Planned for \(year), or decided and not closed before \(year)"),
        Text(sv: "Läget den \(world.today)", en: "As of \(world.today)"),
      ]
    }
    listing.dividedBy = "body"
    listing.ofParts = groups.map { Self.count($0.rows.count, of: 1) }
    listing.whenEmpty = Text(sv: "Inga insatser.", en: "No initiatives.")
    return listing
  }

  private static func count(_ count: Int, of groups: Int) -> Text {
    let initiatives = Text.count(
      count, one: Text(sv: "insats", en: "initiative"),
      many: Text(sv: "insatser", en: "initiatives"))
    guard groups > 1 else { return initiatives }
    return Text(
      sv: "\(initiatives.sv) i \(groups) grupper", en: "\(initiatives.en) in \(groups) groups")
  }
}

/// The focus areas of a year: the questions that the initiatives gather round.
package struct FocusAreas: Overview {
  package let name = "focus-areas"
  package let title = Text(sv: "Insatsområden", en: "Focus areas")
  package let help = Text(
    sv: "Insatsområden per grupp och år med diagnoser, giltighet och arbetsgrupp.",
    en: "Focus areas by group and year with diagnoses, validity and working group.")
  package let options: [Query.Option] = [.body, .area, .year, .cases]
  package let columns: [Listing.Column] = [
    .init("body", Text(sv: "Grupp", en: "Group")),
    .init("focus-area", Text(sv: "Insatsområde", en: "Focus area")),
    .init("diagnoses", Text(sv: "Diagnoser eller frågor", en: "Diagnoses or questions")),
    .init("from", Text(sv: "Från", en: "From")), .init("to", Text(sv: "Till", en: "To")),
    .init("working-group", Text(sv: "Arbetsgrupp", en: "Working group")),
    .init("title", Text(sv: "Insats", en: "Initiative")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.initiatives.filter { $0["focus-area"].isKnown }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let groups = rows.sorted(in: world, by: "body", "focus-area", "title").grouped(by: "body")
    let areas = groups.map { $0.rows.grouped(by: "focus-area").count }
    var listing = listing(
      groups.flatMap(\.rows), in: world,
      top: [
        .count(
          areas.reduce(0, +), one: Text(sv: "insatsområde", en: "focus area"),
          many: Text(sv: "insatsområden", en: "focus areas"))
      ])
    if let year = world.query.year {
      listing.title = Text(sv: "\(title.sv) \(year)", en: "\(title.en) \(year)")
    }
    listing.dividedBy = "body"
    listing.whenEmpty = Text(sv: "Inga insatsområden.", en: "No focus areas.")
    return listing
  }
}

extension ProductState {
  /// A row for each initiative, by the table `initiative`.
  ///
  /// `body`, the group; `decided`, the day of the latest decision that carried it on; `state`, how far its latest open
  /// stage has come, in the stage's words; `from-year` and `to-year`, the years that it belongs to:
  /// those of its focus area, else from the year of the decision; before one, the year that is planned
  /// for, which after June is the next, and no other.
  var initiatives: [Row] {
    let described = rows(ofTable: "initiative")
    // One that nobody has described, or that was taken over in mid-life, is an initiative too.
    let bare =
      kind != "initiative"
      ? []
      : cases.map { Row($0, of: self).with(["kind": .none, "care-goals": .none]) }
        .filter { row in !described.contains { $0["case"] == row["case"] } }
    return (described + bare).map { row in
      guard let one = self[row["case"].word ?? ""] else { return row }
      let decided = one.decidedOn
      let planned = one.openedOn.year + (one.openedOn.month > 6 ? 1 : 0)
      return row.with([
        "body": Cell(Body(stringLiteral: one.owner)), "decided": Cell(decided),
        "state": Cell(one.told), "from-year": Cell(decided?.year ?? planned),
        "to-year": Cell(one.closedOn?.year ?? (decided == nil ? planned : nil)),
      ])
    }.map { row in
      var row = row
      if let from = row["from"].date { row["from-year"] = Cell(from.year) }
      if let to = row["to"].date { row["to-year"] = Cell(to.year) }
      return row
    }
  }
}

extension CaseState {
  /// The day of the latest decision in it that carried it on; nil while there is none.
  var decidedOn: CivilDate? {
    let carried = zip(definition.stages, attempts).compactMap { stage, attempts in
      attempts.last { attempt in
        attempt.counts && attempt.standingOutcome.flatMap { stage.outcome($0) }?.flow == .forward
      }
    }
    let given = carried.flatMap(\.attempt.given)
    return given.compactMap { given in
      given.topic == TypedTopic<CivilDate>.decidedOn.name ? CivilDate(given.value) : nil
    }.max { $0.lastDay < $1.lastDay }
  }

  /// Where it stands, in the words of the stage that is open, else in its own.
  var told: Text {
    let open = openAttempts.filter { $0.0.lane == nil }.first
    guard let (spot, attempt) = open, let stage = definition.stage(spot.stage) else {
      let last = attempts.compactMap(\.last).filter { $0.standingOutcome != nil }
        .max { ($0.closedOn?.dayNumber ?? 0) < ($1.closedOn?.dayNumber ?? 0) }
      return last?.attempt.summary.standing ?? status.label
    }
    return attempt.attempt.summary.standing ?? definition.stages[stage].title
  }
}
