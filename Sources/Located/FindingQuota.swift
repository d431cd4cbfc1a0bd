/// How many findings of each file are worth making.
///
/// A file that is made to exhaust who reads it has a hundred thousand faults. Who looks for faults
/// takes one from here before each is put into words; who puts the findings in order keeps no more
/// than the limit, and says that there are more.
package struct FindingQuota: Sendable {
  /// How many findings of one file are told; the rest come to light when these are mended.
  package static let most = 1_000

  private var taken: [String: Int] = [:]

  package init() {}

  /// Whether one more is worth making; of each file one more than are told, to know of it.
  package mutating func take(for path: String) -> Bool {
    let before = taken[path, default: 0]
    guard Self.hasRoom(after: before) else { return false }
    taken[path] = before + 1
    return true
  }

  /// The same for who looks into one file and counts by itself.
  package static func hasRoom(after count: Int) -> Bool { count <= most }
}
