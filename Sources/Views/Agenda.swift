import CivilTime
import Definitions
package import Lifecycle
import Located
package import Register
import StageKit

/// What a body has before it at a meeting: what is ready, what is missing, and what was escalated to it.
package enum Agenda {
  /// The agenda of a meeting, from the products as they stand.
  package static func listing(
    of products: [ProductState], for meeting: Meeting, names: Names
  ) -> Listing {
    let points = products.flatMap { product in
      product.cases.flatMap { Points(product, $0, meeting, names).all }
    }
    let rows = points.sorted(by: "rank", "due", "title")
    let ready = rows.count { $0["state"].word == "ready" }
    let missing = rows.count { $0["state"].word == "missing" }
    let title = names(meeting.body)
    var listing = Listing(
      key: "agenda",
      title: Text(
        sv: "Dagordning \(meeting.on), \(title.sv)", en: "Agenda \(meeting.on), \(title.en)"),
      today: names.on,
      top: [
        Text(
          sv: "Handlingar senast \(meeting.papers). \(ready) klara att behandla, "
            + "\(missing) där något saknas.",
          en: "Papers by \(meeting.papers). \(ready) ready, \(missing) with something missing.")
      ],
      columns: columns,
      lines: rows.enumerated().map { number, row in
        let row = row.with(["number": Cell(number + 1)])
        return Listing.Line(
          cells: columns.map { names.told(row[$0.key]) },
          mark: row["state"].word == "missing"
            ? .missing : row["is-late"].word == "true" ? .overdue : nil)
      })
    listing.whenEmpty = Text(sv: "Inget att behandla.", en: "Nothing to deal with.")
    return listing
  }

  private static let columns: [Listing.Column] = [
    .init("number", sv: "Nr", en: "No"), .init("case", sv: "Ärende", en: "Case"),
    .init("title", sv: "Avser", en: "Subject"), .init("stage-title", sv: "Fas", en: "Stage"),
    .init("state", sv: "Läge", en: "State"), .init("lacks", sv: "Saknas", en: "Missing"),
    .init("from", sv: "Hos", en: "With"), .init("due", sv: "Sista dag", en: "Last day"),
  ]
}

/// The points of one case.
private struct Points {
  let product: ProductState
  let one: CaseState
  let meeting: Meeting
  let names: Names

  init(_ product: ProductState, _ one: CaseState, _ meeting: Meeting, _ names: Names) {
    self.product = product
    self.one = one
    self.meeting = meeting
    self.names = names
  }

  var all: [Row] { (one.closed == nil ? ready + missing : []) + escalated }

  // Whatever the body owns or owes, that is open by the papers' last day and due by the meeting.
  private var ready: [Row] {
    one.openAttempts.compactMap { spot, attempt in
      guard attempt.opening.owner.id == meeting.body || owes(spot), case .open = attempt.status,
        attempt.opening.on <= meeting.on, attempt.deadline.map({ $0.closes <= meeting.on }) ?? false
      else { return nil }
      let isLate = attempt.opening.on > meeting.papers
      return row(spot.stage, spot.lane).with([
        "rank": Cell(1), "state": .choice("ready", Text(sv: "Klar att behandla", en: "Ready")),
        "lacks": Cell(attempt.attempt.summary.line), "due": Cell(attempt.deadline?.closes),
        "is-late": Cell(isLate),
      ])
    }
  }

  private func owes(_ spot: Spot) -> Bool {
    one.owed(at: spot).contains { $0.body.id == meeting.body }
  }

  // A stage of the body's that the open ones lead to next: what it waits for is missing.
  private var missing: [Row] {
    let stages = one.definition.stages
    return stages.indices.flatMap { index -> [Row] in
      let stage = stages[index]
      guard case .meeting(let name)? = stage.deadline, (one.role(name) ?? name) == meeting.body,
        !one.flow.open.has(one.pinned.places[index].row), index > 0,
        !one.attempts[index].contains(where: \.isOpen)
      else { return [] }
      let before = stages[index - 1].id
      return one.openAttempts.filter { $0.0.stage == before }.map { spot, attempt in
        row(stage.id, spot.lane).with([
          "rank": Cell(2),
          "state": .choice("missing", Text(sv: "Underlag saknas", en: "Papers missing")),
          "lacks": Cell(stages[index - 1].title), "from": Cell(attempt.opening.owner),
          "due": Cell(attempt.deadline?.closes),
        ])
      }
    }
  }

  // Of a run one point: the regions that are late, together. What the body itself is late with is ready.
  private var escalated: [Row] {
    Escalation.all(in: one, of: product, to: meeting.body).compactMap { escalation in
      let all = escalation.late.map(\.attempt).filter { $0.opening.owner.id != meeting.body }
      guard let first = all.first else { return nil }
      return row(escalation.stage, nil).with([
        "rank": Cell(3), "state": .choice("escalated", Text(sv: "Lyft hit", en: "Escalated")),
        "lacks": all.count == 1
          ? Cell(first.attempt.summary.line)
          : Cell(sv: "\(all.count) är försenade", en: "\(all.count) are late"),
        "from": Cell(all.map { names($0.opening.owner.id) }.listedBriefly),
        "due": Cell(escalation.lastDay), "is-late": Cell(true),
      ])
    }
  }

  private func row(_ stage: String, _ lane: String?) -> Row {
    let title = one.definition.stages.first { $0.id == stage }?.title ?? Text(stage)
    let whole = lane.map {
      Text(sv: "\(title.sv), \(names($0).sv)", en: "\(title.en), \(names($0).en)")
    }
    return [
      "case": Cell(one.id), "title": Cell(product.title), "stage": Cell(stage),
      "stage-title": Cell(whole ?? title),
    ]
  }
}
