import CivilTime
package import Lifecycle
package import Located
import StageKit

/// Remisser to answer: what a body is asked, and how far its answer has come.
///
/// Who is asked stands in the remiss (table `silent`); how far an answer has come stands in the case
/// in which a body prepares it (table `answers`), where it has opened one. Such a case names the
/// remiss by its input `remiss`, and for whom it answers by `respondent`: then the two are one row.
package struct Inbox: Overview {
  package let name = "inbox"
  package let title = Text(sv: "Remisser att besvara", en: "Consultations to answer")
  package let help = Text(
    sv:
      "Remisser som väntar på svar: sista dag, vem som har fått dem och hur långt svaret har kommit; utan urval visas antalet för var och en.",
    en:
      "Consultations that wait for an answer: last day, who was given each, how far it has come; without a choice how many each body has."
  )
  package let options: [Query.Option] = [.body, .region, .area, .kind, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("due", Phrase.lastDay), .init("days-left", Phrase.daysLeftCounted),
    .init("title", Text(sv: "Remiss", en: "Consultation")), .init("case", Phrase.caseID),
    .init("body", Text(sv: "Remissinstans", en: "Party")),
    .init("assigned", Text(sv: "Tilldelad", en: "Assigned to")),
    .init("state", Text(sv: "Läge", en: "State")),
    .init("closes", Text(sv: "Remissen stänger", en: "Consultation closes")),
  ]

  /// What is told of each body where nobody asked for a body.
  private static let ofBodies: [Listing.Column] = [
    .init("body", Text(sv: "Remissinstans", en: "Party")),
    .init("to-answer", Text(sv: "Att besvara", en: "To answer")),
    .init("unassigned", Text(sv: "Ej tilldelade", en: "Not assigned")),
    .init("overdue", Text(sv: "Försenade", en: "Overdue")),
    .init("due", Text(sv: "Närmaste sista dag", en: "Next last day")),
  ]

  package init() {}

  // Nothing here is narrowed before questions and answers are joined: a question whose answer was
  // left out would look as if nobody had taken it on. So no key is one that an option narrows by.
  package func rows(of product: ProductState) -> [Row] {
    let asked = product.rows(ofTable: "silent") { one, _, attempt in
      // A round that is over, or of a version that was replaced, waits for nobody.
      [
        "closes": Cell(attempt.deadline?.closes),
        "is-open": Cell(attempt.isOpen && one.closed == nil),
      ]
    }.filter { $0["is-open"].word == "true" }
    let answers = product.rows(ofTable: "answers") { one, _, _ in
      [
        "remiss": Cell(one.input("remiss")), "version": Cell(one.input("version")),
        "respondent": Cell(one.input("respondent").flatMap { Body($0) }),
      ]
    }
    return asked.map { Self.place(of: $0).with(["party": $0["party"], "closes": $0["closes"]]) }
      + answers.map { row in
        let keys = ["party", "remiss", "version", "respondent", "state", "assigned"]
        return keys.reduce(into: Self.place(of: row)) { $0[$1] = row[$1] }
          .with(["answer-by": row["due"], "own-body": row["owner"], "is-answer": Cell(true)])
      }
  }

  private static func place(of row: Row) -> Row {
    [
      "title": row["title"], "of-kind": row["kind"], "parts": row["bodies"],
      "of-case": row["case"], "of-product": row["product"],
    ]
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = Exchange(rows, world).rows.filter { isWanted($0, in: world) }
      .sorted(in: world, by: "due", "title", "body")
    let waiting = shown.filter { !$0.isAnswered }
    let overdue = waiting.count { ($0["days-left"].count ?? 0) < 0 }
    let open = waiting.count { !$0["assigned"].isKnown }
    let sum = Text(
      sv: "\(waiting.count) att besvara, \(open) ej \(open == 1 ? "tilldelad" : "tilldelade"), "
        + Text.overdue(overdue),
      en: "\(waiting.count) to answer, \(open) not assigned, \(overdue) overdue")
    let query = world.query
    let isOfOne = query.body != nil || query.region != nil
    guard isOfOne || !query.cases.isEmpty else { return summary(waiting, sum, world) }
    var listing = listing(shown, in: world, top: [sum]) { row in
      if row.isAnswered { return nil }
      if (row["days-left"].count ?? 0) < 0 { return .overdue }
      // Whom others give it to is theirs to know: only who asks for its own sees what nobody has.
      let isOwn = row["is-answer"].isKnown || isOfOne
      return isOwn && !row["assigned"].isKnown ? .missing : nil
    }
    listing.whenEmpty = Self.nothing
    return listing
  }

  private static let nothing = Text(
    sv: "Inga remisser att besvara.", en: "No consultations to answer.")

  /// How many each body has, where every question to everybody would be hundreds of rows.
  private func summary(_ waiting: [Row], _ sum: Text, _ world: World) -> Listing {
    let counts = waiting.flatMap { row in
      row["body"].bodies.map { row.with(["body": Cell($0)]) }
    }.grouped(by: "body").map { body, rows -> Row in
      [
        "body": body, "to-answer": Cell(rows.count),
        "unassigned": Cell(rows.count { !$0["assigned"].isKnown }),
        "overdue": Cell(rows.count { ($0["days-left"].count ?? 0) < 0 }),
        "due": rows.map { $0["due"] }.first(where: \.isKnown) ?? .none,
      ]
    }
    let ask = Text(
      sv: "Remisserna en och en: stafett inbox --for GRUPP, eller --region REGION",
      en: "The consultations one by one: stafett inbox --for BODY, or --region REGION")
    var listing = listing(
      counts.sorted(in: world, by: "due", "body"), in: world, columns: Self.ofBodies,
      top: counts.isEmpty ? [] : [sum, ask]
    ) { ($0["overdue"].count ?? 0) > 0 ? .overdue : nil }
    listing.whenEmpty = Self.nothing
    return listing
  }

  private func isWanted(_ row: Row, in world: World) -> Bool {
    let cases = world.query.cases
    let names = ["of-case", "of-product", "remiss-case", "remiss-product"].map { key in
      row[key].word ?? ""
    }
    // Who answers, and who writes, may ask for it as well as whom it is answered for.
    let own = ["body", "own-body", "assigned"].flatMap { row[$0].bodies }
    let narrowed: Row = [
      "body": Cell(own), "region": row["body"],
      "bodies": row["parts"], "kind": row["of-kind"], "due": row["due"],
    ]
    return (cases.isEmpty || names.contains(where: cases.contains)) && world.wants(narrowed)
  }
}

