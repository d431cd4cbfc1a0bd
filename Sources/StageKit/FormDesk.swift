import Canonical
import Located

/// The slow side of a form: a person is waiting, so every fault is found and named.
@usableFromInline
final class FormDesk {
  // Without a node the form is only described.
  private let node: Node?
  // What holds for a key that the node leaves out: the same form in a base that this one extends.
  private let base: Node?
  private(set) var fields: [Shape.Field] = []
  private(set) var keys: [String] = []
  private(set) var found: [Finding] = []
  private(set) var stored: [Value.Field] = []

  init(_ node: Node?, over base: Node? = nil) {
    self.node = node
    self.base = base
  }

  @usableFromInline
  func field<V: FieldValue>(
    _ key: String, _ bounds: ClosedRange<Int>?, _ unit: Text?, _ fallback: V?, _ title: Text,
    _ help: Text?
  ) -> V {
    keys.append(key)
    guard let node else {
      fields.append(
        Shape.Field(
          key: key, shape: V.shape, isRequired: fallback == nil && V.absent(bounds) == nil,
          bounds: bounds, unit: unit, fallback: fallback.map(asWritten), title: title, help: help))
      return V.blank
    }
    guard node.kind == .mapping else { return V.blank }
    guard let written = node[key] ?? base?[key] else {
      if let value = fallback ?? V.absent(bounds) { return value }
      found.append(
        Finding(
          node,
          Fault(
            "schema/missing-key", at: Place([.key(key)]), sv: "'\(key)' (\(title.sv)) saknas",
            en: "'\(key)' (\(title.en)) is missing")))
      return V.blank
    }
    return read(written, key, bounds, unit)
  }

  /// A value as a person would write it: a choice by its word, not by its name in Swift.
  private func asWritten(_ value: some FieldValue) -> String {
    (value as? any RawRepresentable<String>)?.rawValue ?? "\(value)"
  }

  private func read<V: FieldValue>(
    _ written: Node, _ key: String, _ bounds: ClosedRange<Int>?, _ unit: Text?
  ) -> V {
    var input = FieldInput(written)
    let value = V(reading: &input)
    if let size = value?.size, let bounds, !bounds.contains(size), input.found.isEmpty {
      let sv = unit.map { " \($0.sv)" } ?? V.counted.sv
      let en = unit.map { " \($0.en)" } ?? V.counted.en
      let range =
        bounds.upperBound == .max
        ? (sv: "minst \(bounds.lowerBound)", en: "at least \(bounds.lowerBound)")
        : (
          sv: "\(bounds.lowerBound) till \(bounds.upperBound)",
          en: "\(bounds.lowerBound) to \(bounds.upperBound)"
        )
      input.fault(
        "schema/out-of-bounds", sv: "'\(key)' ska vara \(range.sv)\(sv), inte \(size)",
        en: "'\(key)' must be \(range.en)\(en), not \(size)")
    }
    found += input.found.map { $0.under(.key(key)) }
    if let output = input.stored { stored.append(Value.Field(key, output)) }
    return value ?? V.blank
  }

  /// What was written and never asked for.
  func finish() {
    guard let node else { return }
    guard node.kind == .mapping else {
      let expected = keys.joined(separator: ", ")
      found = [
        Finding(
          node,
          Fault(
            "schema/wrong-type", sv: "här väntas nycklar: \(expected)",
            en: "keys are expected here: \(expected)"))
      ]
      return
    }
    for (key, _) in node.entries {
      let written = key.text ?? ""
      guard !keys.contains(written) else { continue }
      found.append(Finding(key, .unknown(key: written, among: keys)))
    }
  }
}

extension Fault {
  /// A key that nobody asked for, with the nearest one that somebody does.
  package static func unknown(key: String, among keys: [String]) -> Fault {
    let place = Place([.key(key)])
    if let near = nearest(to: key, among: keys) {
      return Fault(
        "schema/unknown-key", at: place, sv: "okänd nyckel '\(key)', menas '\(near)'?",
        en: "unknown key '\(key)', did you mean '\(near)'?")
    }
    let known = keys.isEmpty ? Text(sv: "inga", en: "none") : Text(keys.joined(separator: ", "))
    return Fault(
      "schema/unknown-key", at: place, sv: "okänd nyckel '\(key)', här finns: \(known.sv)",
      en: "unknown key '\(key)', known here: \(known.en)")
  }
}

extension FieldValue {
  /// What bounds count, where no unit says it.
  static var counted: Text {
    switch shape {
    case .text, .prose: Text(sv: " tecken", en: " characters")
    case .list: Text(sv: " rader", en: " items")
    default: Text("")
    }
  }
}
