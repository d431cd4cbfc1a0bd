extension Node {
  /// What was written, in a word: "a list".
  package var writtenKind: Text {
    switch kind {
    case .list: Text(sv: "en lista", en: "a list")
    case .mapping: Text(sv: "nycklar", en: "keys")
    case .scalar:
      plainMeaning == .null
        ? Text(sv: "ingenting", en: "nothing") : Text(sv: "'\(text ?? "")'", en: "'\(text ?? "")'")
    }
  }
}

/// The id nearest to a text: `Remiss 1` gives `remiss-1`; nil when that is no id, or the text itself.
package func slug(of text: String) -> String? {
  let isKept = { (byte: UInt8) in
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
  let parts = folded(text).split { !isKept($0) }
  let slug = String(decoding: Array(parts.joined(separator: [0x2D])), as: UTF8.self)
  guard let first = slug.utf8.first, (0x61...0x7A).contains(first), slug.utf8.count <= 64 else {
    return nil
  }
  return slug == text ? nil : slug
}
