import Canonical
import Located

/// Names for findings that outlive edits of other lines: what a forge tells old findings from new by.
struct Fingerprints {
  private var names: [Diagnostic: String] = [:]

  /// Names all findings of a report, also those that someone has answered for, so that an answer to
  /// one gives its neighbour no new name.
  init(_ report: Report) {
    var seen: [String: Int] = [:]
    for finding in (report.diagnostics + report.suppressed.map(\.finding)).ordered {
      let key = [finding.code, report.fileNames[finding.path], finding.place].joined(
        separator: "\n")
      let ordinal = seen[key, default: 0]
      seen[key] = ordinal + 1
      names[finding] = ContentHash(hashing: "\(key)\n\(ordinal)").description
    }
  }

  /// Its name, 64 hexadecimal digits.
  ///
  /// Made of code, file, place in the meaning of the text, and its number among those where all
  /// these are equal; no line counts in it.
  subscript(finding: Diagnostic) -> String { names[finding] ?? "" }
}
