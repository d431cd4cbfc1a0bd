import Canonical
package import Located
import StageKit
import YAMLReading

/// The findings that were known when a project began to check: a list that may only shrink.
///
/// An entry is a code at a place of what a file means, so no edit of other lines touches it. In the
/// file each entry has a line of its own, in order, so that a change of it reads well.
package struct Baseline: Sendable {
  /// Findings of one code at one place.
  package struct Entry: Sendable, Hashable, Comparable {
    package let path: String
    package let place: String
    package let code: String

    /// By path, then by place, then by code.
    package static func < (a: Entry, b: Entry) -> Bool {
      (a.path, a.place, a.code) < (b.path, b.place, b.code)
    }
  }

  /// How many there are of each.
  private(set) var counts: [Entry: Int] = [:]
  // Where each stands in the file that was read.
  private var nodes: [Entry: BaselineForm.Line] = [:]

  /// The known findings of a project that begins: all that may stand.
  package init(of findings: [Diagnostic], _ names: PathNames = PathNames()) {
    for finding in findings where finding.canStand {
      counts[Entry(finding, names), default: 0] += 1
    }
  }

  /// How many of some findings no list can let stand.
  package static func leavesOut(_ findings: [Diagnostic]) -> Int {
    findings.count { !$0.canStand }
  }

  /// Reads the file; nil when it cannot be followed, and then a finding says why.
  package static func read(_ file: SourceFile) -> (Baseline?, [Diagnostic]) {
    let document = YAMLReader.read(file.bytes, path: file.path)
    guard let root = document.root else { return (nil, document.diagnostics) }
    let (form, _, found) = BaselineForm.read(root)
    let diagnostics = (document.diagnostics + found.map(\.diagnostic)).ordered
    guard let form, diagnostics.isEmpty else {
      return (nil, diagnostics.placed(in: root))
    }
    var baseline = Baseline(of: [])
    for line in form.findings.lines {
      let entry = Entry(
        path: PathNames.normalised(line.form.path), place: line.form.place, code: line.form.code)
      baseline.counts[entry, default: 0] += line.form.count
      if baseline.nodes[entry] == nil { baseline.nodes[entry] = line }
    }
    return (baseline, [])
  }

  /// The file, the same bytes for the same entries.
  package var text: String {
    var text = "baseline: 1\n"
    if counts.isEmpty { return text + "findings: []\n" }
    text += "findings:\n"
    for (entry, count) in counts.sorted(by: { $0.key < $1.key }) {
      text += "  - {path: \(quoted(entry.path)), place: \(quoted(entry.place))"
      text += ", code: \(entry.code)\(count > 1 ? ", count: \(count)" : "")}\n"
    }
    return text
  }

  // What JSON escapes, YAML reads back.
  private func quoted(_ text: String) -> String {
    String(decoding: Value.text(text).json, as: UTF8.self)
  }

  /// The baseline without what is no longer found; with `growing`, with what is new as well.
  ///
  /// What is new and was not taken in comes beside it, as it goes on to count.
  package func updated(
    by findings: [Diagnostic], _ names: PathNames = PathNames(), growing: Bool = false
  ) -> (baseline: Baseline, refused: [Diagnostic]) {
    if growing { return (Baseline(of: findings, names), []) }
    var left = counts
    var kept = Baseline(of: [])
    var refused: [Diagnostic] = []
    for finding in findings where finding.canStand {
      let entry = Entry(finding, names)
      if let count = left[entry], count > 0 {
        left[entry] = count - 1
        kept.counts[entry, default: 0] += 1
      } else {
        refused.append(finding)
      }
    }
    return (kept, refused)
  }
}

extension Baseline.Entry {
  fileprivate init(_ finding: Diagnostic, _ names: PathNames) {
    self.init(path: names[finding.path], place: finding.place, code: finding.code)
  }
}

// MARK: - What it lets stand

extension Baseline {
  struct Answer {
    var standing: [Diagnostic] = []
    var suppressed: [Suppressed] = []
    /// Entries that should shrink.
    var stale: [Diagnostic] = []
  }

  /// Lets stand what is known, of several equal findings the first.
  ///
  /// - Parameters:
  ///   - names: what files are called in it.
  ///   - judges: whether a file of a name was looked through, so that what was not found is not there.
  ///   - looksFor: whether the check looked for a code.
  func apply(
    to findings: [Diagnostic], _ names: PathNames, judges: (String) -> Bool,
    looksFor: (String) -> Bool
  ) -> Answer {
    var left = counts
    var answer = Answer()
    for finding in findings {
      let entry = Entry(finding, names)
      if finding.canStand, let count = left[entry], count > 0 {
        left[entry] = count - 1
        answer.suppressed.append(Suppressed(finding, .external, reason: "baseline"))
      } else {
        answer.standing.append(finding)
      }
    }
    for (entry, gone) in left.sorted(by: { $0.key < $1.key })
    where gone > 0 && judges(entry.path) && looksFor(entry.code) {
      guard let line = nodes[entry], let count = counts[entry] else { continue }
      answer.stale.append(stale(line, found: count - gone, of: count))
    }
    return answer
  }

  private func stale(_ line: BaselineForm.Line, found: Int, of count: Int) -> Diagnostic {
    let span = line.node.span
    let place = "findings.\(line.number)"
    // An entry has a line of its own, as the file is written; in another layout nothing is proposed.
    let isAlone = span.start.column > 1 && span.start.line == span.end.line
    let edit: Fix.Edit? =
      if found > 0 {
        line.node["count"].map {
          Fix.Edit(path: $0.path, span: $0.span, replacement: String(found))
        }
      } else if isAlone, line.isInBlock {
        Fix.Edit(
          path: line.node.path,
          span: Span(
            Mark(line: span.start.line, column: 1), Mark(line: span.end.line + 1, column: 1)),
          replacement: "")
      } else {
        nil
      }
    let fix = edit.map {
      Fix(
        found == 0
          ? Text(sv: "ta bort raden", en: "remove the line")
          : Text(sv: "skriv count: \(found)", en: "write count: \(found)"),
        isSafe: true, edits: [$0])
    }
    return line.node.diagnostic(
      "ignore/stale-baseline",
      found == 0
        ? Text(
          sv: "'\(line.form.code)' i \(line.form.path) är rättat men står kvar bland kända fynd",
          en: "'\(line.form.code)' of \(line.form.path) is mended but still listed as known")
        : Text(
          sv: "'\(line.form.code)' i \(line.form.path) finns nu \(found) gånger, inte \(count)",
          en: "'\(line.form.code)' of \(line.form.path) is now found \(found) times, not \(count)"),
      severity: .warning,
      help: found == 0
        ? Text(
          sv: "ta bort raden, eller kör stafett check --update-baseline",
          en: "remove the line, or run stafett check --update-baseline")
        : Text(
          sv: "rätta antalet, eller kör stafett check --update-baseline",
          en: "correct the count, or run stafett check --update-baseline"),
      fixes: fix.map { [$0] } ?? []
    ).at(place)
  }
}
