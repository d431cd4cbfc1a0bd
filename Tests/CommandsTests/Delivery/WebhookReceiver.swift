import Foundation
import Lifecycle

/// A receiver of webhooks on loopback that checks each by code that is not ours.
struct WebhookReceiver {
  /// A message as it came.
  struct Message: Decodable {
    struct Event: Decodable {
      struct Details: Decodable {
        let product: String?
        let sequence: Int?
        let stage, lane, act, outcome, closes: String?
      }
      let id, source, type, subject, time: String
      let data: Details
    }
    /// What is wrong with it, by the standards.
    let faults: [String]
    let path: String
    let timestamp, signatures, size: Int
    let event: Event
  }

  static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

  private let server: LoopbackServer
  var folder: String { server.folder }
  var port: Int { server.port }
  var address: String { "http://127.0.0.1:\(port)/in/stafett" }

  /// - Parameter port: 0 for any that is free.
  init(in folder: String, port: Int = 0) async throws {
    server = try await LoopbackServer(
      "webhook_receiver.py", in: folder, [Self.secret, String(port)])
  }

  func stop() { server.stop() }

  /// Makes it answer with a status from a message on.
  func answer(_ status: Int, after count: Int = 0) throws {
    try "\(status) \(count)".write(
      toFile: "\(folder)/answer", atomically: true, encoding: .utf8)
  }

  func answerWell() throws { try FileManager.default.removeItem(atPath: "\(folder)/answer") }

  /// What it took, in order.
  func messages() throws -> [Message] { try texts().map(Self.read) }

  /// The same as it was written down.
  func texts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".message") }.sorted()
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }

  private static func read(_ text: String) throws -> Message {
    try JSONDecoder().decode(Message.self, from: Data(text.utf8))
  }

  /// Runs a body with a workspace whose program tells this receiver of everything, from now on.
  static func run(_ body: (Program, WebhookReceiver) async throws -> Void) async throws {
    try await Reception.inFolder { program in
      let receiver = try await WebhookReceiver(in: "\(program.folder)/received")
      defer { receiver.stop() }
      var program = program
      program.environment["STAFETT_WEBHOOK"] = receiver.address
      program.environment["STAFETT_WEBHOOK_SECRET"] = secret
      let begun = await program("webhook", "send")
      guard begun.output == "all: begins now; what happens from now on is sent\n" else {
        throw NotBegun(text: begun.output + begun.errors)
      }
      try await body(program, receiver)
    }
  }

  struct NotBegun: Error {
    let text: String
  }
}

extension Program {
  /// A region reports its stand in the case of the workspace.
  @discardableResult
  func report(_ region: String) async -> Ended {
    await self(
      "act", "prostata", "anpassning", "report", "--for", region, "--on", "2026-01-09", "--stand",
      "adopted", "--format", "json")
  }

  /// The same program some minutes later.
  func later(minutes: Int64) -> Program {
    var program = self
    program.now = .init(milliseconds: now.milliseconds + minutes * 60_000)
    return program
  }
}
