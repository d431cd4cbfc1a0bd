/// The nodes of a tree as they were written, in the order of the text; an alias is not followed.
///
/// For what goes through a whole text: a step costs no object and no text.
package struct Outline: Sendable {
  /// What a node is to the one that holds it.
  package enum Role: Sendable {
    case root, item, key, value
  }

  /// One node of the text.
  package struct Entry: Sendable {
    package let kind: Node.Kind
    package let style: Node.Style
    package let span: Span
    package let isAlias: Bool
    /// The number of the first node after this one and all inside it.
    package let next: Int
  }

  private let records: [Tree.Record]

  fileprivate init(_ records: [Tree.Record]) {
    self.records = records
  }

  /// How many nodes there are.
  package var count: Int { records.count }

  /// A node by its number.
  package subscript(index: Int) -> Entry {
    let record = records[index]
    return Entry(
      kind: record.kind, style: record.style, span: record.span, isAlias: record.isAlias,
      next: Int(record.next))
  }

  /// What each node is to the one that holds it.
  package func roles() -> [Role] {
    var roles: [Role] = []
    roles.reserveCapacity(records.count)
    var opened: [(isMapping: Bool, isKey: Bool, next: Int)] = []
    for (index, record) in records.enumerated() {
      while let last = opened.last, last.next <= index { opened.removeLast() }
      if let last = opened.last {
        roles.append(!last.isMapping ? .item : last.isKey ? .key : .value)
        opened[opened.count - 1].isKey.toggle()
      } else {
        roles.append(.root)
      }
      if !record.isAlias, record.kind != .scalar {
        opened.append((record.kind == .mapping, true, Int(record.next)))
      }
    }
    return roles
  }
}

extension Node {
  /// All nodes of the text that this one stands in.
  package var outline: Outline { Outline(tree.records) }
}
