import Canonical
import CheckTool
import Foundation
import Located
import StageKit
import YAMLReading

/// An act's form as it was written on a command line: `--key value`, made into a node.
///
/// Nothing is judged here but how it was written: what the values may be is the form's to say. Only
/// a label that stands for an id is made into it, so that both are the same command.
struct WrittenForm {
  let node: Node
  /// The files that rows were read from, by the option that named them.
  let files: [String: String]
  /// What was written, in canonical form: the same words have the same value.
  var value: Value { node.words }

  /// Reads the words after `CASE STAGE ACT`.
  ///
  /// - Parameter earlier: finds the rows that `--rows-from CASE/STAGE` names.
  /// - Throws: `usage` where a word belongs to nothing; `noInput` and `no` for a file.
  init(
    _ words: [String], _ shape: Shape, _ choices: ActChoices,
    earlier: (_ source: String, _ option: String, _ columns: [Shape.Field]) throws -> Node
  ) throws {
    var entries: [(key: String, values: [Written])] = []
    var files: [String: String] = [:]
    var headings: [String: [String: String]] = [:]
    var index = words.startIndex
    while index < words.endIndex {
      let position = index
      let word = words[index]
      index += 1
      guard word.hasPrefix("--"), word.count > 2 else {
        throw Failure(
          .usage, "usage/no-option", at: word, sv: "hör inte till något: skriv --FÄLT VÄRDE",
          en: "belongs to nothing: write --FIELD VALUE")
      }
      var key = String(word.dropFirst(2))
      var said: String?
      if let equals = key.firstIndex(of: "=") {
        said = String(key[key.index(after: equals)...])
        key = String(key[..<equals])
      }
      let path = key.split(separator: ".").map(String.init)
      let field = shape.field(at: path)
      if said == nil, index < words.endIndex, !words[index].hasPrefix("--") {
        said = words[index]
        index += 1
      }
      guard let text = said ?? (field == .flag ? "true" : nil) else {
        throw Failure(
          .usage, "usage/no-value", at: "--\(key)", sv: "värdet saknas", en: "its value is missing")
      }
      // A list of rows has no fields of its own: `--rows.period kvartal` names a column's heading.
      if path.count == 2, case .list(.record)? = shape.field(at: [path[0]]) {
        headings[path[0], default: [:]][path[1]] = text
        continue
      }
      let mark = Mark(line: 0, column: position + 1)
      let value: Written
      if let list = WrittenForm.list(of: key, in: shape) {
        value = .rows(try earlier(text, "--\(key)", list.columns))
        key = list.key
      } else if case .list(.record(let columns))? = field {
        files[key] = text
        value = .file(text, columns)
      } else if text.hasPrefix("@"), text.count > 1 {
        let bytes = try readFile(String(text.dropFirst()), for: "--\(key)")
        guard let content = String(validating: bytes, as: UTF8.self) else {
          throw Failure(
            .no, "input/not-text", at: "--\(key)", sv: "\(text.dropFirst()) är ingen text i UTF-8",
            en: "\(text.dropFirst()) is no text in UTF-8")
        }
        value = .text(content, mark)
      } else {
        let named = shape.fields.first { $0.key == key }
        value = .text(named.map { choices.id(of: text, for: $0) } ?? text, mark)
      }
      if let known = entries.firstIndex(where: { $0.key == key }) {
        entries[known].values.append(value)
      } else {
        entries.append((key, [value]))
      }
    }
    self.files = files
    if let key = headings.keys.sorted().first(where: { files[$0] == nil }) {
      let column = headings[key]?.keys.sorted().first ?? ""
      throw Failure(
        .usage, "usage/no-rows", at: "--\(key).\(column)",
        sv: "hör till en fil med rader: skriv --\(key) FIL",
        en: "belongs to a file of rows: write --\(key) FILE")
    }
    for index in entries.indices {
      let key = entries[index].key
      entries[index].values = try entries[index].values.map { (value) throws(Failure) in
        guard case .file(let path, let columns) = value else { return value }
        let named = headings[key] ?? [:]
        return .rows(try RowsFile(path, for: "--\(key)", columns, headings: named).rows)
      }
    }
    guard let node = WrittenForm.node(entries) else {
      throw Failure(.usage, "usage/no-form", sv: "inget är ifyllt", en: "nothing was filled in")
    }
    self.node = node
  }

