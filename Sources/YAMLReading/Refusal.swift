import Located

extension Faults {
  /// Why a file is not even read: too big, empty, or not in UTF-8 by its first bytes.
  func refusal(of bytes: UnsafeBufferPointer<UInt8>, limits: Limits) -> Diagnostic? {
    let start = Mark(line: 1, column: 1)
    let place = Span(start, start)
    if bytes.isEmpty { return empty }
    if bytes.count > limits.bytes {
      return fault(
        "size-limit", place,
        Text(
          sv: "filen är \(bytes.count) byte, och gränsen är \(limits.bytes)",
          en: "the file has \(bytes.count) bytes, and the limit is \(limits.bytes)"),
        help: Text(sv: "dela upp den i flera filer", en: "split it into several files"))
    }
    guard let name = wideEncoding(bytes) else { return nil }
    return fault(
      "encoding", place,
      Text(sv: "filen är sparad som \(name)", en: "the file is saved as \(name)"),
      help: Text(sv: "spara den som UTF-8", en: "save it as UTF-8"))
  }

  private func wideEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
  }
}
