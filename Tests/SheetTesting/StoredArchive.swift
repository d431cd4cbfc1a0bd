/// A ZIP file of parts that are stored as they are: what a test needs to write a workbook.
package struct StoredArchive {
  private var parts: [(name: String, content: [UInt8])] = []

  package init() {}

  package mutating func add(_ name: String, _ content: String) {
    parts.append((name, Array(content.utf8)))
  }

  /// The file; `claimedSize` lies about the size of every part, as a bomb would.
  package func bytes(claimedSize: Int? = nil) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let offset = file.count
      // Version, flags, method, time, day; then checksum, packed size, size, lengths of names.
      let head =
        short(20) + short(0) + short(0) + short(0) + short(0x21) + long(Int(checksum(of: content)))
        + long(content.count) + long(claimedSize ?? content.count) + short(name.utf8.count)
        + short(0)
      file += long(0x0403_4B50) + head + Array(name.utf8) + content
      directory += long(0x0201_4B50) + short(20) + head
      directory += short(0) + short(0) + short(0) + long(0) + long(offset) + Array(name.utf8)
    }
    let start = file.count
    return file + directory + long(0x0605_4B50) + short(0) + short(0) + short(parts.count)
      + short(parts.count) + long(directory.count) + long(start) + short(0)
  }

  private func short(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private func long(_ number: Int) -> [UInt8] { short(number & 0xFFFF) + short(number >> 16) }

  private func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
