/// A text of a header in ASCII: as it is where it can be, else as encoded words (RFC 2047).
struct EncodedWords {
  /// Lines after the first begin with a space.
  let text: String

  private static let head = "=?utf-8?B?"
  private static let tail = "?="
  /// At most 75 characters in a word (RFC 2047, 2): so many bytes before base64, with room for the
  /// name of a header before the first.
  private static let bytesPerWord = 36

  /// An unstructured text, such as a subject.
  init(_ text: String) {
    self.init(text) { $0 >= 32 && $0 < 127 }
  }

  /// A phrase, such as the name before an address: fewer signs stand there as they are.
  init(phrase text: String) {
    self.init(text) { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }
  }

  private init(_ text: String, _ isPlain: (UInt8) -> Bool) {
    // A line feed would begin another header; it is no part of a text there.
    let line = String(text.map { $0.isNewline ? " " : $0 })
    let isShort = line.utf8.count <= 60
    // What looks like an encoded word would be read as one.
    if isShort, line.utf8.allSatisfy(isPlain), !line.utf8.contains(UInt8(ascii: "=")) {
      self.text = line
      return
    }
    // A character is never parted between two words.
    var words: [[UInt8]] = [[]]
    for character in line {
      let bytes = Array(character.utf8)
      if let last = words.last, !last.isEmpty, last.count + bytes.count > Self.bytesPerWord {
        words.append([])
      }
      words[words.count - 1] += bytes
    }
    self.text =
      words.map { "\(Self.head)\(Base64.text(of: $0))\(Self.tail)" }
      .joined(separator: "\r\n ")
  }
}
