extension ContentHash {
  /// The code by which whoever has the same key knows that bytes are unchanged: HMAC-SHA256
  /// (RFC 2104, FIPS 198-1).
  package init(authenticating bytes: [UInt8], with key: [UInt8]) {
    // A block of SHA-256; a key that is longer counts as its hash.
    let size = 64
    var block = key.count > size ? ContentHash(hashing: key).withBytes { Array($0) } : key
    block += [UInt8](repeating: 0, count: size - block.count)
    var inner = Pieces()
    inner.add(block.map { $0 ^ 0x36 })
    inner.add(bytes)
    var outer = Pieces()
    outer.add(block.map { $0 ^ 0x5c })
    inner.finish().withBytes { outer.add($0) }
    self = outer.finish()
  }
}
