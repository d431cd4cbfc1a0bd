import Canonical
import CheckTool
import Commands
import Foundation
import Testing

/// Where cases stand, as a check reads it.
@Suite struct ExportPositionsTests {
  @Test func `open cases are counted by definition and stage, without a title`() async throws {
    try await Program.inFolder { program in
      await program.open("vp-a")
      let other = await program(
        "open", "vp-b", "--pipeline", "cancer-care-programme", "--title-sv", "Vårdprogram B",
        "--title-en", "Programme B", "--input", "diagnosis=C50.9", "--role",
        "stodjande-rcc=rcc-syd", "--role", "vardprogramgrupp=vpg-a")
      #expect(other.exit == .fine, "\(other)")
      let ended = await program("export-positions")
      #expect(ended.exit == .fine, "\(ended)")
      let value = try #require(Value(json: Array(ended.output.utf8)))
      #expect(value["version"] == .whole(1))
      let definition = try #require(value["definitions"]?.items.first)
      #expect(value["definitions"]?.items.count == 1)
      #expect(definition["definition"]?.text?.hasPrefix("cancer-care-programme@") == true)
      #expect(definition["open"]?.items.count == 2)
      #expect(definition["uses"]?.items.contains(.text("remiss@1")) == true)
      let stage = try #require(definition["stages"]?.items.first)
      #expect(stage["stage"]?.text == "utkast" && stage["cases"]?.items.count == 2)
      #expect(stage["lanes"] == .whole(0))
      for word in ["Vårdprogram", "Programme", "vpg-a", "C61", "C50"] {
        #expect(!ended.output.contains(word), "\(word)")
      }
      let ids = definition["open"]?.items.compactMap(\.text) ?? []
      #expect(ids == ["vp-a-1", "vp-b-1"])
      for id in ids { #expect(await program("show", id).exit == .fine, "\(id)") }
    }
  }

  @Test func `they are written to a file that was named`() async throws {
    try await Program.inFolder { program in
      await program.open("vp-a")
      let file = "\(program.folder)/positions.json"
      let ended = await program("export-positions", file)
      #expect(ended.exit == .fine && ended.output.isEmpty)
      let written = try String(contentsOfFile: file, encoding: .utf8)
      #expect(written.contains("\"vp-a-1\""))
      let nowhere = await program("export-positions", "\(program.folder)/none/p.json")
      #expect(nowhere.exit == .failure)
    }
  }
}
