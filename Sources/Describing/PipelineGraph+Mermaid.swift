extension PipelineGraph {
  /// The picture as a Mermaid flowchart.
  package var mermaid: String {
    var page = Page()
    page.line("---")
    page.line("title: \"\(title.filter { $0 != "\"" })\"")
    page.line("---")
    page.line("flowchart TD")
    // Ids of stages may be words of Mermaid, so nodes have names of their own.
    let names = Dictionary(
      nodes.enumerated().map { ($0.element.id, "n\($0.offset)") }, uniquingKeysWith: { a, _ in a })
    func name(_ id: String) -> String { names[id] ?? id }
    let grouped = groups.flatMap(\.nodes)
    for node in nodes where !grouped.contains(node.id) {
      page.line("  \(name(node.id))\(node.mermaid)")
    }
    for (index, group) in groups.enumerated() {
      page.line("  subgraph g\(index) [\"\(group.title.mermaid)\"]")
      for node in nodes where group.nodes.contains(node.id) {
        page.line("    \(name(node.id))\(node.mermaid)")
      }
      page.line("  end")
    }
    for edge in edges {
      let label = edge.label.map { "|\"\($0.mermaid)\"|" } ?? ""
      page.line("  \(name(edge.from)) \(edge.kind.mermaid)\(label) \(name(edge.to))")
    }
    page.line("  classDef inForce stroke:#1a7f37,stroke-width:3px")
    page.line("  classDef conditional stroke-dasharray:5 3")
    for (style, has) in [("inForce", \Node.isInForce), ("conditional", \Node.isConditional)] {
      let ids = nodes.filter { $0[keyPath: has] }.map { name($0.id) }
      if !ids.isEmpty { page.line("  class \(ids.joined(separator: ",")) \(style)") }
    }
    return page.text
  }
}

extension PipelineGraph.Node {
  fileprivate var mermaid: String {
    let text = title.mermaid + (note.map { "<br/>\($0.mermaid)" } ?? "")
    return switch kind {
    case .start, .newCase: "([\"\(text)\"])"
    case .stage: "[\"\(text)\"]"
    case .end, .laneEnd: "((\"\(text)\"))"
    }
  }
}

extension PipelineGraph.Edge.Kind {
  fileprivate var mermaid: String {
    switch self {
    case .flow, .branch, .loop: "-->"
    case .back: "-.->"
    case .inForce: "==>"
    }
  }
}

extension String {
  /// Within the quotes of Mermaid.
  fileprivate var mermaid: String {
    reduce(into: "") { text, character in
      switch character {
      case "\"": text += "#quot;"
      case "#": text += "#35;"
      case "<": text += "#lt;"
      case ">": text += "#gt;"
      default: text.append(character)
      }
    }
  }
}
