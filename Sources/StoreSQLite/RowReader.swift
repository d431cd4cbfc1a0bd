import Canonical
import CivilTime
import Foundation
import GRDB
import Store

/// Reads a row's columns from left to right; a value of the wrong kind is an error, never a trap.
struct RowReader {
  private let row: Row
  private let name: () -> String
  private var column = 0

  /// Reads a row; the name says which, should it be damaged.
  init(_ row: Row, named name: @escaping () -> String) {
    self.row = row
    self.name = name
  }

  mutating func text() throws -> String {
    guard let text = try optionalText() else { throw damaged }
    return text
  }

  mutating func optionalText() throws -> String? {
    switch next().storage {
    case .string(let text): text
    case .null: nil
    default: throw damaged
    }
  }

  mutating func whole() throws -> Int {
    guard case .int64(let number) = next().storage else { throw damaged }
    return Int(number)
  }

  mutating func date() throws -> CivilDate {
    guard let date = CivilDate(try text()) else { throw damaged }
    return date
  }

  mutating func hash() throws -> ContentHash {
    guard let hash = try optionalHash() else { throw damaged }
    return hash
  }

  mutating func optionalHash() throws -> ContentHash? {
    let index = column
    guard !(row.hasNull(atIndex: index)) else {
      column += 1
      return nil
    }
    let hash = try bytes { ContentHash(bytes: $0) }
    guard let hash else { throw damaged }
    return hash
  }

  mutating func bytes() throws -> [UInt8] {
    try bytes { Array($0) }
  }

  private mutating func bytes<Result>(_ body: (Data) -> Result) throws -> Result {
    defer { column += 1 }
    return try row.withUnsafeData(atIndex: column) { data in
      guard let data else { throw damaged }
      return body(data)
    }
  }

  private mutating func next() -> DatabaseValue {
    defer { column += 1 }
    return row[column]
  }

  private var damaged: StoreError { .damaged(name()) }
}

extension ContentHash {
  /// The hash as a column holds it.
  var column: Data { withBytes { Data(buffer: $0) } }
}
