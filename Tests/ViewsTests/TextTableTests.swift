import Located
import Testing

@testable import Views

@Suite struct TextTableTests {
  @Test(arguments: [
    ("Översyn", 7), ("a\u{30A}", 1), ("漢字", 4), ("👩‍⚕️", 2), ("", 0), ("§ 41 – ”x”", 10),
  ])
  func `width is counted as it stands on a terminal`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("Region Västra Götaland", 10, ["Region", "Västra", "Götaland"]),
    ("svensk-urologisk-forening", 10, ["svensk-", "urologisk-", "forening"]),
    ("ordlangtutanbindestreck", 10, ["ordlangtu…"]),
    ("2026-10-26", 10, ["2026-10-26"]), ("från 2026-10-26 ett", 12, ["från", "2026-10-26", "ett"]),
    ("a\nb", 10, ["a", "b"]), ("", 10, [""]), ("kort", 10, ["kort"]),
  ])
  func `a cell is broken at spaces and hyphens, and shortened where nothing else helps`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(text.wrapped(to: width) == lines)
  }

  private let table = TextTable(
    [.init(Text("Id")), .init(Text(sv: "Namn", en: "Name")), .init(Text("Dag"), rigid: true)],
    rows: [
      [
        Text("region-24"), Text(sv: "Region Västerbotten med allt vad därtill hör", en: "V"),
        Text("2026-10-05"),
      ],
      [Text("rcc"), Text(""), Text("")],
    ])

  @Test func `a table that fits keeps its columns`() {
    #expect(
      table.lines(.en, width: 100) == [
        "Id         Name  Dag", "─────────  ────  ──────────", "region-24  V     2026-10-05", "rcc",
      ])
  }

  @Test func `a table that does not fit gives way where it can`() {
    #expect(
      table.lines(.sv, width: 42) == [
        "Id         Namn                 Dag",
        "─────────  ───────────────────  ──────────",
        "region-24  Region Västerbotten  2026-10-05",
        "           med allt vad",
        "           därtill hör",
        "rcc",
      ])
  }

  @Test(arguments: 12...120, Language.allCases)
  func `no line is wider than asked for or ends with a space`(width: Int, language: Language) {
    let least = 3 * 4 + 2 * 2
    for line in table.lines(language, width: width) {
      #expect(line.displayWidth <= max(width, least))
      #expect(line.last != " ")
    }
  }

  @Test(arguments: 70...100)
  func `the id that a row is known by is not broken while the others can give way`(width: Int) {
    let long = Text("Råd om vård och uppföljning i hela landet")
    let table = TextTable(
      [
        .init(Text("Id"), rigid: true), .init(Text("A")), .init(Text("B")), .init(Text("C")),
        .init(Text("Dag"), rigid: true),
      ],
      rows: [[Text("vp-prostata-2026-1"), long, long, long, Text("2026-10-05")]])
    let lines = table.lines(.sv, width: width)
    #expect(lines[2].hasPrefix("vp-prostata-2026-1 "), "\(lines)")
    #expect(lines.allSatisfy { $0.displayWidth <= width })
  }

  @Test func `what would steer a terminal is not let through`() {
    let table = TextTable([.init(Text("x"))], rows: [[Text("a\u{1B}[31mb\u{7}")]])
    #expect(table.lines(.sv, width: 80).last == "a [31mb")
  }
}
