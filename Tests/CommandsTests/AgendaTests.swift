import CheckTool
import Foundation
import Testing

/// What an agenda calls ready is what the body can decide, and nothing else.
@Suite struct AgendaTests {
  /// The lines of an agenda, as a spreadsheet has them.
  private func agenda(_ program: Program, _ words: String...) async -> [String] {
    let ended = await program.run(["agenda"] + words + ["--language", "sv", "--format", "csv"])
    #expect(ended.exit == .fine, "\(ended)")
    return ended.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }

  @Test
  func `what is open is ready for a meeting before its last day, and what is due comes first`()
    async throws
  {
    try await Program.inFolder { program in
      for (name, day, diagnosis) in [("sen", "2027-03-01", "C61.9"), ("nu", "2027-01-10", "C34.9")]
      {
        let ended = await program(
          "open", name, "--pipeline", "cancer-care-programme", "--on", day, "--at-stage",
          "faststallande", "--title-sv", "Program \(name)", "--title-en", "Programme \(name)",
          "--input", "diagnosis=\(diagnosis)", "--role", "stodjande-rcc=rcc-norr", "--role",
          "vardprogramgrupp=vpg-\(name)")
        #expect(ended.exit == .fine, "\(ended)")
      }
      let lines = await agenda(
        program, "rcc-samverkan", "--meeting", "2027-04-20", "--on", "2027-04-01")
      try #require(lines.count == 2, "\(lines)")
      #expect(lines[0].contains("nu-1") && lines[0].contains("Klar att behandla, avgörs nu"))
      #expect(lines[1].contains("sen-1") && lines[1].contains("Klar att behandla"))
      #expect(!lines[1].contains("avgörs nu"), "its last day is after the meeting")
      // Its last day passed before the meeting.
      #expect(lines[0].contains("Försenad") && !lines[1].contains("Försenad"), "\(lines)")
      // What is called ready is what can be registered.
      let rows = try program.file(
        "p.csv", "Ärende;Paragraf;Beslut\nsen;§ 1;Fastställd\nnu;§ 2;adopt\n")
      let ended = await program(
        "minutes", "rcc-samverkan", "--meeting", "2027-04-20", "--rows", rows)
      #expect(ended.exit == .fine, "\(ended)")
      #expect(
        await agenda(program, "rcc-samverkan", "--meeting", "2027-04-20", "--on", "2027-04-20")
          .isEmpty, "publishing is nothing that a meeting decides")
    }
  }

  @Test func `a draft that lacks documents is missing, and a list is ready once it is ranked`()
    async throws
  {
    try await Program.inFolder { program in
      func act(_ stage: String, _ words: String...) async {
        let ended = await program.run(["act", "prio-27", stage] + words)
        #expect(ended.exit == .fine, "\(ended)")
      }
      let opened = await program(
        "open", "prio-27", "--pipeline", "horizontal-prioritisation", "--on", "2027-01-20",
        "--title-sv", "Prioritering 2027", "--title-en", "Ranking 2027", "--input", "year=2027")
      #expect(opened.exit == .fine, "\(opened)")
      let draft = await agenda(program, "beredningsgrupp", "--meeting", "2027-03-25")
      try #require(draft.count == 1, "\(draft)")
      #expect(draft[0].contains("Underlag saknas") && draft[0].contains("0 av 1 dokument bifogade"))
      #expect(draft[0].contains("Beredningsgruppen"), "\(draft)")

      await act(
        "underlag", "attach", "--for", "beredningsgrupp", "--on", "2027-03-01", "--document",
        "proposal", "--at", "https://example.org/forslag")
      await act("underlag", "submit", "--for", "beredningsgrupp", "--on", "2027-03-01")
      let steering = ["sks", "--meeting", "2027-06-10", "--on", "2027-04-01"]
      let unranked = await agenda(program, steering[0], steering[1], steering[2])
      #expect(
        unranked.count == 1 && unranked.allSatisfy { $0.contains("Underlag saknas") }, "\(unranked)"
      )
      #expect(unranked.allSatisfy { $0.contains("Beredningsgruppen") }, "\(unranked)")

      let ranking = try program.file("r.csv", "item,rank\nInsats A,1\nInsats B,2\n")
      await act(
        "prioritering", "rank", "--for", "beredningsgrupp", "--on", "2027-03-10", "--rows", ranking)
      let ranked = await agenda(program, steering[0], steering[1], steering[2])
      #expect(
        ranked.count == 1 && ranked.allSatisfy { $0.contains("Klar att behandla") }, "\(ranked)")
      let rows = try program.file("p.csv", "Ärende;Paragraf\nprio-27;§ 3\n")
      #expect(
        await program("minutes", "sks", "--meeting", "2027-04-15", "--rows", rows).exit == .fine)
    }
  }

  @Test func `of every history, what is ready for any meeting can be registered at it`()
    async throws
  {
    try await Program.inFolder { program in
      let played = await program(
        "test", "\(Program.pipelines)/scenarios", "--before", "2027-04-20", "--into",
        "\(program.folder)/s.sqlite")
      #expect(played.exit == .fine, "\(played.errors)")
      let meetings = [
        ("sks", "2027-06-10"), ("beredningsgrupp", "2027-05-20"), ("nt-radet", "2027-06-17"),
        ("mtp-radet", "2027-06-16"), ("rcc-samverkan", "2027-04-20"),
      ]
      var count = 0
      for (body, day) in meetings {
        let lines = await agenda(program, body, "--meeting", day, "--on", day)
        for line in lines where line.contains("Klar att behandla") {
          count += 1
          let cells = line.split(separator: ";", omittingEmptySubsequences: false)
          let rows = try program.file("p.csv", "Ärende\n\(cells[1])\n")
          let ended = await program("minutes", body, "--meeting", day, "--rows", rows, "--dry-run")
          // It may lack what was decided, never that there is something to decide.
          #expect(!ended.errors.contains("minutes/which-stage"), "\(line)\n\(ended.errors)")
        }
      }
      #expect(count > 0)
    }
  }

  @Test func `a body without meetings and a body that there is none of are told apart`()
    async throws
  {
    try await Program.inFolder { program in
      await program.open()
      let none = await program("agenda", "region-13", "--language", "sv")
      #expect(none.exit == .no && none.errors.contains("inga möten är inlagda för Region Halland"))
      #expect(none.errors.contains("register/meetings.yaml"), "\(none.errors)")
      let unknown = await program("agenda", "rcc-samverkn", "--language", "sv")
      #expect(
        unknown.exit == .no && unknown.errors.contains("menar du 'rcc-samverkan'?"), "\(unknown)")
      let late = await program("agenda", "sks", "--on", "2031-01-01", "--language", "sv")
      #expect(late.exit == .no && late.errors.contains("kända dagar är"), "\(late)")
    }
  }

  @Test(arguments: ["text", "csv", "json", "markdown", "html"])
  func `what is due can be listed for a person, in every format`(_ format: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      for name in ["forst", "annan"] {
        _ = await program("person", "prov-\(name)", "--name", "Prov \(name)")
      }
      let given = await program(
        "act", "vp-a", "utkast", "assign", "--for", "vpg-a", "--person", "prov-forst")
      #expect(given.exit == .fine, "\(given)")
      func due(_ words: String...) async -> Program.Ended {
        await program.run(["due", "--within", "900", "--format", format] + words)
      }
      let own = await due("--person", "prov-forst")
      #expect(own.exit == .fine && own.output.contains("vp-a-1"), "\(own)")
      #expect(await !due("--person", "prov-annan").output.contains("vp-a-1"))
      let wrong = await due("--for", "prov-forst", "--language", "sv")
      #expect(wrong.exit == .usage && wrong.errors.isEmpty == (format == "json"))
      #expect((wrong.output + wrong.errors).contains("--person prov-forst"), "\(wrong)")
      let unknown = await due("--person", "prov-fors", "--language", "sv")
      #expect(unknown.exit == .no)
      #expect((unknown.output + unknown.errors).contains("menar du 'prov-forst'?"), "\(unknown)")
    }
  }
}
