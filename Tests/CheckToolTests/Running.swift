import CheckTool
import Foundation
import StageKit
import StageRegistry
import Synchronization

/// What a command line led to.
struct Ended: Equatable {
  let exit: Exit
  let output: String
  let errors: String
}

/// Collects what a program prints.
final class Collected: Sendable {
  private let parts = Mutex("")
  var text: String { parts.withLock { $0 } }
  func add(_ part: String) { parts.withLock { $0 += part } }
}

let catalogue = StageCatalogue(registeredStages)

/// The folder of the repository.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The folder of the fixtures, with the register that they are read with.
let fixtures = root.appending(path: "Tests/CheckingTests/Fixtures").path()

/// Runs the check in this process.
func check(
  _ words: [String], input: String = "", isTerminal: Bool = false,
  environment: [String: String] = [:]
) -> Ended {
  let output = Collected()
  let errors = Collected()
  var variables = ["STAFETT_PIPELINES": root.appending(path: "Pipelines").path()]
  variables.merge(environment) { _, new in new }
  let world = CheckWorld(
    program: "stafett-check", stages: catalogue, environment: variables, isTerminal: isTerminal,
    input: { Array(input.utf8) }, output: { output.add($0) }, errors: { errors.add($0) })
  let exit = Check.run(words, in: world)
  return Ended(exit: exit, output: output.text, errors: errors.text)
}

/// An empty folder that is gone afterwards.
func inFolder<T>(_ body: (Folder) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "check-\(UUID().uuidString)").path()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(Folder(path: folder))
}

/// A folder to write in.
struct Folder {
  let path: String

  /// Writes a file, with the folders that lead to it, and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(filePath: file).deletingLastPathComponent().path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  /// Runs a program in the folder and gives what it printed.
  @discardableResult
  func run(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// A definition that is right, with one change where it is asked for.
func definition(_ change: (String) -> String = { $0 }) -> String {
  let path = root.appending(path: "Pipelines/cancer-care-programme/2.yaml")
  return change((try? String(contentsOf: path, encoding: .utf8)) ?? "")
}
