import Lifecycle
import Testing

@testable import Delivery

/// The small encodings, by the examples of their standards.
@Suite struct WritingTests {
  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of the standard, both ways`(text: String, code: String) {
    #expect(Base64.text(of: Array(text.utf8)) == code)
    #expect(Base64.bytes(of: code) == Array(text.utf8))
  }

  @Test(arguments: ["Zg", "Zg=", "Z===", "Zg=a", "å==="])
  func `what is no base64 is none`(text: String) {
    #expect(Base64.bytes(of: text) == nil)
  }

  @Test(arguments: [
    ("plain", "plain\r\n"), ("å=ä", "=C3=A5=3D=C3=A4\r\n"),
    ("ends with a blank ", "ends with a blank=20\r\n"),
    ("two\nlines", "two\r\nlines\r\n"),
  ])
  func `a body is quoted-printable`(text: String, code: String) {
    #expect(QuotedPrintable.text(of: text) == code)
  }

  @Test func `no line of a body is longer than 76 signs`() {
    let code = QuotedPrintable.text(of: String(repeating: "räksmörgås ", count: 40))
    let lines = code.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropLast(2).allSatisfy { $0.hasSuffix("=") })
  }

  @Test func `a header is as it is, or in encoded words of at most 75 signs`() {
    #expect(EncodedWords("Plain subject").text == "Plain subject")
    let code = EncodedWords("Påminnelse: " + String(repeating: "å", count: 90)).text
    let words = code.split(separator: "\r\n ")
    #expect(words.count > 1)
    #expect(words.allSatisfy { $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") })
    #expect(words.allSatisfy { $0.utf8.count <= 75 })
    #expect(!EncodedWords("a\r\nBcc: b@c.example").text.contains("\n"))
    #expect(EncodedWords("=?utf-8?B?eA==?=").text != "=?utf-8?B?eA==?=")
  }

  @Test(arguments: [
    ("a@b.example", "", "a@b.example"), ("Åsa <a@b.example>", "Åsa", "a@b.example"),
    ("\"Ek, Åsa\" <a@b.example>", "Ek, Åsa", "a@b.example"),
  ])
  func `a sender is a name and an address`(text: String, name: String, address: String) {
    #expect(Sender(text)?.name == name)
    #expect(Sender(text)?.address == address)
  }

  @Test(arguments: [
    "", "a", "a@b", "a b@c.example", "A <a@b.example>\r\nBcc: x@y.example", "@b.example",
  ])
  func `what is no sender is none`(text: String) {
    #expect(Sender(text) == nil)
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 +0000", "19700101T000000Z"),
      (1_767_783_600_999, "Wed, 07 Jan 2026 11:00:00 +0000", "20260107T110000Z"),
      (951_827_696_000, "Tue, 29 Feb 2000 12:34:56 +0000", "20000229T123456Z"),
    ] as [(Int64, String, String)])
  func `a time is written as mail and calendars have it`(
    milliseconds: Int64, header: String, compact: String
  ) {
    let date = MailDate(Instant(milliseconds: milliseconds))
    #expect(date.header == header)
    #expect(date.compact == compact)
  }

  @Test func `a calendar's text is escaped and folded between characters`() {
    var lines = CalendarText()
    lines.add("SUMMARY", text: "a,b;c\\d\ne\u{7}" + String(repeating: "å", count: 60))
    #expect(lines.text.hasPrefix(#"SUMMARY:a\,b\;c\\d\neå"#))
    let folded = lines.text.split(separator: "\r\n")
    #expect(folded.count > 1)
    #expect(folded.allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.dropFirst().allSatisfy { $0.hasPrefix(" å") })
  }
}
