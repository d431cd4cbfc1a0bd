import Canonical
import CivilTime
import Lifecycle
import Located
import Register
import StageKit
import Testing

@testable import Views

/// Where there are more rows than anybody reads, a page tells how many there are of each.
@Suite struct CountingTests {
  private func listing(_ count: Int, of subjects: Int) -> Listing {
    var listing = Listing(
      key: "test", title: Text("Test"), today: date("2026-11-23"), top: [Text("Överst")],
      columns: [.init("title", sv: "Avser", en: "Subject"), .init("on", sv: "Dag", en: "Day")],
      lines: (0..<count).map { number in
        let cells = [Cell("Ämne \(number % subjects)"), Cell(number)]
        return Listing.Line(
          cells: cells.map { Told(cell: $0, text: $0.written) },
          mark: number < 3 ? .overdue : nil)
      })
    listing.counting = .init(by: "title", narrowing: Text(sv: "välj", en: "choose"))
    return listing
  }

  @Test func `a page of thousands of rows counts them and says how to ask for some`() {
    #expect(
      listing(2_000, of: 4).text(.sv, width: 80) == """
        Test
        ════

        Överst

        2000 rader. Några av dem: välj. Alla: --format csv

        Avser   Rader  Försenad
        ──────  ─────  ────────
        Ämne 0    500         1
        Ämne 1    500         1
        Ämne 2    500         1
        Ämne 3    500
        """)
  }

  @Test func `programs and spreadsheets have every row all the same`() {
    let listing = listing(2_000, of: 4)
    #expect(listing.csv(.sv).split(separator: "\r\n").count == 2_001)
    #expect(listing.json["rows"]?.items.count == 2_000)
  }

  @Test(arguments: [(1_000, 4), (1_001, 501)])
  func `rows that can be read, or are each of its own, are shown`(_ count: Int, _ subjects: Int) {
    #expect(listing(count, of: subjects).counted == nil)
    #expect(listing(1_001, of: 500).counted != nil)
  }

  @Test func `what is said of each part stands in place of its count`() throws {
    var listing = listing(2_000, of: 2)
    listing.dividedBy = "title"
    listing.ofParts = [Text("17 av 21 har beslutat"), Text("3 av 21 har beslutat")]
    let page = listing.text(.sv)
    #expect(page.contains("Ämne 0  17 av 21 har beslutat"), "\(page)")
    #expect(!page.contains("Rader"))
  }

  @Test func `what a whole country owes is counted by who owes it`() throws {
    let names = Names(try Story.organisation(), on: date("2026-11-23"))
    let owed = (0..<1_200).map { number -> Row in
      [
        "product": Cell("p"), "case": Cell("c-\(number)"), "title": Cell("Titel"),
        "stage": .choice("remiss", Text("Remiss")), "body": Cell(Body("region-08")),
        "last-day": Cell(date("2026-11-20")), "why": Cell("skäl"), "is-open": Cell(true),
      ]
    }
    let list = DueList(owed, names: names, today: date("2026-11-23"), within: 90)
    #expect(list.items.count == 1_200)
    let page = list.text(.sv)
    #expect(page.contains("Region Kalmar län   1200      1200"), "\(page)")
    #expect(page.contains("stafett due --for GRUPP"))
    #expect(!page.contains("c-1"))
    let few = DueList(Array(owed.prefix(900)), names: names, today: date("2026-11-23"), within: 90)
    #expect(few.text(.sv).contains("c-1"))
  }

  @Test func `of many cases the matrix tells how far the regions have come`() throws {
    let names = Names(try Story.organisation(), on: date("2026-11-23"))
    let stands = (0..<60).flatMap { number in
      ["region-01", "region-08"].map { region -> Row in
        [
          "product": Cell("p-\(number)"), "case": Cell("c-\(number)"),
          "title": Cell("Titel \(number)"), "stage": .choice("s", Text("Anpassning")),
          "region": Cell(Body(stringLiteral: region)),
          "status": .choice("waiting", Text("Väntar")),
        ]
      }
    }
    let page = Matrix(stands, names: names).text(.sv)
    #expect(page.contains("Titel 7   c-7     Anpassning  Väntar 2"), "\(page)")
    #expect(page.contains("stafett matrix ÄRENDE"))
  }
}
