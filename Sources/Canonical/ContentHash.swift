/// The SHA-256 of some bytes (FIPS 180-4): names a definition, a register, a text, a link of the chain.
public struct ContentHash: Sendable, Hashable {
  /// The 32 bytes, as four words in the order of the standard.
  package let words: SIMD4<UInt64>

  package init(words: SIMD4<UInt64>) {
    self.words = words
  }
}
