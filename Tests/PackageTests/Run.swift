import Foundation

/// A program that ended badly, with all it said.
struct RunFailed: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program found by PATH and returns what it printed.
func run(_ command: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  let output = Pipe()
  let errors = FileManager.default.temporaryDirectory
    .appending(path: "stafett-errors-\(UUID().uuidString)")
  // Errors go to a file: two pipes read one after the other can block the program for ever.
  try Data().write(to: errors)
  defer { try? FileManager.default.removeItem(at: errors) }
  process.standardOutput = output
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  let printed = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  let text = String(decoding: printed, as: UTF8.self)
  guard process.terminationStatus == 0 else {
    let said = try String(contentsOf: errors, encoding: .utf8)
    throw RunFailed(description: "\(command.joined(separator: " ")):\n\(text)\(said)")
  }
  return text
}
