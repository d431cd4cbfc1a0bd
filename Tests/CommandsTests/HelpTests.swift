import CheckTool
import Commands
import Foundation
import Testing

/// How a person finds out what to type.
@Suite struct HelpTests {
  private static let commands = [
    "open", "import", "receive", "act", "annul", "cases", "show", "history", "due", "matrix",
    "view",
    "agenda", "minutes", "tick", "outbox", "webhook", "feed", "test", "person", "erase", "verify",
    "export-positions", "check",
    "publish", "explain", "schema", "create", "stages", "read", "graph", "plan", "calendar",
    "bodies", "version",
  ]

  @Test(arguments: commands)
  func `help is that of the command asked about`(_ command: String) async throws {
    try await Program.inFolder { program in
      for words in [[command, "--help"], ["help", command]] {
        let ended = await program.run(words)
        #expect(ended.exit == .fine, "\(ended)")
        #expect(ended.output.contains("USAGE: stafett \(command)"), "\(words): \(ended.output)")
        #expect(ended.errors.isEmpty)
      }
    }
  }

  @Test(arguments: [[], ["--help"], ["help"]])
  func `the program alone lists every command, in either language`(
    _ words: [String]
  ) async throws {
    try await Program.inFolder { program in
      let english = await program.run(words)
      #expect(english.exit == .fine)
      #expect(english.output.contains("USAGE: stafett"))
      var swedish = program
      swedish.environment["LANG"] = "sv_SE.UTF-8"
      let lines = await swedish.run(words).output.split(separator: "\n")
      #expect(lines.contains("Kommandon:"))
      for command in HelpTests.commands {
        #expect(english.output.contains("  \(command) "))
        let line = lines.first { $0.hasPrefix("  \(command) ") }
        #expect((line?.count ?? 0) > 20, "\(command) has no word of Swedish")
      }
    }
  }

  @Test func `nothing in the help of a command is said in English only`() {
    #expect(SwedishHelp.untranslated == [])
  }

  @Test func `the help of a command is in the language asked for`() async throws {
    try await Program.inFolder { program in
      let act = await program.run(["act", "--help", "--language", "sv"]).output
      #expect(act.contains("--as-in ÄRENDE/FAS      Lämna samma besked"), "\(act)")
      #expect(act.contains("Så skrivs det: stafett act ÄRENDE FAS VAD"))
      #expect(!act.contains("USAGE"))
      let send = await program.run(["outbox", "send", "--help", "--language", "sv"]).output
      #expect(send.contains("stafett outbox send [NAMN…]"), "\(send)")
      let inbox = await program.run(["--language", "sv", "inbox", "--help"]).output
      #expect(inbox.contains("Visa en översikt"), "\(inbox)")
    }
  }

  @Test func `an option asks for Swedish help too`() async throws {
    try await Program.inFolder { program in
      #expect(await program("--language", "sv").output.contains("Kommandon:"))
      #expect(await program("--help", "--language=sv").output.contains("Kommandon:"))
    }
  }

  @Test func `the version is told by option, and not taken from an act`() async throws {
    try await Program.inFolder { program in
      let ended = await program("--version")
      #expect(ended.exit == .fine)
      #expect(ended.output.hasPrefix("stafett "))
      let number = ended.output.dropFirst("stafett ".count).dropLast()
      #expect(await program("version").output.hasPrefix("stafett \(number),"))
      await program.open()
      let attached = await program(
        "act", "vp-a", "utkast", "attach", "--for", "vpg-a", "--document", "cover-letter", "--at",
        "x", "--version", "2")
      #expect(attached.exit == .fine, "\(attached)")
      #expect(attached.output.contains("vp-a"))
    }
  }

  @Test(arguments: [
    (["cases", "--stroe", "x"], "'--stroe' finns inte, menar du '--store'?"),
    (["cases", "--xyzzyplugh"], "'--xyzzyplugh' finns inte"),
    (["cases", "extra"], "'extra' hör inte till något"),
    (["show"], "saknas"), (["due", "--on"], "värdet saknas efter '--on"),
    (["cases", "--store=x", "--language", "de"], "välj 'sv' eller 'en'"),
  ])
  func `a command line that cannot be read is told in the user's language`(
    _ words: [String], _ text: String
  ) async throws {
    try await Program.inFolder { program in
      var program = program
      program.environment["LANG"] = "sv_SE.UTF-8"
      let ended = await program.run(words)
      #expect(ended.exit == .usage)
      #expect(ended.errors.contains(text), "\(ended.errors)")
    }
  }

  @Test func `a stage lists its acts with what they require, and those of every stage`()
    async throws
  {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program("act", "vp-a", "utkast", "--help", "--language", "sv")
      #expect(ended.exit == .fine, "\(ended)")
      for word in ["attach", "--document …", "submit", "skip", "--reason …", "I alla faser"] {
        #expect(ended.output.contains(word), "\(word): \(ended.output)")
      }
      let wrong = await program("act", "vp-a", "utkst", "--help")
      #expect(wrong.exit == .no)
      #expect(wrong.errors.contains("'utkast'"))
    }
  }

  @Test func `the help of an act lists what the definition offers, with labels`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let decide = await program(
        "act", "vp-a", "faststallande", "decide", "--help", "--language", "sv")
      #expect(decide.output.contains("adopt (Fastställd)"), "\(decide)")
      #expect(decide.output.contains("refer-back ("))
      #expect(!decide.output.contains("kebab"))
      let attach = await program("act", "vp-a", "utkast", "attach", "--help")
      #expect(attach.output.contains("consultation-draft"), "\(attach)")
      #expect(attach.output.contains("impact-statement"))
    }
  }

  @Test func `an outcome can be written by its label`() async throws {
    try await Program.inFolder { program in
      _ = await program(
        "open", "vp-b", "--pipeline", "cancer-care-programme", "--title-sv", "B", "--title-en",
        "B", "--input", "diagnosis=C62", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-b", "--at-stage", "faststallande")
      func decide(_ outcome: String) async -> Program.Ended {
        await program(
          "act", "vp-b", "faststallande", "decide", "--for", "rcc-samverkan", "--minutes", "§ 4",
          "--id", "one", "--format", "json", "--outcome", outcome)
      }
      #expect(await decide("fastställt").exit == .no)
      let byLabel = await decide("fastställd")
      #expect(byLabel.output.contains(#""outcome":"adopt""#), "\(byLabel)")
      // The same words to the store: neither another decision nor another use of the id.
      #expect(await decide("adopt").output.contains("repeated"))
    }
  }
}
