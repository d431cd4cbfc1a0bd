import CivilTime
package import Lifecycle
package import Located
import StageKit

/// Remisser to answer: what a body is asked, and how far its answer has come.
///
/// Who is asked stands in the remiss (table `silent`); how far an answer has come stands in the case
/// in which a body prepares it (table `answers`), where it has opened one.
package struct Inbox: Overview {
  package let name = "inbox"
  package let title = Text(sv: "Remisser att besvara", en: "Consultations to answer")
  package let help = Text(
    sv:
      "Remisser som väntar på svar: sista dag, vem som har fått uppgiften och hur långt svaret är.",
    en: "Consultations that wait for an answer: last day, who was given it, how far it has come.")
  package let options: [Query.Option] = [.body, .region, .area, .kind, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("due", Phrase.lastDay), .init("days-left", Phrase.daysLeftCounted),
    .init("title", Text(sv: "Remiss", en: "Consultation")), .init("case", Phrase.caseID),
    .init("body", Text(sv: "Remissinstans", en: "Party")),
    .init("assigned", Text(sv: "Tilldelad", en: "Assigned to")),
    .init("state", Text(sv: "Läge", en: "State")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    let asked = product.rows(ofTable: "silent") { one, _, attempt in
      // A round that is over, or of a version that was replaced, waits for nobody.
      ["due": Cell(attempt.deadline?.closes), "is-open": Cell(attempt.isOpen && one.closed == nil)]
    }.filter { $0["is-open"].word == "true" }
    return asked.map { $0.with(["body": $0["party"]]) }
      + product.rows(ofTable: "answers") { one, _, _ in
        ["remiss": Cell(one.input("remiss"))]
      }.map { $0.with(["body": $0["party"], "is-answer": Cell(true)]) }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let answers = rows.filter { $0["is-answer"].isKnown }
    // What a case of the body's own tells of its answer stands in place of the bare question.
    let asked = rows.filter { row in
      !row["is-answer"].isKnown
        && !answers.contains { answer in
          answer["body"] == row["body"] && answer["remiss"].isKnown
            && [row["case"], row["product"]].contains(answer["remiss"])
        }
    }
    let isWaiting: (Row) -> Bool = { !["sent", "abstained"].contains($0["state"].word) }
    let shown = (answers.filter(isWaiting) + asked).map { row -> Row in
      var row = row
      row["days-left"] = Cell(row["due"].date.map { world.today.days(until: $0.lastDay) })
      if !row["state"].isKnown { row["state"] = .choice("unassigned", Self.unassigned) }
      return row
    }.sorted(by: "due", "title", "body")
    let isOfOne = world.query.body != nil || world.query.region != nil
    let overdue = shown.count { ($0["days-left"].count ?? 0) < 0 }
    let open = shown.count { !$0["assigned"].isKnown }
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count) att besvara, \(open) ej tilldelade, \(overdue) försenade",
          en: "\(shown.count) to answer, \(open) not assigned, \(overdue) overdue")
      ]
    ) { row in
      if (row["days-left"].count ?? 0) < 0 { return .overdue }
      // Whom others give it to is theirs to know: only who asks for its own sees what nobody has.
      let isOwn = row["is-answer"].isKnown || isOfOne
      return isOwn && !row["assigned"].isKnown ? .missing : nil
    }
    listing.whenEmpty = Text(sv: "Inga remisser att besvara.", en: "No consultations to answer.")
    return listing
  }

  private static let unassigned = Text(sv: "Ej tilldelad", en: "Not assigned")
}
