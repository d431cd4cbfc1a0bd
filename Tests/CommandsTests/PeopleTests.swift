import CheckTool
import Foundation
import Testing

/// Groups, members and what is kept about people.
@Suite struct PeopleTests {
  /// A store with the working group for COPD, staffed.
  private func staff(_ program: Program) async {
    let ended = await program(
      "test", "\(Program.pipelines)/scenarios/nag-kol-2026.yaml", "--into",
      "\(program.folder)/s.sqlite")
    #expect(ended.exit == .fine, "\(ended)")
  }

  @Test func `what a group lacks is named, hard rules as errors and soft ones as warnings`()
    async throws
  {
    try await Program.inFolder { program in
      await staff(program)
      for (word, sex) in [("ledamot-sodra", "man"), ("ordforande-vastra", "man")] {
        #expect(await program("person", word, "--name", "Prov \(word)", "--sex", sex).exit == .fine)
      }
      let found = await program(
        "composition", "nag-kol", "--on", "2029-12-01", "--language", "sv", "--format", "csv"
      ).output
      for says in [
        "Fel;C8;Sjukvårdsregion Stockholm-Gotland saknas",
        "Fel;C8;Sydöstra sjukvårdsregionen saknas",
        "Varning;C7-patient;saknas: Patientföreträdare", "Varning;C4;2 av 2 män",
        "är äldre än 3 år (2026-10-26)", "Fel;C9;mandatet för",
        "Varning;C3-kontakt;kontaktuppgifter saknas",
      ] {
        #expect(found.contains(says), "\(says) in \(found)")
      }
      #expect(!found.contains("Södra sjukvårdsregionen saknas"))
    }
  }

  @Test func `a chair's term that may be extended once is told in time`() async throws {
    try await Program.inFolder { program in
      await staff(program)
      let found = await program(
        "composition", "nag-kol", "--on", "2026-11-23", "--language", "sv", "--format", "csv"
      ).output
      #expect(
        found.contains(
          "ordförandens mandat går ut 2027-03-01, kan förlängas en gång, till 2029-03-01"))
    }
  }

  @Test func `vacancies are listed with role and group`() async throws {
    try await Program.inFolder { program in
      await staff(program)
      let words = ["vacancies", "--language", "sv", "--format", "csv", "--on"]
      #expect(
        await program.run(words + ["2026-11-23"]).output.contains("NAG KOL;Patientföreträdare"))
      // A term that has run out is an empty seat.
      #expect(await program.run(words + ["2027-03-02"]).output.contains("NAG KOL;Ordförande"))
    }
  }

  @Test func `a person is erased, and history and chain stay whole`() async throws {
    try await Program.inFolder { program in
      await staff(program)
      _ = await program("person", "ledamot-sodra", "--name", "Prov Provsson")
      let before = await program("members", "nag-kol", "--language", "sv")
      #expect(before.output.contains("Provsson"), "\(before)")
      #expect(await program("history", "nag-kol").output.contains("Föreläsningsuppdrag"))

      let erased = await program("erase", "ledamot-sodra", "--language", "sv")
      #expect(erased.exit == .fine, "\(erased)")
      let after = await program("members", "nag-kol").output
      #expect(!after.contains("Provsson"))
      #expect(after.contains("ledamot-"))
      #expect(await !program("history", "nag-kol").output.contains("läkemedelsbolag för"))
      #expect(await program("verify").exit == .fine)
      let bytes = try Data(contentsOf: URL(filePath: "\(program.folder)/s.sqlite"))
      #expect(bytes.range(of: Data("Provsson".utf8)) == nil)

      #expect(await program("erase", "ledamot-sodra").exit == .no)
      let again = await program("person", "ledamot-sodra", "--name", "Annan")
      #expect(again.errors.contains("erased"), "\(again)")
    }
  }

  @Test(arguments: [
    (["person", "Prov Provsson"], "usage/no-id"), (["person", "p-1"], "usage/no-name"),
    (["person", "p-1", "--name", "P", "--sex", "okänt"], "usage/bad-choice"),
    (["erase", "nobody"], "person/unknown"),
  ])
  func `what is no person is refused`(_ words: [String], _ code: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program.run(words)
      #expect(ended.exit != .fine)
      #expect(ended.errors.contains(code), "\(ended.errors)")
    }
  }

  @Test func `the tasks of a body tell the untouched ones too`() async throws {
    try await Program.inFolder { program in
      await staff(program)
      let lines = await tasks(program)
      #expect(
        lines.contains { $0.contains("Leda och samordna inom området;NAG KOL;15;1;2026-10-26") },
        "\(lines)")
      #expect(lines.contains { $0.contains("Omvärldsbevakning;;0;0;;npo-omvarld;Orörd") })
      // What was done the year before, or the year after, is not this year's.
      #expect(await tasks(program, year: "2025").allSatisfy { !$0.contains("NAG KOL") })
    }
  }

  @Test func `all that a body does in a case that it has tagged is counted under the task`()
    async throws
  {
    try await Program.inFolder { program in
      await staff(program)
      let act = ["act", "nag-kol", "tag", "--on", "2026-11-02", "--task"]
      let refused = await program.run(act + ["npo-registr", "--for", "npo-lunga-allergi"])
      #expect(refused.exit == .no)
      #expect(refused.errors.contains("did you mean 'npo-register'?"), "\(refused.errors)")
      // A task of later groups is nothing that this one had.
      #expect(
        await program.run(act + ["npo-2017-register", "--for", "npo-lunga-allergi"]).errors
          .contains("tag/not-its-task"))
      for _ in 1...2 {
        #expect(
          await program.run(act + ["npo-register", "--for", "npo-lunga-allergi"]).exit == .fine)
      }
      // 24 acts in all stages of it, and that it was tagged, twice.
      let told = await tasks(program)
      #expect(told.contains { $0.contains("kvalitetsregister;NAG KOL;26;1;") }, "\(told)")
      // Some of its stages are a part of that task already: their acts are counted once.
      #expect(await program.run(act + ["npo-leda", "--for", "npo-lunga-allergi"]).exit == .fine)
      #expect(await tasks(program).contains { $0.contains("inom området;NAG KOL;25;1;") })
      #expect(
        await program("show", "nag-kol", "--language", "sv").output.contains(
          "Lung- och allergisjukdomar: Använda och utveckla kvalitetsregister"))
    }
  }

  private func tasks(_ program: Program, year: String = "2026") async -> [Substring] {
    await program(
      "tasks", "--for", "npo-lunga-allergi", "--year", year, "--language", "sv", "--format", "csv"
    ).output.split(whereSeparator: \.isNewline)
  }
}
