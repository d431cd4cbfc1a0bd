import Definitions
package import Located

extension [Diagnostic] {
  /// By path, then by place, then by code, each once.
  package var ordered: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { $0.isBefore($1) }
  }

  /// Without those that only follow from how the text was misread.
  ///
  /// `{sv:Remiss, en: Consultation}` lacks a space, and so seems to have a key `sv:Remiss` and to
  /// lack a key `sv`: a finding on the line of the fault that covers some of it is its consequence.
  var withoutConsequences: [Diagnostic] {
    let causes = filter { $0.code.hasPrefix("yaml/") }
    guard !causes.isEmpty else { return self }
    return filter { finding in
      finding.code.hasPrefix("yaml/") || !causes.contains { $0.explains(finding) }
    }
  }
}

extension Diagnostic {
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

  fileprivate func explains(_ other: Diagnostic) -> Bool {
    path == other.path && span.start.line == other.span.start.line
      && span.start < other.span.end && other.span.start < span.end
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
}
