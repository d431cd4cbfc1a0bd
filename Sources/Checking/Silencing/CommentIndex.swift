import Located

/// Finds the comments that cover a finding, however many there are of both.
struct CommentIndex {
  /// A code of a comment, both by number.
  struct Place: Hashable {
    let comment: Int
    let code: Int
  }

  private struct Key: Hashable {
    let path: String
    let code: String
  }

  /// A part of a file and the part, if any, that it lies in.
  private struct Part {
    let span: Span
    let place: Place
    let outer: Int?
  }

  private struct Scopes {
    var lines: [Int: Place] = [:]
    // In the order of their beginnings; parts lie in one another or apart.
    var parts: [Part] = []
  }

  private var scopes: [Key: Scopes] = [:]

  /// Takes the comments in the order of their files; of two that cover the same, the first counts.
  init(_ comments: [AllowComment], except isLeftOut: (AllowComment) -> Bool) {
    var spans: [Key: [(span: Span, place: Place)]] = [:]
    for (number, comment) in comments.enumerated() where !isLeftOut(comment) {
      for (index, code) in comment.codes.enumerated() {
        let key = Key(path: comment.path, code: code.name)
        let place = Place(comment: number, code: index)
        switch comment.scope {
        case .line(let line):
          if scopes[key]?.lines[line] == nil { scopes[key, default: Scopes()].lines[line] = place }
        case .part(let span): spans[key, default: []].append((span, place))
        case .nothing: break
        }
      }
    }
    for (key, all) in spans { scopes[key, default: Scopes()].parts = Self.nested(all) }
  }

  private static func nested(_ all: [(span: Span, place: Place)]) -> [Part] {
    let sorted = all.sorted { a, b in
      if a.span.start != b.span.start { return a.span.start < b.span.start }
      if a.span.end != b.span.end { return b.span.end < a.span.end }
      return (a.place.comment, a.place.code) < (b.place.comment, b.place.code)
    }
    var parts: [Part] = []
    var open: [Int] = []
    for (span, place) in sorted where span != parts.last?.span {
      while let last = open.last, parts[last].span.end <= span.start { open.removeLast() }
      parts.append(Part(span: span, place: place, outer: open.last))
      open.append(parts.count - 1)
    }
    return parts
  }

  /// The codes of comments that cover a finding, the nearest first.
  func places(for finding: Diagnostic) -> [Place] {
    guard !scopes.isEmpty,
      let scopes = scopes[Key(path: finding.path, code: finding.code)]
    else { return [] }
    var places: [Place] = []
    if let place = scopes.lines[finding.span.start.line] { places.append(place) }
    var low = 0
    var high = scopes.parts.count
    while low < high {
      let middle = (low + high) / 2
      if scopes.parts[middle].span.start <= finding.span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // Of parts that begin at one place the outer stands first, so the last is the innermost.
    var at: Int? = low > 0 ? low - 1 : nil
    while let index = at {
      let part = scopes.parts[index]
      if part.span.covers(finding.span) { places.append(part.place) }
      at = part.outer
    }
    return places
  }
}
