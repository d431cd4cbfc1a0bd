package import Lifecycle
package import Located
import Register
import StageKit

/// An overview over all products: one small type in a file of its own, listed in ``Overviews``.
///
/// What it tells is made in two steps that are kept apart. ``rows(of:)`` gathers from one product
/// what is the same on every day and in every language. ``show(_:in:)`` narrows, reckons by the day,
/// sorts and sums.
package protocol Overview: Gathering {
  /// By which it is asked for, in kebab-case.
  var name: String { get }
  var title: Text { get }
  /// One line on what it is for.
  var help: Text { get }
  /// What it can be narrowed by.
  var options: [Query.Option] { get }
  /// The columns that are shown, by the keys of the rows.
  var columns: [Listing.Column] { get }
  /// The column by whose values rows are counted, where they are more than anybody reads.
  var counts: String { get }
  /// The rows that were asked for, in order, with what the day adds.
  func show(_ rows: [Row], in world: World) -> Listing
}

extension Overview {
  /// The subject, which most have.
  package var counts: String { "title" }

  /// The overview of some products as they stand, narrowed to what was asked for.
  package func listing(of products: [ProductState], in world: World) -> Listing {
    listing(of: products.flatMap { rows(of: $0) }, in: world)
  }

  /// The overview of rows that were gathered before.
  package func listing(of rows: [Row], in world: World) -> Listing {
    show(world.query.given.isEmpty ? rows : rows.filter(world.wants), in: world)
  }

  /// A listing of rows by the columns.
  ///
  /// - Parameters:
  ///   - columns: others than the overview's own.
  ///   - mark: why a row wants attention.
  ///   - cell: what stands in a row under a key; what the row has, unless the day says more. So rows
  ///     of a whole country need not be copied for one cell.
  func listing(
    _ rows: [Row], in world: World, columns: [Listing.Column]? = nil, top: [Text] = [],
    mark: (Row) -> Listing.Mark? = { _ in nil }, cell: (Row, String) -> Cell = { $0[$1] }
  ) -> Listing {
    let columns = columns ?? self.columns
    var listing = Listing(
      key: name, title: Text(sv: "\(title.sv), \(world.today)", en: "\(title.en), \(world.today)"),
      today: world.today, top: top, columns: columns,
      lines: rows.map { row in
        let product = row["product"].word ?? ""
        return Listing.Line(
          cells: columns.map { column in
            world.names.told(cell(row, column.key)) { world.prose(product, $0) }
          }, mark: mark(row))
      })
    listing.counting = Listing.Counting(
      by: counts,
      narrowing: Text(
        sv: "stafett \(name) " + options.map(\.wordInSwedish).joined(separator: ", "),
        en: "stafett \(name) " + options.map(\.word).joined(separator: ", ")))
    return listing
  }
}

extension Text {
  /// "2 försenade", in Swedish.
  static func overdue(_ count: Int) -> String {
    "\(count) \(count == 1 ? "försenad" : "försenade")"
  }

  /// A count with what is counted, each of the two forms stored whole.
  static func count(_ count: Int, one: Text, many: Text) -> Text {
    let what = count == 1 ? one : many
    return Text(sv: "\(count) \(what.sv)", en: "\(count) \(what.en)")
  }
}

extension [Row] {
  /// The rows in the order of some cells, what is not known last.
  ///
  /// Days and counts go by size, regions by their codes, others by their words as in a
  /// Swedish list; rows that are alike keep their order.
  func sorted(in world: World? = nil, by keys: String...) -> [Row] {
    // The same words come back in row after row, and are made into keys once.
    var known: [Cell: SortKey] = [:]
    let all = map { row in
      keys.map { key -> SortKey in
        let cell = row[key]
        switch cell {
        case .none, .date, .whole: return SortKey(cell, world)
        case .text, .choice, .number, .bodies, .prose: break
        }
        if let made = known[cell] { return made }
        let made = SortKey(cell, world)
        known[cell] = made
        return made
      }
    }
    return indices.sorted { a, b in
      for (first, second) in zip(all[a], all[b]) where first != second { return first < second }
      return a < b
    }.map { self[$0] }
  }

  /// The rows by a key, in the order in which each value comes first.
  func grouped(by key: String) -> [(value: Cell, rows: [Row])] {
    var groups: [(value: Cell, rows: [Row])] = []
    var places: [Cell: Int] = [:]
    var last = 0
    for row in self {
      let value = row[key]
      // Rows of one thing mostly follow on each other, and then nothing is looked up.
      if groups.isEmpty || groups[last].value != value {
        last = places[value] ?? groups.count
        if last == groups.count {
          groups.append((value, []))
          places[value] = last
        }
      }
      groups[last].rows.append(row)
    }
    return groups
  }
}

private struct SortKey: Comparable {
  let number: Int
  let word: [UInt32]

  init(_ cell: Cell, _ world: World?) {
    switch cell {
    case .date(let date): (number, word) = (Int(date.lastDay.dayNumber), [])
    case .whole(let count): (number, word) = (count, [])
    case .none: (number, word) = (.max, [])
    case .bodies(let bodies):
      // Regions by their codes, as every national list has them; others by their names.
      let name = bodies.first.flatMap { body -> String? in
        world?.organisation.body(body.id)?.level == .region ? nil : world?.names(body.id).sv
      }
      (number, word) = (0, (name ?? cell.word ?? "").collation)
    default: (number, word) = (0, (cell.word ?? "").collation)
    }
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    a.number != b.number ? a.number < b.number : a.word.lexicographicallyPrecedes(b.word)
  }
}
