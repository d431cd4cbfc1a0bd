package import CivilTime
import Definitions
package import Lifecycle
package import Located
import Register
import StageKit

/// Regions by stages: what each has come to, how long after the national version, where it departs,
/// who said so, when, and where it was found.
///
/// A body of a region, such as its drug committee, stands in the region's row. What nobody has told is
/// unknown. It is never shown as a no, nor as undecided.
package struct Matrix: View {
  /// A stage of a run in a case.
  package struct Column: Sendable, Hashable {
    package let product: String
    package let title: Text
    package let caseID: String
    package let stage: String
    package let stageTitle: Text
  }

  /// What a member has come to in a stage.
  package struct Cell: Sendable, Hashable {
    /// The engine's word for it.
    package let status: LaneState.Status
    /// The outcome, once there is one.
    package let outcome: String?
    /// What a person sees: the stage's own word, or the label of the status.
    package let word: Text
    /// A line from the stage: "Infört på 14 av 29 vårdcentraler".
    package let line: Text?
    /// Days from the national version to the outcome; while only something was reported, to the
    /// day that the matrix is seen from.
    ///
    /// Nil where nothing was reported, and where no version has a day.
    package let days: Int?
    /// Whether it departs from what holds for all.
    package let departs: Bool
    package let reportedBy: String?
    package let reportedByName: Text?
    package let on: CivilDate?
    /// Where the latest report was found, when the member did not tell it itself.
    package let source: String?

    /// Whether anybody has reported.
    package var hasReport: Bool { on != nil }
  }

  /// A region, or a member of no region, with a cell for each column; nil where it takes no part.
  package struct Row: Sendable, Hashable {
    package let member: String
    package let name: Text
    package let cells: [Cell?]
  }

  /// The day that it is seen from.
  package let today: CivilDate
  package let columns: [Column]
  /// In the order of the set; members that only a later case has come after.
  package let rows: [Row]

  /// The runs of some cases: of one case, of all cases of a product, of a kind.
  package init(_ cases: [(product: ProductState, one: CaseState)], names: Names) {
    self.init(cases.flatMap { LaneStands().rows(of: $0.one, $0.product) }, names: names)
  }

  /// The cases of a product that its regions stand in: that of the version in force, and the latest; of
  /// a revision that no region has come to yet, nobody asks what they have come to.
  package static func cases(of product: ProductState) -> [CaseState] {
    let drawn = product.cases.filter { !LaneStands().rows(of: $0, product).isEmpty }
    let inForce = drawn.filter { $0.id == product.inForce?.caseID && $0.id != drawn.last?.id }
    return drawn.isEmpty ? product.cases.suffix(1) : inForce + drawn.suffix(1)
  }

  /// The same of what ``LaneStands`` gathered before.
  package init(_ gathered: [Views.Row], names: Names) {
    var columns: [Column] = []
    var places: [Column: Int] = [:]
    var members: [String] = []
    var memberPlaces: [String: Int] = [:]
    var regions: [String: String] = [:]
    // Of each member, as far as it takes part.
    var table: [[Cell?]] = []
    func line(of member: String) -> Int {
      if let place = memberPlaces[member] { return place }
      memberPlaces[member] = members.count
      members.append(member)
      table.append([])
      return members.count - 1
    }
    var place = 0
    var last: (one: StageKit.Cell, stage: StageKit.Cell) = (.none, .none)
    for row in gathered {
      // The members of one stage follow on each other, and then nothing is looked up.
      if columns.isEmpty || last != (row["case"], row["stage"]) {
        last = (row["case"], row["stage"])
        let column = Column(row)
        place = places[column] ?? columns.count
        if place == columns.count {
          columns.append(column)
          places[column] = place
        }
      }
      guard let id = row["region"].word else { continue }
      if regions[id] == nil {
        regions[id] = names.organisation.region(of: id, on: names.on) ?? id
      }
      // Of two bodies of a region in one stage the second has a row of its own.
      let region = line(of: regions[id] ?? id)
      let isTaken = place < table[region].count && table[region][place] != nil
      let member = isTaken ? line(of: id) : region
      while table[member].count <= place { table[member].append(nil) }
      table[member][place] = Cell(row, names)
    }
    today = names.on
    self.columns = columns
    rows = zip(members, table).map { member, cells in
      let silent = [Cell?](repeating: nil, count: columns.count - cells.count)
      return Row(member: member, name: names(member), cells: cells + silent)
    }
  }

  /// How many members have come to each word in a column, the most common first.
  package func counts(_ column: Int) -> [(word: Text, count: Int)] {
    var counts: [(word: Text, count: Int)] = []
    for cell in rows.compactMap({ $0.cells[column] }) {
      if let place = counts.firstIndex(where: { $0.word == cell.word }) {
        counts[place].count += 1
      } else {
        counts.append((cell.word, 1))
      }
    }
    return counts.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// The members that nobody has reported from in any column.
  package var silent: [Row] {
    rows.filter { row in !row.cells.contains { $0?.hasReport ?? false } }
  }
}

extension Matrix.Column {
  fileprivate init(_ row: Row) {
    product = row.id("product")
    title = row.text("title")
    caseID = row.id("case")
    stage = row.id("stage")
    stageTitle = row.text("stage")
  }
}

extension Matrix.Cell {
  fileprivate init(_ row: Row, _ names: Names) {
    status = LaneState.Status(rawValue: row.id("status")) ?? .unknown
    word = row.text("status")
    outcome = row["outcome"].word
    line = row["line"].words
    reportedBy = row["reported-by"].word
    reportedByName = reportedBy.map { names($0) }
    on = row["on"].date
    days = LaneStands.days(row, until: names.on)
    departs = row["departs"].word == "true"
    source = row["source"].word
  }
}
