import CheckTool
import Foundation
import Testing

/// Reminders on their way to people, and a real mail server at the other end.
@Suite struct OutboxTests {
  @Test func `what goes automatically reaches a mail server once, with its Swedish whole`()
    async throws
  {
    try await Reception.inFolder { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        _ = await program("tick", "--on", "2026-02-09")
        let ended = await program("outbox", "send", "--on", "2026-02-09")
        #expect(ended.exit == .fine, "\(ended)")
        let mails = try server.mails()
        let mail = try #require(mails.first)
        #expect(mails.count == 1, "the others have not asked for it")
        #expect(mail.envelopeRecipients == ["kunskapsstod@vasterbotten.example"])
        #expect(mail.envelopeSender == "rcc@samverkan.example")
        #expect(mail.to == ["kunskapsstod@vasterbotten.example"])
        #expect(mail.toNames == ["Region Västerbotten"])
        #expect(
          mail.subject
            == "Påminnelse: Vårdprogram för prostatacancer, rapportera ställningstagande senast 2026-03-07"
        )
        #expect(mail.text.contains("Det här väntar på Region Västerbotten:"))
        #expect(mail.text.contains("Senast: 7 mars 2026 (26 dagar kvar)"))
        #expect(mail.text.contains("Åsa Exempel, processledare"))
        #expect(mail.text.contains("Mejlet är skickat automatiskt av Stafett."))
        #expect(mail.id.hasPrefix("<stafett.") && mail.id.hasSuffix("@samverkan.example>"))
        #expect(mail.date == "2026-01-07T11:00:00+00:00")
        #expect(mail.automatic == "auto-generated")
        #expect(mail.from.hasPrefix("\"Åsa Exempel, processledare\""))
        #expect(mail.defects == [])
        #expect(mail.longest <= 78 && mail.isASCII)

        let again = await program("outbox", "send", "--on", "2026-02-10")
        #expect(again.output == "nothing to send\n")
        #expect(await program("tick", "--on", "2026-02-10").exit == .fine)
        #expect(await program("verify").exit == .fine)
        #expect(await program("outbox", "send", "--on", "2026-02-10").exit == .fine)
        #expect(try server.mails().count == 1, "neither a tick nor a replay asks again")
      }
    }
  }

  @Test func `a mail whose marking was lost is sent again as the same mail`() async throws {
    try await Reception.inFolder { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        _ = await program("tick", "--on", "2026-02-09")
        let (store, before) = ("\(program.folder)/s.sqlite", "\(program.folder)/before.sqlite")
        try FileManager.default.copyItem(atPath: store, toPath: before)
        _ = await program("outbox", "send", "--on", "2026-02-09")
        // As a power cut between the two would leave it.
        program.environment["STAFETT_STORE"] = before
        _ = await program("outbox", "send", "--on", "2026-02-09")
        let mails = try server.mails()
        #expect(mails.count == 2)
        #expect(Set(mails.map(\.id)).count == 1)
      }
    }
  }

  @Test func `a draft is saved, changed in an editor and sent as it then reads`() async throws {
    try await Reception.inFolder { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        _ = await program("tick", "--on", "2026-02-09")
        let saved = await program(
          "outbox", "save", "\(program.folder)/utkast", "--on", "2026-02-09", "--from",
          "Åsa <asa@rcc.example>")
        let paths = saved.output.split(separator: "\n").map(String.init)
        #expect(paths.count == 2, "region-24 wants no draft")
        let path = try #require(paths.first { $0.contains("/region-13-") })
        let draft = try #require(try ReadMail.at(path).first)
        #expect(draft.unsent == "1" && draft.automatic == "")
        #expect(draft.to == ["kunskapsstyrning@halland.example"])

        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("Det här väntar på Region Halland"), "an editor shows it as it reads")
        let changed = text.replacing("Hej!", with: "Hej Örjan!\r\n.\r\nEn rad till.")
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let sent = await program("outbox", "send", path, "--on", "2026-02-09")
        #expect(sent.exit == .fine, "\(sent)")
        let mail = try #require(try server.mails().first)
        #expect(mail.text.hasPrefix("Hej Örjan!\n.\nEn rad till."))
        #expect(mail.envelopeSender == "asa@rcc.example")
        #expect(mail.id == draft.id && mail.subject == draft.subject)
        #expect(mail.unsent == "" && mail.automatic == "" && mail.isASCII)

        let again = await program("outbox", "send", path, "--on", "2026-02-09")
        #expect(again.exit == .no && again.errors.contains("outbox/nothing-left"), "\(again)")
        #expect(try server.mails().count == 1)
      }
    }
  }

  @Test func `a reminder that is late says so in its subject`() async throws {
    try await Reception.inFolder { program in
      _ = await program("tick", "--on", "2026-02-09")
      for (day, subject) in [
        ("2026-03-06", "rapportera ställningstagande senast 2026-03-07"),
        ("2026-03-09", "rapportera ställningstagande skulle ha varit klart 2026-03-07"),
      ] {
        let list = await program("outbox", "--on", day, "--format", "json").output
        #expect(list.contains("Vårdprogram för prostatacancer, \(subject)\""), "\(list)")
      }
    }
  }

  @Test func `what was done meanwhile is told to nobody`() async throws {
    try await Reception.inFolder { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        _ = await program("tick", "--on", "2026-02-09")
        let acted = await program(
          "act", "prostata", "anpassning", "report", "--for", "region-24", "--on", "2026-02-09",
          "--stand", "adopted")
        #expect(acted.exit == .fine, "\(acted)")
        #expect(await program("outbox", "send", "--on", "2026-02-10").output == "nothing to send\n")
        let left = await program("outbox", "--on", "2026-02-10")
        #expect(!left.output.contains("Västerbotten"))
        #expect(left.output.contains("Halland Region"))
      }
    }
  }

  @Test func `a refused mail stays, and the others go`() async throws {
    let changing: (String) -> String = {
      $0.replacing("kunskapsstyrning@halland.example", with: "refused@halland.example")
    }
    try await Reception.inFolder(changing: changing) { program in
      try await MailServerProcess.run(in: program.folder) { server in
        var program = program
        program.environment["STAFETT_SMTP"] = server.address
        _ = await program("tick", "--on", "2026-02-09")
        let list = await program("outbox", "--on", "2026-02-09", "--format", "json").output
        let names = try Self.messageNames(list)
        let halland = try #require(names["region-13"]), norrland = try #require(names["region-24"])
        let ended = await program("outbox", "send", halland, norrland, "--on", "2026-02-09")
        #expect(ended.exit == .failure)
        #expect(ended.errors.contains("send/refused") && ended.errors.contains("550"), "\(ended)")
        #expect(try server.mails().map(\.to) == [["kunskapsstod@vasterbotten.example"]])
        let left = try Self.messageNames(
          await program("outbox", "--on", "2026-02-09", "--format", "json").output)
        #expect(left["region-13"] == halland && left["region-24"] == nil)
      }
    }
  }

  @Test
  func `without a server, or with one that is gone, it is said what to do and nothing is lost`()
    async throws
  {
    try await Reception.inFolder { program in
      var program = program
      _ = await program("tick", "--on", "2026-02-09")
      let list = await program("outbox", "--on", "2026-02-09").output
      let none = await program("outbox", "send", "--on", "2026-02-09")
      #expect(none.exit == .failure && none.errors.contains("send/no-server"), "\(none)")
      program.environment["STAFETT_SMTP"] = "smtp://127.0.0.1:9"
      let gone = await program("outbox", "send", "--on", "2026-02-09", "--language", "sv")
      #expect(gone.exit == .failure && gone.errors.contains("går inte att nå"), "\(gone)")
      program.environment["STAFETT_SMTP"] = "smtp://user:hemligt@mail.example"
      let login = await program("outbox", "send", "--on", "2026-02-09")
      #expect(login.errors.contains("send/bad-setting") && !login.errors.contains("hemligt"))
      #expect(await program("outbox", "--on", "2026-02-09").output == list)
    }
  }

  @Test(
    arguments: [
      // A Saturday; a day of the body's own quiet; the first day after it; long after.
      ("2026-02-07", "quiet", "2026-02-09"), ("2026-03-02", "quiet", "2026-03-06"),
      ("2026-03-06", nil, nil), ("2026-05-29", "old", nil),
    ] as [(String, String?, String?)])
  func `what goes automatically waits for a day on which it may`(
    _ day: String, _ waits: String?, _ until: String?
  ) async throws {
    try await Reception.inFolder { program in
      _ = await program("tick", "--on", "2026-03-01")
      let ended = await program("outbox", "--on", day, "--format", "json")
      let list = try JSONDecoder().decode(Listed.self, from: Data(ended.output.utf8))
      let one = try #require(list.messages.first { $0.body == "region-24" })
      #expect(one.waits == waits)
      #expect(one.until == until)
      #expect(list.messages.count { $0.body == "region-24" } == 1, "several reminders are one")
    }
  }

  @Test func `an escalation is a point on the next agenda where the body wants it so`() async throws
  {
    try await Reception.inFolder { program in
      _ = await program("tick", "--on", "2026-03-23")
      let ended = await program("outbox", "--on", "2026-03-23", "--format", "json")
      let list = try JSONDecoder().decode(Listed.self, from: Data(ended.output.utf8))
      let line = try #require(list.messages.first { $0.body == "samverkan" })
      #expect(line.way == "agenda" && line.meeting == "2026-04-14")
      let refused = await program("outbox", "send", line.name, "--on", "2026-03-23")
      #expect(refused.exit == .no && refused.errors.contains("outbox/on-agenda"))
      let shown = await program("outbox", "show", line.name, "--on", "2026-03-23")
      #expect(
        shown.output.contains("Väntar på: Region Halland") && shown.output.contains("Lyft till er"),
        "\(shown)")
    }
  }

  @Test func `what is said to be taken care of is not sent`() async throws {
    try await Reception.inFolder { program in
      _ = await program("tick", "--on", "2026-02-09")
      let names = try Self.messageNames(
        await program("outbox", "--on", "2026-02-09", "--format", "json").output)
      let halland = try #require(names["region-13"])
      #expect(await program("outbox", "done", halland, "--on", "2026-02-09").exit == .fine)
      let left = try Self.messageNames(
        await program("outbox", "--on", "2026-02-09", "--format", "json").output)
      #expect(left["region-13"] == nil && left["region-24"] != nil)
      #expect(await program("outbox", "done", halland, "--on", "2026-02-09").exit == .no)
    }
  }

  private struct Listed: Decodable {
    struct Message: Decodable {
      let name, body, way: String
      let meeting, waits, until: String?
    }
    let messages: [Message]
  }

  private static func messageNames(_ json: String) throws -> [String: String] {
    let list = try JSONDecoder().decode(Listed.self, from: Data(json.utf8))
    return Dictionary(uniqueKeysWithValues: list.messages.map { ($0.body, $0.name) })
  }
}
