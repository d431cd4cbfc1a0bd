import Located

/// Reads one mapping: each key is asked for by name, and what nobody asked for is unknown.
struct FieldReader {
  let node: Node
  let findings: Findings
  private var asked: [String] = []

  init(_ node: Node, _ findings: Findings) {
    self.node = node
    self.findings = findings
  }

  /// The value of a key, nil if it is not there.
  mutating func callAsFunction(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String) -> Node? {
    if let value = self(key) { return value }
    if node.kind == .mapping {
      findings.add(
        "schema/missing-key", at: node.handle, sv: "'\(key)' saknas",
        en: "'\(key)' is missing")
    }
    return nil
  }

  /// The values of a key that may hold one or a list.
  mutating func items(_ key: String) -> [Node] {
    self(key).map(findings.items) ?? []
  }

  /// The keys `from` and `to`.
  mutating func period() -> Period {
    let (start, end) = (self("from"), self("to"))
    let period = Period(from: start.flatMap(findings.date), to: end.flatMap(findings.date))
    if let from = period.from, let to = period.to, let start, let end, to.last < from.first {
      findings.add(
        "time/ends-before-start", at: end, sv: "slutar \(to) men börjar \(from)",
        en: "ends \(to) but starts \(from)",
        related: [start.related(sv: "börjar här", en: "starts here")])
    }
    return period
  }

  /// Says which keys nobody asked for.
  func finish() {
    guard node.kind == .mapping else {
      let keys = asked.joined(separator: ", ")
      let not = node.writtenKind
      findings.add(
        "schema/wrong-type", at: node, sv: "här väntas nycklar (\(keys)), inte \(not.sv)",
        en: "keys are expected here (\(keys)), not \(not.en)")
      return
    }
    var searches = 0
    for (key, _) in node.entries {
      let text = key.text ?? ""
      guard !asked.contains(text) else { continue }
      searches += 1
      unknown(key, text, isSearching: searches <= Suggestions.worthwhile)
    }
  }

  private func unknown(_ key: Node, _ text: String, isSearching: Bool) {
    guard !text.isEmpty else {
      let not = key.writtenKind
      findings.add(
        "schema/wrong-type", at: key, sv: "här väntas en nyckel, inte \(not.sv)",
        en: "a key is expected here, not \(not.en)")
      return
    }
    let near =
      isSearching ? suggestions(for: text, among: asked.filter { node[$0] == nil }) : .none
    let all = asked.joined(separator: ", ")
    findings.add(
      "schema/unknown-key", at: key,
      sv: "okänd nyckel '\(text)'" + (near.question?.sv ?? ", här finns: \(all)"),
      en: "unknown key '\(text)'" + (near.question?.en ?? ", known here: \(all)"),
      fixes: near.fixes(at: key, isSafe: near.isCertain))
  }
}
