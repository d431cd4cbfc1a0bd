import Located
import RandomTesting

/// Changes that people make by mistake, and some that nobody makes.
struct Mutation {
  var random: SeededRandom
  /// Entries and values that stand somewhere in the corpus.
  private let entries: [(key: String, value: Draft)]
  private let scalars: [Draft]

  init(seed: UInt64, _ corpus: [Draft]) {
    random = SeededRandom(seed: seed)
    var entries: [(key: String, value: Draft)] = []
    var scalars: [Draft] = []
    for draft in corpus { Self.collect(draft, &entries, &scalars) }
    self.entries = entries
    self.scalars = scalars
  }

  private static func collect(
    _ draft: Draft, _ entries: inout [(key: String, value: Draft)], _ scalars: inout [Draft]
  ) {
    switch draft {
    case .scalar: scalars.append(draft)
    case .list(let items): for item in items { collect(item, &entries, &scalars) }
    case .mapping(let own):
      entries += own
      for entry in own { collect(entry.value, &entries, &scalars) }
    }
  }

  /// The draft with so many changes.
  mutating func change(_ draft: Draft, times: Int) -> Draft {
    (0..<times).reduce(draft) { draft, _ in
      let index = Int.random(in: 0..<draft.count, using: &random)
      return draft.changing(index) { self.change($0) }
    }
  }

  private mutating func change(_ draft: Draft) -> Draft {
    if random.chance(10) { return any() }
    switch draft {
    case .scalar(let text, _): return scalar(text)
    case .list(let items): return list(items)
    case .mapping(let entries): return mapping(entries)
    }
  }

  private mutating func scalar(_ text: String) -> Draft {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .list([.plain(text)])
    case 1: .plain(String(text.dropLast()))
    case 2: .quoted(text)
    case 3: scalars.randomElement(using: &random) ?? .plain("")
    default: Self.odd.randomElement(using: &random) ?? .plain("")
    }
  }

  private mutating func list(_ items: [Draft]) -> Draft {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .list([])
    case 1: .list(Array(items.dropLast()))
    case 2: .list(items + [any()])
    case 3: items.first ?? .plain("")
    default: .mapping([(key: "one", value: items.first ?? .plain("1"))])
    }
  }

  private mutating func mapping(_ entries: [(key: String, value: Draft)]) -> Draft {
    var entries = entries
    let index = entries.indices.randomElement(using: &random)
    func add(_ key: String, _ value: Draft) {
      // A key twice is refused before any form is read.
      if !entries.contains(where: { $0.key == key }) { entries.append((key: key, value: value)) }
    }
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: if let index { entries.remove(at: index) }
    case 2: add("strange-key", .plain("1"))
    case 3:
      if let index {
        let old = entries.remove(at: index)
        add(old.key + "s", old.value)
      }
    case 4: return .list(entries.map(\.value))
    default:
      if let entry = self.entries.randomElement(using: &random) { add(entry.key, entry.value) }
    }
    return .mapping(entries)
  }

  private mutating func any() -> Draft {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .list([])
    case 1: .mapping([])
    case 2: entries.randomElement(using: &random)?.value ?? .list([])
    default: Self.odd.randomElement(using: &random) ?? .plain("")
    }
  }

  private static let odd: [Draft] =
    [
      "", "~", "null", "true", "false", "True", "yes", "no", "0", "1", "2", "99", "100", "-1", "+5",
      "08", "0x1f", "5.0", "1.5", "4.10", "1e3", "12345678901234567890", "x", "Remiss 1", "8 weeks",
      "1 weeks", "8 veckor", "1001 days", "1 working day", "2021-02-28", "2021-02-30", "2000-02-29",
      "1900-02-29", "2021-13", "2021-12", "2021-1-1", "1899-12-31", "2199-12-31", "2200-01-01",
      "next", "end", "new-case", "lane", "all", "regions", "draft@1", "draft", "draft@9", "remis@1",
      "remiss@1", "decision@1", "a#1", "6 weeks before needed", "6 weeks  before needed",
      "6 weeks sedan needed", "riktlinje@1", "quarter", "enum", "text", "enumeration",
    ].map { Draft.plain($0) } + [
      .quoted(""), .quoted("true"), .quoted("5"), .quoted(String(repeating: "å", count: 501)),
      .quoted(String(repeating: "a", count: 64)), .quoted(String(repeating: "a", count: 65)),
      .quoted("a\nb"), .quoted(" a"),
    ]
}
