/// How pieces of work that do not see each other are done: one by one, or by threads of someone
/// who may have some.
///
/// What comes of it stands in the order of the pieces, whoever did which.
package struct SideBySide: Sendable {
  private let run: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// Work that is done by a function, which calls the piece with each number below a count once and
  /// comes back when all are done.
  package init(_ run: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void) {
    self.run = run
  }

  /// One after another, on the thread that asks.
  package static let oneByOne = SideBySide { count, piece in
    for index in 0..<count { piece(index) }
  }

  /// Makes one thing for each number below a count.
  package func map<Made: Sendable>(
    _ count: Int, _ make: @Sendable (Int) -> Made
  ) -> [Made] {
    [Made](unsafeUninitializedCapacity: count) { buffer, filled in
      // Each piece fills its own place, and no one reads before all are done.
      nonisolated(unsafe) let places = buffer
      run(count) { index in places.initializeElement(at: index, to: make(index)) }
      filled = count
    }
  }

  /// Makes things for ranges of numbers below a count: for pieces too small to be handed out one by
  /// one, or that share what is costly to make.
  package func map<Made: Sendable>(
    _ count: Int, by size: Int, _ make: @Sendable (Range<Int>) -> Made
  ) -> [Made] {
    map((count + size - 1) / size) { piece in
      make(piece * size..<min(count, (piece + 1) * size))
    }
  }
}
