import Located
import YAMLReading

extension AllowComments {
  private static let tag: StaticString = "stafett"

  /// Finds the comments of a file that was read; costs one search for a `#` where there are none.
  ///
  /// libyaml drops comments, so they are found in the text: after a `#` that begins a line or
  /// follows a blank, and lies in no scalar.
  static func read(_ content: [UInt8], _ root: Node) -> AllowComments {
    content.withUnsafeBufferPointer { bytes in
      let text =
        bytes.starts(with: [0xEF, 0xBB, 0xBF])
        ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
      let places = text.firstWords(tag)
      guard !places.isEmpty else { return AllowComments() }
      var reader = CommentReader(text, path: root.path, root: root)
      return reader.read(places)
    }
  }
}

/// Finds out which of some places are in comments, and what those cover.
private struct CommentReader {
  let path: String
  private var lines: SourceLines
  private let outline: Outline
  /// The line looked at last: one line may hold the word very many times.
  private var latest: (number: Int, content: Range<Int>) = (0, 0..<0)

  init(_ text: UnsafeBufferPointer<UInt8>, path: String, root: Node) {
    self.path = path
    lines = SourceLines(text)
    outline = root.outline
  }

  /// A comment with our word, not yet read.
  private struct Found {
    /// Where the `#` stands.
    let hash: Int
    let start: Mark
    /// Where our word stands, and where what follows it and its colon begins.
    let word, content: Int
    /// What is wrong with our word itself: what follows it shows that it was meant.
    let isMisspelt: Bool
    /// Whether nothing but blanks stands before it.
    let isAlone: Bool
  }

  mutating func read(_ places: [Int]) -> AllowComments {
    let comments = outsideScalars(places.compactMap { comment(at: $0) })
    let parts = parts(under: comments)
    var out = AllowComments()
    for (index, found) in comments.enumerated() {
      let line = content(ofLine: found.start.line)
      if found.isMisspelt {
        out.diagnostics.append(misspelt(found))
        continue
      }
      var syntax = AllowSyntax(
        String(decoding: lines.bytes[found.content..<line.upperBound], as: UTF8.self),
        at: lines.mark(line: found.start.line, at: found.content), path: path)
      switch syntax.read() {
      case .failure(let refusal):
        if FindingQuota.hasRoom(after: out.diagnostics.count) {
          out.diagnostics.append(refusal.diagnostic)
        }
      case .success(let content):
        out.comments.append(
          AllowComment(
            path: path, codes: content.codes, until: content.until, reason: content.reason,
            scope: found.isAlone
              ? parts[index].map { .part($0) } ?? .nothing
              : .line(found.start.line),
            removal: removal(of: found, line)))
      }
    }
    return out
  }

  /// The comment that begins with the word at a place; nil when it is somewhere else.
  private mutating func comment(at place: Int) -> Found? {
    var hash = place
    while hash > 0, isBlank(hash - 1) || lines.bytes[hash - 1] == UInt8(ascii: "#") { hash -= 1 }
    while hash < place, lines.bytes[hash] != UInt8(ascii: "#") { hash += 1 }
    guard hash < place else { return nil }
    let start = lines.mark(ofByte: hash)
    let line = content(ofLine: start.line)
    guard hash == line.lowerBound || isBlank(hash - 1) else { return nil }
    let end = place + Self.length
    let hasColon = end < line.upperBound && lines.bytes[end] == UInt8(ascii: ":")
    let content = hasColon ? end + 1 : end
    let isOurs = hasColon && lines.bytes[place..<end].allSatisfy { $0 & 0x20 != 0 }
    // Of a sentence that begins with the name of the program we want nothing.
    guard isOurs || meansToAllow(content, hasColon, to: line.upperBound) else { return nil }
    return Found(
      hash: hash, start: start, word: place, content: content, isMisspelt: !isOurs,
      isAlone: (line.lowerBound..<hash).allSatisfy(isBlank))
  }

  /// The bytes of our word, without its colon.
  private static let length = 7

