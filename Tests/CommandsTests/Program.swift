import CheckTool
import Commands
import Foundation
import Lifecycle
import StageKit
import StageRegistry
import Synchronization
import Testing

/// A folder with a store of its own, and the program run in it, in this process.
struct Program {
  static let pipelines = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pipelines").path()

  let folder: String
  var environment: [String: String] = [:]
  /// What the clock shows; noon on 7 January 2026, unless a test says otherwise.
  var now = Instant(milliseconds: 1_767_783_600_000)

  /// What a command line led to.
  struct Ended {
    let exit: Exit
    let output: String
    let errors: String
  }

  /// Runs a body with an empty folder that is gone afterwards.
  static func inFolder(_ body: (Program) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "commands-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(Program(folder: folder))
  }

  func callAsFunction(_ arguments: String...) async -> Ended {
    await run(arguments)
  }

  func run(_ arguments: [String]) async -> Ended {
    let output = Collected()
    let errors = Collected()
    var environment = [
      "STAFETT_STORE": "\(folder)/s.sqlite", "STAFETT_PIPELINES": Program.pipelines,
    ]
    environment.merge(self.environment) { _, new in new }
    let shell = Shell(
      stages: StageCatalogue(registeredStages), environment: environment,
      now: { [now] in now },
      output: { output.add($0) }, errors: { errors.add($0) })
    let exit = Stafett.run(arguments, in: shell)
    return Ended(exit: exit, output: output.text, errors: errors.text)
  }

  /// Opens a care programme that is being drafted.
  @discardableResult
  func open(_ product: String = "vp-a") async -> Ended {
    await self(
      "open", product, "--pipeline", "cancer-care-programme", "--title-sv", "Vårdprogram A",
      "--title-en", "Programme A", "--input", "diagnosis=C61.9", "--role",
      "stodjande-rcc=rcc-syd", "--role", "vardprogramgrupp=vpg-a")
  }

  /// Writes a file in the folder and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private final class Collected: Sendable {
    private let parts = Mutex("")
    var text: String { parts.withLock { $0 } }
    func add(_ part: String) { parts.withLock { $0 += part } }
  }
}
