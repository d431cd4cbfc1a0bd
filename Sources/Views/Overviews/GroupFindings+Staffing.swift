import CivilTime
import Located
import Register
import StageKit

// How a group came about: who confirmed its members, and what its start-up settled.

extension GroupFindings {
  /// Those who hold a seat without having been confirmed to it by the right body, told together for
  /// each body that confirms, so that it can be asked for in one letter.
  func unconfirmed(in seats: [String], by confirmer: CompositionRule.Confirmer) -> [Text] {
    let owed = seated.filter { member in
      let seat = member.id("seat")
      return seats.isEmpty ? !["process-leader", "co-opted"].contains(seat) : seats.contains(seat)
    }.map { (member: $0, body: body(for: $0, confirmer), by: confirmation(of: $0)) }
    let missing = owed.filter { $0.by == nil }
    let lacking = missing.map(\.body).unique.map { body in
      let who = missing.filter { $0.body == body }.map { world.person($0.member["person"]).written }
      let name = world.names(body.id)
      return Text(
        sv: "fastställande av \(name.sv) saknas för \(who.listed.sv)",
        en: "no confirmation by \(name.en) of \(who.listed.en)")
    }
    return lacking
      + owed.compactMap { member, body, by in
        guard let by, !isSame(by, body) else { return nil }
        let (person, wrong, right) = (
          world.person(member["person"]).written, world.names(by.id), world.names(body.id)
        )
        return Text(
          sv: "\(person.sv) är fastställd av \(wrong.sv) men ska fastställas av \(right.sv)",
          en: "\(person.en) was confirmed by \(wrong.en) and should be by \(right.en)")
      }
  }

  private func confirmation(of member: Row) -> Body? {
    confirmations.last { $0["person"] == member["person"] && $0["seat"] == member["seat"] }?[
      "confirmed-by"
    ].body
  }

  /// Who confirms a member, and the principal who assesses the interests.
  func body(for member: Row, _ confirmer: CompositionRule.Confirmer) -> Body {
    switch confirmer {
    case .body(let id): Body(stringLiteral: id)
    case .principal:
      member["represents"].body ?? group["owner"].body ?? Body(stringLiteral: group.id("product"))
    }
  }

  // A healthcare region confirms for its regions, and a region for the part of it that it is.
  private func isSame(_ a: Body, _ b: Body) -> Bool {
    world.wholes(of: a.id).contains(b.id) || world.wholes(of: b.id).contains(a.id)
  }

  /// What the start-up should have settled and has not; and a group that was to have ended.
  func unsettled(_ asked: [String], _ rule: CompositionRule) -> [Text] {
    guard !settled.isEmpty else {
      return [
        Text(sv: "uppgift saknas: \(rule.title.sv)", en: "not known: \(rule.title.en)")
      ]
    }
    let items = settled.filter { asked.contains($0.id("item")) }
    let missing = items.filter { $0["value"].word == "missing" }.map { $0.text("item").lacking }
    let ended = items.compactMap { $0["value"].date }.filter { $0.lastDay < world.today }
    return missing
      + ended.map {
        Text(
          sv: "den tillfälliga gruppen skulle upphöra \($0)",
          en: "the temporary group was to end on \($0)")
      }
  }
}
