/// A file as it was handed in: what a check reads, and what its findings are printed from.
package struct SourceFile: Sendable {
  /// The path as the user named it.
  package let path: String
  /// Its content, whatever that is.
  package let bytes: [UInt8]

  /// A file with its content.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The word before the first colon, also where the rest cannot be read; nil without one.
  ///
  /// It tells what a faulty file was meant to be.
  var firstWord: String? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let lines = text.prefix(1 << 16).split { $0 == 0x0A || $0 == 0x0D }
    let first = lines.first { line in
      !line.starts(with: "---".utf8)
        && line.first { $0 != 0x20 && $0 != 0x09 }.map { $0 != UInt8(ascii: "#") } ?? false
    }
    guard let first, let colon = first.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return String(decoding: first[..<colon].drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }
}
