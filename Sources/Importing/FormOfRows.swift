package import Canonical
package import Located

/// Builds the form of an act from cells, so that what is wrong in it points at the cell.
struct FormOfRows {
  private var builder: TreeBuilder
  private var isEmpty = true

  init(path: String) {
    builder = TreeBuilder(path: path)
    builder.open(.mapping, Mark(line: 1, column: 1))
  }

  /// The form; one without any field is none.
  var node: Node? {
    guard !isEmpty else { return nil }
    var whole = builder
    whole.close(Mark(line: 1, column: 1))
    return whole.finish()
  }

  mutating func add(_ key: String, _ values: [Written], isList: Bool) {
    let mark = values.first?.mark ?? Mark(line: 1, column: 1)
    begin(key, mark)
    if isList { builder.open(.list, mark) }
    for value in values { builder.scalar(value.text, .argument, value.mark, value.mark) }
    if isList { builder.close(mark) }
  }

  mutating func add(
    _ key: String, _ records: [(line: Int, cells: [(key: String, value: Written)])]
  ) {
    let start = Mark(line: records.first?.line ?? 1, column: 1)
    begin(key, start)
    builder.open(.list, start)
    for (line, cells) in records {
      builder.open(.mapping, Mark(line: line, column: 1))
      for (key, value) in cells {
        builder.scalar(key, .argument, value.mark, value.mark)
        builder.scalar(value.text, .argument, value.mark, value.mark)
      }
      builder.close(Mark(line: line, column: 1))
    }
    builder.close(start)
  }

  private mutating func begin(_ key: String, _ mark: Mark) {
    isEmpty = false
    builder.scalar(key, .argument, mark, mark)
  }
}

extension Node {
  /// All that was written, without its places.
  package var written: Value {
    switch kind {
    case .scalar: .text(text ?? "")
    case .list: .list(items.map(\.written))
    case .mapping: .record(entries.map { Value.Field($0.key.text ?? "", $0.value.written) })
    }
  }
}
