import CheckTool
import Foundation
import Testing

/// Agendas, and minutes that are registered in one piece.
@Suite struct MeetingTests {
  /// Two initiatives that wait for the steering group, and one that is still being prepared.
  private func open(_ program: Program) async {
    for (name, stage) in [("a", "beslut"), ("b", "beslut"), ("c", "beredning")] {
      let ended = await program(
        "open", "insats-\(name)", "--pipeline", "initiative", "--on", "2026-12-11", "--at-stage",
        stage, "--title-sv", "Insats \(name)", "--title-en", "Initiative \(name)", "--role",
        "grupp=npo-hud-kon", "--input", "subject=Insats \(name)")
      #expect(ended.exit == .fine, "\(ended)")
    }
  }

  @Test func `an agenda tells what is ready, and what is missing and with whom`() async throws {
    try await Program.inFolder { program in
      await open(program)
      let agenda = await program(
        "agenda", "sks", "--meeting", "2027-02-11", "--on", "2027-01-20", "--language", "sv",
        "--format", "csv")
      #expect(agenda.exit == .fine, "\(agenda)")
      let lines = agenda.output.split(whereSeparator: \.isNewline).dropFirst()
      #expect(lines.count == 3)
      #expect(lines.count { $0.contains("Klar att behandla") && $0.contains("2027-02-11") } == 2)
      let missing = lines.first { $0.contains("insats-c-1") } ?? ""
      #expect(missing.contains("Underlag saknas"), "\(missing)")
      #expect(missing.contains("Beredningsgruppen"), "\(missing)")
    }
  }

  @Test func `without a day it is the next meeting, and a day without one is refused`() async throws
  {
    try await Program.inFolder { program in
      await open(program)
      let next = await program("agenda", "sks", "--on", "2026-12-11", "--language", "sv")
      #expect(next.output.contains("Dagordning 2027-02-11"), "\(next)")
      let none = await program("agenda", "sks", "--meeting", "2027-02-12", "--language", "sv")
      #expect(none.exit == .no)
      #expect(none.errors.contains("2027-02-11"), "\(none.errors)")
    }
  }

  @Test func `one row that is refused keeps all from being registered, and is told where`()
    async throws
  {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file(
        "p.csv", "Ärende;Paragraf;Beslut\ninsats-a;§ 6;adopt\ninsats-b;§ 7;reject\n")
      let ended = await program("minutes", "sks", "--meeting", "2027-02-11", "--rows", rows)
      #expect(ended.exit == .no)
      #expect(ended.errors.contains("p.csv:3"), "\(ended.errors)")
      #expect(ended.errors.contains("decision/no-reason"), "\(ended.errors)")
      #expect(await !program("history", "insats-a").output.contains("§ 6"))
    }
  }

  @Test
  func `all decisions of a meeting are one act each, and the same table again changes nothing`()
    async throws
  {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file(
        "p.csv",
        "Ärende;Paragraf;Beslut;reason\ninsats-a;§ 6;adopt;\ninsats-b;§ 7;reject;ryms inte\n")
      let words = ["minutes", "sks", "--meeting", "2027-02-11", "--rows", rows, "--language", "sv"]
      #expect(
        await program.run(words + ["--dry-run"]).output.contains("2 beslut skulle registreras"))
      #expect(await program.run(words).output.contains("2 beslut registrerade, 0 var det redan"))
      #expect(await program.run(words).output.contains("0 beslut registrerade, 2 var det redan"))
      #expect(await program("history", "insats-a").output.contains("§ 6"))
      #expect(await program("verify").exit == .fine)
      // Another decision under the same paragraph is no repetition.
      _ = try program.file("p.csv", "Ärende;Paragraf;Beslut;reason\ninsats-a;§ 6;reject;annat\n")
      let other = await program.run(words)
      #expect(other.exit == .no)
      #expect(other.errors.contains("--corrects"), "\(other.errors)")
    }
  }

  @Test(arguments: [
    ("Paragraf;Beslut\n§ 6;adopt\n", "input/no-case"),
    ("Ärende;Beslut\ninsats-c;adopt\n", "minutes/which-stage"),
    ("Ärende;Beslut\ninsats-x;adopt\n", "case/unknown"),
    ("Ärende;Beslut\ninsats-a;antaget\n", "decision/"),
    ("Ärende;Fas;Beslut\ninsats-a;beredning;adopt\n", "minutes/which-stage"),
  ])
  func `a row that is no decision is refused`(_ text: String, _ code: String) async throws {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file("p.csv", text)
      let ended = await program("minutes", "sks", "--meeting", "2027-02-11", "--rows", rows)
      #expect(ended.exit == .no)
      #expect(ended.errors.contains(code), "\(ended.errors)")
      #expect(ended.errors.contains("p.csv:2: "), "\(ended.errors)")
      #expect(!ended.errors.contains("--rows"), "\(ended.errors)")
    }
  }

  @Test(arguments: ["Fastställd", "fastställd", "Adopted", "adopt"])
  func `an outcome is written by its title in either language, or by its id`(_ outcome: String)
    async throws
  {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file("p.csv", "Ärende;Paragraf;Beslut\ninsats-a;§ 6;\(outcome)\n")
      let ended = await program("minutes", "sks", "--meeting", "2027-02-11", "--rows", rows)
      #expect(ended.exit == .fine, "\(ended)")
      let history = await program("history", "insats-a", "--language", "sv").output
      #expect(history.contains("Fastställd") && history.contains("§ 6"), "\(history)")
    }
  }

  @Test func `a field of the act can be called by its label`() async throws {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file(
        "p.csv", "Ärende;Paragraf;Beslut;Skäl\ninsats-a;§ 6;Återremitterad;Kostnaden saknas\n")
      let ended = await program("minutes", "sks", "--meeting", "2027-02-11", "--rows", rows)
      #expect(ended.exit == .fine, "\(ended)")
    }
  }

  @Test func `every row that cannot be read is told at once, with what is under way instead`()
    async throws
  {
    try await Program.inFolder { program in
      await open(program)
      let rows = try program.file("p.csv", "Ärende;Beslut\ninsats-c;adopt\ninsats-x;adopt\n")
      let ended = await program(
        "minutes", "sks", "--meeting", "2027-02-11", "--rows", rows, "--language", "sv")
      #expect(
        ended.errors.contains(
          "i insats-c-1 finns inget beslut att fatta för Styrgruppen för kunskapsstyrning i "
            + "samverkan (SKS): nu pågår Beredning"), "\(ended.errors)")
      #expect(ended.errors.contains("p.csv:3: "), "\(ended.errors)")
    }
  }
}