  /// Whether the next word is the one that allows something, in either language.
  private func meansToAllow(_ start: Int, _ hasColon: Bool, to end: Int) -> Bool {
    var at = start
    while at < end, isBlank(at) { at += 1 }
    guard hasColon || at > start else { return false }
    let word = lines.bytes[at..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    return [Array("allow".utf8), Array("tillåt".utf8)].contains { wanted in
      // All letters but å are of one byte, and å is small when allow is written in capitals too.
      word.elementsEqual(wanted) { $0 < 0x80 ? $0 | 0x20 == $1 : $0 == $1 }
    }
  }

  private mutating func misspelt(_ found: Found) -> Diagnostic {
    let line = found.start.line
    let span = Span(
      lines.mark(line: line, at: found.word), lines.mark(line: line, at: found.content))
    let fix = Fix(
      Text(sv: "skriv stafett:", en: "write stafett:"), isSafe: false,
      edits: [Fix.Edit(path: path, span: span, replacement: "stafett:")])
    return Diagnostic(
      "ignore/malformed",
      Text(
        sv: "ett undantag börjar med 'stafett:', med små bokstäver och kolon",
        en: "an exception begins with 'stafett:', in small letters and with a colon"),
      severity: .warning, path: path, span: span, help: AllowSyntax.form, fixes: [fix])
  }

  /// Those that lie in no scalar, and in no other comment; all in the order of the text.
  private func outsideScalars(_ all: [Found]) -> [Found] {
    var kept: [Found] = []
    var at = 0
    for found in all {
      // The last node that begins before the comment is the only one that may hold it as a text.
      while at < outline.count, outline[at].span.start <= found.start { at += 1 }
      let last = at > 0 ? outline[at - 1] : nil
      if let last, last.kind == .scalar, !last.isAlias, last.style != .plain,
        found.start < last.span.end,
        // Behind the `|` of a block scalar a comment may stand.
        last.style != .block || found.start.line > last.span.start.line
      {
        continue
      }
      if found.start.line == kept.last?.start.line { continue }
      kept.append(found)
    }
    return kept
  }

  /// The key or item that each comment with a line of its own stands over; nil for the others.
  private mutating func parts(under comments: [Found]) -> [Span?] {
    var parts: [Span?] = Array(repeating: nil, count: comments.count)
    let roles = outline.roles()
    // From the last: of comments that stand together, only the last looks for what follows.
    var next = outline.count
    var below: (line: Int, part: Span?)?
    for (index, comment) in comments.enumerated().reversed() where comment.isAlone {
      var line = comment.start.line + 1
      while line <= lines.count, line != below?.line, isEmpty(line) { line += 1 }
      if let below, line == below.line {
        parts[index] = below.part
      } else {
        while next > 0, outline[next - 1].span.start.line >= line { next -= 1 }
        parts[index] = part(from: next, on: line, roles)
      }
      below = (comment.start.line, parts[index])
    }
    return parts
  }

  /// The outermost item or key that begins on a line, from the first node that may.
  private mutating func part(from first: Int, on line: Int, _ roles: [Outline.Role]) -> Span? {
    var index = first
    while index < outline.count, outline[index].span.start.line == line {
      let entry = outline[index]
      switch roles[index] {
      case .item: return entry.span
      case .key:
        return Span(
          entry.span.start,
          entry.next < outline.count ? outline[entry.next].span.end : entry.span.end)
      case .root, .value:
        // A list or mapping in block style is its first item or key; one in brackets is one thing.
        let first = lines.byte(lines.offset(of: entry.span.start))
        let isFlow = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        guard entry.kind != .scalar, !entry.isAlias, !isFlow, entry.next > index + 1 else {
          return entry.span
        }
        index += 1
      }
    }
    return nil
  }

  /// What to remove with a comment: the whole line, or what stands behind the rest of it.
  private mutating func removal(of found: Found, _ line: Range<Int>) -> Span {
    let number = found.start.line
    if found.isAlone {
      return Span(Mark(line: number, column: 1), Mark(line: number + 1, column: 1))
    }
    var start = found.hash
    while start > line.lowerBound, isBlank(start - 1) { start -= 1 }
    return Span(
      lines.mark(line: number, at: start), lines.mark(line: number, at: line.upperBound))
  }

  private mutating func content(ofLine number: Int) -> Range<Int> {
    if latest.number != number { latest = (number, lines.content(ofLine: number)) }
    return latest.content
  }

  /// Whether nothing stands on a line but blanks or a comment.
  private mutating func isEmpty(_ line: Int) -> Bool {
    let content = lines.content(ofLine: line)
    guard let first = content.first(where: { !isBlank($0) }) else { return true }
    return lines.bytes[first] == UInt8(ascii: "#")
  }

  private func isBlank(_ offset: Int) -> Bool {
    lines.bytes[offset] == 0x20 || lines.bytes[offset] == 0x09
  }
}
