extension Character {
  /// How many columns a terminal gives it: 0, 1, or 2 for wide East Asian characters and emoji.
  ///
  /// By Unicode's East Asian Width (UAX #11) and emoji presentation (UTS #51), for whole graphemes:
  /// a flag or a family of several code points is one picture.
  var columns: Int {
    let scalars = unicodeScalars
    if scalars.contains(where: { $0.properties.isEmojiPresentation || $0.isWide }) { return 2 }
    if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
    return scalars.allSatisfy(\.isZeroWidth) ? 0 : 1
  }

  /// The character as it may stand on a terminal: what steers one, or turns the direction of
  /// reading, is shown as a picture, so that no file can paint over a finding.
  var printable: String {
    guard let first = unicodeScalars.first else { return "" }
    switch first.value {
    case 0x00..<0x20: return picture(0x2400 + first.value)
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: return "\u{FFFD}"
    default: return String(self)
    }
  }

  private func picture(_ code: UInt32) -> String {
    UnicodeScalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
  }
}

extension String {
  /// The text on one line, with nothing in it that steers a terminal.
  var printable: String {
    // A line break of two bytes is one character.
    map { $0 == "\r\n" ? "\u{240D}\u{240A}" : $0.printable }.joined()
  }
}

extension Unicode.Scalar {
  /// Combining marks, joiners and selectors stand on the character before them.
  fileprivate var isZeroWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// East Asian Width W or F, in whole blocks; the wide ones among symbols are emoji.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
