import Foundation
import Testing

/// A story of a user: from where it begins, what is typed, and what is then seen.
struct Story: Sendable, CustomTestStringConvertible {
  let number: String
  let parts: [Part]

  var testDescription: String { number }

  /// What begins from data of its own.
  struct Part: Sendable {
    /// The scenarios that were played, and the day before which.
    let scenarios: [String]
    let before: String?
    /// What of the files it rests on too.
    let files: [Requirement.Basis]
    var commands: [Command] = []
  }

  /// A command line, with what it says; a line `…` stands for some that are left out.
  struct Command: Sendable {
    var line: String
    var seen: [String] = []
  }

  /// A section of the document, from the line after its number.
  init(number: Substring, _ lines: ArraySlice<Substring>) throws {
    self.number = String(number)
    var parts: [Part] = []
    var isInside = false
    // A text that is written to a file ends with this word on a line of its own.
    var ends: Substring?
    for line in lines {
      if line.hasPrefix("Utgår från ") || line.hasPrefix("Vilar på ") {
        parts.append(try Self.beginning(line))
      } else if line == "```console" || line == "```" {
        isInside = line != "```"
      } else if isInside {
        let part = try #require(parts.indices.last, "\(number) begins from nothing")
        let last = parts[part].commands.indices.last
        if let word = ends, let last {
          parts[part].commands[last].line += "\n" + line
          if line == word { ends = nil }
        } else if line.hasPrefix("$ ") {
          parts[part].commands.append(Command(line: String(line.dropFirst(2))))
          ends = line.hasSuffix("<<'END'") ? "END" : nil
        } else if let last {
          parts[part].commands[last].seen.append(String(line))
        }
      }
    }
    self.parts = parts
    try #require(!parts.isEmpty && parts.allSatisfy { !$0.commands.isEmpty }, "\(number) is empty")
  }

  private static func beginning(_ line: Substring) throws -> Part {
    let quoted = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    let day = line.split(separator: " ").drop { $0 != "före" }.dropFirst().first
    let part = Part(
      scenarios: quoted.filter { !$0.contains("/") },
      before: day.map { String($0.filter { $0.isNumber || $0 == "-" }) },
      files: try quoted.filter { $0.contains("/") }.flatMap(Requirement.Basis.together))
    try #require(part.scenarios.isEmpty == (part.before == nil), "\(line)")
    return part
  }
}

extension Story.Command {
  /// Whether an answer is what is seen, word for word: every line, but where some are left out.
  func isSeen(in answer: String) -> Bool {
    var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(\.told)[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let chunks = seen.split(separator: "…", omittingEmptySubsequences: false)
      .map { $0.map { $0[...].told } }
    for (number, wanted) in chunks.enumerated() {
      // The first stands at the beginning and the last at the end; any other where it comes first.
      let isLast = number == chunks.count - 1
      let places =
        number == 0
        ? [lines.startIndex]
        : isLast ? [max(lines.startIndex, lines.endIndex - wanted.count)] : Array(lines.indices)
      guard let place = places.first(where: { lines[$0...].starts(with: wanted) }) else {
        return false
      }
      lines = lines[(place + wanted.count)...]
    }
    return lines.isEmpty
  }
}

extension Substring {
  /// The words of a line: neither how wide its columns are, nor the number of an event in a history,
  /// which is another when the pipeline gets one more stage.
  fileprivate var told: String {
    var words = split(separator: " ").map { $0.allSatisfy { $0 == "─" } ? "─" : String($0) }
    let isEvent = words.count > 1 && words[1].count == 10 && words[1].hasPrefix("20")
    if isEvent, words[0].allSatisfy({ $0.isNumber || $0 == "–" }) { words[0] = "#" }
    return words.joined(separator: " ")
  }
}

/// The stories as they stand in the repository.
enum Stories {
  static let path = Repository.root + "Pipelines/STORIES.md"

  /// In order; one that cannot be read is told by the tests.
  static let read = Result {
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let heads = lines.indices.filter { lines[$0].hasPrefix("### ") }
    return try heads.enumerated().map { index, head in
      let end = heads.indices.contains(index + 1) ? heads[index + 1] : lines.endIndex
      let number = lines[head].dropFirst(4).prefix { $0 != "." }
      return try Story(number: number, lines[(head + 1)..<end])
    }
  }

  static var all: [Story] { (try? read.get()) ?? [] }
}
