package import Canonical

/// What was gathered of products, each under the head of its chain: one file for each gathering.
///
/// A head says all that was ever written of a product, so that rows under it can be old but never
/// wrong, in whatever store the product is found: what has changed has another head, and is gathered
/// anew. The rows hold no more of people than the chain does. A file of another build of the program,
/// or a damaged one, is as none.
package struct KeptRows {
  private let build: String
  private let file: [UInt8]
  private let places: [ContentHash: Range<Int>]

  /// What a file holds; nothing where it is damaged, or of another build.
  ///
  /// - Parameters:
  ///   - build: which build of the program gathers; another may gather otherwise.
  ///   - file: empty where there is none yet.
  package init(build: String, file: [UInt8]) {
    self.build = build
    self.file = file
    places = Self.places(in: file, of: build) ?? [:]
  }

  private static func places(
    in file: [UInt8], of build: String
  ) -> [ContentHash: Range<Int>]? {
    guard file.count > 32, let sum = ContentHash(bytes: file.suffix(32)),
      sum
        == file.withUnsafeBufferPointer({
          ContentHash(hashing: UnsafeBufferPointer(rebasing: $0.dropLast(32)))
        })
    else { return nil }
    var bytes = ByteReader(file, 0..<file.count - 32)
    guard bytes.string() == format, bytes.string() == build, let count = bytes.count() else {
      return nil
    }
    var places: [ContentHash: Range<Int>] = [:]
    for _ in 0..<count {
      guard let head = bytes.hash(), let length = bytes.count(), let rows = bytes.slice(length)
      else { return nil }
      places[head] = rows.startIndex..<rows.endIndex
    }
    return bytes.isAtEnd ? places : nil
  }

  /// The rows under a head; nil where none are kept.
  package subscript(head: ContentHash) -> [Row]? {
    places[head].flatMap { RowBytesReader.rows(of: file, in: $0) }
  }

  /// Whether exactly these heads are kept.
  package func isOf(_ heads: [ContentHash]) -> Bool {
    heads.count == places.count && heads.allSatisfy { places[$0] != nil }
  }

  /// A file of rows under their heads: those that are given, else those that are kept here.
  package func file(of heads: [ContentHash], new: [ContentHash: [Row]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(string: Self.format)
    bytes.append(string: build)
    let kept = heads.filter { new[$0] != nil || places[$0] != nil }
    bytes.append(number: kept.count)
    for head in kept {
      head.withBytes { bytes += $0 }
      let rows =
        new[head].map { RowBytesWriter.bytes(of: $0)[...] } ?? places[head].map { file[$0] } ?? []
      bytes.append(number: rows.count)
      bytes += rows
    }
    let sum = ContentHash(hashing: bytes)
    sum.withBytes { bytes += $0 }
    return bytes
  }

  private static let format = "stafett-rows-2"
}
