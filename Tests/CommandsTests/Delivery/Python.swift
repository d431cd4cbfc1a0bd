import Foundation
import Testing

/// Programs that are not ours: they receive and read what Stafett sends.
enum Python {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Python")

  /// An interpreter with the libraries; the system's comes first, since `make setup` installs them
  /// there.
  private static let path: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    (try? output(of: $0, ["-c", "import aiosmtpd, icalendar"]))?.status == 0
  }

  struct Missing: Error, CustomStringConvertible {
    let description =
      "no python3 with aiosmtpd and icalendar: make setup installs python3-aiosmtpd python3-icalendar"
  }

  struct Failed: Error {
    let script: String
    let status: Int32
  }

  /// A script, ready to be started.
  static func process(_ script: String, _ arguments: [String]) throws -> Process {
    guard let path else { throw Missing() }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = [folder.appending(path: script).path(percentEncoded: false)] + arguments
    return process
  }

  /// What a script prints.
  static func run(_ script: String, _ arguments: [String], input: String = "") throws -> Data {
    guard let path else { throw Missing() }
    let file = folder.appending(path: script).path(percentEncoded: false)
    let ended = try output(of: path, [file] + arguments, input: input)
    guard ended.status == 0 else { throw Failed(script: script, status: ended.status) }
    return ended.output
  }

  /// By files and not pipes: a child that another test starts meanwhile may hold a pipe open.
  private static func output(
    of path: String, _ arguments: [String], input: String = ""
  ) throws -> (status: Int32, output: Data) {
    let folder = FileManager.default.temporaryDirectory
    let name = UUID().uuidString
    let (given, told) = (
      folder.appending(path: "\(name).in"), folder.appending(path: "\(name).out")
    )
    try Data(input.utf8).write(to: given)
    try Data().write(to: told)
    defer { for url in [given, told] { try? FileManager.default.removeItem(at: url) } }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: told)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: told))
  }
}

/// A mail as Python's library reads it.
struct ReadMail: Decodable {
  let envelopeSender: String
  let envelopeRecipients: [String]
  /// Whether it came by TLS, and who was logged in.
  let isSecret: Bool
  let user: String
  let from: String
  let to, toNames: [String]
  let subject, id, date, automatic, unsent, text: String
  let defects: [String]
  let longest: Int
  let isASCII: Bool

  /// The mails in a folder, or that of a file.
  static func at(_ path: String) throws -> [ReadMail] {
    try JSONDecoder().decode([ReadMail].self, from: Python.run("read_mail.py", [path]))
  }
}

/// A server on loopback, while a test runs.
struct LoopbackServer {
  /// Where it keeps what it is sent.
  let folder: String
  let port: Int
  private let process: Process

  /// Starts a script that writes its port in its folder, which is its first argument.
  init(_ script: String, in folder: String, _ arguments: [String] = []) async throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: "\(folder)/port")
    let process = try Python.process(script, [folder] + arguments)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A client that turns away is no news there.
    try Data().write(to: URL(filePath: "\(folder)/errors"))
    process.standardError = FileHandle(forWritingAtPath: "\(folder)/errors")
    try process.run()
    self.process = process
    var port: Int?
    for _ in 0..<400 where port == nil && process.isRunning {
      try await Task.sleep(for: .milliseconds(50))
      port = (try? String(contentsOfFile: "\(folder)/port", encoding: .utf8)).flatMap { Int($0) }
    }
    guard let port else {
      process.terminate()
      throw Python.Failed(script: script, status: -1)
    }
    self.port = port
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}

/// A mail server on loopback while a test runs.
struct MailServerProcess {
  private let server: LoopbackServer
  var port: Int { server.port }
  var address: String { "smtp://127.0.0.1:\(port)" }

  /// What it has been sent.
  func mails() throws -> [ReadMail] { try ReadMail.at(server.folder) }

  /// Runs a body while a server runs, and stops that server.
  ///
  /// - Parameter arguments: how it differs from an open one, as the script has it.
  static func run(
    in folder: String, _ arguments: [String] = [], _ body: (MailServerProcess) async throws -> Void
  ) async throws {
    let server = try await LoopbackServer("mail_server.py", in: "\(folder)/kept", arguments)
    defer { server.stop() }
    try await body(MailServerProcess(server: server))
  }
}
