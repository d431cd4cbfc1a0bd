import Definitions
import FlowTesting

/// A definition in few words: a line for each stage.
///
/// `id: done, redo > a*2, stop > end | after: [x] | for-each: trio`. An outcome by itself goes on,
/// `> b` leads to a branch, `> a*2` back at most twice, `> end`, `> next` and `> new-case` as in a
/// definition, and one with `!` diverts and is not mapped. What stands behind a bar is written as it
/// is.
struct Sketch {
  let lines: [String]

  init(_ lines: String...) {
    self.lines = lines
  }

  var definition: PipelineDefinition {
    get throws { try TrialGround.definition(text) }
  }

  var text: String {
    """
    pipeline: sketch
    version: "1"
    valid: {from: 2015-01-01}
    title: {sv: Prov, en: Trial}
    product: document
    key: [topic]
    owner: board
    inputs:
      topic: {type: text, title: {sv: Ämne, en: Topic}}
      size: {type: enum, values: [small, large], title: {sv: Storlek, en: Size}}
    stages:

    """ + lines.map(stage).joined()
  }

  private func stage(_ line: String) -> String {
    let parts = line.split(separator: "|").map { $0.trimmed }
    let head = parts[0].split(separator: ":").map { $0.trimmed }
    var (forward, diverting, ways): ([String], [String], [String]) = ([], [], [])
    for outcome in head[1].split(separator: ",").map({ $0.trimmed }) {
      let way = outcome.split(separator: ">").map { $0.trimmed }
      if outcome.hasSuffix("!") {
        diverting.append(String(outcome.dropLast()))
      } else {
        forward.append(way[0])
        if way.count > 1 { ways.append("\(way[0]): \(target(way[1]))") }
      }
    }
    // A stage of this kind has one forward outcome at least.
    if forward.isEmpty { forward.append(diverting.removeLast()) }
    var keys = parts.dropFirst().map { String($0) }
    let uses = keys.firstIndex { $0.hasPrefix("uses:") }.map { keys.remove(at: $0) }
    var text = "  - id: \(head[0])\n    \(uses ?? "uses: step@1")\n"
    text += "    with: {forward: [\(forward.joined(separator: ", "))], "
    text += "diverting: [\(diverting.joined(separator: ", "))]}\n"
    if !ways.isEmpty { text += "    outcomes: {\(ways.joined(separator: ", "))}\n" }
    for key in keys { text += "    \(key)\n" }
    return text
  }

  private func target(_ word: String) -> String {
    let parts = word.split(separator: "*")
    return parts.count > 1 ? "{to: \(parts[0]), at-most: \(parts[1])}" : word
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
