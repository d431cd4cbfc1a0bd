public import Located
public import Testing

@testable import YAMLReading

/// A sample text with marked places: `«…»` is where a finding stands, `‹…›` a related place.
struct Marked {
  let text: String
  let spans, related: [Span]

  init(_ sample: String) {
    var text = ""
    var line = 1
    var column = 1
    var spans = Places()
    var related = Places()
    for scalar in sample.unicodeScalars {
      let here = Mark(line: line, column: column)
      switch scalar {
      case "«": spans.open(here)
      case "»": spans.close(here)
      case "‹": related.open(here)
      case "›": related.close(here)
      default:
        text.unicodeScalars.append(scalar)
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 1) }
      }
    }
    self.text = text
    self.spans = spans.all
    self.related = related.all
  }

  /// Spans in the order in which they open.
  private struct Places {
    var all: [Span] = []
    private var unclosed: [Int] = []

    mutating func open(_ mark: Mark) {
      unclosed.append(all.count)
      all.append(Span(mark, mark))
    }

    mutating func close(_ mark: Mark) {
      let index = unclosed.removeLast()
      all[index] = Span(all[index].start, mark)
    }
  }
}

func read(_ text: String, limits: Limits = .standard) -> YAMLDocument {
  YAMLReader.read(Array(text.utf8), path: "prov.yaml", limits: limits)
}

/// All nodes under a node, in reading order.
func all(_ node: Node) -> [Node] {
  [node] + node.items.flatMap(all) + node.entries.flatMap { all($0.key) + all($0.value) }
}

extension Span: CustomTestStringConvertible {
  /// As an editor writes it: `1:4-1:9`.
  public var testDescription: String {
    "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}
