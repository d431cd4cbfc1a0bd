import CheckTool
import Foundation
import Testing

/// Who may act for a group whose members are kept here.
@Suite struct SeatTests {
  /// The working group for COPD, staffed, with a care pathway that it drafts.
  private func draft(in program: Program) async {
    let played = await program(
      "test", "\(Program.pipelines)/scenarios/nag-kol-2026.yaml", "--into",
      "\(program.folder)/s.sqlite")
    #expect(played.exit == .fine, "\(played)")
    for word in ["ledamot-sodra", "ledamot-mellansverige", "ordforande-vastra", "utan-plats"] {
      #expect(await program("person", word, "--name", "Prov \(word)").exit == .fine)
    }
    let opened = await program(
      "open", "vf-kol", "--pipeline", "care-pathway", "--title-sv", "Vårdförlopp KOL",
      "--title-en", "Care pathway COPD", "--input", "condition=KOL", "--role",
      "programomrade=npo-lunga-allergi", "--role", "arbetsgrupp=nag-kol", "--at-stage", "utkast",
      "--on", "2026-11-02")
    #expect(opened.exit == .fine, "\(opened)")
  }

  private func attach(
    in program: Program, as actor: String?, on day: String, _ document: String
  ) async -> Program.Ended {
    var other = program
    other.environment["STAFETT_ACTOR"] = actor
    return await other(
      "act", "vf-kol", "utkast", "attach", "--for", "nag-kol", "--document", document, "--at",
      "utkast.pdf", "--on", day, "--language", "sv")
  }

  @Test func `a person acts for a group through a seat in it, on a day when it is theirs`()
    async throws
  {
    try await Program.inFolder { program in
      await draft(in: program)
      let seated = await attach(
        in: program, as: "ledamot-sodra", on: "2026-12-01", "consultation-draft")
      #expect(seated.exit == .fine, "\(seated)")

      let none = await attach(in: program, as: "utan-plats", on: "2026-12-02", "indicators")
      #expect(none.exit == .no)
      #expect(none.errors.contains("[seat/none]"), "\(none.errors)")
      #expect(
        none.errors.contains(
          "utan-plats har ingen plats i nag-kol; det kan ledamot-mellansverige, ledamot-norra, ledamot-sodra"
        ),
        "\(none.errors)")

      let over = await attach(in: program, as: "ordforande-vastra", on: "2027-04-01", "indicators")
      #expect(over.errors.contains("[seat/not-then]"), "\(over.errors)")
      #expect(over.errors.contains("2025-03-01–2027-03-01"), "\(over.errors)")
    }
  }

  @Test func `whoever is assessed as having a conflict takes no part from then on`() async throws {
    try await Program.inFolder { program in
      await draft(in: program)
      let declared = await program(
        "act", "nag-kol", "ledamoter", "declare", "--for", "npo-lunga-allergi", "--person",
        "ledamot-sodra", "--represents", "sodra", "--on", "2026-12-03")
      #expect(declared.exit == .fine, "\(declared)")
      let assessed = await program(
        "act", "nag-kol", "ledamoter", "assess", "--for", "sodra", "--person", "ledamot-sodra",
        "--conflict", "blocking", "--on", "2026-12-04")
      #expect(assessed.exit == .fine, "\(assessed)")
      let barred = await attach(
        in: program, as: "ledamot-sodra", on: "2026-12-05", "consultation-draft")
      #expect(barred.errors.contains("[seat/conflict]"), "\(barred.errors)")
      #expect(barred.errors.contains("får inte medverka"), "\(barred.errors)")
      let found = await program(
        "composition", "nag-kol", "--on", "2026-12-05", "--language", "sv", "--format", "csv")
      #expect(found.output.contains("Prov ledamot-sodra (ledamot-sodra) är bedömd som jävig"))
    }
  }

  @Test(arguments: [nil, "an-account", "utan-plats"])
  func `what is not kept here is not held against anybody`(_ actor: String?) async throws {
    try await Program.inFolder { program in
      await draft(in: program)
      if actor != "utan-plats" {
        let ended = await attach(
          in: program, as: actor, on: "2026-12-01", "consultation-draft")
        #expect(ended.exit == .fine, "\(ended)")
      }
      // The members of this programme area are not kept in the store.
      var other = program
      other.environment["STAFETT_ACTOR"] = actor
      let vacancy = await other(
        "act", "nag-kol", "ledamoter", "vacancy", "--for", "npo-lunga-allergi", "--seat",
        "patient-representative", "--on", "2026-12-01")
      #expect(vacancy.exit == .fine, "\(vacancy)")
    }
  }

  @Test func `who decides in two groups is told of in both`() async throws {
    try await Program.inFolder { program in
      await draft(in: program)
      let opened = await program(
        "open", "nag-astma", "--pipeline", "working-group", "--title-sv", "NAG astma",
        "--title-en", "NAG asthma", "--input", "name=NAG astma", "--role",
        "programomrade=npo-lunga-allergi", "--at-stage", "ledamoter", "--on", "2026-11-02")
      #expect(opened.exit == .fine, "\(opened)")
      for words in [
        ["declare", "--represents", "sodra"],
        [
          "seat", "--seat", "member", "--represents", "sodra", "--confirmed-by", "sodra",
          "--confirmed-on", "2026-10-19",
        ],
      ] {
        let ended = await program.run(
          ["act", "nag-astma", "ledamoter"] + words + [
            "--for", "npo-lunga-allergi", "--person", "ledamot-sodra", "--on", "2026-11-03",
          ])
        #expect(ended.exit == .fine, "\(ended)")
      }
      let words = ["members", "nag-kol", "--language", "sv", "--format", "csv", "--on"]
      let shown = await program.run(words + ["2026-11-23"]).output
      let line = shown.split(separator: "\r\n").first { $0.contains("ledamot-sodra") }
      #expect(line?.contains("NAG astma") == true, "\(shown)")
      // When the term is over it is one role again.
      let later = await program.run(words + ["2033-01-01"]).output
      #expect(!later.contains("NAG astma"), "\(later)")
    }
  }
}
