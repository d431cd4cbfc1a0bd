import Located

/// A document that can be changed: what a node is made of, without places.
indirect enum Draft: Sendable {
  case scalar(String, Node.Style)
  case list([Draft])
  case mapping([(key: String, value: Draft)])

  init(_ node: Node) {
    switch node.kind {
    case .scalar: self = .scalar(node.text ?? "", node.style)
    case .list: self = .list(node.items.map(Draft.init))
    case .mapping:
      self = .mapping(node.entries.map { (key: $0.key.text ?? "", value: Draft($0.value)) })
    }
  }

  static func plain(_ text: String) -> Draft { .scalar(text, .plain) }
  static func quoted(_ text: String) -> Draft { .scalar(text, .quoted) }

  subscript(key: String) -> Draft? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// As our own programs read it.
  var node: Node? {
    var tree = TreeBuilder(path: "draft.yaml")
    write(into: &tree)
    return tree.finish()
  }

  private static let mark = Mark(line: 1, column: 1)

  private func write(into tree: inout TreeBuilder) {
    switch self {
    case .scalar(let text, let style): tree.scalar(text, style, Self.mark, Self.mark)
    case .list(let items):
      tree.open(.list, Self.mark)
      for item in items { item.write(into: &tree) }
      tree.close(Self.mark)
    case .mapping(let entries):
      tree.open(.mapping, Self.mark)
      for entry in entries {
        tree.scalar(entry.key, .plain, Self.mark, Self.mark)
        entry.value.write(into: &tree)
      }
      tree.close(Self.mark)
    }
  }

  /// As a program sees it that reads YAML to JSON.
  var json: JSON {
    switch self {
    case .scalar(let text, .plain): JSON(plain: text)
    case .scalar(let text, _): .text(text)
    case .list(let items): .list(items.map(\.json))
    case .mapping(let entries):
      .record(
        Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first })
      )
    }
  }

  /// As flow YAML, for a report.
  var text: String {
    switch self {
    case .scalar(let text, .plain): text
    case .scalar(let text, _): "'\(text)'"
    case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }

  /// How many nodes there are, itself among them.
  var count: Int {
    switch self {
    case .scalar: 1
    case .list(let items): 1 + items.reduce(0) { $0 + $1.count }
    case .mapping(let entries): 1 + entries.reduce(0) { $0 + $1.value.count }
    }
  }

  /// The draft with one node, counted from the top, put through a change.
  func changing(_ index: Int, _ change: (Draft) -> Draft) -> Draft {
    var left = index
    return changing(&left, change)
  }

  private func changing(_ left: inout Int, _ change: (Draft) -> Draft) -> Draft {
    if left == 0 {
      left -= 1
      return change(self)
    }
    left -= 1
    switch self {
    case .scalar: return self
    case .list(let items):
      return .list(items.map { left < 0 ? $0 : $0.changing(&left, change) })
    case .mapping(let entries):
      return .mapping(
        entries.map { (key: $0.key, value: left < 0 ? $0.value : $0.value.changing(&left, change)) }
      )
    }
  }
}
