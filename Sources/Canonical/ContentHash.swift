internal import CSHA256

/// The SHA-256 of some bytes (FIPS 180-4): names a definition, a register, a text, a link of the chain.
public struct ContentHash: Sendable, Hashable {
  // The 32 bytes as they lie in memory: half the size of a string, and compared in four steps.
  private var first, second, third, fourth: UInt64

  /// All zero: stands before the first link of a chain; no bytes are known that hash to it.
  public static let zero = ContentHash()

  private init() {
    (first, second, third, fourth) = (0, 0, 0, 0)
  }

  private init(filling body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    self.init()
    withUnsafeMutableBytes(of: &self) { $0.withMemoryRebound(to: UInt8.self, body) }
  }

  /// The hash of bytes.
  public init(hashing bytes: UnsafeBufferPointer<UInt8>) {
    self.init { csha256(bytes.baseAddress, bytes.count, $0.baseAddress) }
  }

  /// The hash of bytes.
  public init(hashing bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { ContentHash(hashing: $0) }
  }

  /// The hash of a text in UTF-8, as it is: nothing is normalised.
  public init(hashing text: String) {
    var copy = text
    self = copy.withUTF8 { ContentHash(hashing: $0) }
  }

  /// The hash whose 32 bytes these are; nil for any other number of bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init { _ = $0.update(fromContentsOf: bytes) }
  }

  /// Lends the 32 bytes.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    try withUnsafeBytes(of: self) { try $0.withMemoryRebound(to: UInt8.self, body) }
  }

  /// Hashes what comes in pieces.
  package struct Pieces {
    private var state = csha256_state()

    /// Nothing yet.
    package init() {
      csha256_init(&state, csha256_fastest())
    }

    /// Adds bytes.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      csha256_update(&state, bytes.baseAddress, bytes.count)
    }

    /// Adds bytes.
    package mutating func add(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { add($0) }
    }

    /// The hash of all that was added.
    package consuming func finish() -> ContentHash {
      ContentHash { csha256_final(&state, $0.baseAddress) }
    }
  }

  // A part of a SHA-256 is as good a hash as the whole.
  /// Feeds the first 8 bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
  }
}

extension ContentHash: CustomStringConvertible {
  /// The 64 hexadecimal digits, in lower case.
  public var description: String { String(decoding: digits, as: UTF8.self) }

  /// The first 12 digits: enough to tell versions apart in a list, never to trust.
  public var short: String { String(decoding: digits.prefix(12), as: UTF8.self) }

  /// The 64 digits in ASCII.
  package var digits: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      withBytes { bytes in
        for (index, byte) in bytes.enumerated() {
          buffer[2 * index] = hexDigit(byte >> 4)
          buffer[2 * index + 1] = hexDigit(byte & 15)
        }
      }
      count = 64
    }
  }

  /// The hash written so; nil unless it is 64 digits in lower case, so that one hash has one text.
  public init?(hex text: String) {
    var copy = text
    guard let hash = copy.withUTF8({ ContentHash(hex: $0) }) else { return nil }
    self = hash
  }

  /// The hash written so in ASCII; nil unless it is 64 digits in lower case.
  public init?(hex digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 64 else { return nil }
    var valid = true
    self.init { buffer in
      for index in 0..<32 {
        guard let high = hexValue(digits[2 * index]), let low = hexValue(digits[2 * index + 1])
        else {
          valid = false
          return
        }
        buffer[index] = high << 4 | low
      }
    }
    guard valid else { return nil }
  }
}

/// A number below 16 as a digit in lower case.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}
