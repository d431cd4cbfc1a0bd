import Located

/// Writes one finding after another; a file's lines are found the first time they are shown.
struct TextPrinter {
  let files: [SourceFile]
  let language: Language
  let paint: Paint
  private var texts: [String: SourceText] = [:]
  // A code is explained once: the line that says how stands at its first finding.
  private var explained: Set<String> = []

  init(files: [SourceFile], language: Language, paint: Paint) {
    self.files = files
    self.language = language
    self.paint = paint
  }

  /// A place that is shown under its line.
  private struct Note {
    let span: Span
    let label: String
    let mark: Character
    let style: Paint.Style
  }

  mutating func print(_ finding: Diagnostic) -> String {
    let style = finding.severity == .error ? Paint.Style.error : .warning
    var blocks = [
      (
        path: finding.path,
        notes: [Note(span: finding.span, label: "", mark: "^", style: style)]
      )
    ]
    for related in finding.related {
      let note = Note(
        span: related.span, label: related.label[language].printable, mark: "-", style: .note)
      if let index = blocks.firstIndex(where: { $0.path == related.path }) {
        blocks[index].notes.append(note)
      } else {
        blocks.append((related.path, [note]))
      }
    }
    let last = blocks.flatMap(\.notes).map(\.span.start.line).max() ?? 0
    let gutter = String(repeating: " ", count: String(last).count)

    let head = "\(finding.severity.word[language])[\(finding.code)]"
    var lines = [
      paint(style, head) + paint(.strong, ": \(finding.message[language].printable)")
    ]
    for (index, block) in blocks.enumerated() {
      lines += self.lines(of: block.path, block.notes, gutter, isFirst: index == 0)
    }
    lines += advice(finding, gutter)
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func lines(
    of path: String, _ notes: [Note], _ gutter: String, isFirst: Bool
  ) -> [String] {
    guard let place = notes.first?.span.start, !path.isEmpty else { return [] }
    let arrow = isFirst ? "\(gutter)--> " : "\(gutter)::: "
    var lines = [paint(.note, arrow) + "\(path.printable):\(place.line):\(place.column)"]
    // What stands on a command line has no lines.
    guard place.line > 0, let text = text(of: path) else { return lines }
    if isFirst { lines.append(paint(.note, "\(gutter) |")) }
    var shown = 0
    var line = SourceText.Line()
    for note in notes.sorted(by: { $0.span.start < $1.span.start }) {
      let start = note.span.start
      if start.line != shown {
        line = text.line(start.line, around: start.column)
        let number = String(start.line)
        let pad = String(repeating: " ", count: gutter.count - number.count)
        let source = line.text
        lines.append(
          paint(.note, source.isEmpty ? "\(pad)\(number) |" : "\(pad)\(number) | ") + source)
      }
      shown = start.line
      // Of what goes on below, the first line is marked to its end.
      let end = note.span.end.line > start.line ? Int.max : note.span.end.column
      let marks = line.underline(from: start.column, to: end, with: note.mark)
      let indent = marks.prefix { $0 != note.mark }
      let label = note.label.isEmpty ? "" : " \(note.label)"
      lines.append(
        paint(.note, "\(gutter) | ") + indent
          + paint(note.style, String(marks.dropFirst(indent.count)) + label))
    }
    return lines
  }

  private mutating func text(of path: String) -> SourceText? {
    if let known = texts[path] { return known }
    guard let file = files.first(where: { $0.path == path }) else { return nil }
    let text = SourceText(file)
    texts[path] = text
    return text
  }
}

extension TextPrinter {
  /// What could be said of something that was not handed in.
  func notEvaluated(_ what: Text) -> String {
    let word = Text(sv: "ej utvärderat", en: "not evaluated")[language]
    return paint(.strong, word) + ": \(what[language].printable)"
  }

  /// What follows the lines of a finding: the way through it, an example, what to do, where to read.
  private mutating func advice(_ finding: Diagnostic, _ gutter: String) -> [String] {
    var lines: [String] = []
    if !finding.steps.isEmpty {
      lines.append(note(Text(sv: "steg", en: "steps"), "", gutter))
      let last = String(finding.steps.count).count
      for (index, step) in finding.steps.enumerated() {
        let number = String(index + 1)
        let pad = String(repeating: " ", count: last - number.count)
        lines.append(
          "\(gutter)     \(pad)\(number). \(step.label[language].printable)"
            + " (\(place(of: step, in: finding)))")
      }
    }
    if let example = finding.example {
      lines.append(note(Text(sv: "exempel att klistra in", en: "example to paste"), "", gutter))
      // Broken at line feeds only: what else breaks a line is shown as a picture.
      lines += example.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { "\(gutter)     \(String(decoding: $0, as: UTF8.self).printable)" }
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }
    if let help = finding.help {
      lines.append(note(Text(sv: "hjälp", en: "help"), help[language].printable, gutter))
    }
    for fix in finding.fixes {
      let way = fix.isSafe ? "--fix" : "--fix=unsafe"
      lines.append(
        note(Text(sv: "rättning", en: "fix"), "\(fix.title[language].printable) (\(way))", gutter))
    }
    if explained.insert(finding.code).inserted {
      lines.append(
        note(Text(sv: "förklaring", en: "explain"), "stafett explain \(finding.code)", gutter))
    }
    return lines.isEmpty ? [] : [paint(.note, "\(gutter) |")] + lines
  }

  private func note(_ word: Text, _ text: String, _ gutter: String) -> String {
    paint(.note, "\(gutter) = ") + paint(.strong, word[language])
      + (text.isEmpty ? ":" : ": \(text)")
  }

  private func place(of step: Diagnostic.Related, in finding: Diagnostic) -> String {
    let line = step.span.start.line
    return step.path == finding.path
      ? Text(sv: "rad \(line)", en: "line \(line)")[language] : "\(step.path.printable):\(line)"
  }
}

extension Diagnostic.Severity {
  /// The word for people.
  fileprivate var word: Text {
    switch self {
    case .error: Text(sv: "fel", en: "error")
    case .warning: Text(sv: "varning", en: "warning")
    }
  }
}
