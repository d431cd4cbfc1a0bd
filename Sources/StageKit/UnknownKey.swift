package import Located

/// A key that nobody asked for, and what it may have been meant to be.
package struct UnknownKey {
  private let key: Node
  private let mapping: Node
  private let keys: [String]

  package init(_ key: Node, in mapping: Node, among keys: [String]) {
    self.key = key
    self.mapping = mapping
    self.keys = keys
  }

  /// The finding: a near name, another level, or the keys that are known here.
  package func finding(_ fields: () -> [Shape.Field] = { [] }) -> Finding {
    guard let written = key.text, !written.isEmpty else { return notAWord }
    // A key that is there already cannot be meant: that would write it twice.
    let free = keys.filter { mapping[$0] == nil }
    let near = suggestions(for: written, among: free)
    if near.isClose { return meant(written, near) }
    if let there = suggestions(for: written, among: keys).first, mapping[there] != nil,
      folded(written) == folded(there)
    {
      return known(
        written, "'\(there)' står redan här: ta bort den ena raden",
        "'\(there)' stands here already: remove one of the lines")
    }
    let fields = fields()
    let inner = fields.filter { $0.shape.fields.contains { $0.key == written } }
    if (1...3).contains(inner.count) { return movedIn(written, inner.map(\.key)) }
    let titled = suggestions(for: written, among: free) { name in
      fields.first { $0.key == name }?.title
    }
    if !titled.names.isEmpty { return meant(written, titled) }
    let all = keys.joined(separator: ", ")
    return known(
      written, keys.isEmpty ? "här ska inga nycklar stå: ta bort raden" : "här finns \(all)",
      keys.isEmpty ? "no keys belong here: remove the line" : "known here: \(all)")
  }

  /// The finding without a search for what was meant.
  var plain: Finding {
    let written = key.text ?? ""
    return Finding(
      key,
      Fault(
        "schema/unknown-key", at: Place([.key(written)]), sv: "okänd nyckel '\(written)'",
        en: "unknown key '\(written)'"))
  }

  private func meant(_ written: String, _ near: Suggestions) -> Finding {
    let question = near.question ?? Text("")
    let fault = Fault(
      "schema/unknown-key", at: Place([.key(written)]),
      sv: "okänd nyckel '\(written)'\(question.sv)", en: "unknown key '\(written)'\(question.en)")
    return Finding(
      key, near.first.map { fault.replacing(with: $0, isSafe: near.isCertain) } ?? fault)
  }

  private func known(_ written: String, _ sv: String, _ en: String) -> Finding {
    Finding(
      key,
      Fault(
        "schema/unknown-key", at: Place([.key(written)]), sv: "okänd nyckel '\(written)'",
        en: "unknown key '\(written)'", help: Text(sv: sv, en: en)))
  }

  private func movedIn(_ written: String, _ outer: [String]) -> Finding {
    let names = outer.map { "\($0):" }
    return Finding(
      key,
      Fault(
        "schema/unknown-key", at: Place([.key(written)]),
        sv: "'\(written)' hör hemma under \(names.joined(separator: " eller "))",
        en: "'\(written)' belongs under \(names.joined(separator: " or "))",
        help: Text(
          sv: "flytta in raden under \(names[0])", en: "indent the line below \(names[0])")),
      fixes: outer.count == 1 ? key.movingIn(to: outer[0], in: mapping) : [])
  }

  private var notAWord: Finding {
    let not = key.writtenKind
    return Finding(
      key,
      Fault(
        "schema/wrong-type", sv: "här ska det stå en nyckel, inte \(not.sv)",
        en: "a key is expected here, not \(not.en)"))
  }
}

extension Finding {
  /// A key that is missing, at what the mapping is known by.
  static func missing(
    _ key: String, _ title: Text, _ shape: Shape, _ bounds: ClosedRange<Int>?, in node: Node
  ) -> Finding {
    let sample = shape.sample
    // `owner:npo` lacks a space: the key is there, and what is missing is another finding's.
    let joined = node.entries.first { $0.key.text?.hasPrefix(key + ":") == true }?.key
    return Finding(
      joined ?? node.handle,
      Fault(
        "schema/missing-key", at: Place([.key(key)]),
        sv: "nyckeln '\(key)' saknas (\(title.sv))",
        en: "the key '\(key)' is missing (\(title.en))",
        help: sample.contains("…")
          ? Text(sv: "lägg till \(key): \(sample)", en: "add \(key): \(sample)")
          : Text(
            sv: "lägg till den, som i \(key): \(sample)", en: "add it, as in \(key): \(sample)")))
  }

  /// The same at the key that owns the mapping where something is missing.
  package func owned(by key: @autoclosure () -> Node?) -> Finding {
    guard fault.code == "schema/missing-key", fault.place.steps.count == 1, let key = key(),
      node.text?.hasPrefix("\(fault.place):") != true
    else { return self }
    return Finding(key, fault, fixes: fixes)
  }

  /// Whether it says that this key is missing in the form itself.
  package func isMissing(_ key: String) -> Bool {
    fault.code == "schema/missing-key" && fault.place.steps == [.key(key)]
  }

  /// The key that nobody asked for; nil when the finding is another, or lies deeper.
  package var unknownKey: String? {
    guard fault.code == "schema/unknown-key", fault.place.steps.count == 1,
      case .key(let key)? = fault.place.steps.first
    else { return nil }
    return key
  }

  /// The same about a key that the mapping round it knows: it was indented too far.
  func movedOut(to outer: Node, knowing keys: [String]) -> Finding {
    guard fault.code == "schema/unknown-key", fault.place.steps.count == 2,
      case .key(let around) = fault.place.steps[0], case .key(let key) = fault.place.steps[1],
      keys.contains(key), outer[around]?.kind == .mapping
    else { return self }
    return misplaced(
      "hör inte till \(around):, utan till nivån utanför",
      "does not belong to \(around):, but to the level outside it", out: around, of: outer)
  }

  /// The same, saying where the key belongs; with a move one level out where that is one edit.
  package func misplaced(
    _ sv: String, _ en: String, help: Text? = nil, out around: String? = nil, of outer: Node? = nil
  ) -> Finding {
    let name = node.text ?? ""
    var fixes: [Fix] = []
    var help = help
    if let around, let outer, let inner = outer[around] {
      fixes = node.movingOut(of: inner, to: outer)
      if let steps = inner.columns(to: outer) {
        help = Text(
          sv: "flytta raden \(steps) mellanslag åt vänster",
          en: "move the line \(steps) spaces to the left")
      }
    }
    return Finding(
      node,
      Fault(
        "schema/unknown-key", at: fault.place, sv: "'\(name)' \(sv)", en: "'\(name)' \(en)",
        help: help), fixes: fixes)
  }
}
