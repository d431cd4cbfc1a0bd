/// All nodes of one text in one array, and all scalar text in one buffer: no object a node.
///
/// A collection is followed by its content; `next` leads past it, so skipping one costs nothing.
package final class Tree: Sendable {
  package struct Record: Sendable {
    var kind: Node.Kind
    var style: Node.Style
    var isAlias: Bool
    var startLine, startColumn, endLine, endColumn: UInt32
    /// Of a scalar: where its text starts in the buffer; of an alias, the node it stands for.
    var at: UInt32
    var length: UInt32
    /// The first record after this node and all inside it.
    var next: UInt32

    /// A record; a text has fewer than 2³² lines, code points and nodes, as its size is limited.
    init(
      _ kind: Node.Kind, _ style: Node.Style, _ start: Mark, _ end: Mark, at: Int, length: Int,
      next: Int, isAlias: Bool = false
    ) {
      self.kind = kind
      self.style = style
      self.isAlias = isAlias
      startLine = UInt32(truncatingIfNeeded: start.line)
      startColumn = UInt32(truncatingIfNeeded: start.column)
      endLine = UInt32(truncatingIfNeeded: end.line)
      endColumn = UInt32(truncatingIfNeeded: end.column)
      self.at = UInt32(truncatingIfNeeded: at)
      self.length = UInt32(truncatingIfNeeded: length)
      self.next = UInt32(truncatingIfNeeded: next)
    }

    var span: Span {
      Span(
        Mark(line: Int(startLine), column: Int(startColumn)),
        Mark(line: Int(endLine), column: Int(endColumn)))
    }

    var range: Range<Int> { Int(at)..<Int(at) + Int(length) }
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
    String(decoding: bytes[records[index].range], as: UTF8.self)
  }

  /// Lends the bytes of a scalar's text, without making a String.
  func withText<Result>(
    of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[records[index].range])) }
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

  /// The index of the value of a key, searched for from a place on, and round; nil without one.
  ///
  /// A form asks for its keys in the order in which most people write them, so the next one is
  /// usually the very next.
  func value(of key: StaticString, in index: Int, from start: Int) -> Int? {
    let first = index + 1
    let end = Int(records[index].next)
    guard first < end else { return nil }
    let begin = start > index && start < end ? start : first
    var at = begin
    repeat {
      let value = Int(records[at].next)
      if has(key, at: at) { return value }
      at = Int(records[value].next)
      if at >= end { at = first }
    } while at != begin
    return nil
  }

  private func has(_ key: StaticString, at index: Int) -> Bool {
    let count = key.utf8CodeUnitCount
    guard records[index].length == count || records[index].isAlias else { return false }
    let record = records[target(of: index)]
    guard record.kind == .scalar, Int(record.length) == count else { return false }
    let start = Int(record.at)
    return bytes.withUnsafeBufferPointer { text in
      for offset in 0..<count where text[start + offset] != key.utf8Start[offset] { return false }
      return true
    }
  }

  /// How many nodes there are.
  var count: Int { records.count }

  /// How many entries a mapping has.
  func entryCount(of index: Int) -> Int {
    var count = 0
    var at = index + 1
    let end = Int(records[index].next)
    while at < end {
      at = Int(records[Int(records[at].next)].next)
      count += 1
    }
    return count
  }

  private func has(text: String, at index: Int) -> Bool {
    let record = records[target(of: index)]
    guard record.kind == .scalar, Int(record.length) == text.utf8.count else { return false }
    return bytes[record.range].elementsEqual(text.utf8)
  }
}
