import Canonical

/// Checks values against a schema, for the keywords that our own schemas use; any other is a fault,
/// so that no keyword is taken for checked that is not.
struct SchemaCheck {
  let root: Value

  /// What is wrong with a value, each with where; `closed` counts keys that the schema lacks too.
  func faults(_ value: Value) -> [String] {
    faults(value, root, at: "$")
  }

  private func faults(_ value: Value, _ schema: Value, at place: String) -> [String] {
    var faults: [String] = []
    for field in schema.fields {
      faults += fault(value, field.key, field.value, schema, at: place)
    }
    let known = keys(of: schema)
    if !known.isEmpty {
      faults += value.fields.map(\.key).filter { !known.contains($0) }.map {
        "\(place): no property \($0) in the schema"
      }
    }
    return faults
  }

  private func fault(
    _ value: Value, _ keyword: String, _ rule: Value, _ schema: Value, at place: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "$ref": return faults(value, target(rule), at: place)
    case "type":
      return rule.text == value.type ? [] : ["\(place): \(value.type), not \(rule.text ?? "")"]
    case "const": return value == rule ? [] : ["\(place): not the constant"]
    case "enum": return rule.items.contains(value) ? [] : ["\(place): none of the choices"]
    case "minimum":
      guard let number = value.whole, let least = rule.whole else { return [] }
      return number >= least ? [] : ["\(place): below \(least)"]
    case "pattern":
      guard let text = value.text, let pattern = try? Regex(rule.text ?? "") else {
        return ["\(place): no text or no pattern"]
      }
      return text.firstMatch(of: pattern) != nil ? [] : ["\(place): '\(text)' does not match"]
    case "required":
      return rule.items.compactMap(\.text).filter { value[$0] == nil }.map { "\(place): no \($0)" }
    case "properties":
      return value.fields.flatMap { field in
        rule[field.key].map { faults(field.value, $0, at: "\(place).\(field.key)") } ?? []
      }
    case "items":
      return value.items.enumerated().flatMap { faults($1, rule, at: "\(place)[\($0)]") }
    case "allOf":
      // What one part lacks another may have, so only the whole is closed.
      return rule.items.flatMap { part in
        faults(value, part, at: place).filter { fault in
          !keys(of: schema).contains { fault == "\(place): no property \($0) in the schema" }
        }
      }
    default: return ["\(place): the check knows no keyword \(keyword)"]
    }
  }

  private func keys(of schema: Value) -> [String] {
    (schema["properties"]?.fields.map(\.key) ?? [])
      + (schema["allOf"]?.items ?? []).flatMap { keys(of: $0["$ref"].map(target) ?? $0) }
  }

  private func target(_ reference: Value) -> Value {
    let name = (reference.text ?? "").split(separator: "/").last ?? ""
    return root["$defs"]?[String(name)] ?? .record([Value.Field("unknown reference", reference)])
  }
}

extension Value {
  fileprivate var type: String {
    switch self {
    case .whole: "integer"
    case .flag: "boolean"
    case .text, .prose: "string"
    case .list: "array"
    case .record: "object"
    }
  }
}
