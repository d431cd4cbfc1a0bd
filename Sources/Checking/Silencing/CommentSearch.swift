extension UnsafeBufferPointer<UInt8> {
  /// Where a word in lower case, whatever case it is written in, begins that is the first of a
  /// comment, each time that it may: behind a `#`.
  ///
  /// The search runs over every file and finds nothing in nearly all, so it looks at 32 bytes at
  /// once for a `#`.
  func firstWords(_ word: StaticString) -> [Int] {
    let length = word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: length)
    var found: [Int] = []
    var at = 0
    while at < count {
      guard let hash = firstHash(from: at) else { break }
      at = hash
      while at < count, self[at] == 0x23 || self[at] == 0x20 || self[at] == 0x09 { at &+= 1 }
      if at + length <= count, self[at] | 0x20 == wanted[0],
        self[at..<at + length].elementsEqual(wanted, by: { $0 | 0x20 == $1 })
      {
        found.append(at)
        at += length
      }
    }
    return found
  }

  private func firstHash(from start: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let hash = SIMD32<UInt8>(repeating: 0x23)
    var at = start
    while at &+ 32 <= count {
      let bytes = raw.loadUnaligned(fromByteOffset: at, as: SIMD32<UInt8>.self)
      if any(bytes .== hash) { break }
      at &+= 32
    }
    while at < count {
      if self[at] == 0x23 { return at }
      at &+= 1
    }
    return nil
  }
}
