package import Canonical
package import Located
package import Register
package import Sheets

/// Rows that together say one thing: a case to open, or an act to register.
package struct Entry: Sendable {
  /// Where its rows stand.
  package let place: RowPlace
  /// What it is known by the next time; unique in its mapping.
  package let key: String
  /// The single values, by their paths: `title`, `inputs.diagnosis`.
  package let values: [(path: [String], text: String)]
  /// The form of an act, with the places in the sheet.
  package let form: Node?

  /// The value of a key.
  package subscript(path: String...) -> String? { values.first { $0.path == path }?.text }

  /// The names and values under a key.
  package func values(under key: String) -> [(name: String, text: String)] {
    values.filter { $0.path.count == 2 && $0.path[0] == key }.map { ($0.path[1], $0.text) }
  }

  /// All that is said, in words that do not change with where it stands.
  package var content: Value {
    .record([
      "values": .list(
        values.map { .list([.text($0.path.joined(separator: ".")), .text($0.text)]) }),
      "form": form.map { $0.written },
    ])
  }
}

/// Some rows of a file.
package struct RowPlace: Sendable, Hashable {
  package let file: String
  /// The lines, in order; empty for what is said of the whole file.
  package var lines: [Int]
  /// What the first of them is about, as a person knows it.
  package var name: String

  /// `5–9, 12`; of rows that lie far apart the first three and the last: `2, 14, 26, …, 590`.
  package var range: String {
    var runs: [ClosedRange<Int>] = []
    for line in lines {
      if let last = runs.last, last.upperBound + 1 == line {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    let told = runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let shown = told.count > 8 ? told.prefix(3) + ["…"] + told.suffix(1) : told[...]
    return shown.joined(separator: ", ")
  }
}

/// What the rows of some files say, by a mapping.
package struct SheetReading {
  package private(set) var entries: [Entry] = []
  package private(set) var refused: [(place: RowPlace, fault: RowFault)] = []
  /// The blank rows, and those that repeat the headings.
  package private(set) var blank: [RowPlace] = []
  /// The merged cells of a file, whose value was taken for each of their rows.
  package private(set) var merged: [(file: String, ranges: [String])] = []

  private let mapping: Mapping
  private let names: BodyNames
  private var places: [String: RowPlace] = [:]

  /// Begins with nothing read.
  package init(_ mapping: Mapping, _ organisation: Organisation) {
    self.mapping = mapping
    names = BodyNames(organisation)
  }

  /// Reads a file.
  ///
  /// - Throws: where the file as a whole is not what the mapping is about.
  package mutating func read(_ file: String, _ workbook: Workbook) throws(ImportFault) {
    let view = try SheetView(file, workbook, mapping)
    let cleaning = Cleaning(bodies: names, from1904: workbook.countsFrom1904)
    if !view.sheet.merged.isEmpty, view.heading != nil {
      merged.append((file, view.sheet.merged))
    }
    var rows: [SheetRow] = []
    var skipped: [Int] = []
    for row in view.body {
      let isSaid = mapping.sources.contains { source in
        guard case .column(let names) = source.origin else { return false }
        return view.cell(names, in: row).map { !$0.isRepeated && !$0.text.tidy.isEmpty } ?? false
      }
      if !isSaid || view.isHeading(row) { skipped.append(row.line) } else { rows.append(row) }
    }
    if !skipped.isEmpty { blank.append(RowPlace(file: file, lines: skipped, name: "")) }
    for group in groups(rows, view, cleaning) { take(group, view, cleaning) }
  }

  private typealias Group = (name: String, rows: [SheetRow])

  private mutating func groups(
    _ rows: [SheetRow], _ view: SheetView, _ cleaning: Cleaning
  ) -> [Group] {
    switch mapping.onePer {
    case .row:
      return rows.map { ("", [$0]) }
    case .file:
      let name = view.file.split(separator: "/").last.map(String.init) ?? view.file
      return [(name, rows)]
    case .column(let source):
      var order: [String] = []
      var groups: [String: [SheetRow]] = [:]
      for row in rows {
        do throws(RowFault) {
          let values = try cleaning.values(source, in: row, of: view)
          let name = values.map(\.text).joined(separator: ", ")
          guard !name.isEmpty else {
            throw RowFault(
              "import/no-key", sv: "cellen som raderna hålls ihop av är tom",
              en: "the cell that holds rows together is empty",
              help: Text(sv: "fyll i den", en: "fill it in"))
          }
          if groups[name] == nil { order.append(name) }
          groups[name, default: []].append(row)
        } catch {
          refused.append((RowPlace(file: view.file, lines: [row.line], name: ""), error))
        }
      }
      return order.map { ($0, groups[$0] ?? []) }
    }
  }

  private mutating func take(_ group: Group, _ view: SheetView, _ cleaning: Cleaning) {
    var place = RowPlace(file: view.file, lines: group.rows.map(\.line), name: group.name)
    var values: [(path: [String], text: String)] = []
    var form = FormOfRows(path: view.file)
    // All that is wrong in a row is told at once: whoever mends the sheet mends it once.
    var faults: [(line: Int?, fault: RowFault)] = []
    func tried<Value>(
      _ line: Int? = nil, _ read: () throws(RowFault) -> Value
    ) -> Value? {
      do throws(RowFault) { return try read() } catch {
        faults.append((line, error))
        return nil
      }
    }
    for field in mapping.purpose.fields {
      switch field.content {
      case .one(let source):
        let found = tried { () throws(RowFault) in
          try same(source, group.rows, view, cleaning)
        }
        guard let found, !found.isEmpty else { continue }
        if field.path.first == "fields" {
          form.add(field.path[1], found, isList: source.isMany)
        } else {
          // A title that was broken over lines in its cell is one line.
          let text = found.map(\.text.tidy).joined(separator: ", ")
          values.append((field.path, text))
          if place.name.isEmpty, field.path == ["title"] { place.name = text }
        }
      case .rows(let columns):
        var records: [(line: Int, cells: [(key: String, value: Written)])] = []
        for row in group.rows {
          var cells: [(key: String, value: Written)] = []
          for (key, source) in columns {
            let found = tried(row.line) { () throws(RowFault) in
              try cleaning.values(source, in: row, of: view)
            }
            // What is the same in every row says nothing by itself.
            cells += (found ?? []).prefix(1).map { (key, $0) }
          }
          if cells.contains(where: { $0.value.column > 0 }) { records.append((row.line, cells)) }
        }
        if !records.isEmpty { form.add(field.path[1], records) }
      }
    }
    let key =
      faults.isEmpty
      ? tried { () throws(RowFault) in
        let key = try self.key(group, view, cleaning, values, form)
        if let first = places[key] { throw RowFault.saidTwice(key, first, in: view.file) }
        return key
      } : nil
    guard let key, faults.isEmpty else {
      refused += faults.map { line, fault in
        (
          RowPlace(file: place.file, lines: line.map { [$0] } ?? place.lines, name: place.name),
          fault
        )
      }
      return
    }
    places[key] = place
    entries.append(Entry(place: place, key: key, values: values, form: form.node))
  }

  // What is said once for several rows: the first that says it, and no other may say another thing.
  private func same(
    _ source: Mapping.Source, _ rows: [SheetRow], _ view: SheetView, _ cleaning: Cleaning
  ) throws(RowFault) -> [Written] {
    guard case .column = source.origin, !rows.isEmpty else {
      return try cleaning.values(source, in: rows.first, of: view)
    }
    var found: [Written] = []
    var line = 0
    for row in rows {
      let values = try cleaning.values(source, in: row, of: view)
      guard let value = values.first, value.column > 0 || found.isEmpty else { continue }
      if found.isEmpty || found[0].column == 0 {
        (found, line) = (values, row.line)
      } else if found.map(\.text) != values.map(\.text) {
        let (a, b) = (found[0].text, value.text)
        throw RowFault(
          "import/rows-differ", at: value.column,
          sv: "rad \(row.line) säger '\(b)' men rad \(line) '\(a)'",
          en: "row \(row.line) says '\(b)' and row \(line) '\(a)'",
          help: Text(
            sv: "raderna hör ihop: låt dem säga samma sak",
            en: "the rows belong together: let them say the same"))
      }
    }
    return found
  }

  private func key(
    _ group: Group, _ view: SheetView, _ cleaning: Cleaning,
    _ values: [(path: [String], text: String)], _ form: FormOfRows
  ) throws(RowFault) -> String {
    if let source = mapping.key {
      let said = try cleaning.values(source, in: group.rows.first, of: view)
      if let key = said.first?.text, !key.isEmpty { return key }
    }
    if !group.name.isEmpty { return group.name }
    if let product = values.first(where: { $0.path == ["product"] })?.text { return product }
    let content = Value.list(
      values.map { .list([.text($0.path.joined(separator: ".")), .text($0.text)]) }
        + [form.node?.written].compactMap { $0 })
    return ContentHash(hashing: content.json).description
  }
}

extension RowFault {
  fileprivate static func saidTwice(
    _ key: String, _ first: RowPlace, in file: String
  ) -> RowFault {
    let where_ = first.file == file ? "" : "\(first.file) "
    return RowFault(
      "import/said-twice", sv: "'\(key)' står redan på rad \(where_)\(first.range)",
      en: "'\(key)' stands on row \(where_)\(first.range) already",
      help: Text(
        sv: "ta bort en av raderna, eller ge den ett eget id",
        en: "take one of the rows away, or give it an id of its own"))
  }
}
