import CheckTool
import Foundation
import Testing

/// Many comments at once, and what is carried over from an earlier version.
@Suite struct CommentsTests {
  @Test func `alike comments come together, and one table disposes of all of them`() async throws {
    try await Program.inFolder { stafett in
      await stafett.run([
        "open", "vp-a", "--pipeline", "cancer-care-programme", "--title-sv", "A", "--title-en",
        "A", "--input", "diagnosis=C61.9", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-a", "--at-stage", "remiss", "--on", "2025-09-15",
      ]).expect(.fine)
      let texts = [
        "Kapitel 4 kräver fler kontaktsjuksköterskor än vi har i regionen i dag",
        "Bra",
        "Kapitel 4 kräver fler kontaktsjuksköterskor än vi har i vår region i dag!",
        "Inte bra",
        "KAPITEL 4 kräver fler kontaktsjuksköterskor än vi har i regionen i dag.", "bra!",
      ]
      for (number, region) in ["region-12", "region-13", "region-14"].enumerated() {
        let rows = try stafett.file(
          "svar-\(number).csv",
          "text\n\"\(texts[number * 2])\"\n\"\(texts[number * 2 + 1])\"\n")
        await stafett(
          "act", "vp-a", "remiss", "respond", "--for", "rcc-syd", "--on", "2025-10-20", "--party",
          region, "--stance", "endorse", "--comments", rows
        ).expect(.fine)
      }
      let table = await stafett("comments", "vp-a", "--format", "csv", "--language", "sv")
      let lines = table.output.split(separator: "\r\n").map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(lines.count == 7)
      let group = try #require(lines[0].firstIndex(of: "(Grupp)"))
      #expect(lines.dropFirst().map { $0[group] } == ["1", "1", "1", "2", "2", "3"])
      // Given back as it is, nothing is said; filled in but for the last row, five are disposed of.
      let file = try stafett.file("rader.csv", table.output)
      func dispose() async -> Program.Ended {
        await stafett(
          "act", "vp-a", "remiss", "dispose", "--for", "vpg-a", "--on", "2026-01-05", "--rows", file
        )
      }
      await dispose().expect(.no)
      let filled = lines.enumerated().map { number, cells in
        var cells = cells
        if (1...5).contains(number) {
          cells[1] = number < 4 ? "Ej införd" : "Noterad, ingen ändring"
          if number < 4 { cells[2] = "Bemanningen är regionens sak" }
        }
        return cells.joined(separator: ";")
      }
      _ = try stafett.file("rader.csv", filled.joined(separator: "\r\n"))
      await dispose().expect(.fine)
      let left = await stafett("comments", "vp-a")
      #expect(left.output.contains("1 not disposed of, in 1 group of alike ones"))
      #expect(left.output.contains("Inte bra"))
      #expect(await stafett("responses", "vp-a").output.contains("6 comments, 1 not disposed of"))
    }
  }

  private func open(_ stafett: Program, _ product: String, at stage: String) async {
    await stafett(
      "open", product, "--pipeline", "cancer-care-programme", "--title-sv", product, "--title-en",
      product, "--input", "diagnosis=\(product == "vp-a" ? "C61.9" : "C62.9")", "--role",
      "stodjande-rcc=rcc-norr", "--role", "vardprogramgrupp=vpg-a", "--at-stage", stage,
      "--in-force", "2025-09-15", "--on", "2025-09-15"
    ).expect(.fine)
  }

