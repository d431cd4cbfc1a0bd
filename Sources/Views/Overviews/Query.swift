package import Canonical
package import CivilTime
package import Lifecycle
import Located
import Register
import StageKit

/// What somebody asks an overview for; what is not said does not narrow.
package struct Query: Sendable {
  /// A way to narrow an overview, as it is written on the command line.
  package enum Option: String, CaseIterable, Sendable {
    case body = "for"
    case region, area, year, kind, goal, within
    case cases = "CASE"

    /// As it is written.
    package var word: String { self == .cases ? rawValue : "--\(rawValue)" }

    /// The same for who reads Swedish.
    var wordInSwedish: String { self == .cases ? "ÄRENDE" : word }
  }

  /// A body that is owed by, or what it may do for another.
  package var body: String?
  package var region: String?
  /// A programme area: what it has a part in, and groups that are a part of it.
  package var area: String?
  package var year: Int?
  /// A kind of product.
  package var kind: String?
  /// One of the goals of good care, by its name in either language.
  package var goal: String?
  /// Days ahead.
  package var within: Int?
  /// Cases, or products for all their cases.
  package var cases: [String] = []

  package init() {}

  /// The options that were given.
  package var given: [Option] {
    Option.allCases.filter { option in
      switch option {
      case .body: body != nil
      case .region: region != nil
      case .area: area != nil
      case .year: year != nil
      case .kind: kind != nil
      case .goal: goal != nil
      case .within: within != nil
      case .cases: !cases.isEmpty
      }
    }
  }
}

/// What an overview is seen in: the day, the names of that day, and what was asked.
package struct World {
  package let names: Names
  package let query: Query
  /// Finds a text that stands beside the chain of a product.
  package let prose: (_ product: String, ContentHash) -> String?
  /// Who the reference words of people stand for, as far as that is kept.
  package let persons: [String: Person]

  package init(
    _ names: Names, _ query: Query = Query(), persons: [Person] = [],
    prose: @escaping (_ product: String, ContentHash) -> String? = { _, _ in nil }
  ) {
    self.names = names
    self.query = query
    self.prose = prose
    self.persons = Dictionary(
      persons.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The day it is seen from.
  package var today: CivilDate { names.on }
  var organisation: Organisation { names.organisation }

  /// Whether a row is one of those that were asked for.
  ///
  /// Each option narrows by the cells of a key, and leaves rows without that key alone: `for` by
  /// `body`, `region` by `region`, `area` by `bodies`, `year` by `year`, or by `from-year` and `to-year`, `kind`
  /// by `kind`, `goal` by `care-goals`, `within` by `due`, CASE by `case`, `product` and `subject`.
  func wants(_ row: Row) -> Bool {
    query.given.allSatisfy { option in
      switch option {
      case .body: asks("body", of: row) { id in canAct(query.body, for: id) }
      case .region: asks("region", of: row) { $0 == query.region }
      case .area: asks("bodies", of: row) { isWithin($0, query.area) }
      case .kind: !row.has("kind") || row["kind"].word == query.kind
      case .year: isOfYear(row)
      case .goal: !row.has("care-goals") || names(query.goal, in: row["care-goals"])
      case .within: !row.has("due") || isDue(row["due"].date)
      case .cases:
        !row.has("case")
          || [row["case"].word, row["product"].word, row["subject"].word].contains { word in
            word.map(query.cases.contains) ?? false
          }
      }
    }
  }

  private func asks(_ key: String, of row: Row, _ holds: (String) -> Bool) -> Bool {
    !row.has(key) || row[key].bodies.contains { holds($0.id) }
  }

  // What has no last year goes on.
  private func isOfYear(_ row: Row) -> Bool {
    guard let year = query.year else { return true }
    guard row.has("from-year") else { return !row.has("year") || row["year"].count == year }
    guard let first = row["from-year"].count else { return false }
    return first <= year && year <= row["to-year"].count ?? max(first, today.year)
  }

  private func names(_ goal: String?, in cell: Cell) -> Bool {
    guard let goal = goal?.lowercased(), let words = cell.words else { return false }
    return [words.sv, words.en].contains { text in
      text.lowercased().split(separator: ",").contains { $0.drop { $0 == " " } == goal[...] }
    }
  }

  private func isDue(_ day: CivilDate?) -> Bool {
    guard let day, let within = query.within else { return false }
    return today.days(until: day.lastDay) <= within
  }

  /// Whether an actor may act for a body today; without an actor, yes.
  func canAct(_ actor: String?, for body: String) -> Bool {
    actor.map { organisation.canAct($0, for: body, on: today) } ?? true
  }

  /// Whether a body is an area or, through whatever it is a part of, a part of it.
  func isWithin(_ body: String, _ area: String?) -> Bool {
    guard let area else { return true }
    return wholes(of: body).contains(area)
  }

  /// A body and all that it is a part of today, itself first.
  func wholes(of body: String) -> [String] { organisation.wholes(of: body, on: today) }
}
