import Located

/// Reads one mapping: each key is asked for by name, and what nobody asked for is unknown.
struct FieldReader {
  let node: Node
  let findings: Findings
  private let owner: Node?
  private var asked: [String] = []
  private var missing: [String] = []

  /// - Parameter owner: the key that holds the mapping, where one does: there it shows what is missing.
  init(_ node: Node, of owner: Node? = nil, _ findings: Findings) {
    self.node = node
    self.findings = findings
    self.owner = owner
  }

  /// The value of a key, nil if it is not there.
  mutating func callAsFunction(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String) -> Node? {
    if let value = self(key) { return value }
    missing.append(key)
    return nil
  }

  /// What an entry is known by: its id, the key that holds it, all of it where that is one line.
  private var place: Node {
    if let id = node["id"], id.kind == .scalar { return id }
    return owner ?? (node.span.start.line == node.span.end.line ? node : node.handle)
  }

  /// What could be written for a key.
  private static let samples = [
    "title": "{sv: …, en: …}", "name": "{sv: …, en: …}", "level": "national", "kind": "region",
    "saturday-works": "false", "rounds": "[{opens: \"02-15\", closes: \"04-14\"}]",
    "opens": "\"02-15\"",
  ]

  /// A name in both languages that must be there.
  mutating func requiredName(_ key: String) -> Text? {
    required(key).flatMap { findings.name($0, of: node.key(key)) }
  }

  /// A name in both languages, nil if it is not there.
  mutating func name(_ key: String) -> Text? {
    self(key).flatMap { findings.name($0, of: node.key(key)) }
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
        "time/ends-before-start", at: end, sv: "slutar \(to), innan det börjar \(from)",
        en: "ends \(to), before it starts \(from)",
        related: [start.related(sv: "börjar här", en: "starts here")],
        help: Findings.correctTimes)
    }
    return period
  }

  /// Says which keys are missing, and which nobody asked for.
  func finish() {
    guard node.kind == .mapping else {
      let keys = asked.joined(separator: ", ")
      let not = node.writtenKind
      findings.add(
        "schema/wrong-type", at: node, sv: "här ska det stå nycklar (\(keys)), inte \(not.sv)",
        en: "keys are expected here (\(keys)), not \(not.en)")
      return
    }
    guard !missing.isEmpty || node.entries.contains(where: { !asked.contains($0.key.text ?? "") })
    else { return }
    let free = asked.filter { node[$0] == nil }
    var unknown: [(key: Node, text: String, near: Suggestions)] = []
    for (key, _) in node.entries {
      let text = key.text ?? ""
      guard !asked.contains(text) else { continue }
      let near =
        unknown.count < Suggestions.worthwhile ? suggestions(for: text, among: free) : .none
      unknown.append((key, text, near))
    }
    // What an unknown key is meant for is not missing too.
    let meant = unknown.compactMap(\.near.first)
    for key in missing where !meant.contains(key) { lacks(key) }
    for (key, text, near) in unknown { self.unknown(key, text, near) }
  }

  private func lacks(_ key: String) {
    let sample = Self.samples[key] ?? "…"
    findings.add(
      "schema/missing-key", at: place, sv: "nyckeln '\(key)' saknas",
      en: "the key '\(key)' is missing",
      help: Text(sv: "lägg till \(key): \(sample)", en: "add \(key): \(sample)"))
  }

  private func unknown(_ key: Node, _ text: String, _ near: Suggestions) {
    guard !text.isEmpty else {
      let not = key.writtenKind
      findings.add(
        "schema/wrong-type", at: key, sv: "här ska det stå en nyckel, inte \(not.sv)",
        en: "a key is expected here, not \(not.en)")
      return
    }
    let all = asked.joined(separator: ", ")
    findings.add(
      "schema/unknown-key", at: key, sv: "okänd nyckel '\(text)'" + (near.question?.sv ?? ""),
      en: "unknown key '\(text)'" + (near.question?.en ?? ""),
      help: near.names.isEmpty ? Text(sv: "här finns \(all)", en: "known here: \(all)") : nil,
      fixes: near.fixes(at: key, isSafe: near.isCertain))
  }
}
