import CheckTool
import Foundation
import Lifecycle
import Testing

/// What happens, told to other programs: a real receiver at the other end checks what it gets.
@Suite struct WebhookTests {
  @Test func `what happens is told once, signed and in order`() async throws {
    try await WebhookReceiver.run { program, receiver in
      for region in ["region-13", "region-24"] {
        #expect(await program.report(region).exit == .fine)
      }
      let sent = await program("webhook", "send")
      #expect(sent.exit == .fine, "\(sent)")
      let messages = try receiver.messages()
      #expect(messages.flatMap(\.faults) == [])
      #expect(!messages.isEmpty && sent.output == "all: \(messages.count) sent\n")
      #expect(messages.allSatisfy { $0.path == "/in/stafett" && $0.signatures == 1 })
      #expect(messages.allSatisfy { $0.timestamp == 1_767_783_600 })
      let sequences = messages.compactMap(\.event.data.sequence)
      #expect(sequences == Array(sequences[0]..<(sequences[0] + messages.count)))
      let first = messages[0].event
      #expect(first.type == "stafett.act" && first.source == "/stafett/products/prostata")
      #expect(first.subject == "prostata-1/anpassning/region-13")
      #expect(first.time == "2026-01-07T11:00:00Z")
      #expect(first.data.act == "report" && first.data.lane == "region-13")
      #expect(messages.contains { $0.event.type == "stafett.stage-closed" })

      // Neither another run, a tick with nothing due nor a verification tells anything again.
      for words in [["webhook", "send"], ["tick", "--on", "2026-01-09"], ["verify"]] {
        #expect(await program.run(words).exit == .fine)
      }
      #expect(await program("webhook", "send").output == "all: 0 sent\n")
      #expect(try receiver.messages().count == messages.count)
    }
  }

  @Test func `a receiver that goes away halfway gets the rest when it is back`() async throws {
    try await WebhookReceiver.run { program, receiver in
      await program.report("region-13")
      _ = await program("webhook", "send")
      let before = try receiver.messages().count
      receiver.stop()

      for region in ["region-24", "region-25"] { await program.report(region) }
      let failed = await program("webhook", "send", "--language", "sv")
      #expect(failed.exit == .failure && failed.errors.contains("går inte att nå"), "\(failed)")
      let listed = await program("webhook", "--format", "json").output
      #expect(listed.contains(#""state":"failed""#) && listed.contains("send/unreachable"))
      #expect(listed.contains(#""paused-until":"2026-01-07T11:01:00Z""#), "\(listed)")
      let held = await program("webhook", "send")
      #expect(held.exit == .fine && held.output.contains("waits until 2026-01-07 12:01"), "\(held)")
      _ = await program.later(minutes: 1)("webhook", "send")
      let twice = await program.later(minutes: 2)("webhook", "send").output
      #expect(twice.contains("waits until 2026-01-07 12:03"), "\(twice)")

      let back = try await WebhookReceiver(in: receiver.folder, port: receiver.port)
      defer { back.stop() }
      #expect(await program.later(minutes: 3)("webhook", "send").exit == .fine)
      let messages = try back.messages()
      let sequences = messages.compactMap(\.event.data.sequence)
      #expect(sequences == Array(sequences[0]..<(sequences[0] + messages.count)), "none is lost")
      #expect(messages.count > before + 2 && messages.flatMap(\.faults) == [])
      #expect(Set(messages.map(\.event.id)).count == messages.count)
      let ready = await program("webhook", "--format", "json").output
      #expect(ready.contains(#""waiting":0,"state":"ready""#), "\(ready)")
    }
  }

  @Test func `a message that is refused holds up those behind it, and is tried again`() async throws
  {
    try await WebhookReceiver.run { program, receiver in
      for region in ["region-13", "region-24"] { await program.report(region) }
      try receiver.answer(503, after: 1)
      let failed = await program("webhook", "send")
      #expect(failed.exit == .failure && failed.output == "all: 1 sent, then a failure\n")
      #expect(failed.errors.contains("send/refused") && failed.errors.contains("answered 503"))
      #expect(!failed.errors.contains("/in/stafett"), "a path may be as good as a password")
      let shown = await program("webhook", "show", "all").output
      #expect(shown.contains("stafett.act  prostata-1/anpassning/region-24"))
      try receiver.answerWell()
      #expect(await program("webhook", "resume", "all").exit == .fine)
      #expect(await program("webhook", "send").exit == .fine)
      let sequences = try receiver.messages().compactMap(\.event.data.sequence)
      #expect(sequences == Array(sequences[0]..<(sequences[0] + sequences.count)))
      #expect(await program("webhook", "show", "all").output == "nothing waits\n")
    }
  }

