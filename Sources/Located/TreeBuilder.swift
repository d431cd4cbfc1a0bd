/// Builds a tree from events in the order of reading.
///
/// A reader calls `open`, `scalar`, `alias` and `close` in balance; `finish` gives the root.
package struct TreeBuilder {
  private let path: String
  var records: [Tree.Record] = []
  var bytes: [UInt8] = []
  private var opened: [Int] = []

  /// A builder for one text; the capacities are guesses that spare copying.
  package init(path: String, nodes: Int = 16, bytes: Int = 64) {
    self.path = path
    records.reserveCapacity(nodes)
    self.bytes.reserveCapacity(bytes)
    opened.reserveCapacity(16)
  }

  /// The number of nodes so far: the index of the next one.
  package var count: Int { records.count }
  /// How many collections are open.
  package var depth: Int { opened.count }

  /// Adds a scalar and gives its index; the text is copied.
  @discardableResult
  package mutating func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ style: Node.Style, _ start: Mark, _ end: Mark
  ) -> Int {
    let index = records.count
    records.append(
      Tree.Record(
        .scalar, style, start, end, at: bytes.count, length: text.count, next: index + 1))
    bytes.append(contentsOf: text)
    return index
  }

  /// Adds a scalar from a text that is already a String.
  package mutating func scalar(_ text: String, _ style: Node.Style, _ start: Mark, _ end: Mark) {
    var copy = text
    copy.withUTF8 { _ = scalar($0, style, start, end) }
  }

  /// Adds a node that stands for an earlier one.
  package mutating func alias(to index: Int, _ start: Mark, _ end: Mark) {
    records.append(
      Tree.Record(
        records[index].kind, .plain, start, end, at: index, length: 0, next: records.count + 1,
        isAlias: true))
  }

  /// Opens a list or a mapping.
  package mutating func open(_ kind: Node.Kind, _ start: Mark) {
    opened.append(records.count)
    records.append(Tree.Record(kind, .plain, start, start, at: 0, length: 0, next: 0))
  }

  /// Closes the collection opened last.
  package mutating func close(_ end: Mark) {
    guard let index = opened.popLast() else { return }
    records[index].endLine = UInt32(truncatingIfNeeded: end.line)
    records[index].endColumn = UInt32(truncatingIfNeeded: end.column)
    records[index].next = UInt32(truncatingIfNeeded: records.count)
  }

  /// The root; nil when nothing was added.
  ///
  /// Collections still open are closed where they stand.
  package consuming func finish() -> Node? {
    while let index = opened.last {
      close(records[index].span.start)
    }
    guard !records.isEmpty else { return nil }
    return Node(tree: Tree(path: path, records: records, bytes: bytes), index: 0)
  }

  /// Where a node already added stands; for an alias, where the alias stands.
  package func span(of index: Int) -> Span { records[index].span }

  /// The text of a scalar already added, through an alias too; nil for a list or a mapping.
  package func text(of index: Int) -> String? {
    let record = records[target(of: index)]
    guard record.kind == .scalar else { return nil }
    return String(decoding: bytes[record.range], as: UTF8.self)
  }

  /// How a scalar already added was written.
  package func style(of index: Int) -> Node.Style { records[target(of: index)].style }

  /// The node itself; for an alias, the one it stands for.
  package func target(of index: Int) -> Int {
    records[index].isAlias ? Int(records[index].at) : index
  }

  /// Whether a node already added is a plain scalar without text: nothing was written there.
  package func isEmptyPlain(_ index: Int) -> Bool {
    records[index].kind == .scalar && records[index].style == .plain
      && records[index].length == 0 && !records[index].isAlias
  }

  /// The value that follows a key already added, once it is there.
  package func value(ofKey key: Int) -> Int? {
    let value = Int(records[key].next)
    return value < records.count ? value : nil
  }
}
