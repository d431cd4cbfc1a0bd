/// A body in ASCII (RFC 2045, 6.7): every server takes it as it is, and Swedish can still be read in it.
enum QuotedPrintable {
  private static let width = 76
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A text with `\n` between its lines, encoded, with CRLF after each.
  static func text(of text: String) -> String {
    var output: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var column = 0
      let bytes = Array(line.utf8)
      for (place, byte) in bytes.enumerated() {
        let isLast = place == bytes.count - 1
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        let isPlain =
          byte > 32 && byte < 127 && byte != UInt8(ascii: "=") || isBlank && !isLast
        let code: [UInt8] =
          isPlain ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        // The break takes the last column.
        if column + code.count > width - 1 {
          output += Array("=\r\n".utf8)
          column = 0
        }
        output += code
        column += code.count
      }
      output += Array("\r\n".utf8)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
