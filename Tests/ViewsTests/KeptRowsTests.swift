import Canonical
import CivilTime
import Lifecycle
import Located
import RandomTesting
import StageKit
import Testing

@testable import Views

@Suite struct KeptRowsTests {
  private static let runs = 200 * SeededRandom.volume

  private func head(_ number: Int) -> ContentHash { ContentHash(hashing: "\(number)") }

  @Test func `what is kept comes back as it was, whatever it is`() {
    for run in 0..<Self.runs {
      var random = SeededRandom(SeededRandom.seed, run: run)
      var new: [ContentHash: [Row]] = [:]
      let heads = (0..<random.whole(0...4)).map { head($0) }
      for head in heads { new[head] = random.rows() }
      let file = KeptRows(build: "a", file: []).file(of: heads, new: new)
      let kept = KeptRows(build: "a", file: file)
      #expect(kept.isOf(heads), "run \(run)")
      for head in heads { #expect(kept[head] == new[head], "run \(run)") }
      // Written once more from what is kept it is the same, and what is no head any more is gone.
      #expect(kept.file(of: heads, new: [:]) == file, "run \(run)")
      let fewer = Array(heads.dropFirst())
      #expect(KeptRows(build: "a", file: kept.file(of: fewer, new: [:])).isOf(fewer))
    }
  }

  @Test func `nothing is taken from another build, or from bytes that were turned or cut`() {
    var random = SeededRandom(SeededRandom.seed, run: 1)
    let file = KeptRows(build: "a", file: []).file(of: [head(1)], new: [head(1): random.rows()])
    #expect(KeptRows(build: "b", file: file)[head(1)] == nil)
    for place in file.indices {
      var turned = file
      turned[place] ^= UInt8(random.whole(1...255))
      #expect(KeptRows(build: "a", file: turned)[head(1)] == nil, "byte \(place)")
      #expect(KeptRows(build: "a", file: Array(file[..<place]))[head(1)] == nil, "cut at \(place)")
    }
  }

  // The sum at the end keeps such bytes out; the reader does not lean on that.
  @Test func `rows that were never written are none, and never a trap`() {
    for run in 0..<Self.runs * 5 {
      var random = SeededRandom(SeededRandom.seed, run: run)
      var bytes = RowBytesWriter.bytes(of: random.rows())
      for _ in 0...random.whole(0...2) where !bytes.isEmpty {
        bytes[random.whole(0...bytes.count - 1)] = UInt8(random.whole(0...255))
      }
      _ = RowBytesReader.rows(of: bytes, in: 0..<random.whole(0...bytes.count))
    }
  }

  @Test(arguments: [
    "", "Översyn", "a  b ", " a", "rad\nrad", "\r\n", "e\u{301}", "👩‍⚕️ ok", "§ 41 – ”x”…",
    "a-b/c d", "\u{7}pling", "\u{9B}31m", "漢字 kort", "\u{AD}mjukt", "\u{2028}",
  ])
  func `what a text is told by its bytes is what its characters say`(_ text: String) {
    check(text)
  }

  @Test func `and so for any text`() {
    let pieces = [
      "a", "ö", " ", "-", "/", "\n", "\r", "\t", "–", "…", "”", "\u{301}", "\u{200D}", "漢", "👩",
      "\u{FE0F}", "\u{85}", "\u{2D0}", "\u{2FF}", "\u{300}", "\u{2026}\u{20E3}", "1",
    ]
    for run in 0..<Self.runs * 20 {
      var random = SeededRandom(SeededRandom.seed, run: run)
      check((0..<random.whole(0...8)).compactMap { _ in random.pick(pieces) }.joined())
    }
  }

  private func check(_ text: String) {
    let shown = text.unicodeScalars.map { $0.value }
    if let plain = text.plain {
      #expect(plain.width == text.reduce(0) { $0 + $1.displayWidth }, "\(shown)")
      let parts = text.split { $0 == " " || $0 == "\n" }.flatMap(\.pieces).map(\.count)
      #expect(plain.longestPart == parts.max() ?? 0, "\(shown)")
    }
    for width in [1, 4, 7] {
      #expect(
        text.wrapped(to: width) == text.wrappedByCharacters(to: width), "\(shown) in \(width)")
    }
    let steers = text.contains { character in
      character != "\n" && character != "\r\n"
        && character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    if steers { #expect(text.steers, "\(shown)") }
    #expect(!text.printable.steers, "\(shown)")
    if text.isOneLine {
      #expect(text.split(separator: " ").joined(separator: " ") == text, "\(shown)")
      #expect(!text.contains("\n"), "\(shown)")
    }
  }
}

extension SeededRandom {
  fileprivate mutating func rows() -> [Row] {
    let keys = (0..<whole(0...5)).map { "key-\($0)" }
    var rows: [Row] = []
    for _ in 0..<whole(0...6) {
      let own = chance(70) ? keys : keys.shuffled(using: &self)
      // Rows of a product have most cells in common.
      let before = rows.last
      rows.append(
        Row(keys: own, cells: own.map { key in chance(50) ? before?[key] ?? cell() : cell() }))
    }
    return rows
  }

  private mutating func cell() -> Cell {
    let words = ["", "Översyn", "region-25", String(repeating: "lång ", count: 40), "§ 41"]
    let word = pick(words) ?? ""
    switch whole(0...7) {
    case 0: return .text(Text(sv: word, en: pick(words) ?? ""))
    case 1: return .choice(word, Text(sv: word, en: "x"))
    case 2: return DecimalNumber("\(whole(0...9999)).\(whole(0...99))").map { .number($0) } ?? .none
    case 3: return .whole(pick([0, -1, 1, .max, .min, 300, -640_000]) ?? 0)
    case 4: return CivilDate(dayNumber: Int32(whole(-20_000...80_000))).map { .date($0) } ?? .none
    case 5: return .bodies((0..<whole(1...3)).map { Body(stringLiteral: "region-\($0)") })
    case 6: return .prose(Prose(ContentHash(hashing: word)))
    default: return .none
    }
  }
}
