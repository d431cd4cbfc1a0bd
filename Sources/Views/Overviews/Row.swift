import Definitions
package import Lifecycle
import Located
package import StageKit

/// What an overview gathers of a product: cells by keys.
///
/// It says the same on every day and in every language, so that it can be kept with the product's
/// version and need not be gathered again.
package struct Row: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private(set) var keys: [String]
  private(set) var cells: [Cell]

  /// Cells by their keys, in order.
  init(keys: [String], cells: [Cell]) {
    self.keys = keys
    self.cells = cells
  }

  /// Cells by keys; one of a key.
  package init(dictionaryLiteral elements: (String, Cell)...) {
    keys = elements.map(\.0)
    cells = elements.map(\.1)
  }

  /// Whether it tells of a key at all, if only that nothing is known.
  package func has(_ key: String) -> Bool { keys.contains(key) }

  /// The cell of a key; none where it has no such key.
  package subscript(key: String) -> Cell {
    get {
      for place in keys.indices where keys[place] == key { return cells[place] }
      return .none
    }
    set {
      if let place = keys.firstIndex(of: key) {
        cells[place] = newValue
      } else {
        // To the size that it takes: an array that grows by itself doubles, in every row of thousands.
        keys = keys.appending(key)
        cells = cells.appending(newValue)
      }
    }
  }

  /// The row without a key.
  func without(_ key: String) -> Row {
    guard let place = keys.firstIndex(of: key) else { return self }
    var row = self
    row.keys.remove(at: place)
    row.cells.remove(at: place)
    return row
  }

  /// The row with the cells of another; the other's where both have one.
  package func with(_ other: Row) -> Row {
    var row = self
    var new: [Int] = []
    for (place, key) in other.keys.enumerated() {
      if let own = keys.firstIndex(of: key) {
        row.cells[own] = other.cells[place]
      } else {
        new.append(place)
      }
    }
    guard !new.isEmpty else { return row }
    row.keys += new.map { other.keys[$0] }
    row.cells += new.map { other.cells[$0] }
    return row
  }
}

extension Row {
  /// Which case of which product it is about: `product`, `title`, `kind`, `case`, `edition`, `owner`
  /// and `bodies`, all that have a part in the case by name.
  package init(_ one: CaseState, of product: ProductState) {
    let owner = Body(stringLiteral: one.owner)
    self = [
      "product": Cell(product.stream), "title": Cell(product.title), "kind": Cell(product.kind),
      "case": Cell(one.id), "edition": Cell(one.edition), "owner": Cell(owner),
      "bodies": Cell([owner] + one.roles.map { Body(stringLiteral: $0.to) }),
    ]
  }

  /// A row of a stage's table by the table's keys.
  init(_ cells: [Cell], of table: Summary.Table) {
    keys = table.columns.map(\.key)
    self.cells = cells
  }
}

extension ProductState {
  /// The rows of all tables of a key, in every attempt that counts, with what is known of where each
  /// stands: ``Row/init(_:of:)``, `stage`, `attempt`, and `region` in a lane.
  ///
  /// - Parameter perAttempt: what else to say of each attempt.
  package func rows(
    ofTable key: String, _ perAttempt: (CaseState, Spot, AttemptState) -> Row = { _, _, _ in [:] }
  ) -> [Row] {
    attempts.flatMap { one, spot, attempt -> [Row] in
      guard let table = attempt.attempt.summary.tables.first(where: { $0.key == key }) else {
        return []
      }
      let place = Row(one, spot, attempt, of: self).with(perAttempt(one, spot, attempt))
      return table.rows.map { place.with(Row($0, of: table)) }
    }
  }

  /// The latest attempt that counts of every stage of every case, and of every lane; of a stage that
  /// returns, all that count.
  package var attempts: [(CaseState, Spot, AttemptState)] {
    cases.flatMap { one -> [(CaseState, Spot, AttemptState)] in
      one.definition.stages.indices.flatMap { index -> [(CaseState, Spot, AttemptState)] in
        let stage = one.definition.stages[index].id
        guard let run = one.run(of: index), let row = one.place(of: index).lane else {
          let standing = one.attempts[index].filter(\.counts)
          // What returns says something each time, and the earlier figures still hold.
          let told =
            one.definition.stages[index].form.every == nil ? standing.suffix(1) : standing[...]
          return told.map { (one, Spot(stage), $0) }
        }
        return one.runs[run].lanes.compactMap { lane in
          lane.standing(at: row).flatMap {
            $0.counts ? (one, Spot(stage, lane: lane.body), $0) : nil
          }
        }
      }
    }
  }
}

extension Row {
  /// Where an attempt stands.
  init(_ one: CaseState, _ spot: Spot, _ attempt: AttemptState, of product: ProductState) {
    self = Row(one, of: product)
    self["stage"] = Cell(spot.stage)
    self["attempt"] = Cell(attempt.number)
    if let lane = spot.lane { self["region"] = Cell(Body(stringLiteral: lane)) }
  }
}

extension AttemptState {
  /// Whether what was said in it still holds.
  var counts: Bool {
    switch status {
    case .open, .awaiting, .closed: true
    case .invalidated, .cancelled: false
    }
  }
}

extension Row {
  /// The word of a cell; empty where nothing is known.
  func id(_ key: String) -> String { self[key].word ?? "" }

  /// The words of a cell.
  func text(_ key: String) -> Text { self[key].words ?? Text("") }
}

extension [Body] {
  /// Each body once, where it comes first.
  var unique: [Body] {
    var seen: Set<Body> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Array {
  fileprivate func appending(_ last: Element) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(count + 1)
    all += self
    all.append(last)
    return all
  }
}

extension Cell {
  /// Days to another day; nil where either is unknown, or known only by month: no day is made up.
  func days(until last: Cell) -> Int? {
    guard let date, let last = last.date, !date.isMonth, !last.isMonth else { return nil }
    return date.days(until: last)
  }
}
