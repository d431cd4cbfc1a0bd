import Canonical
import Testing

/// The validator that the schemas are tried with does what the standard says.
@Suite struct ValidatorTests {
  private static func json(_ text: String) throws -> Value {
    try #require(Value(json: Array(text.utf8)), "\(text)")
  }

  /// A schema with what is valid and what is not; after the sections of the standard that say so.
  struct Vector: Sendable, CustomTestStringConvertible {
    let schema: String
    let valid, invalid: [String]
    var testDescription: String { schema }

    init(_ schema: String, _ valid: [String], _ invalid: [String]) {
      self.schema = schema
      self.valid = valid
      self.invalid = invalid
    }
  }

  static let vectors: [Vector] = [
    Vector(#"{"type":"integer"}"#, ["1", "-3"], [#""1""#, "true", "[]", "{}"]),
    Vector(#"{"type":["string","boolean"]}"#, [#""a""#, "true"], ["1", "[]"]),
    Vector(#"{"enum":["a",1]}"#, [#""a""#, "1"], [#""b""#, #""1""#, "true"]),
    Vector(#"{"const":{"a":[1,"x"]}}"#, [#"{"a":[1,"x"]}"#], [#"{"a":["x",1]}"#, "{}"]),
    Vector(#"{"minLength":2,"maxLength":3}"#, [#""ab""#, #""åäö""#, "1"], [#""a""#, #""abcd""#]),
    Vector(#"{"pattern":"^a+$"}"#, [#""aa""#, "1"], [#""ab""#, #""ba""#]),
    Vector(#"{"pattern":"b"}"#, [#""abc""#], [#""ac""#]),
    Vector(#"{"minimum":1,"maximum":9}"#, ["1", "9", #""x""#], ["0", "10"]),
    Vector(#"{"items":{"type":"integer"}}"#, ["[]", "[1,2]", "{}"], [#"[1,"a"]"#]),
    Vector(#"{"minItems":1,"maxItems":2}"#, ["[1]", "[1,2]", "{}"], ["[]", "[1,2,3]"]),
    Vector(
      #"{"properties":{"a":{"type":"integer"}}}"#, ["{}", #"{"a":1,"b":"x"}"#], [#"{"a":"x"}"#]),
    Vector(
      #"{"properties":{"a":true},"additionalProperties":false}"#, ["{}", #"{"a":1}"#, "[]"],
      [#"{"b":1}"#, #"{"a":1,"b":1}"#]
    ),
    Vector(#"{"additionalProperties":{"type":"integer"}}"#, [#"{"a":1}"#], [#"{"a":"x"}"#]),
    Vector(#"{"propertyNames":{"maxLength":1}}"#, ["{}", #"{"a":1}"#, "[]"], [#"{"ab":1}"#]),
    Vector(#"{"required":["a"]}"#, [#"{"a":1}"#, "[]", "1"], ["{}", #"{"b":1}"#]),
    Vector(#"{"allOf":[{"minimum":2},{"maximum":3}]}"#, ["2", "3"], ["1", "4"]),
    Vector(#"{"anyOf":[{"type":"integer"},{"minLength":2}]}"#, ["1", #""ab""#], [#""a""#]),
    Vector(#"{"not":{"type":"integer"}}"#, [#""a""#], ["1"]),
    Vector(
      #"{"if":{"type":"integer"},"then":{"minimum":5},"else":{"maxLength":1}}"#, ["5", #""a""#],
      ["4", #""ab""#]
    ),
    Vector(#"{"then":{"minimum":5}}"#, ["1"], []),
    Vector(
      ##"{"$defs":{"n":{"type":"integer"}},"items":{"$ref":"#/$defs/n","minimum":2}}"##, ["[2]"],
      ["[1]", #"["a"]"#]
    ),
    Vector(##"{"$ref":"#/$defs/nowhere"}"##, [], ["1"]),
    Vector(#"{"title":"x","default":1,"description":"y"}"#, ["1", "{}"], []),
  ]

  @Test(arguments: vectors)
  func `a value is valid where the standard says so, and only there`(_ vector: Vector) throws {
    let validator = Validator(try Self.json(vector.schema))
    for text in vector.valid {
      #expect(validator.errors(in: JSON(try Self.json(text))) == [], "\(text)")
    }
    for text in vector.invalid {
      #expect(validator.errors(in: JSON(try Self.json(text))) != [], "\(text)")
    }
    #expect(validator.unknown == [])
  }

  @Test func `a number with a fraction of nothing is an integer, any other fraction is not`() throws
  {
    let validator = Validator(try Self.json(#"{"type":"integer"}"#))
    #expect(validator.errors(in: .number(5)) == [])
    #expect(validator.errors(in: .number(5.5)) != [])
    #expect(validator.errors(in: .null) != [])
  }

  @Test func `a keyword that it does not know is told, not passed over`() throws {
    let validator = Validator(try Self.json(#"{"properties":{"a":{"uniqueItems":true}}}"#))
    _ = validator.errors(in: .record(["a": .list([])]))
    #expect(validator.unknown == ["uniqueItems"])
  }

  @Test(arguments: [
    ("1", JSON.number(1)), ("+5", .number(5)), ("08", .number(8)), ("0x1f", .number(31)),
    ("0o17", .number(15)), ("1.5", .number(1.5)), ("5.", .number(5)), ("1e3", .number(1000)),
    ("true", .flag(true)), ("TRUE", .flag(true)), ("yes", .text("yes")), ("~", .null), ("", .null),
    ("2021-01-01", .text("2021-01-01")), ("a", .text("a")), ("1 week", .text("1 week")),
  ])
  func `a plain scalar is what the core schema says`(_ text: String, _ value: JSON) {
    #expect(JSON(plain: text) == value)
  }
}
