/// What two texts do not share, line by line.
///
/// The shortest way from one to the other, as in Myers, "An O(ND) Difference Algorithm" (1986).
struct LineDiff {
  /// A piece that was taken away, and what stands there instead; both may be empty.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many lines may differ until a whole stretch counts as replaced.
  private static let most = 1_000

  /// The changes from one text to another, in order.
  static func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Change] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    let a = start..<old.count - end
    let b = start..<new.count - end
    if a.isEmpty && b.isEmpty { return [] }
    guard !a.isEmpty, !b.isEmpty, let path = shortest(old, a, new, b) else {
      return [Change(old: a, new: b)]
    }
    return joined(path)
  }

  /// The single steps, first to last; nil when there are too many.
  private static func shortest(
    _ old: [ArraySlice<UInt8>], _ a: Range<Int>, _ new: [ArraySlice<UInt8>], _ b: Range<Int>
  ) -> [Change]? {
    let (n, m) = (a.count, b.count)
    let limit = min(n + m, most)
    let zero = limit + 1
    // How far into the old text one gets on each diagonal, after each number of steps.
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var history: [[Int]] = []
    for steps in 0...limit {
      history.append(reach)
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let goesDown =
          diagonal == -steps
          || diagonal != steps && reach[zero + diagonal - 1] < reach[zero + diagonal + 1]
        var x = goesDown ? reach[zero + diagonal + 1] : reach[zero + diagonal - 1] + 1
        while x < n, x - diagonal < m, old[a.lowerBound + x] == new[b.lowerBound + x - diagonal] {
          x += 1
        }
        reach[zero + diagonal] = x
        if x >= n, x - diagonal >= m {
          return back(history, zero: zero, steps: steps, (n, m), a.lowerBound, b.lowerBound)
        }
      }
    }
    return nil
  }

  private static func back(
    _ history: [[Int]], zero: Int, steps: Int, _ end: (x: Int, y: Int), _ a: Int, _ b: Int
  ) -> [Change] {
    var changes: [Change] = []
    var (x, y) = end
    for step in stride(from: steps, to: 0, by: -1) {
      let reach = history[step]
      let diagonal = x - y
      let goesDown =
        diagonal == -step
        || diagonal != step && reach[zero + diagonal - 1] < reach[zero + diagonal + 1]
      let before = goesDown ? diagonal + 1 : diagonal - 1
      let (px, py) = (reach[zero + before], reach[zero + before] - before)
      changes.append(
        goesDown
          ? Change(old: a + px..<a + px, new: b + py..<b + py + 1)
          : Change(old: a + px..<a + px + 1, new: b + py..<b + py))
      (x, y) = (px, py)
    }
    return changes.reversed()
  }

  private static func joined(_ steps: [Change]) -> [Change] {
    var out: [Change] = []
    for step in steps {
      if let last = out.last, last.old.upperBound == step.old.lowerBound,
        last.new.upperBound == step.new.lowerBound
      {
        out[out.count - 1].old = last.old.lowerBound..<step.old.upperBound
        out[out.count - 1].new = last.new.lowerBound..<step.new.upperBound
      } else {
        out.append(step)
      }
    }
    return out
  }
}
