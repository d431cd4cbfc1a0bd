extension Fixes {
  /// The changes from some files to others as one unified diff, which `patch` and `git` apply.
  ///
  /// Files are told apart by their paths; lines end with LF alone, and what else stands there, such
  /// as the CR of CR LF, belongs to the line. Empty when nothing has changed.
  package static func diff(from old: [SourceFile], to new: [SourceFile]) -> String {
    let after = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
    return old.sorted { $0.path < $1.path }.map { file in
      guard let other = after[file.path] else { return "" }
      // A file is read each time that it is asked for its bytes.
      let (old, new) = (file.bytes, other.bytes)
      return old == new ? "" : UnifiedDiff(path: file.path, old: old, new: new).text
    }.joined()
  }
}

/// The changes of one file, each with the three lines round it.
private struct UnifiedDiff {
  private static let context = 3

  let path: String
  private let old, new: [ArraySlice<UInt8>]
  private let changes: [LineDiff.Change]

  init(path: String, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    changes = LineDiff.changes(from: self.old, to: self.new)
  }

  /// The lines of a text, each with its line break.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (at, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...at])
      start = at + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  var text: String {
    // A tab ends a name that has blanks in it, as GNU diff writes it.
    let name = path.drop { $0 == "/" }
    let end = name.contains(" ") ? "\t" : ""
    return "--- a/\(name)\(end)\n+++ b/\(name)\(end)\n" + hunks.map(text).joined()
  }

  /// The changes, together where their contexts meet.
  private var hunks: [[LineDiff.Change]] {
    var hunks: [[LineDiff.Change]] = []
    for change in changes {
      if let last = hunks.last?.last,
        change.old.lowerBound - last.old.upperBound <= 2 * Self.context
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func text(_ hunk: [LineDiff.Change]) -> String {
    guard let first = hunk.first, let last = hunk.last else { return "" }
    let before = min(Self.context, first.old.lowerBound)
    let after = min(Self.context, old.count - last.old.upperBound)
    let a = first.old.lowerBound - before..<last.old.upperBound + after
    let b = first.new.lowerBound - before..<last.new.upperBound + after
    var text = "@@ -\(Self.range(a)) +\(Self.range(b)) @@\n"
    var at = a.lowerBound
    for change in hunk {
      text += old[at..<change.old.lowerBound].map { line($0, " ") }.joined()
      text += old[change.old].map { line($0, "-") }.joined()
      text += new[change.new].map { line($0, "+") }.joined()
      at = change.old.upperBound
    }
    return text + old[at..<a.upperBound].map { line($0, " ") }.joined()
  }

  /// `START,COUNT`, the count left out where it is 1; of no lines, the line before them.
  private static func range(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private func line(_ line: ArraySlice<UInt8>, _ mark: Character) -> String {
    let text = "\(mark)" + String(decoding: line, as: UTF8.self)
    return line.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
  }
}
