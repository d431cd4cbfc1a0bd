import Located
import StageKit

// A list of a whole country may have thousands of rows. Nobody reads them one by one, so a page tells
// how many there are of each, and how to ask for some. Programs and spreadsheets have every row.

extension Listing {
  /// How rows are counted.
  package struct Counting: Sendable {
    /// The key of the column by whose values they are.
    let by: String
    /// The command by which some are asked for: "stafett decisions --region, CASE".
    let narrowing: Text
  }

  /// As many rows as are shown one by one.
  static let most = 1_000

  /// The counts; nil where the rows are shown, and where counts would be as many.
  var counted: [Page.Block]? {
    guard lines.count > Self.most, let counting,
      let place = columns.firstIndex(where: { $0.key == counting.by })
    else { return nil }
    var order: [Text] = []
    var groups: [String: [Line]] = [:]
    for line in lines {
      let value = line.cells[place].text
      if groups[value.sv] == nil { order.append(value) }
      groups[value.sv, default: []].append(line)
    }
    guard order.count * 2 <= lines.count else { return nil }
    let rows = order.map { ($0, groups[$0.sv] ?? []) }
    // What is said of each part tells more than a count of its rows.
    let isTold = dividedBy == counting.by && ofParts.count == order.count
    return [
      .paragraph(ask(counting)),
      .table(isTold ? told(rows.map(\.0), columns[place]) : table(of: rows, columns[place])),
    ]
  }

  private func ask(_ counting: Counting) -> Text {
    let count = lines.count.written
    return Text(
      sv: "\(count.sv) rader. Några av dem: \(counting.narrowing.sv). Alla: --format csv",
      en: "\(count.en) rows. Some of them: \(counting.narrowing.en). All: --format csv")
  }

  private func told(_ values: [Text], _ column: Column) -> TextTable {
    TextTable(
      [.init(column.title, rigid: column.isId), .init(Phrase.status)],
      rows: zip(values, ofParts).map { [$0, $1] })
  }

  private func table(of groups: [(Text, [Line])], _ column: Column) -> TextTable {
    let marks = Mark.allCases.filter { mark in lines.contains { $0.mark == mark } }
    let counts = [Text(sv: "Rader", en: "Rows")] + marks.map(\.label)
    return TextTable(
      [.init(column.title, rigid: column.isId)] + counts.map { .init($0, numeric: true) },
      rows: groups.map { value, lines in
        [value, lines.count.written]
          + marks.map { mark in
            let count = lines.count { $0.mark == mark }
            return count == 0 ? Text("") : count.written
          }
      })
  }
}
