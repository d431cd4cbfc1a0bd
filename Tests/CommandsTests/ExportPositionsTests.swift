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
      for word in ["vp-a", "vp-b", "Vårdprogram", "vpg-a", "C61", "C50"] {
        #expect(!ended.output.contains(word), "\(word)")
      }
      let ids = definition["open"]?.items.compactMap { $0.text.flatMap { UUID(uuidString: $0) } }
      #expect(Set(ids ?? []).count == 2)
    }
  }

  @Test func `cases are named as they are shown where that is asked for, in a file`() async throws {
    try await Program.inFolder { program in
      await program.open("vp-a")
      let file = "\(program.folder)/positions.json"
      let ended = await program("export-positions", file, "--names")
      #expect(ended.exit == .fine && ended.output.isEmpty)
      let written = try String(contentsOfFile: file, encoding: .utf8)
      #expect(written.contains("\"vp-a-1\""))
      let nowhere = await program("export-positions", "\(program.folder)/none/p.json")
      #expect(nowhere.exit == .failure)
    }
  }
}
