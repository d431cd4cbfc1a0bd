import Canonical
import CheckTool
import Commands
import Foundation
import Testing

/// Overviews by their names.
@Suite struct ViewCommandTests {
  @Test(arguments: [["cases"], ["view", "current"], ["matrix"]])
  func `a kind that nothing is of is told with the nearest`(_ view: [String]) async throws {
    try await Program.inFolder { program in
      let opened = await program(
        "open", "vp-a", "--pipeline", "cancer-care-programme", "--title-sv", "A", "--title-en",
        "A", "--input", "diagnosis=C61", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-a", "--at-stage", "oversyn", "--in-force", "2025-05-01")
      #expect(opened.exit == .fine, "\(opened.errors)")
      let told = await program.run(view + ["--kind", "care-programm", "--language", "sv"])
      #expect(told.exit == .no)
      #expect(told.errors.contains("menar du 'care-programme'?"), "\(told.errors)")
      #expect(await program.run(view + ["--kind", "care-programme"]).exit == .fine)
    }
  }

  @Test func `an overview is asked for by name, with or without the word view`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let long = await program("view", "inbox")
      #expect(long.exit == .fine, "\(long)")
      #expect(await program("inbox").output == long.output)
    }
  }

  @Test func `view alone lists the overviews with what they are for`() async throws {
    try await Program.inFolder { program in
      let listed = await program("view", "--language", "sv")
      #expect(listed.exit == .fine, "\(listed)")
      #expect(listed.output.contains("inbox"))
      #expect(listed.output.contains("Remisser som väntar på svar"))
      let json = await program("view", "--format", "json").output
      #expect(Value(json: Array(json.utf8))?["views"]?.items.isEmpty == false)
    }
  }

  @Test(arguments: [
    (["view", "inbx"], "did you mean 'inbox'?"), (["view", "nothing-alike"], "there are inbox"),
    (["view", "inbox", "--year", "2026"], "does not take --year, only --for"),
    (["view", "responses", "--for", "region-01"], "does not take --for"),
    (["view", "inbox", "--format", "xml"], "no format 'xml'"),
    (["cases", "--format", "xml"], "only text, json, markdown, html, csv"),
    (["history", "vp-a", "--format", "csv"], "only text, json"),
  ])
  func `what an overview does not know is refused with what it does`(
    _ words: [String], _ says: String
  ) async throws {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program.run(words)
      #expect(ended.exit == .usage, "\(ended)")
      #expect(ended.errors.contains(says), "\(ended.errors)")
    }
  }

  @Test(arguments: [
    (["due", "--for", "rcc-sydd"], "did you mean 'rcc-syd'?"),
    (["cases", "--for", "vpg-aa"], "did you mean 'vpg-a'?"),
    (["inbox", "--region", "region-99"], "'region-99' is no region"),
    (["current", "--area", "npo-cancr"], "did you mean 'npo-cancer'?"),
    (["tasks", "--for", "nobody-at-all"], "no body is named 'nobody-at-all'"),
    (["feed", "--for", "rcc-sydd"], "did you mean 'rcc-syd'?"),
  ])
  func `a body that is none is told, and does not look as if there were nothing to do`(
    _ words: [String], _ says: String
  ) async throws {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program.run(words)
      #expect(ended.exit == .no, "\(ended)")
      #expect(ended.errors.contains(says), "\(ended.errors)")
      // A group that the register does not list, and that has a part in a case, is one.
      #expect(await program("due", "--for", "vpg-a").exit == .fine)
    }
  }

  @Test func `a case that is none is told, and shows no empty page`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let ended = await program("responses", "vp-b")
      #expect(ended.exit == .no)
      #expect(ended.errors.contains("vp-a"), "\(ended.errors)")
    }
  }

  @Test(arguments: ["cases", "due", "matrix", "view inbox", "view"])
  func `what is a table comes in every format`(_ command: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      let words = command.split(separator: " ").map(String.init)
      for (format, start) in [
        ("csv", "\u{FEFF}"), ("html", "<!DOCTYPE html>\n<html lang=\"sv\">"), ("markdown", ""),
        ("json", "{"),
      ] {
        let ended = await program.run(words + ["--format", format, "--language", "sv"])
        #expect(ended.exit == .fine, "\(ended)")
        #expect(ended.output.unicodeScalars.starts(with: start.unicodeScalars), "\(format)")
        #expect(!ended.output.isEmpty)
      }
    }
  }

  @Test func `a case is a document too`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let html = await program("show", "vp-a", "--format", "html").output
      #expect(html.contains("<h1>") && html.contains("<th scope=\"col\""))
      #expect(await program("show", "vp-a", "--format", "markdown").output.hasPrefix("# "))
    }
  }
}
