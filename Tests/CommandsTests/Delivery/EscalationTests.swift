import CheckTool
import Foundation
import Testing

/// What was raised to a body: what is held from mail is what its agenda shows, and nothing falls between.
@Suite struct EscalationTests {
  private struct Listed: Decodable {
    struct Point: Decodable, Hashable {
      let kind: String
      let `case`, stage: String
    }
    struct Message: Decodable {
      let name, body, way: String
      let points: [Point]
    }
    let messages: [Message]
  }

  /// What the outbox has for the cooperation group on a day.
  private func messages(_ program: Program, on day: String) async throws -> [Listed.Message] {
    let text = await program("outbox", "--on", day, "--format", "json").output
    return try JSONDecoder().decode(Listed.self, from: Data(text.utf8)).messages
      .filter { $0.body == "samverkan" }
  }

  /// The agenda's lines about what was raised, as a spreadsheet has them.
  private func agenda(_ program: Program, on day: String) async throws -> [String] {
    let ended = await program(
      "agenda", "samverkan", "--on", day, "--language", "sv", "--format", "csv")
    #expect(ended.exit == .fine, "\(ended)")
    return ended.output.split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.contains("Lyft hit") }
  }

  /// Runs a body with two cases; a third region has reported in the first.
  private func run(
    changing: (String) -> String = { $0 }, _ body: (Program) async throws -> Void
  ) async throws {
    try await Reception.inFolder(changing: changing) { program in
      let opened = await program(
        "open", "lunga", "--pipeline", "mottagande", "--title-sv", "Vårdprogram för lungcancer",
        "--title-en", "Lung cancer", "--input", "document=B", "--for", "samverkan", "--on",
        "2026-01-07")
      #expect(opened.exit == .fine, "\(opened)")
      #expect(await program.report("region-24").exit == .fine)
      _ = await program("tick", "--on", "2026-03-23")
      try await body(program)
    }
  }

  @Test func `what is held from mail is what the agenda shows, until it is done`() async throws {
    try await run { program in
      let held = try #require(try await messages(program, on: "2026-03-23").first)
      let lines = try await agenda(program, on: "2026-03-23")
      #expect(held.way == "agenda")
      #expect(held.points.map(\.case) == ["lunga-1", "prostata-1"])
      #expect(held.points.allSatisfy { $0.kind == "escalation" && $0.stage == "anpassning" })
      #expect(lines.count == held.points.count)
      for (point, count) in zip(held.points, [3, 2]) {
        #expect(lines.contains { $0.contains(point.case) && $0.contains("\(count) är försenade") })
      }
      let shown = await program("outbox", "show", held.name, "--on", "2026-03-23")
      #expect(shown.output.contains("Väntar på: Region Halland, Region Norrbotten"), "\(shown)")
      #expect(shown.output.hasPrefix("Meeting: RCC in cooperation 2026-04-14\n"), "\(shown)")
      #expect(!shown.output.contains("Hej!"), "a point on an agenda is no letter")
      let list = await program("outbox", "--on", "2026-03-23", "--language", "sv").output
      #expect(list.contains("2026-04-14") && list.contains("stafett agenda samverkan"), "\(list)")

      // It is no letter that somebody could say was posted.
      let done = await program("outbox", "done", held.name, "--on", "2026-03-23")
      #expect(done.exit == .no && done.errors.contains("outbox/on-agenda"))
      let saved = await program(
        "outbox", "save", "\(program.folder)/utkast", held.name, "--on", "2026-03-23")
      #expect(saved.exit == .no && saved.errors.contains("outbox/on-agenda"))
      #expect(await program("outbox", "send", "--on", "2026-03-24").exit == .fine)
      for region in ["region-13", "region-25"] {
        #expect(await program.report(region).exit == .fine)
      }
      #expect(
        try await messages(program, on: "2026-03-24").flatMap(\.points).map(\.case) == ["lunga-1"])
      let left = try await agenda(program, on: "2026-03-24")
      #expect(left.count == 1 && left[0].contains("lunga-1"))
    }
  }

  @Test func `an extension takes back what was raised, and its own day raises it again`()
    async throws
  {
    try await run { program in
      for region in ["region-13", "region-25"] {
        let extended = await program(
          "act", "prostata", "anpassning", "extend", "--for", "samverkan", "--lane", region,
          "--on", "2026-03-24", "--closes", "2026-05-07", "--reason", "Nämnden dröjer")
        #expect(extended.exit == .fine, "\(extended)")
      }
      #expect(
        try await messages(program, on: "2026-03-24").flatMap(\.points).map(\.case) == ["lunga-1"])
      #expect(try await agenda(program, on: "2026-03-24").count == 1)
      _ = await program("tick", "--on", "2026-04-13")
      #expect(try await agenda(program, on: "2026-04-13").count == 1, "a reminder raises nothing")
      let again = Reception.register.replacing("2026-04-14]", with: "2026-04-14, 2026-06-16]")
      _ = try program.file("P/register.yaml", again)
      _ = await program("tick", "--on", "2026-05-25")
      #expect(try await messages(program, on: "2026-05-25").flatMap(\.points).count == 2)
      #expect(try await agenda(program, on: "2026-05-25").count == 2)
    }
  }

  @Test func `without a coming meeting it is a mail, which says so`() async throws {
    let changing: (String) -> String = {
      $0.replacing("2026-03-10, 2026-04-14", with: "2026-03-10")
    }
    try await run(changing: changing) { program in
      let mail = try #require(try await messages(program, on: "2026-03-23").first)
      #expect(mail.way == "draft" && mail.points.map(\.case) == ["lunga-1", "prostata-1"])
      let list = await program("outbox", "--on", "2026-03-23", "--language", "sv").output
      #expect(list.contains("utkast; inget kommande möte"), "\(list)")
      let shown = await program("outbox", "show", mail.name, "--on", "2026-03-23")
      // To look, the body will do; what is sent is named by what it says.
      let looked = await program("outbox", "show", mail.body, "--on", "2026-03-23")
      #expect(looked.output == shown.output && looked.exit == .fine, "\(looked.errors)")
      let sent = await program("outbox", "done", mail.body, "--on", "2026-03-23")
      #expect(sent.exit == .no)
      #expect(
        shown.output.contains("inget kommande möte finns i organisationsregistret"), "\(shown)")
      #expect(await program("outbox", "done", mail.name, "--on", "2026-03-23").exit == .fine)
    }
  }
}
