import CZlib

/// A ZIP file as Office writes it: parts by their names, unpacked within bounds.
///
/// The container is read from its directory at the end, each offset held against the bytes that are
/// there; zlib unpacks. ZIP64, encryption and other ways of packing are not in a document.
struct Archive {
  private struct Entry {
    let name: String
    let method: Int
    let packed: Int
    let size: Int
    let checksum: UInt32
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  private var unpacked = 0

  /// Reads the directory.
  init(_ bytes: [UInt8]) throws(SheetFault) {
    self.bytes = bytes
    // The end record may be followed by a comment of at most 65 535 bytes.
    let lowest = max(0, bytes.count - 22 - 65_535)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: {
        long($0) == 0x0605_4B50
      })
    else { throw .broken("zip") }
    let count = short(end + 10)
    guard count <= Bounds.parts else { throw .tooLarge }
    var place = long(end + 16)
    for _ in 0..<count {
      guard place >= 0, place + 46 <= bytes.count, long(place) == 0x0201_4B50 else {
        throw .broken("zip")
      }
      let (nameLength, extra, comment) = (short(place + 28), short(place + 30), short(place + 32))
      guard place + 46 + nameLength <= bytes.count else { throw .broken("zip") }
      guard short(place + 8) & 1 == 0 else {
        throw SheetFault(
          "input/protected", sv: "filen är skyddad med lösenord", en: "the file has a password")
      }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      entries[name.lowercased()] = Entry(
        name: name, method: short(place + 10), packed: long(place + 20), size: long(place + 24),
        checksum: UInt32(long(place + 16)), offset: long(place + 42))
      place += 46 + nameLength + extra + comment
    }
  }

  /// The bytes of a part; nil where there is none of the name.
  mutating func part(_ name: String) throws(SheetFault) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    guard entry.size <= Bounds.bytes, unpacked + entry.size <= Bounds.unpacked,
      entry.size <= 1 << 20 || entry.size / max(1, entry.packed) <= Bounds.ratio
    else { throw .tooLarge }
    unpacked += entry.size
    let header = entry.offset
    guard header + 30 <= bytes.count, long(header) == 0x0403_4B50 else { throw .broken(name) }
    let start = header + 30 + short(header + 26) + short(header + 28)
    guard start + entry.packed <= bytes.count else { throw .broken(name) }
    let packed = bytes[start..<(start + entry.packed)]
    let content: [UInt8]
    switch entry.method {
    case 0 where entry.packed == entry.size: content = Array(packed)
    case 8: content = try inflated(packed, to: entry.size, name)
    default: throw .broken(name)
    }
    let checksum = content.withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, uInt($0.count))
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw .broken(name) }
    return content
  }

  // Room for what the directory promised and no more, so that a bomb has nowhere to go.
  private func inflated(
    _ packed: ArraySlice<UInt8>, to size: Int, _ name: String
  ) throws(SheetFault) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .broken(name) }
    defer { inflateEnd(&stream) }
    var input = Array(packed)
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) == size else { throw .broken(name) }
    output.removeLast()
    return output
  }

  // Little-endian numbers; what lies outside is no number of anything.
  private func short(_ place: Int) -> Int {
    guard place >= 0, place + 2 <= bytes.count else { return -1 }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  private func long(_ place: Int) -> Int {
    guard place >= 0, place + 4 <= bytes.count else { return -1 }
    return short(place) | short(place + 2) << 16
  }
}
