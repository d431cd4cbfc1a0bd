import Canonical
import CivilTime
import Located
import StageKit

// Rows as bytes: a table of the strings, each once; a table of the shapes, which say the keys that
// follow on each other in a row; then the rows, each with its shape and a cell for each key. A cell that
// is as in the row before, where that has the same shape, is one byte: most rows of a product differ in
// a few cells alone.

/// Writes rows.
struct RowBytesWriter {
  private var strings: [String] = []
  private var places: [String: Int] = [:]
  private var shapes: [[Int]] = []
  private var shapePlaces: [[Int]: Int] = [:]
  private var body: [UInt8] = []
  private var last: (shape: Int, cells: [Cell])?
  private var count = 0

  /// The rows as bytes.
  static func bytes(of rows: [Row]) -> [UInt8] {
    var writer = RowBytesWriter()
    for row in rows { writer.add(row) }
    return writer.bytes
  }

  private mutating func add(_ row: Row) {
    let shape = row.keys.map { place(of: $0) }
    let number = shapePlaces[shape] ?? shapes.count
    if number == shapes.count {
      shapes.append(shape)
      shapePlaces[shape] = number
    }
    body.append(number: number)
    let before = last.flatMap { $0.shape == number ? $0.cells : nil }
    for (place, cell) in row.cells.enumerated() {
      if let before, before[place] == cell {
        body.append(Cell.Tag.asBefore.rawValue)
      } else {
        add(cell)
      }
    }
    last = (number, row.cells)
    count += 1
  }

  private mutating func add(_ cell: Cell) {
    body.append(cell.tag.rawValue)
    switch cell {
    case .none: break
    case .text(let text): add(text)
    case .choice(let word, let text):
      add(word)
      add(text)
    case .number(let number): add(number.description)
    // The sign last, so that what is near zero is short.
    case .whole(let count): body.append(number: count << 1 ^ count >> 63)
    case .date(let date): body.append(number: Int(date.dayNumber) << 1 | (date.isMonth ? 1 : 0))
    case .bodies(let bodies):
      body.append(number: bodies.count)
      for one in bodies { add(one.id) }
    case .prose(let prose): prose.hash.withBytes { body += $0 }
    }
  }

  private mutating func add(_ text: Text) {
    add(text.sv)
    add(text.en)
  }

  private mutating func add(_ string: String) { body.append(number: place(of: string)) }

  private mutating func place(of string: String) -> Int {
    if let place = places[string] { return place }
    places[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }

  private var bytes: [UInt8] {
    var all: [UInt8] = []
    all.append(number: strings.count)
    for string in strings { all.append(string: string) }
    all.append(number: shapes.count)
    for shape in shapes {
      all.append(number: shape.count)
      for key in shape { all.append(number: key) }
    }
    all.append(number: count)
    return all + body
  }
}

/// Reads them again; what was not written so is nil, never a trap.
struct RowBytesReader {
  private var bytes: ByteReader
  private var strings: [String] = []
  private var shapes: [[String]] = []
  private var last: (shape: Int, cells: [Cell])?

  /// The rows that a range of some bytes is.
  static func rows(of bytes: [UInt8], in range: Range<Int>) -> [Row]? {
    var reader = RowBytesReader(bytes: ByteReader(bytes, range))
    return reader.rows()
  }

  private init(bytes: ByteReader) { self.bytes = bytes }

  private mutating func rows() -> [Row]? {
    guard let known = bytes.count() else { return nil }
    strings.reserveCapacity(known)
    for _ in 0..<known {
      guard let string = bytes.string() else { return nil }
      strings.append(string)
    }
    guard let forms = bytes.count() else { return nil }
    for _ in 0..<forms {
      guard let length = bytes.count() else { return nil }
      var keys: [String] = []
      for _ in 0..<length {
        guard let key = string() else { return nil }
        keys.append(key)
      }
      shapes.append(keys)
    }
    guard let count = bytes.count() else { return nil }
    var rows: [Row] = []
    rows.reserveCapacity(count)
    for _ in 0..<count {
      guard let row = row() else { return nil }
      rows.append(row)
    }
    return bytes.isAtEnd ? rows : nil
  }

  private mutating func row() -> Row? {
    guard let shape = bytes.number(), shapes.indices.contains(shape) else { return nil }
    let keys = shapes[shape]
    let isAlike = last?.shape == shape
    var cells = isAlike ? last?.cells ?? [] : [Cell](repeating: .none, count: keys.count)
    for place in keys.indices {
      guard let tag = bytes.byte().flatMap(Cell.Tag.init) else { return nil }
      if tag == .asBefore {
        guard isAlike else { return nil }
        continue
      }
      guard let cell = cell(tag) else { return nil }
      cells[place] = cell
    }
    last = (shape, cells)
    return Row(keys: keys, cells: cells)
  }

  private mutating func cell(_ tag: Cell.Tag) -> Cell? {
    switch tag {
    case .asBefore: return nil
    case .none: return Cell.none
    case .text: return text().map { .text($0) }
    case .choice:
      guard let word = string(), let text = text() else { return nil }
      return .choice(word, text)
    case .number: return string().flatMap { DecimalNumber($0) }.map { .number($0) }
    case .whole:
      return bytes.number().map { number in
        .whole(Int(bitPattern: UInt(bitPattern: number) >> 1) ^ -(number & 1))
      }
    case .date:
      return bytes.number().flatMap { number in
        Int32(exactly: number >> 1).flatMap { CivilDate(dayNumber: $0, isMonth: number & 1 == 1) }
      }.map { .date($0) }
    case .bodies:
      guard let count = bytes.count() else { return nil }
      var bodies: [Body] = []
      for _ in 0..<count {
        guard let id = string() else { return nil }
        bodies.append(Body(stringLiteral: id))
      }
      return .bodies(bodies)
    case .prose: return bytes.hash().map { .prose(Prose($0)) }
    }
  }

  private mutating func text() -> Text? {
    guard let sv = string(), let en = string() else { return nil }
    return Text(sv: sv, en: en)
  }

  private mutating func string() -> String? {
    guard let place = bytes.number(), strings.indices.contains(place) else { return nil }
    return strings[place]
  }
}

extension Cell {
  /// What a cell begins with.
  fileprivate enum Tag: UInt8 {
    case none, text, choice, number, whole, date, bodies, prose, asBefore
  }

  fileprivate var tag: Tag {
    switch self {
    case .none: .none
    case .text: .text
    case .choice: .choice
    case .number: .number
    case .whole: .whole
    case .date: .date
    case .bodies: .bodies
    case .prose: .prose
    }
  }
}
