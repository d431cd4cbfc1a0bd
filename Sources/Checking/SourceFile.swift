/// A file as it was handed in: what a check reads, and what its findings are printed from.
package struct SourceFile: Sendable {
  /// The path as the user named it.
  package let path: String
  /// What it was most likely meant to be, by its first word; nil when that does not tell.
  let likely: DocumentKind?
  /// Whether its first word is that of a kind of document, and not only much like it.
  private let isNamed: Bool
  private let content: Content

  private enum Content: Sendable {
    case bytes([UInt8])
    case stored(@Sendable () -> [UInt8])
  }

  /// A file with its content, whatever that is.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    (likely, isNamed) = Self.kind(by: bytes.firstWord)
    content = .bytes(bytes)
  }

  /// A file whose content is read each time that it is asked for, so that thousands of files do not
  /// lie in memory while one is looked at.
  ///
  /// - Parameters:
  ///   - start: the content, or the first part of it: enough to tell what kind of file it is.
  ///   - read: gives the content, the same each time.
  package init(
    path: String, startingWith start: [UInt8], read: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    (likely, isNamed) = Self.kind(by: start.firstWord)
    content = .stored(read)
  }

  private static func kind(by word: String?) -> (DocumentKind?, isNamed: Bool) {
    let kind = DocumentKind(likely: word)
    return (kind, kind != nil && kind?.rawValue == word)
  }

  /// Its content.
  package var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .stored(let read): read()
    }
  }

  /// Whether it is a part of a register; read only where its first word leaves that open.
  package var isRegister: Bool {
    switch likely {
    case .pipeline, .scenario: false
    case .register where isNamed: true
    case .register, nil: ReadFile(self).kind == .register
    }
  }

  /// The same content under another path.
  package func named(_ path: String) -> SourceFile {
    SourceFile(path: path, likely: likely, isNamed: isNamed, content: content)
  }

  private init(path: String, likely: DocumentKind?, isNamed: Bool, content: Content) {
    self.path = path
    self.likely = likely
    self.isNamed = isNamed
    self.content = content
  }
}

extension [UInt8] {
  /// The word before the first colon, also where the rest cannot be read; nil without one.
  ///
  /// It tells what a faulty file was meant to be. Looks no further than to the first line that says
  /// something, and at 64 KiB at most.
  fileprivate var firstWord: String? {
    withUnsafeBufferPointer { bytes in
      var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let end = Swift.min(bytes.count, at + 1 << 16)
      while at < end {
        let start = at
        while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        let line = UnsafeBufferPointer(rebasing: bytes[start..<at])
        at += 1
        guard let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
          line[first] != UInt8(ascii: "#"), !line.starts(with: "---".utf8)
        else { continue }
        guard let colon = line[first...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return String(decoding: line[first..<colon], as: UTF8.self)
      }
      return nil
    }
  }
}
