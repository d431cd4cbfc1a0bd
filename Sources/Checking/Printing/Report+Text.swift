package import Located

extension Report {
  /// The findings for people: each with the lines it is about, and at last how many there are.
  ///
  /// Lines and columns count from 1, columns in code points. Colour is for terminals only.
  package func text(_ language: Language, colour: Bool = false) -> String {
    var printer = TextPrinter(files: files, language: language, paint: Paint(isOn: colour))
    return diagnostics.map { printer.print($0) + "\n" }.joined() + total(language) + "\n"
  }

  /// `2 fel, 1 varning i 7 filer`.
  private func total(_ language: Language) -> String {
    let (errors, warnings) = (count(.error), count(.warning))
    var parts: [Text] = []
    if errors > 0 {
      parts.append(Text(sv: "\(errors) fel", en: errors == 1 ? "1 error" : "\(errors) errors"))
    }
    if warnings > 0 {
      parts.append(
        warnings == 1
          ? Text(sv: "1 varning", en: "1 warning")
          : Text(sv: "\(warnings) varningar", en: "\(warnings) warnings"))
    }
    if parts.isEmpty {
      parts.append(Text(sv: "inga fel eller varningar", en: "no errors or warnings"))
    }
    let place =
      files.count == 1
      ? Text(sv: " i 1 fil", en: " in 1 file")
      : Text(sv: " i \(files.count) filer", en: " in \(files.count) files")
    return parts.map { $0[language] }.joined(separator: ", ") + place[language]
  }
}

/// Writes one finding after another; a file's lines are found the first time they are shown.
private struct TextPrinter {
  let files: [SourceFile]
  let language: Language
  let paint: Paint
  private var texts: [String: SourceText] = [:]

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
    if let help = finding.help {
      let word = Text(sv: "hjälp", en: "help")[language]
      lines.append(paint(.note, "\(gutter) |"))
      lines.append(
        paint(.note, "\(gutter) = ") + paint(.strong, word) + ": \(help[language].printable)")
    }
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

extension Diagnostic.Severity {
  /// The word for people.
  fileprivate var word: Text {
    switch self {
    case .error: Text(sv: "fel", en: "error")
    case .warning: Text(sv: "varning", en: "warning")
    }
  }
}
