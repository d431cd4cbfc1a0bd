import Located

/// What may stand before a node: its anchor and its tag.
///
/// libyaml's marks take them for the start of the node.
struct NodeProperties {
  var anchor, tag: Span?
  /// Where the last of them ends.
  var end: Mark
  /// Where the node itself starts, if there is one.
  var content: Mark
}

extension SourceLines {
  /// The properties that start at a mark.
  mutating func properties(from start: Mark) -> NodeProperties {
    var found = NodeProperties(end: start, content: start)
    var line = start.line
    var at = offset(of: start)
    while at < bytes.count {
      let length = lineBreak(at: at)
      if length > 0 {
        at += length
        line += 1
        continue
      }
      let first = bytes[at]
      switch first {
      case 0x20, 0x09:
        at += 1
      case UInt8(ascii: "#"):
        at = content(ofLine: line).upperBound
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        let from = mark(line: line, at: at)
        at = endOfProperty(at)
        found.end = mark(line: line, at: at)
        if first == UInt8(ascii: "&") {
          found.anchor = Span(from, found.end)
        } else {
          found.tag = Span(from, found.end)
        }
      default:
        found.content = mark(line: line, at: at)
        return found
      }
    }
    found.content = found.end
    return found
  }

  private func endOfProperty(_ start: Int) -> Int {
    var at = start + 1
    let isVerbatim = bytes[start] == UInt8(ascii: "!") && byte(at) == UInt8(ascii: "<")
    while at < bytes.count, lineBreak(at: at) == 0 {
      switch bytes[at] {
      case 0x20, 0x09: return at
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if !isVerbatim { return at }
      default: break
      }
      at += 1
    }
    return at
  }

  /// Where a block scalar's text ends: libyaml's mark lies at the start of a later line.
  ///
  /// Without text that is the end of its indicator, such as `|-`.
  mutating func endOfBlockScalar(from start: Mark, to end: Mark) -> Mark {
    var line = end.line
    while line > start.line {
      let content = content(ofLine: line)
      let isPartial = line == end.line && end.column == 1
      if !isPartial, content.contains(where: { bytes[$0] != 0x20 && bytes[$0] != 0x09 }) {
        return mark(line: line, at: content.upperBound)
      }
      line -= 1
    }
    var at = offset(of: start) + 1
    while [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte(at))
      || (0x30...0x39).contains(byte(at))
    {
      at += 1
    }
    return mark(line: start.line, at: at)
  }
}
