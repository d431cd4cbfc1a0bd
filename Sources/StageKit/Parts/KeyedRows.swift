// Rows that are known by something of their own, a name or a name and a period: one table says a
// thing once, and what is said later takes the place of what was said.

extension Array {
  /// Where something stands that is the same, by its key, as what stood before.
  @inlinable
  public func repeatedIndices<Key: Hashable>(by key: (Element) -> Key) -> [Int] {
    var seen: Set<Key> = []
    return indices.filter { !seen.insert(key(self[$0])).inserted }
  }

  /// Puts each row in the place of the one with its key; what is new comes last, as it was said.
  @inlinable
  public mutating func replace<Key: Hashable>(
    with rows: some Sequence<Element>, by key: (Element) -> Key
  ) {
    var places: [Key: Int] = [:]
    for (place, known) in enumerated() { places[key(known)] = place }
    for row in rows {
      let place = places[key(row), default: count]
      if place < count {
        self[place] = row
      } else {
        places[key(row)] = place
        append(row)
      }
    }
  }
}

extension Array where Element: Hashable {
  /// Where something stands that has stood before.
  public var repeatedIndices: [Int] { repeatedIndices(by: \.self) }
}

extension Array where Element: Record {
  /// The faults of an act's rows that name what a row above names already.
  ///
  /// - Parameters:
  ///   - field: the key of what names a row, in the list `rows`.
  ///   - name: the same as a property.
  ///   - code: the stage's own code for it.
  public func repeated(
    _ field: String, by name: (Element) -> String, code: String
  ) -> [Fault] {
    repeatedIndices(by: name).map { index in
      let name = name(self[index])
      return Fault(
        code, at: ["rows", .index(index), .key(field)],
        sv: "'\(name)' står redan i en rad ovanför", en: "'\(name)' is in a row above already")
    }
  }
}
