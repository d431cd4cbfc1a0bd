import CheckTool
import Foundation
import Testing

/// Mail by TLS and with a login, to a server whose certificate is made for the test.
@Suite struct SecretMailTests {
  /// A certificate for 127.0.0.1 and its key, in a folder.
  private struct Certificate {
    let path, key: String

    init(in folder: String) throws {
      (path, key) = ("\(folder)/server.pem", "\(folder)/server.key")
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
        "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", path,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "make setup installs openssl")
    }
  }

  /// Runs a body with a reminder that is due, and a server that wants a login; what is set is right.
  private func run(
    fromStart: Bool = false, _ body: (Program, MailServerProcess) async throws -> Void
  ) async throws {
    try await Reception.inFolder { program in
      let certificate = try Certificate(in: program.folder)
      let arguments = [certificate.path, certificate.key, "stafett", "hemligt-ord"]
      try await MailServerProcess.run(
        in: program.folder, arguments + (fromStart ? ["from-start"] : [])
      ) { server in
        var program = program
        program.environment["STAFETT_SMTP"] =
          "\(fromStart ? "smtps" : "smtp")://127.0.0.1:\(server.port)"
        program.environment["STAFETT_SMTP_TLS"] = "on"
        program.environment["STAFETT_SMTP_USER"] = "stafett"
        program.environment["STAFETT_SMTP_PASSWORD"] = "hemligt-ord"
        program.environment["STAFETT_CA_FILE"] = certificate.path
        _ = await program("tick", "--on", "2026-02-09")
        try await body(program, server)
      }
    }
  }

  @Test(arguments: [false, true])
  func `a mail goes by TLS, from its first word or from the second, by whoever is logged in`(
    _ fromStart: Bool
  ) async throws {
    try await run(fromStart: fromStart) { program, server in
      let sent = await program("outbox", "send", "--on", "2026-02-09")
      #expect(sent.exit == .fine, "\(sent)")
      let mail = try #require(try server.mails().first)
      #expect(mail.isSecret && mail.user == "stafett")
      #expect(mail.envelopeRecipients == ["kunskapsstod@vasterbotten.example"])
      #expect(mail.text.contains("Det här väntar på Region Västerbotten:") && mail.defects == [])
      #expect(await program("outbox", "send", "--on", "2026-02-09").output == "nothing to send\n")
    }
  }

  @Test(arguments: [
    ("STAFETT_SMTP_PASSWORD", "fel-ord", "send/login-denied", "STAFETT_SMTP_PASSWORD"),
    ("STAFETT_SMTP_USER", "nobody", "send/login-denied", "STAFETT_SMTP_USER"),
    ("STAFETT_CA_FILE", "", "send/untrusted", "STAFETT_CA_FILE"),
    ("STAFETT_CA_FILE", "/nothing.pem", "send/untrusted", "STAFETT_CA_FILE"),
  ])
  func `what is not trusted is told with the setting to see to, and the mail stays`(
    _ setting: String, _ value: String, _ code: String, _ help: String
  ) async throws {
    try await run { program, server in
      var wrong = program
      wrong.environment[setting] = value
      let list = await program("outbox", "--on", "2026-02-09").output
      let refused = await wrong("outbox", "send", "--on", "2026-02-09")
      #expect(refused.exit == .failure, "\(refused)")
      #expect(refused.errors.contains(code) && refused.errors.contains(help), "\(refused)")
      #expect(!refused.errors.contains("hemligt-ord") && !refused.errors.contains("fel-ord"))
      let kept = try server.mails()
      #expect(kept.isEmpty)
      #expect(await program("outbox", "--on", "2026-02-09").output == list)
      #expect(await program("outbox", "send", "--on", "2026-02-09").exit == .fine)
      let mails = try server.mails()
      #expect(mails.count == 1)
    }
  }

  @Test func `where it must be secret, nothing is said to a server that is not`() async throws {
    try await Reception.inFolder { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        program.environment["STAFETT_SMTP_TLS"] = "on"
        _ = await program("tick", "--on", "2026-02-09")
        let refused = await program("outbox", "send", "--on", "2026-02-09", "--language", "sv")
        #expect(refused.exit == .failure && refused.errors.contains("send/untrusted"), "\(refused)")
        #expect(refused.errors.contains("ingen säker förbindelse"))
        let kept = try server.mails()
        #expect(kept.isEmpty)
      }
    }
  }
}
