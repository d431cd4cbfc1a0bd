/// The text of bytes as spreadsheets write them.
enum SheetText {
  /// UTF-8, or UTF-16 by its mark, else Windows-1252, which an older Excel saves.
  ///
  /// - Throws: where it is no text at all.
  static func decode(_ bytes: [UInt8]) throws(SheetFault) -> String {
    let text: String
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      text = String(decoding: units, as: UTF16.self)
    } else {
      let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      text =
        String(validating: content, as: UTF8.self)
        ?? String(String.UnicodeScalarView(content.map(scalar)))
    }
    guard !text.utf8.contains(0) else {
      throw SheetFault(
        "input/not-text", sv: "ingen text; spara som CSV UTF-8 eller .xlsx",
        en: "no text; save it as CSV UTF-8 or .xlsx")
    }
    return text
  }

  // Windows-1252 is Latin-1 but for these 32; its five holes are what browsers make of them.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}
