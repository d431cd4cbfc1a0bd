import CivilTime
import Definitions
import Lifecycle
import Located
import StageKit

/// What a step says must be so, compared with what is; both values are named.
struct Expectation {
  let form: ExpectForm
  let node: Node
  let product: ProductState
  let caseID: String
  let names: [String: String]

  func difference() -> Diagnostic? {
    guard let one = product[caseID] else { return nil }
    return ofCase(one) ?? ofProduct() ?? form.stage.flatMap { ofStage($0, one) }
  }

  private func compare(_ node: Node?, _ what: Text, _ expected: String, _ got: String)
    -> Diagnostic?
  {
    guard expected != got else { return nil }
    return (node ?? self.node).diagnostic(
      "scenario/differs",
      Text(
        sv: "\(what.sv): väntat \(expected), blev \(got)",
        en: "\(what.en): expected \(expected), got \(got)"))
  }

  private func ofCase(_ one: CaseState) -> Diagnostic? {
    if let wanted = form.ofCase?.state {
      let state = one.closed?.rawValue ?? (one.rests ? "rests" : "open")
      let word =
        ["done", "ended", "replaced"].contains(state) && wanted.value == "closed" ? "closed" : state
      if let found = compare(
        wanted.node, Text(sv: "ärendets läge", en: "state of the case"), wanted.value.description,
        word)
      {
        return found
      }
    }
    if let wanted = form.ofCase?.inForce,
      let found = compare(
        wanted.node, Text(sv: "gällande version", en: "version in force"), "\(wanted.value)",
        "\(product.inForce?.caseID == one.id)")
    {
      return found
    }
    guard let wanted = form.open else { return nil }
    return compare(
      wanted.node, Text(sv: "faser som pågår", en: "open stages"),
      wanted.value.map(\.description).joined(separator: ", "),
      one.openStages.map(\.id).joined(separator: ", "))
  }

  private func ofProduct() -> Diagnostic? {
    guard let wanted = form.inForce else { return nil }
    let now = product.inForce
    if wanted.value.isNone {
      return compare(
        wanted.node, Text(sv: "gällande", en: "in force"), "none", now?.caseID ?? "none")
    }
    if let id = wanted.value.ofCase?.description,
      let found = compare(
        wanted.node, Text(sv: "gällande", en: "in force"), names[id] ?? id, now?.caseID ?? "none")
    {
      return found
    }
    guard let since = wanted.value.since else { return nil }
    return compare(
      wanted.node, Text(sv: "gäller från", en: "in force since"), since.description,
      now?.appliesFrom.description ?? "none")
  }

  private func ofStage(_ written: Sited<String>, _ one: CaseState) -> Diagnostic? {
    let parts = written.value.split(separator: "#").map(String.init)
    guard let id = parts.first, let stage = one.definition.stage(id) else {
      return (written.node ?? node).diagnostic(
        "scenario/differs",
        Text(sv: "ingen fas '\(written.value)'", en: "no stage '\(written.value)'"))
    }
    let lane = form.lane?.value.description
    let attempts = one.attempts(at: stage, lane: lane)
    let number = parts.count > 1 ? Int(parts[1]) : nil
    let attempt = number.map { wanted in attempts.last { $0.number == wanted } } ?? attempts.last
    return state(one, stage, lane, number, attempt) ?? fields(one, id, attempt, lane)
      ?? lanes(one, stage)
  }

  private func state(
    _ one: CaseState, _ stage: Int, _ lane: String?, _ number: Int?, _ attempt: AttemptState?
  ) -> Diagnostic? {
    guard let wanted = form.state else { return nil }
    let got: String
    if let number {
      got = attempt.map(word) ?? "no attempt \(number)"
    } else if let lane, let run = one.definition.table.rows[one.pinned.places[stage].row].run,
      let member = one.runs[run].lanes.first(where: { $0.body == lane }),
      LaneState.Status(rawValue: wanted.value.description) != nil
    {
      got = member.status(in: one.runs[run]).rawValue
    } else {
      got = one.status(of: stage, lane: lane).rawValue
    }
    return compare(wanted.node, Text(sv: "läge", en: "state"), wanted.value.description, got)
  }

  private func word(_ attempt: AttemptState) -> String {
    switch attempt.status {
    case .open, .awaiting: "open"
    case .closed: "closed"
    case .invalidated: "invalidated"
    case .cancelled: "cancelled"
    }
  }

  private func fields(
    _ one: CaseState, _ id: String, _ attempt: AttemptState?, _ lane: String?
  ) -> Diagnostic? {
    let none = "none"
    let date = { (day: CivilDate?) in day?.description ?? none }
    let all: [(Node?, Text, String?, String)] = [
      (
        form.attempt?.node, Text(sv: "omgång", en: "attempt"), form.attempt.map { "\($0.value)" },
        attempt.map { "\($0.number)" } ?? none
      ),
      (
        form.outcome?.node, Text(sv: "resultat", en: "outcome"), form.outcome?.value.description,
        attempt?.outcome ?? none
      ),
      (
        form.opens?.node, Text(sv: "öppnar", en: "opens"), form.opens?.value.description,
        date(attempt?.deadline?.opens ?? attempt?.opening.on)
      ),
      (
        form.closes?.node, Text(sv: "sista dag", en: "closes"), form.closes?.value.description,
        date(attempt?.deadline?.closes)
      ),
      (
        form.owner?.node, Text(sv: "ansvarig", en: "owner"), form.owner?.value.description,
        attempt?.opening.owner.id ?? none
      ),
      (
        form.owes?.node, Text(sv: "saknas från", en: "owed by"),
        form.owes.map { list($0.value.map(\.description)) },
        list(one.owed(at: Spot(id, lane: lane)).map(\.body.id))
      ),
      (
        form.reminded?.node, Text(sv: "påminnelser", en: "reminders"),
        form.reminded.map { list($0.value.map(\.description)) },
        list(attempt?.fired.filter { $0.rung != Timer.escalate }.map(\.due.description) ?? [])
      ),
    ]
    for (node, what, wanted, got) in all {
      if let wanted, let found = compare(node, what, wanted, got) { return found }
    }
    return nil
  }

  // The same bodies, whatever the order and however often.
  private func list(_ names: [String]) -> String {
    var seen: [String] = []
    for name in names.sorted() where seen.last != name { seen.append(name) }
    return seen.isEmpty ? "none" : seen.joined(separator: ", ")
  }

  private func lanes(_ one: CaseState, _ stage: Int) -> Diagnostic? {
    guard !form.lanes.all.isEmpty,
      let run = one.definition.table.rows[one.pinned.places[stage].row].run
    else { return nil }
    for entry in form.lanes.all {
      let got = one.runs[run].lanes.count { $0.status(in: one.runs[run]).rawValue == entry.name }
      if let found = compare(entry.value.node, Text(entry.name), "\(entry.value.value)", "\(got)") {
        return found
      }
    }
    return nil
  }
}
