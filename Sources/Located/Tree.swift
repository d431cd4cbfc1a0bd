/// All nodes of one text in one array, and all scalar text in one buffer: no object a node.
///
/// A collection is followed by its content; `next` leads past it, so skipping one costs nothing.
package final class Tree: Sendable {
  package struct Record: Sendable {
    package var kind: Node.Kind
    package var style: Node.Style
    var startLine, startColumn, endLine, endColumn: UInt32
    /// Of a scalar: where its text starts in the buffer. Of an alias: the node it stands for.
    var at: UInt32
    var length: UInt32
    /// The first record after this node and all inside it.
    var next: UInt32
    var isAlias: Bool

    package var span: Span {
      Span(
        Mark(line: Int(startLine), column: Int(startColumn)),
        Mark(line: Int(endLine), column: Int(endColumn)))
    }
  }

  package let path: String
  let records: [Record]
  let bytes: [UInt8]

  init(path: String, records: [Record], bytes: [UInt8]) {
    self.path = path
    self.records = records
    self.bytes = bytes
  }

  /// The node itself; for an alias, the one it stands for.
  func target(of index: Int) -> Int {
    records[index].isAlias ? Int(records[index].at) : index
  }

  func text(of index: Int) -> String {
    let record = records[index]
    return String(decoding: bytes[Int(record.at)..<Int(record.at + record.length)], as: UTF8.self)
  }

  func children(of index: Int) -> [Node] {
    var out: [Node] = []
    var at = index + 1
    let end = Int(records[index].next)
    while at < end {
      out.append(Node(tree: self, index: at))
      at = Int(records[at].next)
    }
    return out
  }

  func value(of key: String, in index: Int) -> Node? {
    var at = index + 1
    let end = Int(records[index].next)
    while at < end {
      let value = Int(records[at].next)
      if has(text: key, at: at) { return Node(tree: self, index: value) }
      at = Int(records[value].next)
    }
    return nil
  }

  private func has(text: String, at index: Int) -> Bool {
    let record = records[target(of: index)]
    guard record.kind == .scalar, Int(record.length) == text.utf8.count else { return false }
    return bytes[Int(record.at)..<Int(record.at + record.length)].elementsEqual(text.utf8)
  }
}

/// Builds a tree from events in the order of reading.
///
/// A reader calls `open`, `scalar`, `alias` and `close` in balance; `finish` gives the root.
package struct TreeBuilder {
  private let path: String
  private var records: [Tree.Record] = []
  private var bytes: [UInt8] = []
  private var opened: [Int] = []

  /// A builder for one text; the capacities are guesses that spare copying.
  package init(path: String, nodes: Int = 16, bytes: Int = 64) {
    self.path = path
    records.reserveCapacity(nodes)
    self.bytes.reserveCapacity(bytes)
  }

  /// The number of nodes so far: the index of the next one.
  package var count: Int { records.count }
  /// How many collections are open.
  package var depth: Int { opened.count }

  /// Adds a scalar; the text is copied.
  package mutating func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ style: Node.Style, _ start: Mark, _ end: Mark
  ) {
    let record = Tree.Record(
      kind: .scalar, style: style, startLine: UInt32(truncatingIfNeeded: start.line),
      startColumn: UInt32(truncatingIfNeeded: start.column),
      endLine: UInt32(truncatingIfNeeded: end.line),
      endColumn: UInt32(truncatingIfNeeded: end.column), at: UInt32(truncatingIfNeeded: bytes.count),
      length: UInt32(truncatingIfNeeded: text.count),
      next: UInt32(truncatingIfNeeded: records.count + 1), isAlias: false)
    bytes.append(contentsOf: text)
    records.append(record)
  }

  /// Adds a scalar from a text that is already a String.
  package mutating func scalar(_ text: String, _ style: Node.Style, _ start: Mark, _ end: Mark) {
    var copy = text
    copy.withUTF8 { scalar($0, style, start, end) }
  }

  /// Adds a node that stands for an earlier one.
  package mutating func alias(to index: Int, _ start: Mark, _ end: Mark) {
    var record = Tree.Record(
      kind: .scalar, style: .plain, startLine: UInt32(truncatingIfNeeded: start.line),
      startColumn: UInt32(truncatingIfNeeded: start.column),
      endLine: UInt32(truncatingIfNeeded: end.line),
      endColumn: UInt32(truncatingIfNeeded: end.column), at: UInt32(truncatingIfNeeded: index),
      length: 0, next: UInt32(truncatingIfNeeded: records.count + 1), isAlias: true)
    record.kind = records[index].kind
    records.append(record)
  }

  /// Opens a list or a mapping.
  package mutating func open(_ kind: Node.Kind, _ start: Mark) {
    opened.append(records.count)
    records.append(
      Tree.Record(
        kind: kind, style: .plain, startLine: UInt32(truncatingIfNeeded: start.line),
        startColumn: UInt32(truncatingIfNeeded: start.column), endLine: 0, endColumn: 0, at: 0,
        length: 0, next: 0, isAlias: false))
  }

  /// Closes the collection opened last.
  package mutating func close(_ end: Mark) {
    guard let index = opened.popLast() else { return }
    records[index].endLine = UInt32(truncatingIfNeeded: end.line)
    records[index].endColumn = UInt32(truncatingIfNeeded: end.column)
    records[index].next = UInt32(truncatingIfNeeded: records.count)
  }

  /// The root; nil when nothing was added. Collections still open are closed where they stand.
  package consuming func finish() -> Node? {
    while let index = opened.last {
      close(records[index].span.start)
    }
    guard !records.isEmpty else { return nil }
    return Node(tree: Tree(path: path, records: records, bytes: bytes), index: 0)
  }
}
