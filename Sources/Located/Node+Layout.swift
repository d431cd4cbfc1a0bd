// How a mapping is laid out on its lines: asked only when something in it is wrong.

extension Node {
  /// The first entry's key that has this text.
  package func key(_ name: String) -> Node? {
    entries.first { $0.key.text == name }?.key
  }

  /// What a mapping is known by: the value of its `id`, or its first key; else the node itself.
  package var handle: Node {
    guard kind == .mapping else { return self }
    if let id = self["id"], id.kind == .scalar { return id }
    return entries.first?.key ?? self
  }

  /// Whether it is a mapping with each key on a line of its own, in one column.
  private var isBlock: Bool {
    guard kind == .mapping, let first = entries.first?.key.span.start, span.start == first else {
      return false
    }
    var line = 0
    for (key, _) in entries {
      let start = key.span.start
      guard start.column == first.column, start.line > line else { return false }
      line = start.line
    }
    return true
  }

  /// How far its keys stand to the right of those of the mapping round it.
  package func columns(to outer: Node) -> Int? {
    guard isBlock, outer.isBlock, let own = entries.first?.key.span.start.column,
      let outside = outer.entries.first?.key.span.start.column, own > outside
    else { return nil }
    return own - outside
  }

  /// Moves this key, the last of an inner mapping, out to the mapping round that.
  ///
  /// Only where it is one edit: an entry on one line, last of several, and not written outside yet.
  package func movingOut(of inner: Node, to outer: Node) -> [Fix] {
    guard let steps = inner.columns(to: outer), inner.entries.count > 1, let name = text,
      let (key, value) = inner.entries.last, key.span == span, isOneLine(value),
      outer[name] == nil
    else { return [] }
    let line = span.start.line
    let gone = Span(
      Mark(line: line, column: span.start.column - steps),
      Mark(line: line, column: span.start.column))
    return [
      Fix(
        Text(sv: "flytta '\(name)' en nivå utåt", en: "move '\(name)' one level out"), isSafe: true,
        edits: [Fix.Edit(path: path, span: gone, replacement: "")])
    ]
  }

  /// Moves this key in under the mapping that stands just before it.
  package func movingIn(to around: String, in outer: Node) -> [Fix] {
    guard let inner = outer[around], let steps = inner.columns(to: outer), let name = text,
      inner[name] == nil, let place = outer.entries.firstIndex(where: { $0.key.span == span }),
      place > 0, outer.entries[place - 1].key.text == around, isOneLine(outer.entries[place].value)
    else { return [] }
    return [
      Fix(
        Text(sv: "flytta in '\(name)' under \(around):", en: "move '\(name)' in under \(around):"),
        isSafe: true,
        edits: [
          Fix.Edit(
            path: path, span: Span(span.start, span.start),
            replacement: String(repeating: " ", count: steps))
        ])
    ]
  }

  private func isOneLine(_ value: Node) -> Bool {
    value.span.start.line == span.start.line && value.span.end.line == span.start.line
  }
}
