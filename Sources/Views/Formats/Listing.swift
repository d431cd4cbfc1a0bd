package import Canonical
package import CivilTime
import Lifecycle
package import Located
import StageKit

/// Rows under columns, the same for people, programs and spreadsheets.
package struct Listing: View {
  /// A column: what programs find it by, and its heading.
  package struct Column: Sendable, Hashable {
    package let key: String
    package let title: Text

    package init(_ key: String, sv: String, en: String) {
      self.init(key, Text(sv: sv, en: en))
    }

    package init(_ key: String, _ title: Text) {
      self.key = key
      self.title = title
    }

    /// Whether it holds what a case or product is called in a command, to be copied whole.
    var isId: Bool { key == "case" || key == "product" }
  }

  /// Why a row wants attention.
  package enum Mark: String, Labelled {
    case overdue, missing, stale, departs, untouched

    package var label: Text {
      switch self {
      case .overdue: Text(sv: "Försenad", en: "Overdue")
      case .missing: Text(sv: "Saknas", en: "Missing")
      case .stale: Text(sv: "Inaktuell", en: "Out of date")
      case .departs: Text(sv: "Avviker", en: "Departs")
      case .untouched: Text(sv: "Orörd", en: "Untouched")
      }
    }
  }

  /// A row, with as many cells as there are columns.
  package struct Line: Sendable, Hashable {
    package let cells: [Told]
    package let mark: Mark?
  }

  /// What it is found by: `inbox`.
  package let key: String
  package var title: Text
  package let today: CivilDate
  /// What is to be known first: "31 synpunkter, 5 utan hantering".
  package var top: [Text] = []
  package let columns: [Column]
  package let lines: [Line]
  /// The column by which a page is divided under headings; rows with the same value follow on each
  /// other.
  package var dividedBy: String?
  /// What is said of each part, in the order of the parts; empty where nothing is.
  package var ofParts: [Text] = []
  /// What is said where there is no row.
  package var whenEmpty = Text(sv: "Inget att visa.", en: "Nothing to show.")
  /// How people get it where it has more rows than anybody reads; nil where every row is shown.
  package var counting: Counting?
  /// What belongs to it and has columns of its own; not in a spreadsheet, which has one table.
  package var further: [Listing] = []
}

// MARK: - For people

extension Listing {
  package var page: Page { Page([.title(title)] + blocks) }

  private var blocks: [Page.Block] {
    var blocks: [Page.Block] = top.map { .paragraph($0) }
    if let counted {
      blocks += counted
    } else if lines.isEmpty {
      blocks.append(.paragraph(whenEmpty))
    } else if let place = columns.firstIndex(where: { $0.key == dividedBy }) {
      for (number, part) in parts(by: place).enumerated() {
        blocks.append(.heading(part[0].cells[place].text))
        if number < ofParts.count { blocks.append(.paragraph(ofParts[number])) }
        blocks.append(.table(table(of: part, without: place)))
      }
    } else {
      blocks.append(.table(table(of: lines, without: nil)))
    }
    for listing in further { blocks += [.heading(listing.title)] + listing.blocks }
    return blocks
  }

  private func parts(by place: Int) -> [[Line]] {
    var parts: [[Line]] = []
    for line in lines {
      if let last = parts.last?.last, last.cells[place] == line.cells[place] {
        parts[parts.count - 1].append(line)
      } else {
        parts.append([line])
      }
    }
    return parts
  }

  private func table(of lines: [Line], without place: Int?) -> TextTable {
    // A column in which no row says anything is left out, but for the first.
    let first = columns.indices.first { $0 != place }
    let kept = columns.indices.filter { column in
      column != place
        && (column == first || lines.contains { !$0.cells[column].text.isEmpty })
    }
    let hasMarks = lines.contains { $0.mark != nil }
    let note = TextTable.Column(Text(sv: "Obs", en: "Note"), rigid: true)
    return TextTable(
      kept.map { column($0, of: lines) } + (hasMarks ? [note] : []),
      rows: lines.map { line in
        var row = kept.map { line.cells[$0].text }
        if hasMarks { row.append(line.mark?.label ?? Text("")) }
        return row
      },
      marked: Set(lines.indices.filter { lines[$0].mark != nil }))
  }

  private func column(_ place: Int, of lines: [Line]) -> TextTable.Column {
    var (isRigid, isNumeric, isKnown) = (true, true, false)
    for line in lines {
      switch line.cells[place].cell {
      case .none: continue
      case .date: isNumeric = false
      // A number has no place to break, and its heading has.
      case .number, .whole: isRigid = false
      case .text, .choice, .bodies, .prose: (isRigid, isNumeric) = (false, false)
      }
      isKnown = true
    }
    return TextTable.Column(
      columns[place].title, rigid: columns[place].isId || isRigid, numeric: isNumeric && isKnown)
  }
}

// MARK: - For programs

extension Listing {
  /// Keys: `view`, `title`, `today`, `top`; `rows`, each by the columns' keys and with `mark` where it
  /// wants attention; `bodies` (`body`, `name`), those that the rows name by id; `further`, of the
  /// same form.
  package var json: Value {
    .record([
      "view": .text(key), "title": title.json, "today": today.json,
      "top": top.isEmpty ? nil : .list(top.map(\.json)),
      "rows": .list(
        lines.map { line in
          .record(
            zip(columns, line.cells).compactMap { column, told in
              told.json.map { Value.Field(column.key, $0) }
            } + (line.mark.map { [.init("mark", .text($0.rawValue))] } ?? []))
        }),
      "bodies": bodies.isEmpty
        ? nil
        : .list(bodies.map { .record(["body": .text($0.id), "name": $0.name.json]) }),
      "further": further.isEmpty ? nil : .list(further.map(\.json)),
    ])
  }

  // A cell of several bodies reads as their names with commas between, so only those of one tell
  // which name is whose.
  private var bodies: [(id: String, name: Text)] {
    var seen: Set<String> = []
    return lines.flatMap(\.cells).compactMap { told in
      guard case .bodies(let bodies) = told.cell, bodies.count == 1,
        seen.insert(bodies[0].id).inserted
      else { return nil }
      return (bodies[0].id, told.text)
    }
  }
}
