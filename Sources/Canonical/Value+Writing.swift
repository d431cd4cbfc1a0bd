extension Value {
  /// The one text of this value, in UTF-8.
  public var json: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(256)
    write(into: &out)
    return out
  }

  /// Appends the one text of this value.
  public func write(into out: inout [UInt8]) {
    switch self {
    case .whole(let number): out.append(contentsOf: String(number).utf8)
    case .flag(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .text(let text): writeQuoted(text, into: &out)
    case .prose(let text):
      out.append(UInt8(ascii: "\""))
      out.append(contentsOf: ContentHash(hashing: text).digits)
      out.append(UInt8(ascii: "\""))
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .record(let fields):
      out.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        writeQuoted(field.key, into: &out)
        out.append(UInt8(ascii: ":"))
        field.value.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// The same JSON for people: a line for each item and field, two spaces a level, no last newline.
  public var pretty: String {
    var out: [UInt8] = []
    writePretty(into: &out, level: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func writePretty(into out: inout [UInt8], level: Int) {
    switch self {
    case .list(let items) where !items.isEmpty:
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        startLine(in: &out, level: level + 1, isFirst: index == 0)
        item.writePretty(into: &out, level: level + 1)
      }
      startLine(in: &out, level: level)
      out.append(UInt8(ascii: "]"))
    case .record(let fields) where !fields.isEmpty:
      out.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        startLine(in: &out, level: level + 1, isFirst: index == 0)
        writeQuoted(field.key, into: &out)
        out.append(contentsOf: ": ".utf8)
        field.value.writePretty(into: &out, level: level + 1)
      }
      startLine(in: &out, level: level)
      out.append(UInt8(ascii: "}"))
    case .list, .record, .whole, .flag, .text, .prose:
      write(into: &out)
    }
  }

  private func startLine(in out: inout [UInt8], level: Int, isFirst: Bool = true) {
    if !isFirst { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}

/// Appends a text in quotes; only quotes, backslashes and the controls below space are escaped.
private func writeQuoted(_ text: String, into out: inout [UInt8]) {
  out.append(UInt8(ascii: "\""))
  var copy = text
  copy.withUTF8 { bytes in
    // Nearly every text has nothing to escape and goes over in one piece.
    var written = 0
    for index in bytes.indices where mustEscape(bytes[index]) {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
      writeEscaped(bytes[index], into: &out)
      written = index + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
  }
  out.append(UInt8(ascii: "\""))
}

private func mustEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

private func writeEscaped(_ byte: UInt8, into out: inout [UInt8]) {
  out.append(UInt8(ascii: "\\"))
  switch byte {
  case UInt8(ascii: "\n"): out.append(UInt8(ascii: "n"))
  case UInt8(ascii: "\r"): out.append(UInt8(ascii: "r"))
  case UInt8(ascii: "\t"): out.append(UInt8(ascii: "t"))
  case 0..<0x20:
    out.append(contentsOf: "u00".utf8)
    out.append(hexDigit(byte >> 4))
    out.append(hexDigit(byte & 15))
  default: out.append(byte)
  }
}
