import Located
import RandomTesting
import Testing

@testable import YAMLReading

@Suite struct HostileTests {
  static let document = """
    # Nationellt vårdprogram
    pipeline: cancer-care-programme
    version: "3"
    title: {sv: Nationellt vårdprogram för cancer, en: "Cancer \\u00e5"}
    key: [diagnosis, 'it''s']
    stages:
      - id: utkast   # börjar här 😀
        uses: draft@1
        with: &w {documents: [a, b]}
      - id: remiss
        with: *w
        help: |
          Två rader
            och en till
        note: >-
          vikt text

    ? krånglig
    : [1, 2.0, ~]
    """

  private func check(_ bytes: [UInt8], _ seed: UInt64) {
    let document = YAMLReader.read(bytes, path: "prov.yaml")
    let isExplained = document.root != nil || !document.diagnostics.isEmpty
    #expect(isExplained, "seed \(seed)")
    for found in document.diagnostics {
      let isOrdered = found.span.start <= found.span.end && found.span.start.line >= 1
      #expect(isOrdered, "seed \(seed): \(found)")
    }
    guard let root = document.root else { return }
    for node in all(root) {
      let isOrdered = node.span.start <= node.span.end
      #expect(isOrdered, "seed \(seed): \(node.span)")
      _ = node.plainMeaning
      _ = node.ambiguity
    }
  }

  @Test func `random bytes are read or refused`() {
    let alphabet = Array("ab:1 -[]{},#&*!|>'\"%@`\n\n  \t?~.<\\xåö\r\0\u{85}\u{2028}".utf8)
    for seed in 0..<10_000 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let length = Int.random(in: 0...40, using: &random)
      let isWild = seed % 4 == 0
      check(
        (0..<length).map { _ in
          isWild
            ? UInt8.random(in: .min ... .max, using: &random)
            : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }, seed)
    }
  }

  @Test func `a damaged definition is read or refused`() {
    let original = Array(Self.document.utf8)
    let bits = Array(":-[]{}#&*!|>'\"\n\t ,?a\0".utf8)
    for seed in 0..<10_000 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let bit = bits[Int.random(in: 0..<bits.count, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = bit
        case 2: bytes.insert(bit, at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
        }
        if bytes.isEmpty { bytes = [bit] }
      }
      check(bytes, seed)
    }
  }

  @Test func `the seed document is sound`() {
    #expect(read(Self.document).diagnostics.isEmpty)
  }
}
