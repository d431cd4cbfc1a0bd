import CSHA256
import Canonical
import Testing

struct ContentHashTests {
  /// The examples of FIPS 180-4 as NIST publishes them, and what FIPS 180-2 adds.
  static let vectors: [(text: String, hash: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(arguments: vectors.indices)
  func `the standard's examples hash as published`(index: Int) {
    let (text, hash) = Self.vectors[index]
    #expect(ContentHash(hashing: text).description == hash)
    #expect(ContentHash(hashing: Array(text.utf8)).description == hash)
    #expect(digest(Array(text.utf8), .portable, piece: 1_000) == ContentHash(hex: hash))
  }

  @Test func `every path agrees at every length around the block's borders`() {
    for count in 0...300 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ count) }
      let whole = ContentHash(hashing: bytes)
      for piece in [1, 7, 63, 64, 65, 300] {
        #expect(digest(bytes, .portable, piece: piece) == whole, "\(count) bytes by \(piece)")
        #expect(digest(bytes, .fastest, piece: piece) == whole, "\(count) bytes by \(piece)")
      }
      var pieces = ContentHash.Pieces()
      pieces.add(Array(bytes.prefix(count / 3)))
      pieces.add(Array(bytes.dropFirst(count / 3)))
      #expect(pieces.finish() == whole, "\(count) bytes in two pieces")
    }
  }

  @Test func `a hash and its 64 digits say the same`() {
    let hash = ContentHash(hashing: "abc")
    #expect(ContentHash(hex: hash.description) == hash)
    #expect(hash.short == "ba7816bf8f01")
    #expect(hash.withBytes { Array($0.prefix(3)) } == [0xba, 0x78, 0x16])
    #expect(hash.withBytes { ContentHash(bytes: $0) } == hash)
    #expect(ContentHash.zero.description == String(repeating: "0", count: 64))
    #expect(ContentHash(bytes: [UInt8](repeating: 0, count: 32)) == .zero)
  }

  @Test(arguments: [
    "", "ba78", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "A", count: 64), String(repeating: "g", count: 64),
    String(repeating: "0", count: 63) + " ", String(repeating: "å", count: 32),
  ])
  func `only 64 digits in lower case are a hash`(text: String) {
    #expect(ContentHash(hex: text) == nil)
  }

  @Test(arguments: [0, 31, 33])
  func `only 32 bytes are a hash`(count: Int) {
    #expect(ContentHash(bytes: [UInt8](repeating: 7, count: count)) == nil)
  }

  private enum Path { case portable, fastest }

  private func digest(_ bytes: [UInt8], _ path: Path, piece: Int) -> ContentHash? {
    var state = csha256_state()
    csha256_init(&state, path == .portable ? csha256_portable : csha256_fastest())
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = Array(bytes[start..<min(start + piece, bytes.count)])
      csha256_update(&state, part, part.count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    csha256_final(&state, &digest)
    return ContentHash(bytes: digest)
  }
}
