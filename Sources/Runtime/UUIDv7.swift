package import Lifecycle

/// Ids that nobody else makes and that sort by time: UUIDs of version 7 (RFC 9562, section 5.7).
package enum UUIDv7 {
  /// An id of an instant, with 74 random bits.
  package static func make(at instant: Instant) -> String {
    var system = SystemRandomNumberGenerator()
    return make(at: instant, using: &system)
  }

  /// An id of an instant, with bits of a generator.
  package static func make(
    at instant: Instant, using numbers: inout some RandomNumberGenerator
  ) -> String {
    let time = UInt64(clamping: instant.milliseconds) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | 0x7000 | numbers.next() & 0x0FFF
    let low = 0x8000_0000_0000_0000 | numbers.next() >> 2
    let digits = hex(high) + hex(low)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(digits[$0]) }.joined(separator: "-")
  }

  private static func hex(_ number: UInt64) -> [Character] {
    let digits = String(number, radix: 16)
    return Array(String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
