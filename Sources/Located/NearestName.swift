/// The name nearest to a misspelt one, at most two letters away (a third of a short word).
///
/// Counts insertions, deletions, replacements and swapped neighbours, as typing errors are.
package func nearest(to word: String, among names: some Sequence<String>) -> String? {
  let written = Array(word.utf8)
  let limit = min(2, max(1, written.count / 3))
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.utf8)
    guard abs(candidate.count - written.count) <= limit else { continue }
    let distance = editDistance(written, candidate)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, before[j - 1] + 1)
      }
      row.append(least)
    }
    before = last
    last = row
  }
  return last[b.count]
}
