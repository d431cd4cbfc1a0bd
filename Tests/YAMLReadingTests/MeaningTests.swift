import Located
import Testing

@testable import YAMLReading

@Suite struct MeaningTests {
  @Test(
    arguments: [
      ("true", .boolean(true)), ("false", .boolean(false)), ("True", .text), ("yes", .text),
      ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("nULL", .text), ("", .null),
      ("0", .integer(0)), ("8", .integer(8)), ("-12", .integer(-12)), ("+5", .integer(5)),
      ("08", .text), ("00", .text), ("1.5", .text), ("0x1f", .text), ("1_000", .text),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .text), ("\"1\"", .text), ("'true'", .text), ("|\n  1", .text),
    ] as [(String, Node.Meaning)])
  func `a plain scalar means what the core schema says`(_ text: String, _ meaning: Node.Meaning)
    throws
  {
    #expect(try #require(read("a: \(text)").root?["a"]).plainMeaning == meaning)
  }

  @Test(arguments: [
    "1.5", "1.0", "-0.5", "+1.", ".5", "1e3", "1.5E-3", "4.10", "1e999",
  ])
  func `a number with decimals or an exponent is a number to every reader`(
    _ text: String
  ) throws {
    #expect(try #require(read("a: \(text)").root?["a"]).isDecimal)
  }

  @Test(arguments: [
    "1", "-12", ".", "+", "-.", "1.2.3", "e3", ".e3", "1e", "1e+", "1.5x", "\"1.5\"", "2026-02-03",
    "41,5", "~", "8:30", "0x1f", "[]",
  ])
  func `anything else is no number with decimals`(_ text: String) throws {
    #expect(try !#require(read("a: \(text)").root?["a"]).isDecimal)
  }

  @Test func `a list and a mapping mean nothing by themselves`() throws {
    #expect(try #require(read("[]").root).plainMeaning == nil)
    #expect(try #require(read("[]").root).ambiguity == nil)
  }

  @Test(arguments: [
    ("yes", "true"), ("y", "true"), ("on", "true"), ("True", "true"), ("no", "false"),
    ("Off", "false"), ("N", "false"), ("FALSE", "false"), ("01", "1"),
    ("08", "8, or the text '08'"),
    ("010", "10, or 8 (base 8)"), ("4.10", "4.1"), ("1.10", "1.1"), ("0o17", "15"), ("0x1f", "31"),
    ("0b101", "5"), ("12:30:00", "45000"), ("8:30", "510"), ("1e3", "1000.0"), ("1_000", "1000"),
    ("1_0.5", "10.5"),
    (".inf", "infinity"), ("-.INF", "infinity"), (".nan", "not-a-number"), ("-01", "-1"),
    ("9223372036854775808", "9223372036854775808"),
  ])
  func `what other programs read is told`(_ text: String, _ seen: String) throws {
    let node = try #require(read("a: \(text)").root?["a"])
    #expect(node.ambiguity?.en == "other programs read \(seen)")
  }

  @Test(arguments: [
    "true", "8", "~", "\"yes\"", "'08'", "|\n  no", "1.5", "2026-02-03", "v4.10", "1.2.3", "C00",
    "08:30", "0:30",
    "region-01", "0", "-3", "draft@1", "a:b", "1:75", "nej", "ja", "x", "4 weeks", "0xg", "+",
    ".", "...x", "1e999",
  ])
  func `a scalar that all readers agree on is not ambiguous`(_ text: String) throws {
    #expect(try #require(read("a: \(text)").root?["a"]).ambiguity == nil)
  }
}