extension Row {
  /// Whether the answer is on its way, or there will be none; the remiss has not registered it yet.
  fileprivate var isAnswered: Bool { ["sent", "abstained"].contains(self["state"].word) }
}

/// What is asked and what is answered, each pair one row.
private struct Exchange {
  let asked: [Row]
  let answers: [Row]
  let world: World

  init(_ rows: [Row], _ world: World) {
    asked = rows.filter { !$0["is-answer"].isKnown }
    answers = rows.filter { $0["is-answer"].isKnown }
    self.world = world
  }

  var rows: [Row] {
    // The places of the questions of each remiss, by its case and by its product.
    var places: [Cell: [Int]] = [:]
    for (place, question) in asked.enumerated() {
      for remiss in Set([question["of-case"], question["of-product"]]) {
        places[remiss, default: []].append(place)
      }
    }
    let pairs = answers.map { answer in
      let remiss = answer["remiss"]
      let questions = remiss.isKnown ? places[remiss] ?? [] : []
      return (answer, questions.filter { isAnswered(asked[$0], by: answer) })
    }
    let taken = Set(pairs.flatMap(\.1))
    let own = pairs.compactMap { answer, places -> Row? in
      // An answer that was sent is out of the way, but for the remiss that still waits for it.
      guard !answer.isAnswered || !places.isEmpty else { return nil }
      return joined(answer, places.map { asked[$0] })
    }
    let bare = asked.indices.filter { !taken.contains($0) }.map { place -> Row in
      let row = asked[place]
      return row.with([
        "body": row["party"], "case": row["of-case"], "due": row["closes"],
        "state": .choice("unassigned", Text(sv: "Ej tilldelad", en: "Not assigned")),
      ]).without("closes")
    }
    return (own + bare).map { row in
      guard !row.isAnswered else { return row }
      return row.with([
        "days-left": Cell(row["due"].date.map { world.today.days(until: $0.lastDay) })
      ])
    }
  }

  /// Whether an answer to the same remiss is that of who was asked.
  private func isAnswered(_ question: Row, by answer: Row) -> Bool {
    guard let party = question["party"].body?.id else { return false }
    // A joint answer is that of the healthcare region, or of those for whom it says that it is given.
    return (answer["respondent"].bodies + answer["party"].bodies).contains { body in
      world.isWithin(party, body.id)
    }
  }

  private func joined(_ answer: Row, _ questions: [Row]) -> Row {
    var row = answer
    row["case"] = answer["of-case"]
    row["due"] = answer["answer-by"]
    row["body"] = answer["respondent"].isKnown ? answer["respondent"] : answer["party"]
    guard let first = questions.first else { return row }
    row["title"] = first["title"]
    row["of-kind"] = first["of-kind"]
    row["closes"] = first["closes"]
    row["due"] = row["due"].isKnown ? row["due"] : first["closes"]
    row["body"] = Cell(questions.flatMap { $0["party"].bodies })
    row["parts"] = Cell(answer["parts"].bodies + first["parts"].bodies)
    row["remiss-case"] = first["of-case"]
    row["remiss-product"] = first["of-product"]
    guard let version = answer["version"].word, let title = first["title"].words else { return row }
    row["title"] = Cell(
      sv: "\(title.sv), version \(version)", en: "\(title.en), version \(version)")
    return row
  }
}
