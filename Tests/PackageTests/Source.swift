import Foundation

/// A Swift file, with what is no code blanked out.
struct Source {
  struct Import: Equatable {
    let module: String
    let line: Int
  }

  /// From the root of the package.
  let path: String
  let text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    codeLines = SwiftCode.lines(of: text)
  }

  init(path: String, under root: URL) throws {
    try self.init(
      path: path, text: String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// The lines with comments and the insides of literals taken out.
  let codeLines: [Substring]

  /// Every import declaration: `package import A`, `@_exported public import A`, `import struct A.B`.
  var imports: [Import] {
    codeLines.enumerated().flatMap { index, line in
      line.split(separator: ";").compactMap { statement in
        let words = statement.split(whereSeparator: \.isWhitespace)
        guard let at = words.firstIndex(of: "import"), words[..<at].allSatisfy(Self.isModifier)
        else { return nil }
        let kinds: Set<Substring> = [
          "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
        ]
        guard let name = words[(at + 1)...].first(where: { !kinds.contains($0) }) else {
          return nil
        }
        return Import(module: String(name.prefix { $0 != "." }), line: index + 1)
      }
    }
  }

  /// The lines on which a piece of code stands.
  func lines(with piece: String) -> [Int] {
    codeLines.indices.filter { codeLines[$0].contains(piece) }.map { $0 + 1 }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
