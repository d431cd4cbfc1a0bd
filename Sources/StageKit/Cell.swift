/// What stands in a cell of a table: what it is, for a program, and how it is written, for a person.
public enum Cell: Sendable, Hashable {
  /// Nothing is known, or nothing applies.
  case none
  /// Words for people.
  case text(Text)
  /// One of some choices: the word, and its label.
  case choice(String, Text)
  /// A measured number, exact to its last decimal.
  case number(DecimalNumber)
  /// A count.
  case whole(Int)
  /// A day, or a month.
  case date(CivilDate)
  /// Bodies by their ids; the host writes their names.
  case bodies([Body])
  /// A text that stands beside the chain; the host writes it, or says that it was taken away.
  case prose(Prose)
}

extension Cell {
  /// Words for people.
  public init(_ text: Text?) { self = text.map { .text($0) } ?? .none }
  /// Words that are the same in both languages: what somebody wrote.
  public init(_ text: String?) { self = text.map { .text(Text($0)) } ?? .none }
  /// Words for people, in both languages.
  public init(sv: String, en: String) { self = .text(Text(sv: sv, en: en)) }
  /// One of some choices.
  public init(_ choice: (some Choice)?) {
    self = choice.map { .choice($0.rawValue, $0.title) } ?? .none
  }
  /// A measured number.
  public init(_ number: DecimalNumber?) { self = number.map { .number($0) } ?? .none }
  /// A count.
  public init(_ count: Int?) { self = count.map { .whole($0) } ?? .none }
  /// A day, or a month.
  public init(_ date: CivilDate?) { self = date.map { .date($0) } ?? .none }
  /// A body.
  public init(_ body: Body?) { self = body.map { .bodies([$0]) } ?? .none }
  /// Bodies.
  public init(_ bodies: [Body]) { self = bodies.isEmpty ? .none : .bodies(bodies) }
  /// A text that stands beside the chain.
  public init(_ prose: Prose?) { self = prose.map { .prose($0) } ?? .none }
  /// Yes or no.
  public init(_ flag: Bool) {
    self =
      flag
      ? .choice("true", Text(sv: "Ja", en: "Yes")) : .choice("false", Text(sv: "Nej", en: "No"))
  }

  /// How it is written, as far as can be said without a register and without a store.
  public var written: Text {
    switch self {
    case .none: Text("")
    case .text(let text), .choice(_, let text): text
    case .number(let number): number.written
    case .whole(let count): count.written
    case .date(let date): Text(date.description)
    case .bodies(let bodies): Text(bodies.map(\.id).joined(separator: ", "))
    case .prose(let prose): Text(prose.reference)
    }
  }

  /// What a program reads: the word, the number with a point, the day, the ids; nil for nothing.
  public var word: String? {
    switch self {
    case .none: nil
    case .text(let text): text.sv
    case .choice(let word, _): word
    case .number(let number): number.description
    case .whole(let count): count.description
    case .date(let date): date.description
    case .bodies(let bodies): bodies.map(\.id).joined(separator: " ")
    case .prose(let prose): prose.reference
    }
  }
}

extension Int {
  /// The number as in running text, in groups of three from five digits on: `640 000`, `9999`.
  public var written: Text {
    let digits = Array(String(magnitude))
    let isLong = digits.count > 4
    func text(_ separator: Character) -> String {
      var text = self < 0 ? "\u{2212}" : ""
      for (index, digit) in digits.enumerated() {
        if isLong, index > 0, (digits.count - index) % 3 == 0 { text.append(separator) }
        text.append(digit)
      }
      return text
    }
    return Text(sv: text("\u{A0}"), en: text(","))
  }
}
