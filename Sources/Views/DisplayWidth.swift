// How wide a text stands on a terminal, and how it is broken into lines. Without Foundation, so the
// few facts of Unicode that matter here stand here.

extension Character {
  /// Columns on a terminal: wide East Asian letters and emoji take two, å and ö one.
  var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    let isWide =
      first.properties.isEmojiPresentation
      || unicodeScalars.contains { $0.value == 0xFE0F }
      || wideRanges.contains { $0.contains(first.value) }
    return isWide ? 2 : first.properties.generalCategory == .format ? 0 : 1
  }
}

// The blocks that Unicode's East Asian Width counts as wide.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]

extension StringProtocol {
  /// Columns on a terminal.
  var displayWidth: Int { plain?.width ?? reduce(0) { $0 + $1.displayWidth } }

  /// The text without what would steer a terminal; a line break stays.
  var printable: String {
    guard steers else { return String(self) }
    return String(
      map { character in
        if character == "\n" || character == "\r\n" { return "\n" }
        let steers = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return steers ? " " : character
      })
  }

  /// Columns of its longest part that no line break can fall into.
  var longestPart: Int {
    if let plain { return plain.longestPart }
    return split { $0 == " " || $0 == "\n" }.flatMap(\.pieces).map(\.displayWidth).max() ?? 0
  }

  /// A word in pieces, each but the last ending with a hyphen or slash; after a digit there is no place
  /// to break, so that a date stays whole.
  var pieces: [String] {
    var pieces: [String] = [""]
    var last: Character = " "
    for character in self {
      pieces[pieces.count - 1].append(character)
      if character == "-" || character == "/", !("0"..."9").contains(last) { pieces.append("") }
      last = character
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// The start of the text in so many columns, ending with … where something is left out.
  func shortened(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var (kept, used) = ("", 0)
    for character in self {
      guard used + character.displayWidth < width else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return width > 0 ? kept + "…" : ""
  }

  /// The text in lines of so many columns, broken at spaces, then after hyphens; a part that fits
  /// no line is shortened.
  func wrapped(to width: Int) -> [String] {
    if let lines = plainWrapped(to: width) { return lines }
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return wrappedByCharacters(to: width) }
    return lines.flatMap { $0.plainWrapped(to: width) ?? $0.wrappedByCharacters(to: width) }
  }

  /// The same of any text.
  func wrappedByCharacters(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = []
      var current = ""
      for (part, isGlued) in line.parts(for: width) {
        let joined = current.isEmpty ? part : current + (isGlued ? "" : " ") + part
        if joined.displayWidth <= width {
          current = joined
        } else {
          if !current.isEmpty { lines.append(current) }
          current = part.shortened(to: width)
        }
      }
      return lines + [current]
    }
  }

  // Words; those too long for a line as pieces that end with a hyphen, glued to what precedes.
  private func parts(for width: Int) -> [(part: String, isGlued: Bool)] {
    split(separator: " ").flatMap { word -> [(String, Bool)] in
      guard word.displayWidth > width else { return [(String(word), false)] }
      return word.pieces.enumerated().map { ($0.element, $0.offset > 0) }
    }
  }
}
