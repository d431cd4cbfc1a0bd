import CheckTool
import Foundation
import Testing

/// The calendar that others subscribe to, read by a library that is not ours.
@Suite struct FeedTests {
  private struct Calendar: Decodable {
    struct Day: Decodable, Equatable {
      let uid, day, end, changed, summary, details: String
      let sequence: Int
    }
    let version, product, name: String
    let days: [Day]
    let longest, bareBreaks: Int
  }

  private func feed(_ program: Program, _ arguments: String...) async throws -> Calendar {
    let ended = await program.run(["feed", "--on", "2026-01-08", "--language", "sv"] + arguments)
    #expect(ended.exit == .fine, "\(ended)")
    let data = try Python.run("read_calendar.py", [], input: ended.output)
    return try JSONDecoder().decode(Calendar.self, from: data)
  }

  @Test func `a region's calendar has its last day, to the day and with its Swedish whole`()
    async throws
  {
    try await Reception.inFolder { program in
      let calendar = try await feed(program, "--region", "region-24")
      #expect(calendar.version == "2.0" && calendar.name == "Region Västerbotten")
      #expect(calendar.longest <= 75 && calendar.bareBreaks == 0)
      let day = try #require(calendar.days.first)
      #expect(calendar.days.count == 1)
      #expect(day.uid == "prostata-1/anpassning/region-24/1@stafett")
      #expect(day.day == "2026-03-07" && day.end == "2026-03-08" && day.sequence == 0)
      #expect(day.summary == "Senast: Regional anpassning, Vårdprogram för prostatacancer")
      #expect(day.details.contains("Region Västerbotten: Rapportera ställningstagande"))
      #expect(day.changed == "2026-01-07T11:00:00+00:00", "from the events")
      #expect(try await feed(program, "--product", "prostata").days.count == 3)
      #expect(try await feed(program).days.count == 3)
    }
  }

  @Test
  func `a day that is moved is the same one with a higher sequence, and one that is done is gone`()
    async throws
  {
    try await Reception.inFolder { program in
      let first = try #require(try await feed(program, "--region", "region-24").days.first)
      for (times, day) in [(1, "2026-04-07"), (2, "2026-05-07")] {
        let extended = await program(
          "act", "prostata", "anpassning", "extend", "--for", "samverkan", "--lane", "region-24",
          "--on", "2026-01-08", "--closes", day, "--reason", "Svar från nämnden väntas")
        #expect(extended.exit == .fine, "\(extended)")
        let moved = try #require(try await feed(program, "--region", "region-24").days.first)
        #expect(moved.uid == first.uid && moved.sequence == times && moved.day == day)
      }
      _ = await program(
        "act", "prostata", "anpassning", "report", "--for", "region-24", "--on", "2026-01-09",
        "--stand", "adopted")
      #expect(try await feed(program, "--region", "region-24").days == [])
      #expect(try await feed(program, "--region", "region-13").days.count == 1)
    }
  }

  @Test func `a body's calendar has its meetings and the last days for papers`() async throws {
    try await Reception.inFolder { program in
      let days = try await feed(program, "--for", "samverkan").days
      #expect(days.map(\.day) == ["2026-03-03", "2026-03-10", "2026-04-07", "2026-04-14"])
      #expect(days[0].summary == "Sista dag för handlingar till RCC i samverkan 2026-03-10")
      #expect(days[1].uid == "meeting/samverkan/2026-03-10@stafett")
    }
  }

  @Test func `the same cases give the same text`() async throws {
    try await Reception.inFolder { program in
      let first = await program("feed", "--on", "2026-01-08").output
      #expect(await program("feed", "--on", "2026-01-08").output == first)
      let both = await program("feed", "--for", "samverkan", "--region", "region-24")
      #expect(both.exit == .usage)
      let unknown = await program("feed", "--region", "samverkan")
      #expect(unknown.exit == .no)
    }
  }
}
