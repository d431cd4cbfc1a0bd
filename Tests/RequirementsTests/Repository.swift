import CheckTool
import Commands
import Foundation
import GRDB
import Lifecycle
import StageKit
import StageRegistry
import Synchronization

/// What stands in the repository, and a store in which every scenario has been played once.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
  private static let folders = ["Pipelines", "Tests/Examples"]

  /// The folder of the store; it is made by the first who asks.
  private static let played = Task { () throws -> String in
    let folder = try newFolder()
    let ended = await run(
      ["test", "\(root)Pipelines/scenarios", "--into", "\(folder)/s.sqlite"], in: folder, root)
    guard ended.exit == .fine else { throw NotPlayed(said: ended.said) }
    return folder
  }

  struct NotPlayed: Error { let said: String }

  private static let answers = Mutex<[String: Task<Ended, any Error>]>([:])

  /// What the commands of a row answer with all data; many rows ask the same, which is run once.
  static func answer(to row: Requirement) async throws -> Ended {
    try await answers.withLock { answers in
      let answer = answers[row.command] ?? Task { try await run(row) }
      answers[row.command] = answer
      return answer
    }.value
  }

  /// Runs the commands of a row, with some data taken away, on a store of their own.
  static func run(_ row: Requirement, without: [Requirement.Basis] = []) async throws -> Ended {
    let folder = try newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let played = try await played.value
    for name in try FileManager.default.contentsOfDirectory(atPath: played)
    where name.hasPrefix("s.sqlite") && !name.hasSuffix("lock") {
      try FileManager.default.copyItem(atPath: "\(played)/\(name)", toPath: "\(folder)/\(name)")
    }
    var root = root
    if without.contains(where: \.isInFile) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/Tests", withIntermediateDirectories: true)
      for name in folders {
        try FileManager.default.copyItem(atPath: "\(root)\(name)", toPath: "\(folder)/\(name)")
      }
      root = folder + "/"
    }
    for basis in without { try remove(basis, root, store: "\(folder)/s.sqlite") }
    var all = Ended(exit: .fine, output: "", errors: "")
    for words in row.commands {
      let words = words.map { word in
        folders.contains { word.hasPrefix("\($0)/") } ? root + word : word
      }
      let ended = await run(words + ["--language", "sv"], in: folder, root)
      all = Ended(
        exit: all.exit.rawValue > ended.exit.rawValue ? all.exit : ended.exit,
        output: all.output + ended.output, errors: all.errors + ended.errors)
    }
    return all
  }

  /// What a command line led to.
  struct Ended {
    let exit: Exit
    let output: String
    let errors: String
    var said: String { output + errors }
  }

  private static func run(
    _ words: [String], in folder: String, _ root: String
  ) async -> Ended {
    let (output, errors) = (Collected(), Collected())
    let shell = Shell(
      stages: StageCatalogue(registeredStages),
      environment: [
        "STAFETT_STORE": "\(folder)/s.sqlite", "STAFETT_PIPELINES": "\(root)Pipelines",
      ],
      width: 160,
      // Noon on 1 March 2027, after most of what the scenarios tell.
      now: { Instant(milliseconds: 1_803_898_800_000) },
      output: { output.add($0) }, errors: { errors.add($0) })
    let exit = Stafett.run(words, in: shell)
    return Ended(exit: exit, output: output.text, errors: errors.text)
  }

  /// Does something in a folder of its own, which is then taken away.
  static func inFolder<Result>(
    _ body: (_ folder: String) async throws -> Result
  ) async throws -> Result {
    let folder = try newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
  }

  private static func newFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "requirements-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private final class Collected: Sendable {
    private let parts = Mutex("")
    var text: String { parts.withLock { $0 } }
    func add(_ part: String) { parts.withLock { $0 += part } }
  }
}

/// The taking away of data. What is not there cannot be taken: then the row says something wrong.
extension Repository {
  struct NotThere: Error { let what: String }

  static func remove(_ basis: Requirement.Basis, _ root: String, store: String) throws {
    func place(_ path: String) -> String {
      folders.contains { path.hasPrefix("\($0)/") } ? root + path : "\(root)Pipelines/\(path)"
    }
    switch basis {
    case .product(let id): try remove(product: id, from: store)
    case .file(let path): try FileManager.default.removeItem(atPath: place(path))
    case .entry(let id, let path): try remove(entry: id, from: place(path))
    }
  }

  // The store itself forbids it, so the copy is opened beside the program.
  private static func remove(product: String, from store: String) throws {
    try DatabaseQueue(path: store).write { db in
      for trigger in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND c.name = 'stream_id'
          """)
      var removed = 0
      for table in tables {
        try db.execute(sql: "DELETE FROM \(table) WHERE stream_id = ?", arguments: [product])
        removed += db.changesCount
      }
      guard removed > 0 else { throw NotThere(what: product) }
    }
  }

  private static func remove(entry: String, from path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    // How far in the entry that is being left out begins.
    var inside: Int?
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      if let start = inside, line.allSatisfy({ $0 == " " }) || indent > start { continue }
      inside = nil
      let text = line.dropFirst(indent)
      if text == "- id: \(entry)" || text.hasPrefix("- {id: \(entry),") {
        inside = indent
      } else {
        kept.append(line)
      }
    }
    if kept.count == lines.count { kept = lines.filter { !$0.contains(entry) } }
    guard kept.count < lines.count else { throw NotThere(what: "\(entry) in \(path)") }
    try kept.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