  private init(node: Node, files: [String: String]) {
    self.node = node
    self.files = files
  }

  /// The same with what another form says of the fields that were not written.
  func filled(by earlier: Node) -> WrittenForm {
    var builder = TreeBuilder(path: "")
    builder.open(.mapping, Self.start)
    let written = node.entries.compactMap(\.key.text)
    for (key, value) in node.entries
      + earlier.entries.filter({ !written.contains($0.key.text ?? "") })
    {
      builder.copy(key)
      builder.copy(value)
    }
    builder.close(Self.start)
    return builder.finish().map { WrittenForm(node: $0, files: files) } ?? self
  }

  // `rows-from` is about the list `rows`, unless the form has a field of that name.
  private static func list(
    of key: String, in shape: Shape
  ) -> (key: String, columns: [Shape.Field])? {
    let suffix = "-from"
    let name = String(key.dropLast(suffix.count))
    guard key.hasSuffix(suffix), shape.field(at: [key]) == nil,
      case .list(.record(let columns))? = shape.field(at: [name])
    else { return nil }
    return (name, columns)
  }

  /// A value as it was written.
  private enum Written {
    case text(String, Mark)
    case rows(Node)
    /// A file that is read once all words are known.
    case file(String, [Shape.Field])
  }

  private static let start = Mark(line: 0, column: 1)

  // A dotted key leads into a record: `--dates.from 2026-01-01`.
  private static func node(_ entries: [(key: String, values: [Written])]) -> Node? {
    var builder = TreeBuilder(path: "")
    write(entries.map { ($0.key.split(separator: ".").map(String.init), $0.values) }, &builder)
    return builder.finish()
  }

  private static func write(
    _ entries: [(path: [String], values: [Written])], _ builder: inout TreeBuilder
  ) {
    builder.open(.mapping, start)
    var done: Set<String> = []
    for entry in entries {
      guard let key = entry.path.first, done.insert(key).inserted else { continue }
      builder.scalar(key, .argument, start, start)
      let together = entries.filter { $0.path.first == key }
      if entry.path.count > 1 {
        write(together.map { (Array($0.path.dropFirst()), $0.values) }, &builder)
      } else {
        write(entry.values, &builder)
      }
    }
    builder.close(start)
  }

  private static func write(_ values: [Written], _ builder: inout TreeBuilder) {
    if values.count == 1, let only = values.first { return write(only, &builder) }
    builder.open(.list, start)
    for value in values { write(value, &builder) }
    builder.close(start)
  }

  private static func write(_ value: Written, _ builder: inout TreeBuilder) {
    switch value {
    case .text(let text, let mark): builder.scalar(text, .argument, mark, mark)
    case .rows(let node): builder.copy(node)
    case .file(let path, _): builder.scalar(path, .argument, start, start)
    }
  }
}

extension TreeBuilder {
  /// Adds a node of another tree, with its places.
  mutating func copy(_ node: Node) {
    switch node.kind {
    case .scalar: scalar(node.text ?? "", node.style, node.span.start, node.span.end)
    case .list:
      open(.list, node.span.start)
      for item in node.items { copy(item) }
      close(node.span.end)
    case .mapping:
      open(.mapping, node.span.start)
      for (key, value) in node.entries {
        copy(key)
        copy(value)
      }
      close(node.span.end)
    }
  }
}

extension Shape {
  /// The shape of a field, by the keys that lead to it.
  fileprivate func field(at path: [String]) -> Shape? {
    guard let key = path.first else { return self }
    return fields.first { $0.key == key }?.shape.field(at: Array(path.dropFirst()))
  }
}

extension Node {
  /// All that was written, without its places.
  var words: Value {
    switch kind {
    case .scalar: .text(text ?? "")
    case .list: .list(items.map(\.words))
    case .mapping: .record(entries.map { Value.Field($0.key.text ?? "", $0.value.words) })
    }
  }
}
