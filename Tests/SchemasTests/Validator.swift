import Canonical

/// A small validator of JSON Schema, draft 2020-12: the keywords that our schemas use, and no other.
///
/// It knows nothing of Stafett. A keyword that it does not know is a fault of its own.
final class Validator {
  private let root: Value
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]
  private(set) var unknown: Set<String> = []

  /// Keywords that tell a reader something and accept everything.
  static let annotations: Set = [
    "$schema", "$comment", "$defs", "title", "description", "markdownDescription", "default",
    "markdownEnumDescriptions", "patternErrorMessage",
  ]

  init(_ root: Value) {
    self.root = root
  }

  /// Why a value is not valid, each with its place; empty when it is.
  func errors(in value: JSON) -> [String] {
    check(value, root, "")
  }

  private func check(_ value: JSON, _ schema: Value, _ at: String) -> [String] {
    if let flag = schema.flag { return flag ? [] : ["\(at): nothing is allowed"] }
    return schema.fields.flatMap { check(value, $0, of: schema, at) }
  }

  private func isValid(_ value: JSON, _ schema: Value) -> Bool {
    check(value, schema, "").isEmpty
  }

  private func check(
    _ value: JSON, _ keyword: Value.Field, of schema: Value, _ at: String
  ) -> [String] {
    let rule = keyword.value
    func fail(_ why: String) -> [String] { ["\(at): \(why)"] }
    switch (keyword.key, value) {
    case ("$ref", _): return check(value, target(rule.text ?? ""), at)
    case ("type", _):
      let types = rule.text.map { [$0] } ?? rule.items.compactMap(\.text)
      return types.contains { has(value, type: $0) } ? [] : fail("is no \(types)")
    case ("const", _): return value == JSON(rule) ? [] : fail("is not \(rule)")
    case ("enum", _):
      return rule.items.contains { JSON($0) == value } ? [] : fail("is none of the choices")
    case ("allOf", _): return rule.items.flatMap { check(value, $0, at) }
    case ("anyOf", _):
      return rule.items.contains { isValid(value, $0) } ? [] : fail("is none of several")
    case ("not", _): return isValid(value, rule) ? fail("is what it must not be") : []
    case ("if", _):
      let branch = schema[isValid(value, rule) ? "then" : "else"]
      return branch.map { check(value, $0, at) } ?? []
    case ("then", _), ("else", _): return []
    case ("minLength", .text(let text)):
      return text.unicodeScalars.count >= rule.whole ?? 0 ? [] : fail("is too short")
    case ("maxLength", .text(let text)):
      return text.unicodeScalars.count <= rule.whole ?? 0 ? [] : fail("is too long")
    case ("pattern", .text(let text)):
      return matches(text, rule.text ?? "") ? [] : fail("does not match \(rule.text ?? "")")
    case ("minimum", .number(let number)):
      return number >= Double(rule.whole ?? 0) ? [] : fail("is too small")
    case ("maximum", .number(let number)):
      return number <= Double(rule.whole ?? 0) ? [] : fail("is too large")
    case ("items", .list(let items)):
      return items.enumerated().flatMap { check($1, rule, "\(at)/\($0)") }
    case ("minItems", .list(let items)):
      return items.count >= rule.whole ?? 0 ? [] : fail("has too few")
    case ("maxItems", .list(let items)):
      return items.count <= rule.whole ?? 0 ? [] : fail("has too many")
    case ("properties", .record(let fields)):
      return rule.fields.flatMap { property in
        fields[property.key].map { check($0, property.value, "\(at)/\(property.key)") } ?? []
      }
    case ("additionalProperties", .record(let fields)):
      let known = Set(schema["properties"]?.fields.map(\.key) ?? [])
      return fields.keys.filter { !known.contains($0) }.sorted().flatMap { key in
        fields[key].map { check($0, rule, "\(at)/\(key)") } ?? []
      }
    case ("propertyNames", .record(let fields)):
      return fields.keys.sorted().flatMap { check(.text($0), rule, "\(at)/\($0)") }
    case ("required", .record(let fields)):
      return rule.items.compactMap(\.text).filter { fields[$0] == nil }
        .flatMap { fail("lacks \($0)") }
    case ("minLength", _), ("maxLength", _), ("pattern", _), ("minimum", _), ("maximum", _),
      ("items", _), ("minItems", _), ("maxItems", _), ("properties", _),
      ("additionalProperties", _), ("propertyNames", _), ("required", _):
      return []
    case (let name, _):
      if !Self.annotations.contains(name) { unknown.insert(name) }
      return []
    }
  }

  private func has(_ value: JSON, type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .flag), ("number", .number), ("string", .text),
      ("array", .list), ("object", .record):
      true
    case ("integer", .number(let number)): number.rounded() == number && number.isFinite
    default: false
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    if patterns[pattern] == nil {
      patterns[pattern] = (try? Regex(pattern))?.matchingSemantics(.unicodeScalar)
    }
    return patterns[pattern].map { text.firstMatch(of: $0) != nil } ?? false
  }

  /// What `#/$defs/NAME` leads to; nothing is allowed where it leads nowhere.
  private func target(_ reference: String) -> Value {
    guard reference.hasPrefix("#/") else { return .flag(false) }
    return reference.dropFirst(2).split(separator: "/").reduce(root) {
      $0[String($1)] ?? .flag(false)
    }
  }
}

extension JSON {
  /// A value that is written in a schema.
  init(_ value: Value) {
    switch value {
    case .whole(let number): self = .number(Double(number))
    case .flag(let flag): self = .flag(flag)
    case .text(let text), .prose(let text): self = .text(text)
    case .list(let items): self = .list(items.map(JSON.init))
    case .record(let fields):
      self = .record(
        Dictionary(fields.map { ($0.key, JSON($0.value)) }, uniquingKeysWith: { first, _ in first })
      )
    }
  }
}
