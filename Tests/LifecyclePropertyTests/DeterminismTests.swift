import Canonical
import Foundation
import RandomTesting
import Store
import Testing

@testable import Lifecycle

/// The same words lead to the same bytes, whichever process says them.
@Suite struct DeterminismTests {
  private static let answer = "STAFETT_DIGEST_FILE"

  @Test func `another process writes the same bytes`() throws {
    let digest = try digest()
    // In the other process: the answer, and nothing more.
    if let path = ProcessInfo.processInfo.environment[Self.answer] {
      return try Data(digest.utf8).write(to: URL(filePath: path))
    }
    // Hashes are seeded anew in each process, so an order that hangs on one shows here.
    #expect(try other() == digest)
  }

  private func digest() throws -> String {
    var bytes: [UInt8] = []
    for run in 0..<4 {
      var trial = try Trial(seed: SeededRandom.seed, run: 7_000 + run)
      try trial.run(40)
      for event in trial.store.events(of: trial.state.stream, from: 1) {
        event.withSealedBytes { bytes += $0 }
      }
      for timer in trial.engine.agenda(trial.state) { bytes += Array("\(timer)".utf8) }
      bytes += Array(trial.state.dump.utf8)
    }
    return "\(bytes.count) \(ContentHash(hashing: bytes))"
  }

  private func other() throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "stafett-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = try #require(Bundle.main.executableURL as URL?)
    process.arguments = ["--testing-library", "swift-testing", "--filter", "DeterminismTests"]
    var environment = ProcessInfo.processInfo.environment
    environment[Self.answer] = file.path
    environment["STAFETT_SEED"] = "\(SeededRandom.seed)"
    environment["SWIFT_DETERMINISTIC_HASHING"] = nil
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: file, encoding: .utf8)
  }
}
