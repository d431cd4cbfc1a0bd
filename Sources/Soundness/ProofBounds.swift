/// How far a proof may go before it gives up; reaching one is an answer of its own, never "sound".
package struct ProofBounds: Sendable, Hashable {
  /// The most states of one table; 200,000 unless said, which no sensible definition comes near.
  package var states: Int
  /// The most memory for them, in bytes; 32 MiB unless said.
  package var bytes: Int

  package init(states: Int = 200_000, bytes: Int = 32 << 20) {
    self.states = states
    self.bytes = bytes
  }
}
