package import Canonical
import CivilTime
import Lifecycle
import Located
import StageKit

extension Matrix {
  package var page: Page {
    guard !columns.isEmpty else {
      return Page([
        .paragraph(
          Text(
            sv: "Ännu är inget fördelat på regioner eller andra.",
            en: "Nothing goes by region or other member yet."))
      ])
    }
    let isOneCase = Set(columns.map(\.caseID)).count == 1
    var blocks: [Page.Block] = []
    if isOneCase {
      blocks.append(.title(columns[0].caseTitle))
      blocks += columns.indices.flatMap { stage($0) }
    } else if columns.count > mostColumns {
      blocks.append(
        .paragraph(
          Text(
            sv: "En av dem, region för region: stafett matrix ÄRENDE. Alla: --format csv",
            en: "One of them, region by region: stafett matrix CASE. All: --format csv")))
      blocks.append(.table(counted))
    } else {
      // More columns than can be read side by side go under each other.
      for start in stride(from: 0, to: columns.count, by: columnsPerTable) {
        blocks.append(.table(words(start..<min(start + columnsPerTable, columns.count))))
      }
      blocks += columns.indices.map { .paragraph(foot($0, of: columns[$0].caseTitle)) }
    }
    if rows.contains(where: { row in row.cells.contains { $0?.days != nil } }) {
      blocks.append(
        .paragraph(
          Text(
            sv: "Dagarna räknas från den nationella versionen.",
            en: "Days are counted from the national version.")))
    }
    if !silent.isEmpty {
      let names = silent.map(\.name).listed
      blocks.append(
        .paragraph(
          Text(sv: "Utan rapport: \(names.sv)", en: "Without a report: \(names.en)")))
    }
    return Page(blocks)
  }

  private var columnsPerTable: Int { 4 }
  /// With more, how many have come to each word is what can be read.
  private var mostColumns: Int { 48 }

  private var counted: TextTable {
    TextTable(
      [
        .init(Phrase.subject), .init(Phrase.caseID, rigid: true), .init(Phrase.stage),
        .init(Phrase.status),
      ],
      rows: columns.indices.map { place in
        let column = columns[place]
        return [column.title, Text(column.caseID), column.stageTitle, words(of: place)]
      })
  }

  // One stage of one case: there is room for who said it.
  private func stage(_ column: Int) -> [Page.Block] {
    let table = TextTable(
      [
        .init(Phrase.region), .init(Phrase.status), .init(Phrase.reportedBy),
        .init(Phrase.day, rigid: true), .init(Phrase.source),
      ],
      rows: rows.compactMap { row in
        row.cells[column].map { cell in
          [
            row.name, cell.told(cell.text), cell.reportedByName ?? Text(""),
            Text(cell.on?.description ?? ""), Text(cell.source ?? ""),
          ]
        }
      })
    return [
      .heading(columns[column].stageTitle), .table(table.withoutEmptyColumns),
      .paragraph(foot(column, of: columns[column].stageTitle)),
    ]
  }

  private func words(_ range: Range<Int>) -> TextTable {
    TextTable(
      [.init(Phrase.region)]
        + columns[range].map { .init([$0.title, $0.stageTitle].joined("\n")) },
      rows: rows.map { row in
        [row.name] + range.map { row.cells[$0].map { $0.told($0.word) } ?? Text("–") }
      })
  }

  private func foot(_ column: Int, of title: Text) -> Text {
    title.with(words(of: column))
  }

  private func words(of column: Int) -> Text {
    counts(column).map { word, count in
      Text(sv: "\(word.sv) \(count)", en: "\(word.en) \(count)")
    }.joined(" · ")
  }

  /// Keys: `columns`, each with `case`, `product`, `title`, `stage`, `stage-title` and `counts`
  /// (`word`, `count`); `rows`, each with `member`, `name` and `cells`, one for each column and empty
  /// where the member takes no part: `status`, `outcome`, `word`, `line`, `reported-by`,
  /// `reported-by-name`, `on`, `days`, `departs`, `source`; `without-report`, the members' ids.
  package var json: Value {
    .record([
      "columns": .list(
        columns.enumerated().map { index, column in
          .record([
            "case": .text(column.caseID), "product": .text(column.product),
            "title": column.title.json, "stage": .text(column.stage),
            "stage-title": column.stageTitle.json,
            "counts": .list(
              counts(index).map { .record(["word": $0.word.json, "count": .whole($0.count)]) }),
          ])
        }),
      "rows": .list(
        rows.map { row in
          .record([
            "member": .text(row.member), "name": row.name.json,
            "cells": .list(row.cells.map { $0?.json ?? .record([]) }),
          ])
        }),
      "without-report": .list(silent.map { .text($0.member) }),
    ])
  }
}

extension Matrix.Column {
  fileprivate var caseTitle: Text {
    Text(sv: "\(title.sv) (\(caseID))", en: "\(title.en) (\(caseID))")
  }
}

extension Matrix.Cell {
  // With how old it is, and whether it departs.
  fileprivate func told(_ words: Text) -> Text {
    var parts = [words]
    if let days { parts.append(Phrase.days(days)) }
    if departs { parts.append(Phrase.departs) }
    return parts.joined(", ")
  }

  // The stage's line tells more than the word, and often begins with it.
  fileprivate var text: Text {
    guard let line else { return word }
    return Text(
      sv: line.sv.hasPrefix(word.sv) ? line.sv : "\(word.sv): \(line.sv)",
      en: line.en.hasPrefix(word.en) ? line.en : "\(word.en): \(line.en)")
  }

  fileprivate var json: Value {
    .record([
      "status": .text(status.rawValue), "outcome": outcome.map { .text($0) }, "word": word.json,
      "line": line?.json, "reported-by": reportedBy.map { .text($0) },
      "reported-by-name": reportedByName?.json, "on": on?.json, "days": days.map { .whole($0) },
      "departs": .flag(departs), "source": source.map { .text($0) },
    ])
  }
}

extension TextTable {
  /// The table without columns in which no row says anything; the first stays.
  var withoutEmptyColumns: TextTable {
    let kept = columns.indices.filter { column in
      column == 0 || rows.contains { !$0[column].isEmpty }
    }
    return TextTable(
      kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, marked: marked)
  }
}
