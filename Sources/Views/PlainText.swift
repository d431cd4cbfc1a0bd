// A table of thousands of rows is measured cell by cell, and nearly every cell is Swedish or English
// with nothing in it that joins, steers or stands wide. Such texts are told by their bytes alone:
// that is twenty times faster than by characters, and says the same.

extension StringProtocol {
  /// Its columns on a terminal, and those of its longest part that no line break can fall into, where
  /// each scalar is a character one column wide; nil where only the characters themselves can tell.
  var plain: (width: Int, longestPart: Int)? {
    var (width, part, longest) = (0, 0, 0)
    var isAfterDigit = false
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      width += 1
      part += 1
      switch byte {
      case 0x0D: return nil  // One character with the line feed that follows.
      case 0x0A, 0x20: part = 0
      case 0x2D where !isAfterDigit, 0x2F where !isAfterDigit:
        longest = Swift.max(longest, part)
        part = 0
      case 0..<0x80: break
      case 0xC2...0xCB: _ = bytes.next()  // To U+02FF: the marks that join come after.
      case 0xE2:  // Of the punctuation from U+2010 to U+2027: dashes, quotation marks, …
        guard bytes.next() == 0x80, let last = bytes.next(), 0x90...0xA7 ~= last else { return nil }
      default: return nil
      }
      longest = Swift.max(longest, part)
      isAfterDigit = 0x30...0x39 ~= byte
    }
    return (width, longest)
  }

  /// Its words in small letters, where all that is in it is ASCII or the letters from À to ÿ; nil where
  /// only the characters themselves can tell.
  var plainWords: [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case 0..<0x80: end()
      case 0xC3:
        guard let next = bytes.next() else { return nil }
        // × and ÷ stand among the letters.
        if next == 0x97 || next == 0xB7 {
          end()
        } else {
          word += [byte, next < 0x9F ? next + 0x20 : next]
        }
      default: return nil
      }
    }
    end()
    return words
  }

  /// Whether it holds a control character other than a line feed.
  var steers: Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 && byte != 0x0A || byte == 0x7F { return true }
      if last == 0xC2, byte < 0xA0 { return true }
      last = byte
    }
    return false
  }

  /// Whether it is one line as it stands: no line break, and no space that wrapping would take away.
  var isOneLine: Bool {
    guard !isEmpty else { return true }
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte == 0x0A || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  /// The text in lines of so many columns, broken at spaces; nil where it is not one line of plain
  /// characters, or has a word that fits no line.
  func plainWrapped(to width: Int) -> [String]? {
    guard plain != nil, isOneLine else { return nil }
    var lines: [String] = []
    var start = utf8.startIndex
    var column = 0
    var lastSpace: (place: Index, column: Int)?
    for place in utf8.indices {
      let byte = utf8[place]
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == 0x20 {
        lastSpace = (place, column)
      } else if column > width {
        guard let space = lastSpace else { return nil }
        lines.append(String(self[start..<space.place]))
        start = utf8.index(after: space.place)
        column -= space.column
        lastSpace = nil
      }
    }
    lines.append(String(self[start...]))
    return lines
  }
}
