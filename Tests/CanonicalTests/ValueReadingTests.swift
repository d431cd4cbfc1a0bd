import Canonical
import RandomTesting
import Testing

struct ValueReadingTests {
  @Test(arguments: [
    (" { \"a\" :\t1 ,\r\n\"b\":[ ] } ", Value.record(["a": .whole(1), "b": .list([])])),
    (#""\u00e5\ud83d\ude00\/\b\f""#, .text("å😀/\u{8}\u{C}")),
    (#""\u00E5""#, .text("å")), ("0", .whole(0)),
    ("9223372036854775807", .whole(.max)), ("-9223372036854775808", .whole(.min)),
    (#"{"":true}"#, .record(["": .flag(true)])),
  ])
  func `JSON in any dress is read`(json: String, value: Value) {
    #expect(Value(json: Array(json.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "null", "[null]", "1.0", "1e3", "1E3", "-", "-0", "00", "01", "-01", "+1", ".5", "1.",
    "9223372036854775808", "-9223372036854775809", "tru", "True", "truefalse", "1 2", "[1,]",
    "[,1]",
    "[1 2]", "[1", "]", "[", "{", "}", "{]", "[}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
    #"{,"a":1}"#,
    #"{"a":1 "b":2}"#, "{a:1}", "{1:1}", "'a'", #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "\"",
    "\"a", "\"\\", #""\"#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud83d""#, #""\ud83dx""#,
    #""\ud83d\n""#, #""\ud83dA""#, #""\ude00""#, #""\ud83d\u"#, "\"a\nb\"", "\"a\u{0}b\"",
    "\"\\\u{1}\"", "\u{FEFF}1", "1\u{A0}", "// x\n1", "NaN", "Infinity", "\u{0}",
  ])
  func `what has no canonical text is refused`(json: String) {
    #expect(Value(json: Array(json.utf8)) == nil)
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22],
    [0x22, 0xED, 0xA0, 0x80, 0x22],
    [0x22, 0x5C, 0x6E, 0xC3, 0x22], [0xFE, 0xFF], [0x80],
  ])
  func `text that is not UTF-8 is refused`(bytes: [UInt8]) {
    #expect(Value(json: bytes) == nil)
  }

  @Test func `64 levels are read and 65 refused`() {
    func nested(_ open: String, _ close: String, _ levels: Int) -> [UInt8] {
      let all = [open, close].map { repeatElement($0, count: levels).joined() }
      return Array("\(all[0])1\(all[1])".utf8)
    }
    #expect(Value(json: nested("[", "]", 64)) != nil)
    #expect(Value(json: nested("[", "]", 65)) == nil)
    #expect(Value(json: nested(#"{"a":"#, "}", 64)) != nil)
    #expect(Value(json: nested(#"{"a":"#, "}", 65)) == nil)
    #expect(Value(json: [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
  }

  @Test func `whatever is written is read back, and written the same`() {
    let seed = SeededRandom.seed
    var random = SeededRandom(seed: seed)
    for round in 0..<3_000 {
      let value = Value.random(using: &random)
      let read = Value(json: value.json)
      #expect(read == value, "seed \(seed), round \(round)")
      #expect(read?.json == value.json, "seed \(seed), round \(round)")
      #expect(Value(json: Array(value.pretty.utf8)) == value, "seed \(seed), round \(round)")
    }
  }

  @Test func `damaged JSON is refused or means something, and never traps`() {
    let seed = SeededRandom.seed
    var random = SeededRandom(seed: seed)
    var refused = 0
    for round in 0..<20_000 {
      var bytes = Value.random(using: &random).json
      bytes.damage(using: &random)
      guard let value = Value(json: bytes) else {
        refused += 1
        continue
      }
      #expect(Value(json: value.json) == value, "seed \(seed), round \(round)")
    }
    #expect(refused > 1_000, "seed \(seed): the damage was too mild to test anything")
  }
}