  @Test func `a gap analysis and a plan are carried over, as they were said last`() async throws {
    try await Program.inFolder { stafett in
      await open(stafett, "vp-a", at: "lokal-anpassning")
      await open(stafett, "vp-b", at: "lokal-anpassning")
      func act(_ product: String, _ stage: String, _ act: String, _ more: String...) async
        -> Program.Ended
      {
        await stafett.run(
          ["act", product, stage, act, "--for", "region-25", "--on", "2025-10-01"] + more)
      }
      let gaps = try stafett.file(
        "gap.csv",
        "recommendation,today,gap,cost,owner\nSpirometri,9 veckor,large,340000,Boden\nRökstopp,,none,,\n"
      )
      await act("vp-a", "lokal-anpassning", "gap", "--rows", gaps).expect(.fine)
      let later = try stafett.file(
        "gap2.csv", "recommendation,today,gap\nSpirometri,5 veckor,small\n")
      await act("vp-a", "lokal-anpassning", "gap", "--rows", later).expect(.fine)

      await act("vp-b", "lokal-anpassning", "gap", "--rows-from", "vp-a/lokal-anpassning")
        .expect(.fine)
      let shown = await stafett("show", "vp-b", "lokal-anpassning", "--lane", "region-25")
      #expect(shown.output.contains("5 veckor") && shown.output.contains("Rökstopp"))
      // The later row took the place of the earlier one, with its cost.
      #expect(!shown.output.contains("340"))

      await act("vp-a", "lokal-anpassning", "report", "--stand", "adopted").expect(.fine)
      await act("vp-b", "lokal-anpassning", "report", "--stand", "adopted").expect(.fine)
      let plan = try stafett.file(
        "plan.csv", "task,owner,due\nUtbilda,LAG KOL,2026-05\nKöp in,Boden,2026-06\n")
      await act("vp-a", "inforande", "plan", "--rows", plan).expect(.fine)
      let moved = try stafett.file("plan2.csv", "task,due\nUtbilda,2026-09\n")
      await act("vp-a", "inforande", "plan", "--rows", moved).expect(.fine)
      await act("vp-b", "inforande", "plan", "--rows-from", "vp-a/inforande/region-25")
        .expect(.fine)
      let tasks = await stafett("show", "vp-b", "inforande", "--lane", "region-25")
      #expect(tasks.output.contains("LAG KOL") && tasks.output.contains("2026-09"))

      let none = await act("vp-b", "inforande", "plan", "--rows-from", "vp-a/utkast")
      #expect(none.exit == .no && none.errors.contains("input/no-rows"))
      let odd = await act("vp-b", "inforande", "plan", "--rows-from", "vp-a")
      #expect(odd.exit == .usage && odd.errors.contains("CASE/STAGE"))
    }
  }
}

/// What a region said of the version before is said again of the new one.
@Suite struct EarlierActTests {
  @Test func `a supplement of the version before is offered, and said again in one command`()
    async throws
  {
    try await Program.inFolder { stafett in
      await stafett(
        "test", "\(Program.pipelines)/scenarios/riktlinjer-2025.yaml", "--into",
        "\(stafett.folder)/s.sqlite"
      ).expect(.fine)
      let new = "riktlinje-svarlakta-sar-2"
      let source = "riktlinje-svarlakta-sar-1/lokal-anpassning"
      #expect(await stafett("show", new, "--format", "markdown").output.contains("as-in"))
      func report(_ region: String, _ more: String...) async -> Program.Ended {
        await stafett.run(
          [
            "act", new, "lokal-anpassning", "report", "--for", region, "--on", "2026-12-01",
            "--as-in", source,
          ] + more)
      }
      await report("region-13").expect(.fine)
      let made = await stafett("supplements", new, "--format", "json").output
      #expect(made.contains("Remissväg till sårmottagningen i Halmstad"))
      #expect(!made.contains("stale"), "it is made for the new version now")

      // What is given here goes before what was said there.
      await report("region-14", "--stand", "partly", "--reason", "bara två enheter").expect(.fine)
      let stands = await stafett(
        "current", new, "--region", "region-14", "--language", "sv", "--format", "csv")
      #expect(stands.output.contains("Tillämpas delvis"))

      let never = await report("region-01")
      #expect(never.exit == .no && never.errors.contains("input/not-said"))
    }
  }
}

extension Program.Ended {
  /// Says why where it did not end so.
  fileprivate func expect(_ exit: Exit) {
    #expect(self.exit == exit, "\(errors)\(output)")
  }
}
