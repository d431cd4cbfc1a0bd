import CivilTime
import Located
import StageKit
import YAMLReading

/// Makes forms that somebody might fill in: mostly right, sometimes not.
///
/// The same seed makes the same forms. Values come from the stage's own examples where a key occurs there, so that many are accepted.
struct RandomForms: RandomNumberGenerator {
  /// A key that no form asks for.
  static let strange = "strange-key"

  private var state: UInt64
  private var seen: [String: [String]] = [:]
  private var words: [String] = []
  private var days: [CivilDate] = []

  init(seed: UInt64, _ contract: StageContract) {
    state = seed
    for example in contract.examples {
      days.append(example.opening.on)
      for step in example.steps {
        switch step {
        case .extended(let day): days.append(day)
        case .says(_, _, let form, let day), .refused(_, _, let form, let day, _, _):
          days.append(day)
          learn(YAMLReader.read(Array(form.utf8), path: "example").root, under: "")
        }
      }
    }
  }

  private mutating func learn(_ node: Node?, under key: String) {
    guard let node else { return }
    if let text = node.text {
      seen[key, default: []].append(text)
      words.append(text)
    }
    for item in node.items { learn(item, under: key) }
    for (key, value) in node.entries { learn(value, under: key.text ?? "") }
  }

  // SplitMix64: small, and the same everywhere.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of some; nil of none.
  mutating func one<T>(of values: [T]) -> T? {
    values.randomElement(using: &self)
  }

  /// A day near those of the examples.
  mutating func day() -> CivilDate {
    let near = one(of: days) ?? .blank
    return chance(50) ? near : near.adding(days: Int.random(in: -60...60, using: &self))
  }

  /// A form of a shape; never nil, since something is always written.
  mutating func form(_ shape: Shape) -> Node? {
    var tree = TreeBuilder(path: "random")
    write(shape, "", nil, into: &tree)
    return tree.finish()
  }

  private static let mark = Mark(line: 1, column: 1)

  private mutating func write(
    _ shape: Shape, _ key: String, _ bounds: ClosedRange<Int>?, into tree: inout TreeBuilder
  ) {
    if chance(1) { return scalar(one(of: words) ?? "", .plain, into: &tree) }
    switch shape {
    case .whole: scalar("\(whole(bounds))", .plain, into: &tree)
    case .flag: scalar(chance(50) ? "true" : "false", .plain, into: &tree)
    case .date: scalar(date(key), .quoted, into: &tree)
    case .text, .prose, .word: scalar(text(shape, key), .quoted, into: &tree)
    case .choice(let options):
      scalar(one(of: options)?.name ?? "", .plain, into: &tree)
    case .list(let element):
      tree.open(.list, Self.mark)
      let least = min(bounds?.lowerBound ?? 0, 3)
      for _ in 0..<Int.random(in: least...(least + 2), using: &self) {
        write(element, key, nil, into: &tree)
      }
      tree.close(Self.mark)
    case .map(let value):
      tree.open(.mapping, Self.mark)
      for word in ["one", "two"] where chance(70) {
        tree.scalar(word, .plain, Self.mark, Self.mark)
        write(value, key, nil, into: &tree)
      }
      tree.close(Self.mark)
    case .either(let shapes):
      write(one(of: shapes) ?? .anything, key, bounds, into: &tree)
    case .anything: scalar(one(of: words) ?? "", .quoted, into: &tree)
    case .record(let fields):
      tree.open(.mapping, Self.mark)
      for field in fields where chance(field.isRequired ? 98 : 50) {
        tree.scalar(field.key, .plain, Self.mark, Self.mark)
        write(field.shape, field.key, field.bounds, into: &tree)
      }
      if chance(1) {
        tree.scalar(Self.strange, .plain, Self.mark, Self.mark)
        scalar("1", .plain, into: &tree)
      }
      tree.close(Self.mark)
    }
  }

  private mutating func scalar(_ text: String, _ style: Node.Style, into tree: inout TreeBuilder) {
    tree.scalar(text, style, Self.mark, Self.mark)
  }

  private mutating func whole(_ bounds: ClosedRange<Int>?) -> Int {
    let least = bounds?.lowerBound ?? 0
    let most = min(bounds?.upperBound ?? 100, least.addingReportingOverflow(10).partialValue)
    return most < least ? least : Int.random(in: least...most, using: &self)
  }

  private mutating func date(_ key: String) -> String {
    if chance(30), let known = one(of: seen[key] ?? []) { return known }
    let day = day()
    return (chance(20) ? day.asMonth : day).description
  }

  private mutating func text(_ shape: Shape, _ key: String) -> String {
    if chance(80), let known = one(of: seen[key] ?? []) { return known }
    if case .word(let form, _) = shape, chance(50) { return form }
    return one(of: words + ["", "å", "\u{1F3E5}\"\\\n\t\u{1}", "1.1", "2.1", "x-1"]) ?? ""
  }
}
