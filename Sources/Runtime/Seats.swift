import CivilTime
import Lifecycle
import Register
import StageKit
import Store

/// Whether whoever writes something down sits in the body that it is written for.
///
/// It is held against what is kept here: a person who is kept, and a body whose members are, by a
/// stage with the table `seats` in the product of the body's id. An actor that is no kept person (a
/// login, a program) and a body whose members are kept elsewhere are theirs to answer for.
struct Seats {
  private var persons: Set<String>?
  private var known: [String: [Seat]] = [:]

  /// Why a person may not act for a body; nil where nothing stands in the way.
  ///
  /// A seat counts from its first day to its last, and not for one who is co-opted, nor for one who
  /// was assessed as having a conflict of interest: such a person takes no part in mandate, handling
  /// or decision, by the national routine for conflicts of interest.
  mutating func refusal(
    of order: Order, _ organisation: Organisation, _ store: any EventStore,
    _ read: (String) throws(StoreError) -> ProductState
  ) throws(StoreError) -> Refusal? {
    let (actor, body, day) = (order.actor, order.context.by.id, order.context.on)
    if persons == nil { persons = Set(try store.persons().map(\.id.description)) }
    guard persons?.contains(actor) ?? false else { return nil }
    var all: [Seat] = []
    for one in organisation.actors(for: body, on: day) {
      if known[one] == nil { known[one] = try read(one).seats }
      all += known[one] ?? []
    }
    guard !all.isEmpty else { return nil }
    let own = all.filter { $0.person == actor }
    if own.contains(where: { $0.holds(on: day) }) { return nil }
    let others = Set(all.filter { $0.holds(on: day) }.map(\.person)).sorted()
    return Seats.refusal(of: actor, in: own, for: body, on: day, others: others)
  }

  private static func refusal(
    of actor: String, in own: [Seat], for body: String, on day: CivilDate, others: [String]
  ) -> Refusal {
    let may = others.joined(separator: ", ")
    let help = (
      sv: may.isEmpty ? "ingen kan det den dagen" : "det kan \(may)",
      en: may.isEmpty ? "nobody can on that day" : "\(may) may"
    )
    if own.contains(where: { $0.isBarred && $0.isHeld(on: day) }) {
      return Refusal(
        "seat/conflict",
        sv: "\(actor) är bedömd som jävig och får inte medverka i \(body); \(help.sv)",
        en: "\(actor) has a conflict of interest and may take no part in \(body); \(help.en)")
    }
    guard let last = own.last else {
      return Refusal(
        "seat/none", sv: "\(actor) har ingen plats i \(body); \(help.sv)",
        en: "\(actor) has no seat in \(body); \(help.en)")
    }
    if !last.hasPower {
      return Refusal(
        "seat/co-opted",
        sv: "\(actor) är adjungerad i \(body) och beslutar inte där; \(help.sv)",
        en: "\(actor) is co-opted in \(body) and has no power there; \(help.en)")
    }
    return Refusal(
      "seat/not-then",
      sv: "\(actor) hade sin plats i \(body) \(last.period), inte den \(day); \(help.sv)",
      en: "\(actor) held a seat in \(body) \(last.period), not on \(day); \(help.en)")
  }
}

/// A seat that a person has or had.
private struct Seat {
  let person: String
  let from: CivilDate
  /// The last day of the term, or the day on which the person left.
  let until: CivilDate
  let hasPower: Bool
  let isBarred: Bool

  func isHeld(on day: CivilDate) -> Bool {
    from.firstDay <= day.lastDay && day.firstDay <= until.lastDay
  }
  func holds(on day: CivilDate) -> Bool { hasPower && !isBarred && isHeld(on: day) }
  var period: String { "\(from)–\(until)" }
}

extension ProductState {
  /// The seats of the group that the product is; empty where it is none.
  fileprivate var seats: [Seat] {
    guard
      let table = cases.reversed().lazy.flatMap(\.attempts).compactMap({ attempts in
        attempts.last?.attempt.summary.tables.first { $0.key == "seats" }
      }).first
    else { return [] }
    func cell(_ row: [Cell], _ key: String) -> Cell {
      table.column(key).map { row[$0] } ?? .none
    }
    return table.rows.compactMap { row in
      guard let person = cell(row, "person").word, case .date(let from) = cell(row, "from"),
        case .date(var until) = cell(row, "until")
      else { return nil }
      if case .date(let left) = cell(row, "left") { until = min(until, left) }
      return Seat(
        person: person, from: from, until: until, hasPower: cell(row, "seat").word != "co-opted",
        isBarred: cell(row, "conflict").word == "blocking")
    }
  }
}
