import Located

/// Reads YAML texts: bytes in; located nodes and diagnostics out, and never a crash.
///
/// The syntax is libyaml's, which is YAML 1.1's and takes nearly all of 1.2. What a plain scalar
/// means is left to who reads the nodes.
package enum YAMLReader {
  /// Reads one text; `path` names it in the diagnostics.
  package static func read(
    _ bytes: [UInt8], path: String, limits: Limits = .standard
  ) -> YAMLDocument {
    bytes.withUnsafeBufferPointer { read($0, path: path, limits: limits) }
  }

  /// Reads one text without copying it first.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, limits: Limits = .standard
  ) -> YAMLDocument {
    let faults = Faults(path: path)
    if let refusal = faults.refusal(of: bytes, limits: limits) {
      return YAMLDocument(root: nil, diagnostics: [refusal])
    }
    // An editor's byte order mark is no content, and libyaml does not count it either.
    let text =
      bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    guard var parser = EventParser(text) else {
      return YAMLDocument(root: nil, diagnostics: [faults.empty])
    }
    var composition = Composition(text, path: path, limits: limits)
    while let event = parser.next() {
      if composition.add(event) == .end { return composition.finish() }
    }
    return composition.fail(parser.fault)
  }
}