  @Test func `one that answers 410 is left alone until somebody starts it again`() async throws {
    try await WebhookReceiver.run { program, receiver in
      await program.report("region-13")
      try receiver.answer(410)
      let gone = await program("webhook", "send", "--language", "sv")
      #expect(gone.exit == .failure && gone.errors.contains("vill inte ha fler"), "\(gone)")
      try receiver.answerWell()
      let much = program.later(minutes: 100_000)
      let held = await much("webhook", "send", "--language", "sv")
      #expect(held.exit == .fine && held.output.contains("stoppad av mottagaren"), "\(held)")
      #expect(try receiver.messages().isEmpty)
      let listed = await much("webhook", "--language", "sv").output
      #expect(listed.contains("stoppad 2026-01-07 12:00"), "\(listed)")
      _ = await much("webhook", "resume", "all")
      #expect(await much("webhook", "send").exit == .fine)
      #expect(try !receiver.messages().isEmpty)
    }
  }

  @Test(arguments: [
    (301, "refers to another address"), (401, "compare the secret"), (404, "all of its path"),
    (422, "ask whoever runs it"), (500, "tried again"),
  ])
  func `what a receiver answers is told with what to do, and one message can be passed over`(
    _ status: Int, _ help: String
  ) async throws {
    try await WebhookReceiver.run { program, receiver in
      await program.report("region-13")
      try receiver.answer(status)
      let failed = await program("webhook", "send")
      #expect(
        failed.errors.contains("answered \(status)") && failed.errors.contains(help), "\(failed)")
      try receiver.answerWell()
      _ = await program("webhook", "resume", "all", "--skip")
      _ = await program("webhook", "send")
      let rest = try receiver.messages().map(\.event.type)
      #expect(!rest.isEmpty && !rest.contains("stafett.act"))
      await program.report("region-24")
      _ = await program("webhook", "resume", "all", "--skip-all")
      #expect(await program("webhook", "send").output == "all: 0 sent\n")
    }
  }

  @Test func `a message whose marking was lost is sent again as the same message`() async throws {
    try await WebhookReceiver.run { program, receiver in
      await program.report("region-13")
      let (store, before) = ("\(program.folder)/s.sqlite", "\(program.folder)/before.sqlite")
      try FileManager.default.copyItem(atPath: store, toPath: before)
      _ = await program("webhook", "send")
      // As a power cut between the answer and its marking would leave it.
      var cut = program.later(minutes: 5)
      cut.environment["STAFETT_STORE"] = before
      _ = await cut("webhook", "send")
      let messages = try receiver.messages()
      let half = messages.count / 2
      #expect(half > 0 && messages[..<half].map(\.event.id) == messages[half...].map(\.event.id))
      #expect(messages.flatMap(\.faults) == [], "signed anew, at its own time")
      #expect(Set(messages.map(\.timestamp)).count == 2)
    }
  }

  @Test func `a body is told of what it has a part in, by an address of its own`() async throws {
    try await Reception.inFolder { program in
      let receiver = try await WebhookReceiver(in: "\(program.folder)/received")
      defer { receiver.stop() }
      let register = Reception.register.replacing(
        "contact: {mail: kunskapsstyrning@halland.example,",
        with: "contact: {webhook: \"\(receiver.address)\", mail: kunskapsstyrning@halland.example,")
      _ = try program.file("P/register.yaml", register)
      var program = program
      program.environment["STAFETT_WEBHOOK_SECRETS"] = try program.file(
        "secrets", "# not in git\nregion-13 \(WebhookReceiver.secret)\n")
      _ = await program("webhook", "send")
      await program.report("region-24")
      await program.report("region-13")
      _ = await program(
        "act", "prostata", "anpassning", "extend", "--for", "samverkan", "--lane",
        "region-25", "--on", "2026-01-09", "--closes", "2026-05-07", "--reason", "Nämnden dröjer")
      let sent = await program("webhook", "send")
      #expect(sent.exit == .fine && sent.output.hasPrefix("region-13: "), "\(sent)")
      let messages = try receiver.messages()
      #expect(!messages.isEmpty && messages.flatMap(\.faults) == [])
      #expect(messages.allSatisfy { $0.event.data.lane == "region-13" })
      #expect(await program("webhook", "send").output == "region-13: 0 sent\n")
    }
  }

  @Test func `neither free text, who registered it nor what was said in it goes out`() async throws
  {
    try await WebhookReceiver.run { program, receiver in
      var other = program
      other.environment["STAFETT_ACTOR"] = "p-hemligaek"
      for words in [
        ["extend", "--for", "samverkan", "--closes", "2026-05-07", "--reason", "Hemligskälet"],
        ["note", "--for", "region-25", "--text", "Hemligskälet"],
        ["assign", "--for", "region-25", "--person", "p-hemligaek"],
      ] {
        let ended = await other.run(
          ["act", "prostata", "anpassning"] + words + ["--lane", "region-25", "--on", "2026-01-09"])
        #expect(ended.exit == .fine, "\(ended)")
      }
      _ = await program(
        "act", "prostata", "anpassning", "report", "--for", "region-24", "--on",
        "2026-01-09", "--stand", "adopted-with-supplement", "--supplement",
        "https://hemligt.example")
      #expect(await program("webhook", "send").exit == .fine)
      let texts = try receiver.texts()
      #expect(texts.count > 4)
      #expect(texts.contains { $0.contains("stafett.extended") && $0.contains("2026-05-07") })
      #expect(texts.contains { $0.contains("stafett.assigned") })
      #expect(texts.allSatisfy { !$0.lowercased().contains("hemlig") })
    }
  }

  @Test func `a trial says whether all is set right, and tells of nothing`() async throws {
    try await WebhookReceiver.run { program, receiver in
      let tried = await program("webhook", "try", "all", "--language", "sv")
      #expect(tried.exit == .fine && tried.output.contains("tog emot provet"), "\(tried)")
      let message = try #require(try receiver.messages().first)
      #expect(message.faults == [] && message.event.type == "stafett.test")
      var other = program
      other.environment["STAFETT_WEBHOOK_SECRET"] =
        "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString() + " "
        + WebhookReceiver.secret
      #expect(await other("webhook", "try", "all").exit == .fine)
      let both = try #require(try receiver.messages().last)
      #expect(both.signatures == 2 && both.faults == [], "while one secret takes over from another")
    }
  }

  @Test func `what is set wrong is told with what to do, and no secret is repeated`() async throws {
    try await Reception.inFolder { program in
      var program = program
      #expect(await program("webhook").output.contains("No webhook is set"))
      #expect(await program("webhook", "send").output == "no webhook is set\n")
      #expect(await program("webhook", "try", "all").errors.contains("webhook/unknown"))
      program.environment["STAFETT_WEBHOOK"] = "https://hook.example/token-123"
      _ = await program("webhook", "send")
      let none = await program("webhook", "send")
      #expect(none.exit == .failure && none.errors.contains("send/no-secret"), "\(none)")
      #expect(await program("webhook").output.contains("no secret"))
      program.environment["STAFETT_WEBHOOK_SECRET"] = "hemligt"
      let bad = await program("webhook", "send")
      #expect(
        bad.errors.contains("webhook/bad-secret") && !bad.errors.contains("hemligt"), "\(bad)")
      program.environment["STAFETT_WEBHOOK_SECRET"] = WebhookReceiver.secret
      program.environment["STAFETT_WEBHOOK_SECRETS"] = "\(program.folder)/nothing"
      #expect(await program("webhook", "send").errors.contains("webhook/no-secrets"))
      program.environment["STAFETT_WEBHOOK_SECRETS"] = nil
      program.environment["STAFETT_WEBHOOK"] = "http://hook.example/token-123"
      let plain = await program("webhook", "try", "all")
      #expect(plain.errors.contains("send/bad-setting") && !plain.errors.contains("token-123"))
    }
  }

  @Test(arguments: [
    "http://hook.example/x", "ftp://hook.example", "https://user:pass@hook.example/x", "hook",
    "https://", "http://127.0.0.1.example/x",
  ])
  func `an address in the register that is not safe is a finding`(_ address: String) async throws {
    try await Reception.inFolder { program in
      let register = Reception.register.replacing(
        "contact: {mail: rcc@", with: "contact: {webhook: \"\(address)\", mail: rcc@")
      _ = try program.file("P/register.yaml", register)
      let checked = await program("check", "\(program.folder)/P")
      #expect(checked.exit == .no && checked.output.contains("schema/wrong-form"), "\(checked)")
    }
  }
}
