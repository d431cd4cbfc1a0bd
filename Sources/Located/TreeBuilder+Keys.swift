/// A key that stands again in its mapping, by the indices of the nodes.
package struct RepeatedKey {
  /// The first key of this text.
  package let first: Int
  /// The later one.
  package let second: Int
  /// Whether both have the same value; an alias equals only an alias of the same node.
  package let sameValue: Bool
}

extension TreeBuilder {
  /// The keys of a closed mapping that stand there more than once, by text, in reading order.
  ///
  /// Quotes do not tell keys apart: to every reader of texts, `a` and `"a"` are one key.
  package func repeatedKeys(in mapping: Int) -> [RepeatedKey] {
    records.withUnsafeBufferPointer { records in
      bytes.withUnsafeBufferPointer { bytes in
        Keys(records: records, bytes: bytes, end: Int(records[mapping].next))
          .repeated(from: mapping + 1)
      }
    }
  }
}

/// The keys of one mapping, borrowed from a builder.
private struct Keys {
  let records: UnsafeBufferPointer<Tree.Record>
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int

  /// Up to here comparing each with each is faster than a table.
  static let few = 16

  func repeated(from start: Int) -> [RepeatedKey] {
    var found: [RepeatedKey] = []
    var count = 0
    var key = start
    while key < end {
      if count == Self.few { return repeatedByHash(from: start) }
      if let first = earlier(than: key, from: start) { found.append(pair(first, key)) }
      count += 1
      key = after(key)
    }
    return found
  }

  /// The next key: past this one's value.
  private func after(_ key: Int) -> Int {
    let value = Int(records[key].next)
    return value < end ? Int(records[value].next) : end
  }

  private func earlier(than key: Int, from start: Int) -> Int? {
    var other = start
    while other < key {
      if isSameText(other, key) { return other }
      other = after(other)
    }
    return nil
  }

  /// The same for a long mapping; the hash is seeded, so no file can make it slow on purpose.
  private func repeatedByHash(from start: Int) -> [RepeatedKey] {
    var found: [RepeatedKey] = []
    var table: [Int: [Int]] = [:]
    var key = start
    while key < end {
      let record = target(key)
      if record.kind == .scalar {
        var hasher = Hasher()
        hasher.combine(
          bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[record.range]))
        let hash = hasher.finalize()
        if let first = table[hash]?.first(where: { isSameText($0, key) }) {
          found.append(pair(first, key))
        } else {
          table[hash, default: []].append(key)
        }
      }
      key = after(key)
    }
    return found
  }

  private func target(_ index: Int) -> Tree.Record {
    let record = records[index]
    return record.isAlias ? records[Int(record.at)] : record
  }

  private func isSameText(_ a: Int, _ b: Int) -> Bool {
    let a = target(a)
    let b = target(b)
    guard a.length == b.length, a.kind == .scalar, b.kind == .scalar else { return false }
    var i = Int(a.at)
    var j = Int(b.at)
    let stop = i + Int(a.length)
    while i < stop {
      if bytes[i] != bytes[j] { return false }
      i += 1
      j += 1
    }
    return true
  }

  private func pair(_ first: Int, _ second: Int) -> RepeatedKey {
    RepeatedKey(
      first: first, second: second,
      sameValue: isSameTree(Int(records[first].next), Int(records[second].next)))
  }

  /// Record by record: two equal trees lie in the arena in the same order.
  private func isSameTree(_ a: Int, _ b: Int) -> Bool {
    guard a < end, b < end else { return a == b }
    let count = Int(records[a].next) - a
    guard count == Int(records[b].next) - b else { return false }
    for offset in 0..<count {
      let x = records[a + offset]
      let y = records[b + offset]
      guard x.kind == y.kind, x.isAlias == y.isAlias else { return false }
      guard Int(x.next) - a == Int(y.next) - b else { return false }
      if x.isAlias {
        guard x.at == y.at else { return false }
      } else if x.kind == .scalar {
        guard (x.style == .plain) == (y.style == .plain) else { return false }
        guard isSameText(a + offset, b + offset) else { return false }
      }
    }
    return true
  }
}
