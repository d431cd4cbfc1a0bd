package import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// One attempt at a stage, open or closed: all that was registered in it.
///
/// A group that reworks its draft reads here what was said of it.
package struct AttemptView: View {
  package let caseID: String
  package let title: Text
  package let spot: Spot
  package let laneName: Text?
  package let attempt: Int
  /// The numbers of all attempts at the stage.
  package let attempts: [Int]
  package let detail: CaseView.Detail
  package let owner: String
  package let ownerName: Text
  package let opened: CivilDate
  package let closed: CivilDate?
  package let remaining: Remaining?
  /// Its result, also one that counts no more.
  package let outcome: String?
  package let outcomeTitle: Text?
  /// Sent back, or overtaken by a new version: it counts no more.
  package let isInvalidated: Bool

  /// An attempt at a stage of a case; nil when there is none of that number.
  ///
  /// - Parameter number: the attempt; nil for the latest.
  package init?(
    _ spot: Spot, attempt number: Int? = nil, of caseID: String, in product: ProductState,
    names: Names, today: CivilDate, prose: ProseLookup = { _ in nil }
  ) {
    guard let one = product[caseID], let index = one.definition.stage(spot.stage) else {
      return nil
    }
    let all = one.attempts(at: index, lane: spot.lane)
    guard let attempt = number.map({ wanted in all.last { $0.number == wanted } }) ?? all.last
    else { return nil }
    let stage = one.definition.stages[index]
    self.caseID = caseID
    title = product.title
    self.spot = spot
    laneName = spot.lane.map { names($0) }
    self.attempt = attempt.number
    attempts = all.map(\.number)
    detail = CaseView.Detail(attempt, of: stage, names, prose)
    owner = attempt.opening.owner.id
    ownerName = names(attempt.opening.owner.id)
    opened = attempt.opening.on
    closed = attempt.isOpen ? nil : attempt.closedOn
    remaining = Remaining(attempt, today: today)
    outcome = attempt.outcome
    outcomeTitle = attempt.outcome.map { stage.outcome($0)?.title ?? Text($0) }
    isInvalidated = attempt.status == .invalidated
  }
}

// MARK: - Rendering

extension AttemptView {
  package var page: Page {
    let lane = laneName.map { [$0] } ?? []
    let heading = ([title, detail.title] + lane + [Phrase.attempt(attempt)]).listed
    var facts = [
      Page.Fact(Phrase.caseID, Text(caseID)), Page.Fact(Phrase.owner, ownerName),
      Page.Fact(Text(sv: "Påbörjad", en: "Opened"), Text("\(opened)")),
    ]
    if let remaining {
      let told = [Text("\(remaining.lastDay)")] + [remaining.label].compactMap { $0 }
      facts.append(Page.Fact(Phrase.lastDay, told.listed))
    }
    if let closed {
      facts.append(Page.Fact(Text(sv: "Avslutad", en: "Ended"), Text("\(closed)")))
    }
    if let outcomeTitle {
      let gone = Text(sv: "gäller inte längre", en: "counts no more")
      facts.append(
        Page.Fact(Phrase.outcome, ([outcomeTitle] + (isInvalidated ? [gone] : [])).listed))
    }
    let earlier = attempts.filter { $0 != attempt }.map { Text("#\($0)") }
    if !earlier.isEmpty {
      facts.append(Page.Fact(Text(sv: "Andra omgångar", en: "Other attempts"), earlier.listed))
    }
    let nothing = Text(sv: "Inget är registrerat.", en: "Nothing is registered.")
    return Page(
      [.title(heading), .facts(facts)]
        + (detail.blocks.isEmpty ? [.paragraph(nothing)] : detail.blocks))
  }

  /// Keys: `case`, `title`, `stage`, `lane`, `lane-name`, `attempt`, `attempts`, `owner`,
  /// `owner-name`, `opened`, `closed`, `deadline` (``Remaining``), `outcome`, `outcome-title`,
  /// `invalidated`, `detail` (as in a case).
  package var json: Value {
    .record([
      "case": .text(caseID), "title": title.json, "stage": .text(spot.stage),
      "lane": spot.lane.map { .text($0) }, "lane-name": laneName?.json,
      "attempt": .whole(attempt), "attempts": .list(attempts.map { .whole($0) }),
      "owner": .text(owner), "owner-name": ownerName.json, "opened": opened.json,
      "closed": closed?.json, "deadline": remaining?.json,
      "outcome": outcome.map { .text($0) }, "outcome-title": outcomeTitle?.json,
      "invalidated": .flag(isInvalidated), "detail": detail.json,
    ])
  }
}
