extension PipelineGraph {
  /// The picture in the language of Graphviz.
  package var dot: String {
    var page = Page()
    page.line("digraph pipeline {")
    page.line("  graph [label=\(title.quoted), labelloc=t, fontname=\"Helvetica\", fontsize=16,")
    page.line("    nodesep=0.5, ranksep=0.45, newrank=true]")
    page.line(
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\",")
    page.line("    fontsize=11, margin=\"0.18,0.08\"]")
    page.line("  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7]")
    let grouped = groups.flatMap(\.nodes)
    for node in nodes where !grouped.contains(node.id) { page.line("  \(node.dot)") }
    for (index, group) in groups.enumerated() {
      page.line("  subgraph cluster_\(index) {")
      page.line("    label=\(group.title.quoted); labelloc=b; labeljust=l; fontsize=10;")
      page.line("    style=\"rounded,filled\"; color=\"#8c959f\"; fillcolor=\"#f6f8fa\";")
      for node in nodes where group.nodes.contains(node.id) { page.line("    \(node.dot)") }
      page.line("  }")
    }
    for edge in edges { page.line("  \(edge.dot)") }
    page.line("}")
    return page.text
  }
}

extension PipelineGraph.Node {
  fileprivate var dot: String {
    let lines = [title] + (note.map { [$0.broken] } ?? [])
    var attributes = ["label=\(lines.joined(separator: "\n").quoted)"]
    switch kind {
    case .start, .newCase: attributes.append("shape=box, style=\"rounded\", color=\"#57606a\"")
    case .end, .laneEnd: attributes.append("shape=ellipse, style=\"\", color=\"#57606a\"")
    case .stage:
      if isConditional { attributes.append("style=\"rounded,filled,dashed\"") }
      if isInForce { attributes.append("color=\"#1a7f37\", penwidth=2.5") }
    }
    return "\(id.quoted) [\(attributes.joined(separator: ", "))];"
  }
}

extension PipelineGraph.Edge {
  fileprivate var dot: String {
    var attributes: [String] = []
    if let label { attributes.append("label=\(label.broken.quoted)") }
    switch kind {
    case .flow: attributes.append("weight=8")
    case .branch, .loop: break
    // A way back must not turn the order of the page round.
    case .back: attributes.append("style=dashed, constraint=false")
    case .inForce: attributes.append("color=\"#1a7f37\", fontcolor=\"#1a7f37\", style=bold")
    }
    return "\(from.quoted) -> \(to.quoted) [\(attributes.joined(separator: ", "))];"
  }
}

extension String {
  /// The text in lines that are short enough to stand beside an arrow.
  fileprivate var broken: String {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 27 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { " \($0) " }.joined(separator: "\n")
  }

  /// Within the quotes of Graphviz, lines centred.
  fileprivate var quoted: String {
    let escaped = reduce(into: "") { text, character in
      switch character {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
    return "\"\(escaped)\""
  }
}
