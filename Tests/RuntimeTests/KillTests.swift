import Foundation
import GRDB
import Lifecycle
import RandomTesting
import Runtime
import Store
import StoreSQLite
import Testing

/// A program that is killed keeps every promise that it has made, and leaves nothing half done.
@Suite(.serialized) struct KillTests {
  private static let rounds = 50

  @Test(.timeLimit(.minutes(2)))
  func `what was acknowledged before a kill is there, once and whole`() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("kill test: seed \(seed)")
    var numbers = SeededRandom(seed: seed)
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      var promised: [Promise] = []
      for round in 1...KillTests.rounds {
        // From before the store is opened until some acts have been written.
        let milliseconds = Int.random(in: 30...500, using: &numbers)
        promised += try kill(after: milliseconds, round, store: path, in: folder)
      }
      print("kill test: \(promised.count) acts were acknowledged in \(KillTests.rounds) rounds")
      #expect(promised.count > KillTests.rounds, "too few to mean anything; seed \(seed)")
      try check(promised, at: path, seed)
    }
  }

  private struct Promise: Hashable {
    let product: String
    let command: String
  }

  private func kill(
    after milliseconds: Int, _ round: Int, store: String, in folder: String
  ) throws -> [Promise] {
    // A file, so that the promises outlive the program and no pipe fills.
    let output = folder + "/\(round).out"
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "kill-target")
    process.arguments = [store, Workspace.pipelines, "\(round)"]
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    #expect(process.isRunning, "it ended by itself in round \(round)")
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // A line is promised when it has ended.
    let lines = try String(contentsOfFile: output, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return try lines.map { line in
      let words = line.split(separator: " ")
      try #require(words.count == 2, "\(line)")
      return Promise(product: String(words[0]), command: String(words[1]))
    }
  }

  private func check(_ promised: [Promise], at path: String, _ seed: UInt64) throws {
    let store = try SQLiteStore(at: path, access: .existing)
    #expect(try Bench(store).runner.verify().faults == [], "seed \(seed)")
    var there: Set<Promise> = []
    var answers = 0
    for stream in try store.streams() {
      let events = try store.events(of: stream.stream, from: 1)
      var last: Event?
      for event in events where event.command != last?.command {
        let promise = Promise(product: stream.stream, command: event.command)
        #expect(there.insert(promise).inserted, "\(promise) was done twice; seed \(seed)")
        last = event
      }
    }
    #expect(Set(promised).isSubset(of: there), "a promise was broken; seed \(seed)")
    #expect(Set(promised).count == promised.count, "a command was acknowledged twice; seed \(seed)")
    try store.close()
    // An answer without events would be half a command.
    let queue = try DatabaseQueue(path: path)
    answers = try queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM command_result") ?? -1
    }
    #expect(answers == there.count, "seed \(seed)")
  }
}
