import Canonical
import Located

/// The side of a form that looks at nodes: it finds what was written for a key, and every fault.
///
/// What finds is for one key after another and makes nothing: a repository has thousands of
/// definitions, and nearly all of what they say is right. What explains a fault may be slow.
@usableFromInline
final class FormDesk {
  // Without a node the form is only described.
  private let node: Node?
  // What holds for a key that the node leaves out: the same form in a base that this one extends.
  private let base: Node?
  // Whether what was read is wanted in canonical form.
  private let keeps: Bool
  @usableFromInline let isReading: Bool
  private var cursor = 0
  private var matched = 0
  private(set) var fields: [Shape.Field] = []
  private(set) var found: [Finding] = []
  private(set) var stored: [Value.Field] = []
  /// The keys that were asked for, where somebody wants to know.
  private(set) var asked: [String]?

  init(_ node: Node?, over base: Node? = nil, keeps: Bool = true, listsKeys: Bool = false) {
    self.node = node
    self.base = base
    self.keeps = keeps
    isReading = node?.kind == .mapping
    asked = listsKeys ? [] : nil
  }

  /// What was written for a key, here or in the base.
  @usableFromInline
  func find(_ key: StaticString) -> Node? {
    asked?.append(key.description)
    guard isReading, let node else { return nil }
    if let written = node.value(of: key, from: &cursor) {
      matched += 1
      return written
    }
    return base?[key.description]
  }

  /// Reads the value of a key.
  @inlinable
  func read<V: FieldValue>(
    _ written: Node, _ key: StaticString, _ bounds: ClosedRange<Int>?, _ unit: Text?
  ) -> V {
    var input = self.input(written)
    let value = V(reading: &input)
    if let bounds, let size = value?.size, !bounds.contains(size) {
      refuse(size, bounds, unit, key, &input) { V.shape }
    }
    finish(input, key)
    return value ?? V.blank
  }

  @usableFromInline
  func input(_ node: Node) -> FieldInput { FieldInput(node, keeps: keeps) }

  @usableFromInline
  func finish(_ input: FieldInput, _ key: StaticString) {
    if !input.found.isEmpty {
      let name = key.description
      found += input.found.map { $0.owned(by: node?.key(name)).under(.key(name)) }
    }
    if keeps, let output = input.stored { stored.append(Value.Field(key.description, output)) }
  }

  @usableFromInline
  func refuse(
    _ size: Int, _ bounds: ClosedRange<Int>, _ unit: Text?, _ key: StaticString,
    _ input: inout FieldInput, _ shape: () -> Shape
  ) {
    guard input.found.isEmpty else { return }
    let shape = shape()
    let isCount = unit == nil && shape.countsItself
    let counted = unit.map { Text(sv: " \($0.sv)", en: " \($0.en)") } ?? shape.counted
    let (least, most) = (bounds.lowerBound, bounds.upperBound)
    let message =
      switch (isCount, size < least) {
      case (true, _) where size == 0:
        Text(sv: "'\(key)' saknar innehåll", en: "'\(key)' is empty")
      case (true, true):
        Text(
          sv: "'\(key)' har \(size)\(counted.sv), men minst \(least) behövs",
          en: "'\(key)' has \(size)\(counted.en), but at least \(least) are needed")
      case (true, false):
        Text(
          sv: "'\(key)' har \(size)\(counted.sv), men högst \(most) får plats",
          en: "'\(key)' has \(size)\(counted.en), but at most \(most) fit")
      case (false, true):
        Text(
          sv: "'\(key)' är \(size)\(counted.sv), men ska vara minst \(least)",
          en: "'\(key)' is \(size)\(counted.en), but must be at least \(least)")
      case (false, false):
        Text(
          sv: "'\(key)' är \(size)\(counted.sv), men får vara högst \(most)",
          en: "'\(key)' is \(size)\(counted.en), but may be at most \(most)")
      }
    let range =
      most == .max
      ? Text(sv: "minst \(least)", en: "at least \(least)")
      : Text(sv: "\(least) till \(most)", en: "\(least) to \(most)")
    input.fault(
      "schema/out-of-bounds", sv: message.sv, en: message.en,
      help: Text(sv: "ange \(range.sv)\(counted.sv)", en: "give \(range.en)\(counted.en)"),
      instead: nil)
  }

  /// Describes a field, or says that a required one is missing.
  @usableFromInline
  func field<V: FieldValue>(
    _ key: StaticString, _ bounds: ClosedRange<Int>?, _ unit: Text?, _ fallback: V?, _ title: Text,
    _ help: Text?
  ) -> V {
    guard let node else {
      fields.append(
        Shape.Field(
          key: key.description, shape: V.shape,
          isRequired: fallback == nil && V.absent(bounds) == nil, bounds: bounds, unit: unit,
          fallback: fallback.map(asWritten), title: title, help: help))
      return V.blank
    }
    if isReading { found.append(.missing(key.description, title, V.shape, bounds, in: node)) }
    return V.blank
  }

  /// A value as a person would write it: a choice by its word, not by its name in Swift.
  private func asWritten(_ value: some FieldValue) -> String {
    (value as? any RawRepresentable<String>)?.rawValue ?? "\(value)"
  }

  /// What was written and never asked for; `describing` gives the form's fields, if it comes to that.
  func finish(describing fields: () -> [Shape.Field]) {
    guard let node else { return }
    guard node.kind == .mapping else {
      let expected = fields().map(\.key).joined(separator: ", ")
      let not = node.writtenKind
      found = [
        Finding(
          node,
          Fault(
            "schema/wrong-type", sv: "här ska det stå nycklar (\(expected)), inte \(not.sv)",
            en: "keys are expected here (\(expected)), not \(not.en)"))
      ]
      return
    }
    // Nothing was written twice, or it would be a fault of its own.
    if found.isEmpty, matched == node.entryCount { return }
    let fields = fields()
    let keys = fields.map(\.key)
    for index in found.indices.prefix(Suggestions.worthwhile) {
      found[index] = found[index].movedOut(to: node, knowing: keys)
    }
    var searches = 0
    for (key, _) in node.entries where FindingQuota.hasRoom(after: found.count) {
      let written = key.text ?? ""
      guard !keys.contains(written) else { continue }
      searches += 1
      let unknown = UnknownKey(key, in: node, among: keys)
      guard searches <= Suggestions.worthwhile else {
        found.append(unknown.plain)
        continue
      }
      let finding = unknown.finding { fields }
      // What the key is meant for is not missing too.
      if let meant = finding.fault.replacement?.text { found.removeAll { $0.isMissing(meant) } }
      found.append(finding)
    }
  }
}

extension Shape {
  /// What bounds count, where no unit says it.
  var counted: Text {
    switch self {
    case .text, .prose: Text(sv: " tecken", en: " characters")
    case .list, .either: Text(sv: " delar", en: " items")
    default: Text("")
    }
  }

  /// Whether bounds are of how much there is, and not of a number.
  fileprivate var countsItself: Bool { !counted.sv.isEmpty }
}
