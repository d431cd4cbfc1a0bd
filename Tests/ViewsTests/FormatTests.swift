import Canonical
import CivilTime
import Foundation
import Located
import RandomTesting
import Register
import StageKit
import Testing

@testable import Views

/// One view in every format.
@Suite struct FormatTests {
  private func listing(_ cells: [[Cell]], _ columns: [String]) -> Listing {
    Listing(
      key: "test", title: Text("Test"), today: date("2026-11-23"),
      columns: columns.map { Listing.Column($0, Text($0)) },
      lines: cells.map { row in
        Listing.Line(cells: row.map { Told(cell: $0, text: $0.written) }, mark: nil)
      })
  }

  private func csv(_ cells: Cell...) throws -> [String] {
    let text = listing([cells], cells.indices.map { "c\($0)" }).csv(.sv)
    return try #require(strictCSV(text))[1]
  }

  @Test func `a spreadsheet gets numbers as numbers and days as days`() throws {
    let number = try #require(DecimalNumber("-1234.50"))
    #expect(
      try csv(.number(number), .whole(640_000), .whole(-3), .date(date("2026-11-23")), .none)
        == ["-1234,50", "640000", "-3", "2026-11-23", ""])
  }

  @Test(arguments: [
    "=1+1", "+46 70 123 45 67", "-5 till", "@vårdcentral", "  =HYPERLINK(A1)", "\u{FEFF}=1", "＝1",
    "\t=1", "-", "\u{200B}=1",
  ])
  func `no text is run as a formula`(text: String) throws {
    let field = try csv(Cell(text))[0]
    let start = field.unicodeScalars.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    #expect(start == "'")
  }

  @Test(arguments: [
    "08", "3.1", "1-2", "4.0", "12/2026", "2026-11-23", "5 %", "1e5", "maj 3", "3 maj", "jan-03",
    "SEPT2", "12:30", "SANT", "false", "0771 12 34", "kl 12:30",
  ])
  func `no text is rewritten as a number or a day`(text: String) throws {
    #expect(try csv(Cell(text))[0] == text + "\t")
  }

  @Test(arguments: ["§ 41", "region-08", "Kapitel 3", "2026H2", "08 Kalmar", "C61", "mars", "maj"])
  func `a text that no spreadsheet rewrites stands as it is`(text: String) throws {
    #expect(try csv(Cell(text))[0] == text)
  }

  // The quick look at the bytes spares nearly every text the thorough one, and must say the same.
  @Test func `bytes tell of a number or a day what the characters tell`() {
    let parts = [
      "maj", "SEPT", "e", "kl", "sant", "Vård", "å", "3", "12", " ", "-", ".", "×", "\u{301}", "é",
      "H", "region", "\u{2212}", "%", "\n", "\r\n", "§", "_", "/",
    ]
    var random = SeededRandom(SeededRandom.seed, run: 0)
    for _ in 0..<2_000 * SeededRandom.volume {
      let text = (0...random.whole(0...4)).map { _ in random.one(of: parts) }.joined()
      if let quick = text.looksLikeNumberOrDayByBytes {
        #expect(quick == text.looksLikeNumberOrDay, "\(text)")
      }
    }
    #expect("Vårdprogram 12".looksLikeNumberOrDayByBytes == false)
    #expect("region-08".looksLikeNumberOrDayByBytes == false)
    #expect("3.1".looksLikeNumberOrDayByBytes == true)
  }

  @Test func `the words of a plain text are those that its characters say`() {
    let parts = [
      "Vård", "ÅSA", "e\u{301}", "×", "÷", "ß", "ÿ", " ", "-", "3", "²", "a", "–", "Æ", ",", "漢",
    ]
    var random = SeededRandom(SeededRandom.seed, run: 1)
    var plain = 0
    for _ in 0..<2_000 * SeededRandom.volume {
      let text = (0...random.whole(0...5)).map { _ in random.one(of: parts) }.joined()
      guard let words = text.plainWords else { continue }
      plain += 1
      let slow = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(words == slow, "\(text)")
    }
    #expect(plain > 100)
  }

  @Test func `a month stays a month`() throws {
    #expect(try csv(.date(date("2026-11")))[0] == "2026-11\t")
  }

  @Test func `a body is told by name and by id, several by their names`() throws {
    let names = Names(try Story.organisation(), on: date("2026-11-23"))
    let rows: [[Cell]] = [
      [Cell("region-08" as Body), Cell(["region-01", "region-25"] as [Body])], [.none, .none],
    ]
    let listing = Listing(
      key: "test", title: Text("Test"), today: date("2026-11-23"),
      columns: [.init("region", sv: "Region", en: "Region"), .init("all", sv: "Alla", en: "All")],
      lines: rows.map { Listing.Line(cells: $0.map { names.told($0) }, mark: nil) })
    #expect(
      strictCSV(listing.csv(.sv)) == [
        ["Region", "Region (id)", "Alla"],
        ["Region Kalmar län", "region-08", "Region Stockholm, Region Norrbotten"], ["", "", ""],
      ])
  }

  @Test func `whatever people write comes back from CSV as they wrote it`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mischief = Mischief(seed: seed)
    for _ in 0..<200 {
      let texts = (0..<3).map { _ in mischief.text() }
      let records = strictCSV(listing([texts.map { Cell($0) }], ["a", "b", "c"]).csv(.sv))
      let row = try #require(records?.last, "seed \(seed): \(texts)")
      #expect(
        zip(row, texts).allSatisfy { isField($0, of: $1.printable) }, "seed \(seed): \(texts)")
    }
  }

  @Test func `whatever people write is text in HTML, and no more`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mischief = Mischief(seed: seed)
    let harmless = try #require(parts(ofHTML: page("a", "a", "a", "a").html(.sv, title: Text("a"))))
    for _ in 0..<200 {
      let texts = (0..<4).map { _ in mischief.text() }
      let html = page(texts[0], texts[1], texts[2], texts[3]).html(.sv, title: Text(texts[0]))
      let told = try #require(parts(ofHTML: html), "seed \(seed): \(texts)")
      #expect(
        told.tags.filter { !["<br>", "<wbr>"].contains($0) } == harmless.tags,
        "seed \(seed): \(texts)")
      for text in texts {
        let isTold = told.text.unicodeScalars.contains(text.printable.unicodeScalars)
        #expect(isTold, "seed \(seed): \(texts)")
      }
    }
  }

  private func page(_ title: String, _ fact: String, _ head: String, _ cell: String) -> Page {
    Page([
      .title(Text(title)), .paragraph(Text(fact)), .facts([.init(Text(head), Text(fact))]),
      .table(TextTable([.init(Text(head))], rows: [[Text(cell)]])),
    ])
  }

  @Test func `HTML names its language, runs nothing and fetches nothing`() {
    for language in Language.allCases {
      let html = page("Åtgärd", "b", "c", "d").html(language, title: Text("Åtgärd"))
      #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(html.contains("<title>Åtgärd</title>"))
      for word in ["<script", "http", "url(", "@import", "<link", "<img"] {
        #expect(!html.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: [("#1a1a1a", "#ffffff"), ("#1a1a1a", "#fdf1ef")])
  func `text stands out from its ground as WCAG asks`(_ text: String, _ ground: String) throws {
    let html = page("a", "b", "c", "d").html(.sv, title: Text("a"))
    let short = ground == "#ffffff" ? "#fff" : ground
    #expect(html.contains("color: \(text)") && html.contains("background: \(short)"))
    #expect(try contrast(text, ground) >= 4.5)
  }

  // The contrast ratio of WCAG 2.2.
  private func contrast(_ first: String, _ second: String) throws -> Double {
    func luminance(_ colour: String) throws -> Double {
      let value = try #require(Int(colour.dropFirst(), radix: 16))
      let parts = [value >> 16, (value >> 8) & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let all = try [luminance(first), luminance(second)].sorted()
    return (all[1] + 0.05) / (all[0] + 0.05)
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("*vikt*", "\\*vikt\\*"), ("<b>&", "&lt;b&gt;&amp;"),
    ("en\ntvå", "en<br>två"),
    ("[länk](x)", "\\[länk\\](x)"), ("snake_case", "snake\\_case"),
  ])
  func `what people write is no markup in Markdown`(_ text: String, _ written: String) {
    let table = Page([.table(TextTable([.init(Text("K"))], rows: [[Text(text)]]))])
    #expect(table.markdown(.sv) == "| K |\n| --- |\n| \(written) |\n")
  }

  @Test(arguments: [
    ("# nej", "\\# nej"), ("- nej", "\\- nej"), ("1. nej", "1\\. nej"), ("=", "\\="),
    ("2026-11-23", "2026-11-23"),
  ])
  func `no line of a paragraph begins a list or a heading`(_ text: String, _ written: String) {
    #expect(Page([.paragraph(Text(text))]).markdown(.sv) == written + "\n")
  }

  @Test func `a row that wants attention says why in words in every format`() throws {
    let story = try Story.inConsultation()
    let world = World(Names(story.names.organisation, on: date("2026-06-16")))
    let listing = Inbox().listing(of: [story.state], in: world)
    #expect(listing.lines.first?.mark == .overdue)
    for text in [
      listing.text(.sv), listing.csv(.sv), listing.page.markdown(.sv), listing.html(.sv),
    ] {
      #expect(text.contains("Försenad"))
    }
    #expect(listing.html(.sv).contains("<tr class=\"marked\">"))
    #expect(listing.json["rows"]?.items.first?["mark"]?.text == "overdue")
  }
}
