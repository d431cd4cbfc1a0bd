import Foundation
import Testing

/// A row of the table of requirements: what is asked, what shows it, and what that rests on.
struct Requirement: Sendable, CustomTestStringConvertible {
  let number: String
  let asked: String
  /// The command line as it is typed; several are joined by `&&`.
  let command: String
  /// What is seen in the answer, every one of them.
  let seen: [String]
  /// The data that it rests on; what stands together is taken away together.
  let basis: [[Basis]]

  var testDescription: String { number }

  /// A row of Markdown, of five cells: number, what is asked, command, what is seen, the data.
  init(row: Substring) throws {
    let cells = row.replacing("\\|", with: "\u{0}").split(
      separator: "|", omittingEmptySubsequences: false
    ).dropFirst().dropLast().map {
      $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
    }
    try #require(cells.count == 5, "\(row)")
    let commands = Self.quoted(in: cells[2])
    number = cells[0]
    asked = cells[1]
    command = try #require(commands.first, "\(number) has no command")
    seen = Self.quoted(in: cells[3])
    basis = try Self.quoted(in: cells[4]).map(Basis.together)
    try #require(commands.count == 1 && !asked.isEmpty && !seen.isEmpty && !basis.isEmpty)
  }

  /// The words of each command line; quotation marks hold a word together.
  var commands: [[String]] {
    command.split(separator: " && ").map { line in
      var words: [String] = []
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        words +=
          place.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
      }
      return Array(words.dropFirst())
    }
  }

  /// What stands between backticks.
  private static func quoted(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// The data that a row rests on, and that can be taken away.
  enum Basis: Hashable, Sendable {
    /// A product of the store, with all that happened to it.
    case product(String)
    /// A file, of the folder of pipelines or of the examples.
    case file(String)
    /// What stands in such a file: the entry of an id, else the lines that hold the words.
    case entry(String, in: String)

    /// Whether it stands in a file, and not in the store.
    var isInFile: Bool { if case .product = self { false } else { true } }

    /// The data that are named together, with a comma between.
    static func together(_ written: String) throws -> [Basis] {
      // A comma may stand in the words of a line as well.
      var parts: [String] = []
      for part in written.split(separator: ", ").map(String.init) {
        if parts.isEmpty || isNamed(by: part) {
          parts.append(part)
        } else {
          parts[parts.count - 1] += ", " + part
        }
      }
      return try parts.map(Basis.init)
    }

    private static func isNamed(by part: String) -> Bool {
      let word = part.prefix { $0 != " " }
      return word == "product" || word.hasSuffix(".yaml") || word.hasSuffix(".csv")
    }

    private init(_ written: String) throws {
      let words = written.split(separator: " ", maxSplits: 1).map(String.init)
      guard let first = words.first, Self.isNamed(by: first) else {
        throw Unreadable(basis: written)
      }
      switch (first, words.dropFirst().first) {
      case ("product", let id?): self = .product(id)
      case ("product", nil): throw Unreadable(basis: written)
      case (let path, nil): self = .file(path)
      case (let path, let words?): self = .entry(words, in: path)
      }
    }

    struct Unreadable: Error { let basis: String }
  }
}

/// The table as it stands in the repository.
enum Requirements {
  static let path = Repository.root + "/Pipelines/REQUIREMENTS.md"

  /// The rows, in order; a table that cannot be read is told by the tests.
  static let read = Result {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| R1") || $0.hasPrefix("| R0") }.map(Requirement.init)
  }

  static var all: [Requirement] { (try? read.get()) ?? [] }

  /// All that the founding documents ask for: some numbers are not used.
  static let numbers = [
    1...12, 20...90, 100...118, 130...147, 160...177, 190...197,
  ].flatMap { $0 }.map { String(format: "R%03d", $0) }
}
