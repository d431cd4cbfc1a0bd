import Canonical
import CheckTool
import Commands
import Foundation
import Located
import Testing

/// What a person does, command by command.
@Suite struct CommandLineTests {
  private let attach = [
    "act", "vp-a", "utkast", "attach", "--for", "vpg-a", "--document", "consultation-draft",
  ]

  @Test func `a case is opened, worked on and seen`() async throws {
    try await Program.inFolder { program in
      let opened = await program.open()
      #expect(opened.exit == .fine)
      #expect(opened.output.contains("2026-10-07"), "the deadline is told")
      for document in ["consultation-draft", "impact-statement", "cover-letter"] {
        let ended = await program(
          "act", "vp-a-1", "utkast", "attach", "--for", "vpg-a", "--document=\(document)",
          "--at", "https://example.se/\(document)")
        #expect(ended.exit == .fine, "\(ended)")
      }
      let submitted = await program("act", "vp-a", "utkast", "submit", "--for", "vpg-a")
      #expect(submitted.output.contains("Consultation"))
      for command in ["cases", "due", "matrix", "verify", "tick"] {
        #expect(await program(command).exit == .fine, "\(command)")
      }
      #expect(await program("show", "vp-a").output.contains("2026-04-14"))
      #expect(await program("history", "vp-a", "--language", "sv").output.contains("Remiss"))
    }
  }

