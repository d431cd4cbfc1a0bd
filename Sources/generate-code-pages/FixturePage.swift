import Located
import YAMLReading

/// What is wrong in a page, as `FILE:LINE:COLUMN: error: …`.
struct PageFault: Error {
  let findings: [String]
}

/// A page with all that it is made of.
struct FixturePage {
  let code: String
  let isWarning: Bool
  let since: Int
  let title, why, finding: Text
  let bad, good: [(path: String, text: String)]

  /// Reads a folder; nil when it has no page yet, or its findings were not recorded.
  ///
  /// A test, not the build, says what is missing: a fixture comes before its page.
  init?(_ folder: FixtureFolder) throws(PageFault) {
    guard let bytes = folder.bytes("page.yaml"),
      let swedish = folder.text("sv.txt").flatMap({ Self.finding(folder.code, in: $0) }),
      let english = folder.text("en.txt").flatMap({ Self.finding(folder.code, in: $0) })
    else { return nil }
    var form = PageForm(bytes, path: folder.path("page.yaml"))
    code = folder.code
    title = form.text("title")
    why = form.text("why")
    since = form.number("since")
    finding = Text(sv: swedish, en: english)
    isWarning = english.hasPrefix("warning[")
    bad = folder.example("bad")
    good = folder.example("ok")
    try form.finish(["title", "why", "since"])
  }

  /// The first finding with the code in a recorded text: findings are set apart by empty lines.
  private static func finding(_ code: String, in text: String) -> String? {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isFirst = line.prefix { $0 != "]" }.hasSuffix("[\(code)")
      if lines.isEmpty ? isFirst : !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        break
      }
    }
    // On the page itself there is no need to say how to read it.
    if lines.last?.hasSuffix("stafett explain \(code)") == true { lines.removeLast() }
    if lines.last?.hasSuffix("|") == true { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

/// Reads the keys of a page, and keeps all that is wrong until the end.
private struct PageForm {
  private let root: Node?
  private let path: String
  private var findings: [String]

  init(_ bytes: [UInt8], path: String) {
    let document = YAMLReader.read(bytes, path: path)
    root = document.root
    self.path = path
    findings = document.diagnostics.map { "\(Self.place($0.span.start, path)) \($0.message.en)" }
  }

  mutating func text(_ key: String) -> Text {
    Text(sv: scalar("sv", in: root?[key], of: key), en: scalar("en", in: root?[key], of: key))
  }

  mutating func number(_ key: String) -> Int {
    if let number = root?[key]?.text.flatMap({ Int($0) }), number > 0 { return number }
    report("'\(key)' must be a number from 1", at: root?[key])
    return 0
  }

  /// Throws what was found, and what stands there besides `keys`.
  mutating func finish(_ keys: [String]) throws(PageFault) {
    for entry in root?.entries ?? [] where !keys.contains(entry.key.text ?? "") {
      report("a page has only \(keys.joined(separator: ", "))", at: entry.key)
    }
    if !findings.isEmpty { throw PageFault(findings: findings) }
  }

  private mutating func scalar(_ key: String, in node: Node?, of owner: String) -> String {
    let words = node?[key]?.text?.split(whereSeparator: \.isWhitespace) ?? []
    if words.isEmpty { report("'\(owner)' has no text in '\(key)'", at: node) }
    return words.joined(separator: " ")
  }

  private mutating func report(_ message: String, at node: Node?) {
    guard let mark = node?.span.start ?? root?.span.start else {
      return findings.append("\(path): error: \(message)")
    }
    findings.append("\(Self.place(mark, path)) \(message)")
  }

  private static func place(_ mark: Mark, _ path: String) -> String {
    "\(path):\(mark.line):\(mark.column): error:"
  }
}
