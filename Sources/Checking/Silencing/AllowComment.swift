import CivilTime
import Located

/// A comment in a file that lets findings stand: `# stafett: allow CODE until DATE: REASON`.
struct AllowComment: Sendable {
  /// What it covers.
  enum Scope: Sendable {
    /// Behind something on a line: what begins on that line.
    case line(Int)
    /// On lines of its own: the whole key or item that it stands over.
    case part(Span)
    /// Over nothing, as at the end of a file.
    case nothing
  }

  /// A code and where it is written.
  struct Code: Sendable {
    let name: String
    let span: Span
  }

  let path: String
  let codes: [Code]
  /// The last day on which it holds, and where that is written.
  let until: (date: CivilDate, span: Span)?
  let reason: String
  let scope: Scope
  /// What goes when the comment goes: its line, or all behind what the line is about.
  let removal: Span

  /// The comment without one of its codes; without the last one it goes itself.
  func removing(_ index: Int) -> Fix {
    guard codes.count > 1 else {
      return Fix(
        Text(sv: "ta bort kommentaren", en: "remove the comment"), isSafe: true,
        edits: [Fix.Edit(path: path, span: removal, replacement: "")])
    }
    let span =
      index + 1 < codes.count
      ? Span(codes[index].span.start, codes[index + 1].span.start)
      : Span(codes[index - 1].span.end, codes[index].span.end)
    let name = codes[index].name
    return Fix(
      Text(sv: "ta bort \(name)", en: "remove \(name)"), isSafe: true,
      edits: [Fix.Edit(path: path, span: span, replacement: "")])
  }
}

/// The comments of a file that let findings stand, and what is wrong with others.
struct AllowComments: Sendable {
  var comments: [AllowComment] = []
  var diagnostics: [Diagnostic] = []
}