  @Test func `what was registered in a stage is read by naming it`() async throws {
    try await Program.inFolder { program in
      await program.open()
      for document in ["consultation-draft", "impact-statement", "cover-letter"] {
        _ = await program(
          "act", "vp-a-1", "utkast", "attach", "--for", "vpg-a", "--document=\(document)",
          "--at", "https://example.se/\(document)")
      }
      #expect(await !program("show", "vp-a").output.contains("stafett show vp-a-1 STAGE"))
      _ = await program("act", "vp-a", "utkast", "submit", "--for", "vpg-a")
      #expect(
        await program("show", "vp-a").output.contains("stafett show vp-a-1 STAGE (utkast)"))
      let closed = await program("show", "vp-a", "utkast#1")
      #expect(closed.exit == .fine)
      #expect(closed.output.contains("https://example.se/cover-letter"))
      #expect(await program("show", "vp-a", "utkast").output == closed.output)
      let json = await program("show", "vp-a", "utkast", "--format", "json").output
      #expect(Value(json: Array(json.utf8))?["attempt"] == .whole(1))
    }
  }

  @Test(arguments: [
    ("utkst", "did you mean 'utkast'?"), ("utkast#2", "only utkast#1"),
    ("remiss", "nothing is registered"), ("utkast --lane region-01", "not for region-01"),
  ])
  func `a stage that cannot be read says what there is`(words: String, says: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program.run(
        ["show", "vp-a"] + words.split(separator: " ").map(String.init))
      #expect(ended.exit == .no)
      #expect(ended.errors.contains(says), "\(ended.errors)")
    }
  }

  @Test(arguments: [
    (Int?.none, String?.none, 100), (nil, "80", 80), (nil, "20", 60), (nil, "900", 160),
    (nil, "wide", 100), (nil, "-4", 100), (120, "80", 120), (30, nil, 60),
  ])
  func `lines are as wide as the terminal`(terminal: Int?, columns: String?, width: Int) {
    let environment = columns.map { ["COLUMNS": $0] } ?? [:]
    #expect(Shell.width(terminal: terminal, environment: environment) == width)
  }

  @Test func `data is the same in both formats' exit codes, and JSON is one value`() async throws {
    try await Program.inFolder { program in
      await program.open()
      for command in ["cases", "due", "matrix", "verify", "tick", "show vp-a", "history vp-a"] {
        let words = command.split(separator: " ").map(String.init)
        let ended = await program.run(words + ["--format", "json"])
        #expect(ended.exit == .fine, "\(ended)")
        #expect(Value(json: Array(ended.output.utf8)) != nil, "\(command): \(ended.output)")
      }
    }
  }

  @Test func `a command with an id is done once`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let first = await program.run(attach + ["--at", "x", "--id", "c-1", "--format", "json"])
      let second = await program.run(attach + ["--at", "x", "--id", "c-1", "--format", "json"])
      let other = await program.run(attach + ["--at", "y", "--id", "c-1"])
      func answer(_ ended: Program.Ended) -> Value? { Value(json: Array(ended.output.utf8)) }
      #expect(answer(first)?["answer"]?.text == "done")
      #expect(answer(second)?["answer"]?.text == "repeated")
      #expect(answer(second)?["events"] == answer(first)?["events"])
      #expect(other.exit == .no)
      #expect(other.errors.contains("--id"))
    }
  }

  @Test func `a dry run tells the deadline and writes nothing`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let dry = await program.run(attach + ["--at", "x", "--dry-run"])
      #expect(dry.exit == .fine)
      #expect(dry.output.contains("nothing was written"))
      #expect(await program("history", "vp-a").output.contains("consultation-draft") == false)
    }
  }

  @Test func `an act tells what it asks for, with bounds and choices`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let english = await program("act", "vp-a", "remiss", "respond", "--help")
      #expect(english.exit == .fine)
      #expect(english.output.contains("--stance"))
      #expect(english.output.contains("endorse (Endorses)"))
      let swedish = await program("act", "vp-a", "remiss", "respond", "--help", "--language", "sv")
      #expect(swedish.output.contains("Ställningstagande"))
      #expect(await program("act", "--help").output.contains("CASE STAGE ACT"))
    }
  }

  @Test func `a table may call its columns what it likes`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let path = try program.file("export.csv", "kap_nr;Läge;namn\n08;done;Uppföljning\n")
      let command = ["act", "vp-a", "utkast", "section", "--for", "vpg-a", "--rows", path]
      let ended = await program.run(
        command + ["--rows.chapter", "Kap nr", "--rows.title=namn", "--format", "json"])
      #expect(ended.exit == .fine, "\(ended)")
      let answer = Value(json: Array(ended.output.utf8))
      let rows = answer?["events"]?.items.first?["says"]?["with"]?["rows"]?.items ?? []
      #expect(rows.map { $0["chapter"]?.text } == ["08"])
      #expect(rows.map { $0["title"]?.text } == ["Uppföljning"])
      for (option, says) in [
        ("--rows.chaptr=kap_nr", "chapter"), ("--rows.chapter=kapitel", "kap_nr, Läge, namn"),
      ] {
        let refused = await program.run(command + [option])
        #expect(refused.exit == .no && refused.errors.contains(says), "\(refused)")
      }
      let alone = await program(
        "act", "vp-a", "utkast", "section", "--for", "vpg-a", "--rows.title", "namn")
      #expect(alone.exit == .usage && alone.errors.contains("--rows FILE"), "\(alone)")
    }
  }

  @Test(arguments: [
    (
      "rows.csv",
      "\u{FEFF}chapter;state;title\r\n1;done;\"Om; vård\"\r\n\r\n2;started;\"Sagt \"\"nej\"\"\"\r\n"
    ),
    ("rows.csv", "Kapitel,Läge,Rubrik\n1,done,Om; vård\n2,started,\"Sagt \"\"nej\"\"\"\n"),
    (
      "rows.yaml",
      "- {chapter: '1', state: done, title: 'Om; vård'}\n- {chapter: '2', state: started, title: 'Sagt \"nej\"'}\n"
    ),
    (
      "rows.json",
      #"[{"chapter":"1","state":"done","title":"Om; vård"},{"chapter":"2","state":"started","title":"Sagt \"nej\""}]"#
    ),
  ])
  func `rows are read from a file of each kind`(_ name: String, _ text: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      let path = try program.file(name, text)
      let ended = await program(
        "act", "vp-a", "utkast", "section", "--for", "vpg-a", "--rows", path, "--format", "json")
      #expect(ended.exit == .fine, "\(ended)")
      let answer = Value(json: Array(ended.output.utf8))
      let rows = answer?["events"]?.items.first?["says"]?["with"]?["rows"]?.items ?? []
      #expect(rows.map { $0["title"]?.text } == ["Om; vård", #"Sagt "nej""#], "\(ended.output)")
      #expect(rows.map { $0["chapter"]?.text } == ["1", "2"])
    }
  }

  @Test func `a text is read from a file, and a flag may stand alone`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let path = try program.file("note.txt", "Långt, på\ntvå rader.")
      let noted = await program("act", "vp-a", "note", "--for", "vpg-a", "--text", "@\(path)")
      #expect(noted.exit == .fine, "\(noted)")
      #expect(noted.output.contains("två rader."))
      let declared = await program(
        "act", "vp-a", "utkast", "check", "--done", "--for", "vpg-a", "--item", "none")
      #expect(declared.errors.contains("--item"), "\(declared)")
      #expect(!declared.errors.contains("--done"), "\(declared)")
    }
  }

  @Test func `what was registered by mistake is annulled and stays`() async throws {
    try await Program.inFolder { program in
      await program.open()
      _ = await program.run(attach + ["--at", "x"])
      let annulled = await program("annul", "vp-a", "4", "--for", "vpg-a", "--reason", "fel")
      #expect(annulled.exit == .fine, "\(annulled)")
      #expect(await program("history", "vp-a").output.contains("consultation-draft"))
    }
  }

  @Test func `overdue is an answer where it is asked for`() async throws {
    try await Program.inFolder { program in
      await program.open()
      #expect(await program("due", "--on", "2027-01-01").exit == .fine)
      #expect(await program("due", "--on", "2027-01-01", "--fail-if-overdue").exit == .no)
      #expect(await program("due", "--fail-if-overdue").exit == .fine)
    }
  }

  @Test func `a case is taken over in mid-life`() async throws {
    try await Program.inFolder { program in
      let ended = await program(
        "open", "vp-b", "--pipeline", "cancer-care-programme", "--title-sv", "B", "--title-en",
        "B", "--input", "diagnosis=C62", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-b", "--at-stage", "oversyn", "--in-force", "2025-05-01",
        "--revision", "--on", "2026-01-07")
      #expect(ended.exit == .fine, "\(ended)")
      #expect(await program("show", "vp-b").output.contains("2026-05-0"))
      #expect(await program("verify").exit == .fine)
    }
  }

  @Test(arguments: [
    (["LC_ALL": "sv_SE.UTF-8"], Language.sv), (["LANG": "sv"], .sv), (["LANG": "en_GB"], .en),
    (["LC_ALL": "C", "LANG": "sv_SE"], .en), (["LC_ALL": "", "LC_MESSAGES": "sv_SE"], .sv),
    ([:], .en),
  ])
  func `the environment decides the language`(
    _ environment: [String: String], _ language: Language
  ) async throws {
    try await Program.inFolder { program in
      var program = program
      program.environment = environment
      await program.open()
      let output = await program("cases").output
      #expect(output.contains(language == .sv ? "Ärende" : "Case"), "\(output)")
    }
  }

  @Test func `the program itself answers with its exit code`() async throws {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "stafett")
    process.arguments = ["cases", "--pipelines", "/nowhere/at/all"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == Exit.noInput.rawValue)
  }
}
