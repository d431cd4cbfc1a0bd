import CheckTool
import Lifecycle
import Testing

/// Who looks from a day that is over sees what had happened then, and nothing of what came after.
@Suite struct LookingBackTests {
  /// Opens a programme on 7 January 2026, and attaches a draft on 20 February.
  private func attached(_ program: inout Program) async {
    await program.open()
    // 1 March 2026.
    program.now = Instant(milliseconds: 1_772_362_800_000)
    let attached = await program(
      "act", "vp-a", "utkast", "attach", "--for", "vpg-a", "--document", "consultation-draft",
      "--at", "utkast.pdf", "--on", "2026-02-20")
    #expect(attached.exit == .fine, "\(attached.errors)")
  }

  @Test(arguments: [("2026-02-19", false), ("2026-02-20", true), ("2026-03-01", true)])
  func `a page of a case tells what had happened by the day`(_ day: String, _ isThere: Bool)
    async throws
  {
    try await Program.inFolder { program in
      var program = program
      await attached(&program)
      let shown = await program("show", "vp-a", "utkast", "--on", day)
      #expect(shown.exit == .fine, "\(shown.errors)")
      #expect(shown.output.contains("utkast.pdf") == isThere, "\(shown.output)")
    }
  }

  @Test func `a view of an earlier day leaves what is kept of today as it was`() async throws {
    try await Program.inFolder { program in
      var program = program
      await attached(&program)
      let today = await program("cases", "--format", "csv")
      let past = await program("cases", "--format", "csv", "--on", "2026-01-06")
      #expect(today.output.contains("vp-a"))
      #expect(past.exit == .fine && !past.output.contains("vp-a"), "\(past.output)")
      #expect(await program("cases", "--format", "csv").output == today.output)
      // What was kept of one day says nothing of another.
      let later = await program("cases", "--format", "csv", "--on", "2026-02-20")
      #expect(later.output.contains("vp-a"), "\(later.output)")
      for (day, told) in [("2026-01-06", past), ("2026-02-20", later), ("2026-02-20", later)] {
        #expect(await program("cases", "--format", "csv", "--on", day).output == told.output)
      }
    }
  }

  @Test func `what was registered late is seen on its day, though others came between`()
    async throws
  {
    try await Program.inFolder { program in
      var program = program
      let opened = await program(
        "open", "vp-b", "--pipeline", "cancer-care-programme", "--title-sv", "B", "--title-en",
        "B", "--input", "diagnosis=C61.9", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-b", "--at-stage", "oversyn", "--in-force", "2025-05-01", "--on",
        "2025-06-01")
      #expect(opened.exit == .fine, "\(opened.errors)")
      program.now = Instant(milliseconds: 1_772_362_800_000)
      for (region, day) in [("region-01", "2026-02-01"), ("region-03", "2026-01-10")] {
        let said = await program(
          "act", "vp-b", "lokal-anpassning", "report", "--lane", region, "--for", region,
          "--stand", "adopted", "--on", day)
        #expect(said.exit == .fine, "\(said.errors)")
        #expect(await program("tick", "--on", "2026-02-20").exit == .fine)
      }
      for (day, first, second) in [("2026-01-09", false, false), ("2026-01-10", false, true)] {
        let shown = await program("decisions", "vp-b", "--on", day, "--language", "sv").output
        let lines = shown.split(separator: "\n")
        func decided(_ name: String) -> Bool {
          lines.contains { $0.contains(name) && $0.contains("Tillämpas") }
        }
        #expect(decided("Region Stockholm") == first, "\(day): \(shown)")
        #expect(decided("Region Uppsala") == second, "\(day): \(shown)")
      }
    }
  }

  @Test func `what had not begun is told as that, and not as a misspelling`() async throws {
    try await Program.inFolder { program in
      var program = program
      await attached(&program)
      let shown = await program("show", "vp-a", "--on", "2026-01-06", "--language", "sv")
      #expect(shown.exit == .no)
      #expect(shown.errors.contains("vp-a hade inte börjat 2026-01-06"), "\(shown.errors)")
    }
  }
}
