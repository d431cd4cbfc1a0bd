import Located
import YAMLReading

/// An edit in bytes of a file: what its span in lines and code points comes to.
struct TextEdit: Sendable, Hashable {
  let range: Range<Int>
  let replacement: [UInt8]

  /// Two edits that cannot both be made: they touch the same bytes, or one place from two sides.
  func clashes(with other: TextEdit) -> Bool {
    if range.isEmpty && other.range.isEmpty { return range == other.range }
    return range.overlaps(other.range)
      || range.isEmpty && other.range.lowerBound < range.lowerBound
        && range.lowerBound < other.range.upperBound
      || other.range.isEmpty && range.lowerBound < other.range.lowerBound
        && other.range.lowerBound < range.upperBound
  }

  /// By place; an insertion comes before what replaces the text behind it.
  static func precedes(_ a: TextEdit, _ b: TextEdit) -> Bool {
    (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
  }
}

/// A file while it is edited: the marks of findings in bytes.
struct EditableText: Sendable {
  private let path: String
  // Held, since a file may be read anew each time that it is asked for its content.
  private let bytes: [UInt8]
  /// The bytes of each line without its line break.
  private let lines: [Range<Int>]
  /// Where every 256th character of a longer line begins: one line may be the whole file, and have
  /// a thousand fixes.
  private let steps: [Int: [Int]]
  private static let step = 256

  init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    lines = bytes.withUnsafeBufferPointer { bytes in
      // An editor's byte order mark is no content: marks do not count it.
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var lines = SourceLines(UnsafeBufferPointer(rebasing: bytes[start...]))
      return (1...lines.count).map { number in
        let content = lines.content(ofLine: number)
        return start + content.lowerBound..<start + content.upperBound
      }
    }
    steps = Self.steps(in: lines, bytes)
  }

  /// The steps of the lines that have any.
  private static func steps(
    in lines: [Range<Int>], _ bytes: [UInt8]
  ) -> [Int: [Int]] {
    var all: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.count > step {
      var starts: [Int] = []
      var count = 0
      for at in line where bytes[at] & 0xC0 != 0x80 {
        if count % step == 0 { starts.append(at) }
        count += 1
      }
      all[index] = starts
    }
    return all
  }

  /// The byte at a mark, at most the end of its line; the end of the text on a line that is not there.
  private func offset(of mark: Mark) -> Int {
    guard lines.indices.contains(mark.line - 1) else { return bytes.count }
    let line = lines[mark.line - 1]
    var column = 1
    var at = line.lowerBound
    if let steps = steps[mark.line - 1], !steps.isEmpty {
      let place = min((max(mark.column, 1) - 1) / Self.step, steps.count - 1)
      (column, at) = (place * Self.step + 1, steps[place])
    }
    while column < mark.column, at < line.upperBound {
      at += 1
      while at < line.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
      column += 1
    }
    return at
  }

  /// The bytes of a span.
  func range(of span: Span) -> Range<Int> {
    let start = offset(of: span.start)
    return start..<max(start, offset(of: span.end))
  }

  /// The edits of a fix, all in this file, by place; nil when they overlap one another.
  func edits(_ edits: [Fix.Edit]) -> [TextEdit]? {
    let inBytes = edits.map { edit in
      TextEdit(
        range: range(of: edit.span),
        replacement: edit.replacement.utf8.flatMap { $0 == 0x0A ? lineBreak : [$0] })
    }.sorted(by: TextEdit.precedes)
    for (a, b) in zip(inBytes, inBytes.dropFirst()) where a.clashes(with: b) { return nil }
    return inBytes
  }

  /// How this file breaks its lines: as its first line does.
  private var lineBreak: [UInt8] {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return [0x0A]
    }
    if bytes[end] == 0x0A { return [0x0A] }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }

  /// The file with edits made, which stand by place and do not clash: every other byte is kept.
  func applying(_ edits: [TextEdit]) -> SourceFile {
    var edited: [UInt8] = []
    edited.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
    var at = 0
    for edit in edits {
      edited += bytes[at..<edit.range.lowerBound]
      edited += edit.replacement
      at = edit.range.upperBound
    }
    edited += bytes[at...]
    return SourceFile(path: path, bytes: edited)
  }
}

extension [TextEdit] {
  /// Where a stretch of the old text stands in the new one; what was replaced is its replacement.
  func moved(_ range: Range<Int>) -> Range<Int> {
    var shift = 0
    var lower = range.lowerBound
    var upper = range.upperBound
    for edit in self {
      let growth = edit.replacement.count - edit.range.count
      if edit.range.upperBound <= range.lowerBound, edit.range.lowerBound < range.lowerBound {
        lower += growth
        upper += growth
      } else if edit.range.lowerBound < range.upperBound || edit.range == range {
        // Inside, or over an end: the stretch grows to what stands there now.
        lower = Swift.min(lower, edit.range.lowerBound + shift)
        upper = Swift.max(upper + growth, edit.range.lowerBound + shift + edit.replacement.count)
      }
      shift += growth
    }
    return lower..<Swift.max(lower, upper)
  }

  /// Where the replacements stand in the new text.
  var written: [Range<Int>] {
    var shift = 0
    return map { edit in
      let start = edit.range.lowerBound + shift
      shift += edit.replacement.count - edit.range.count
      return start..<start + edit.replacement.count
    }
  }
}
