import Located

/// Looks at each line on its own, for faults that libyaml stops at or never reaches.
///
/// It knows just enough of YAML to keep out of block scalars, quotes, comments and brackets; it
/// is asked only when a text has a syntax fault, and must not accuse a good line.
struct LineScan {
  /// Tabs in indentation: the first run of them in each line.
  private(set) var tabs: [Span] = []
  /// Lines such as `owner:npo` among lines with keys.
  private(set) var pairs: [(pair: PairWithoutSpace, start: Mark)] = []

  private var lines: SourceLines
  /// The columns of the mappings that are open.
  private var mappings: [Int] = []
  /// A pair that is a fault if the next line has a key in the same column.
  private var candidate: (pair: PairWithoutSpace, start: Mark)?
  /// Lines deeper than this belong to a block scalar.
  private var block: Int?
  /// The indentation of the line where a bracket or a quote was left open.
  private var open: (indent: Int, depth: Int, quote: UInt8)?

  init(_ lines: SourceLines) {
    self.lines = lines
    for line in 1...self.lines.count { look(at: line) }
  }

  /// Whether libyaml's fault is a consequence of one found here.
  mutating func explains(_ fault: ParserFault) -> Bool {
    let line = fault.mark.line
    if fault.problem.hasPrefix("found a tab character")
      || tabs.contains(where: { $0.start.line == line })
    {
      return !tabs.isEmpty
    }
    let before = lines.contentLine(before: line)
    return pairs.contains {
      $0.start.line == line || $0.start.line == before
        || (fault.context == "while scanning a simple key"
          && $0.start.line == fault.contextMark.line)
    }
  }

  private mutating func look(at line: Int) {
    let content = lines.content(ofLine: line)
    let spaces = content.prefix { lines.bytes[$0] == 0x20 }.count
    let blanks = lines.indent(ofLine: line)
    var at = content.lowerBound + blanks
    if at == content.upperBound { return }
    if let block {
      if spaces > block { return }
      if blanks > spaces {
        note(tabFrom: content.lowerBound + spaces, to: at, line)
        return
      }
      self.block = nil
    }
    if lines.bytes[at] == UInt8(ascii: "#") { return }
    if let open {
      if open.quote != 0 || blanks > open.indent || !lines.startsKey(line) {
        return follow(at..<content.upperBound, indent: open.indent)
      }
      self.open = nil
    }
    if blanks > spaces { note(tabFrom: content.lowerBound + spaces, to: at, line) }
    while lines.byte(at) == UInt8(ascii: "-"), at + 1 < content.upperBound, isBlank(at + 1) {
      at += 1
      while at < content.upperBound, isBlank(at) { at += 1 }
    }
    structure(line, at..<content.upperBound, column: at - content.lowerBound)
  }

  /// What a line is once indentation and dashes are gone: a key, a candidate, or something else.
  private mutating func structure(_ line: Int, _ rest: Range<Int>, column: Int) {
    while let last = mappings.last, last > column { mappings.removeLast() }
    let key = endOfKey(rest)
    if let candidate, key != nil, candidate.start.column == column + 1 { pairs.append(candidate) }
    candidate = nil
    guard let key else {
      let text = rest.prefix { !isComment($0, rest) }
      let start = lines.mark(line: line, at: rest.lowerBound)
      if let pair = PairWithoutSpace(trimmed(text)) {
        if mappings.contains(column) {
          pairs.append((pair, start))
        } else {
          candidate = (pair, start)
        }
      }
      return value(rest, parent: column - 1, line)
    }
    if mappings.last != column { mappings.append(column) }
    value(key + 1..<rest.upperBound, parent: column, line)
  }

  /// Where the colon of a key stands; nil when the line has none.
  private func endOfKey(_ rest: Range<Int>) -> Int? {
    var at = rest.lowerBound
    if let quote = at < rest.upperBound ? lines.bytes[at] : nil, quote == 0x22 || quote == 0x27 {
      guard let end = lines.bytes[(at + 1)..<rest.upperBound].firstIndex(of: quote) else {
        return nil
      }
      at = end + 1
    }
    while at < rest.upperBound {
      if isComment(at, rest) { return nil }
      if lines.bytes[at] == UInt8(ascii: ":"), at + 1 == rest.upperBound || isBlank(at + 1) {
        return at
      }
      at += 1
    }
    return nil
  }

  /// Notes a value that goes on in the lines below: a block scalar, a bracket, a quote.
  private mutating func value(_ rest: Range<Int>, parent: Int, _ line: Int) {
    var at = rest.lowerBound
    while at < rest.upperBound, isBlank(at) { at += 1 }
    guard at < rest.upperBound else { return }
    switch lines.bytes[at] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): block = parent
    case UInt8(ascii: "["), UInt8(ascii: "{"), 0x22, 0x27:
      open = (lines.indent(ofLine: line), 0, 0)
      follow(at..<rest.upperBound, indent: lines.indent(ofLine: line))
    default: break
    }
  }

  /// Follows brackets and quotes to the end of a line.
  private mutating func follow(_ range: Range<Int>, indent: Int) {
    var depth = open?.depth ?? 0
    var quote = open?.quote ?? 0
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = lines.bytes[at]
      if quote != 0 {
        if byte == 0x5C, quote == 0x22 { at += 1 } else if byte == quote { quote = 0 }
      } else if isComment(at, range) {
        break
      } else if byte == 0x5B || byte == 0x7B {
        depth += 1
      } else if byte == 0x5D || byte == 0x7D {
        depth -= 1
      } else if byte == 0x22 || byte == 0x27, at == range.lowerBound || !isInWord(at - 1) {
        quote = byte
      }
      at += 1
    }
    open = depth > 0 || quote != 0 ? (indent, depth, quote) : nil
  }

  private mutating func note(tabFrom start: Int, to end: Int, _ line: Int) {
    var tab = start
    while tab < end, lines.bytes[tab] == 0x09 { tab += 1 }
    tabs.append(Span(lines.mark(line: line, at: start), lines.mark(line: line, at: tab)))
  }

  private func trimmed(_ range: Range<Int>.SubSequence) -> String {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(end - 1) { end -= 1 }
    return String(decoding: lines.bytes[range.lowerBound..<end], as: UTF8.self)
  }

  private func isBlank(_ at: Int) -> Bool {
    lines.bytes[at] == 0x20 || lines.bytes[at] == 0x09
  }

  private func isInWord(_ at: Int) -> Bool {
    !isBlank(at) && ![0x5B, 0x7B, 0x2C, 0x3A].contains(lines.bytes[at])
  }

  private func isComment(_ at: Int, _ range: Range<Int>) -> Bool {
    lines.bytes[at] == UInt8(ascii: "#") && (at == range.lowerBound || isBlank(at - 1))
  }
}
