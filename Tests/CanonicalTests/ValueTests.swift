import Canonical
import Testing

struct ValueTests {
  @Test func `a value has one text, keys in the order given`() {
    let value = Value.record([
      "b": .whole(-7), "a": .list([.flag(true), .flag(false)]), "left-out": nil,
      "t": .text("Vårdprogram"), "empty": .record([]), "none": .list([]),
    ])
    let json = #"{"b":-7,"a":[true,false],"t":"Vårdprogram","empty":{},"none":[]}"#
    #expect(String(decoding: value.json, as: UTF8.self) == json)
    #expect(Value(json: Array(json.utf8)) == value)
  }

  @Test(arguments: [
    ("", #""""#), ("\"\\/", #""\"\\/""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{0}\u{1F}\u{8}", #""\u0000\u001f\u0008""#), ("\u{7F}å😀\u{2028}", "\"\u{7F}å😀\u{2028}\""),
  ])
  func `only what must be escaped is escaped`(text: String, json: String) {
    #expect(Value.text(text).json == Array(json.utf8))
    #expect(Value(json: Array(json.utf8)) == .text(text))
  }

  @Test func `prose is written as its hash and kept beside`() {
    let long = "Remissvaret i sin helhet."
    let hash = ContentHash(hashing: long)
    let value = Value.record(["comments": .list([.record(["text": .prose(long)])])])
    #expect(value.json == Array(#"{"comments":[{"text":"\#(hash)"}]}"#.utf8))
    #expect(value.beside.map(\.hash) == [hash])
    #expect(value.beside.map(\.text) == [long])
    #expect(Value(json: value.json)?["comments"]?.items.first?["text"]?.text == hash.description)
  }

  @Test func `an accessor answers for its own kind only`() {
    let record = Value.record(["n": .whole(3), "f": .flag(true), "t": .text("x"), "l": .list([])])
    #expect(record["n"]?.whole == 3)
    #expect(record["f"]?.flag == true)
    #expect(record["t"]?.text == "x")
    #expect(record.fields.map(\.key) == ["n", "f", "t", "l"])
    #expect(record["absent"] == nil)
    #expect(record.text == nil && record.whole == nil && record.flag == nil && record.items.isEmpty)
    #expect(Value.text("x")["n"] == nil && Value.text("x").fields.isEmpty)
  }

  @Test func `pretty JSON is the same JSON in lines`() {
    let value = Value.record([
      "id": .text("a"), "rows": .list([.whole(1), .record(["k": .flag(false)])]),
      "none": .list([]), "empty": .record([]),
    ])
    let expected = """
      {
        "id": "a",
        "rows": [
          1,
          {
            "k": false
          }
        ],
        "none": [],
        "empty": {}
      }
      """
    #expect(value.pretty == expected)
    #expect(Value(json: Array(expected.utf8)) == value)
  }
}
