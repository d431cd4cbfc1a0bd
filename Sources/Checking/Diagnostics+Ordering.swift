import Definitions
package import Located
import Soundness

extension [Diagnostic] {
  /// By path, then by place, then by code, each once, and of no file more than anyone reads.
  package var ordered: [Diagnostic] { ordered(most: FindingQuota.most) }

  /// The same with another limit for each file; where it is passed, a finding says so.
  func ordered(most: Int) -> [Diagnostic] {
    var kept: [Diagnostic] = []
    var count = 0
    var isClosed = false
    for finding in sorted(by: { $0.isBefore($1) }) where finding != kept.last {
      if finding.path != kept.last?.path { (count, isClosed) = (0, false) }
      if finding.saysThereAreMore || count == most {
        // Those that were put in order before may have been told that there are more already.
        if !isClosed {
          kept.append(finding.saysThereAreMore ? finding : .more(than: most, from: finding))
        }
        isClosed = true
      } else {
        kept.append(finding)
        count += 1
      }
    }
    return kept
  }

  /// Without those that only follow from how the text was misread.
  ///
  /// `{sv:Remiss, en: Consultation}` lacks a space, and so seems to have a key `sv:Remiss` and to
  /// lack a key `sv`: a finding on the line of the fault that covers some of it is its consequence.
  var withoutConsequences: [Diagnostic] {
    let causes = Causes(filter { $0.code.hasPrefix("yaml/") })
    guard !causes.isEmpty else { return self }
    return filter { $0.code.hasPrefix("yaml/") || !causes.explain($0) }
  }
}

/// Faults of the text by file and line, to be asked about thousands of findings.
private struct Causes {
  private struct Line: Hashable {
    let path: String
    let number: Int
  }

  /// The faults that begin on a line, by where they begin, each with the furthest end so far.
  private var spans: [Line: [(start: Mark, end: Mark)]] = [:]

  init(_ causes: [Diagnostic]) {
    for cause in causes.sorted(by: { $0.span.start < $1.span.start }) {
      let line = Line(path: cause.path, number: cause.span.start.line)
      let end = spans[line]?.last?.end ?? cause.span.end
      spans[line, default: []].append((cause.span.start, max(end, cause.span.end)))
    }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// Whether some fault on the line of a finding covers a part of it.
  func explain(_ finding: Diagnostic) -> Bool {
    let line = Line(path: finding.path, number: finding.span.start.line)
    guard let all = spans[line] else { return false }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].start < finding.span.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && finding.span.start < all[low - 1].end
  }
}

extension Diagnostic {
  /// Whether findings of its file were left out.
  var saysThereAreMore: Bool { code == "limit/findings" }

  /// Says that a file has more findings than are told, where the first of the others stands.
  ///
  /// An error, whatever those are: what nobody was told of must not pass for clean.
  fileprivate static func more(than most: Int, from first: Diagnostic) -> Diagnostic {
    Diagnostic(
      "limit/findings",
      Text(
        sv: "filen har fler fynd än \(most): från och med här visas inga fler",
        en: "the file has more findings than \(most): from here on none are shown"),
      path: first.path, span: first.span,
      help: Text(
        sv: "rätta dem som visas och kontrollera igen", en: "mend those shown and check again"))
  }

  fileprivate func isBefore(_ other: Diagnostic) -> Bool {
    if path != other.path { return path < other.path }
    if span.start != other.span.start { return span.start < other.span.start }
    if span.end != other.span.end { return span.end < other.span.end }
    if code != other.code { return code < other.code }
    if message != other.message {
      return (message.sv, message.en) < (other.message.sv, other.message.en)
    }
    // Told apart by no reader, but the order must not be left to that in which they were found.
    return rest.lexicographicallyPrecedes(other.rest)
  }

  private var rest: [String] {
    [severity.rawValue, place, help?.sv ?? "", example ?? ""]
      + (related + steps).flatMap { [$0.path, "\($0.span)", $0.label.sv] }
      + fixes.flatMap {
        [$0.title.sv] + $0.edits.flatMap { [$0.path, "\($0.span)", $0.replacement] }
      }
  }
}

extension Diagnostic {
  /// Whether the proof only shows by a run what a rule has said of the same stage in plain words.
  func follows(from rules: [Diagnostic], in definition: PipelineDefinition) -> Bool {
    guard let stage = definition.stages.first(where: { $0.idNode.span == span }) else {
      return false
    }
    return rules.contains { cause in
      cause.code == NeverHolds.code && cause.path == stage.node.path
        && stage.node.span.covers(cause.span)
    }
  }

  /// Whether it only says once more that cases get stuck: then nothing behind that is reached.
  func follows(from proof: Proof?) -> Bool {
    code == NoForce.code && proof?.deadEnd != nil
  }
}
