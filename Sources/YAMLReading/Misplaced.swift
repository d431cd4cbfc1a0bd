import Located

// libyaml stops at a colon; what is wrong is most often the line above, or how far a line stands in.

extension Faults {
  /// What two lines beside one another tell of a fault: a colon or a space that is missing, a line
  /// that stands too far in or out, what a merge left behind; nil when they tell nothing.
  func misplaced(_ fault: ParserFault, _ lines: inout SourceLines) -> Diagnostic? {
    for line in [fault.mark.line, fault.contextMark.line] where lines.isConflict(line) {
      return conflict(line, &lines)
    }
    // libyaml stops at the colon, or behind a comment at the word before it.
    let isAtColon = fault.problem == "mapping values are not allowed in this context"
    let isAtWord = ["did not find expected key", "did not find expected '-' indicator"]
      .contains(fault.problem)
    guard isAtColon || isAtWord, let this = lines.shape(of: fault.mark.line),
      !isAtColon || this.colon == lines.offset(of: fault.mark),
      let above = lines.contentLine(before: fault.mark.line), let that = lines.shape(of: above)
    else { return nil }
    guard that.colon != nil else {
      return that.column == this.column ? missingColon(in: that, above, &lines) : nil
    }
    guard this.column > that.column, !this.isItem else { return nil }
    let beforeThat = lines.contentLine(before: above).flatMap { lines.shape(of: $0) }
    if !that.isItem, beforeThat?.column == this.column {
      return indentation(of: that, above, to: this.column, &lines)
    }
    return isAtColon ? indentation(of: this, fault.mark.line, to: that.column, &lines) : nil
  }

  private func conflict(_ line: Int, _ lines: inout SourceLines) -> Diagnostic {
    let content = lines.content(ofLine: line)
    let start = lines.mark(line: line, at: content.lowerBound)
    return self.fault(
      "syntax", Span(start, lines.mark(line: line, at: content.upperBound)),
      Text(
        sv: "här har en sammanslagning i git lämnat två versioner av texten",
        en: "here a merge in git has left two versions of the text"),
      help: Text(
        sv: "behåll den ena, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>",
        en: "keep one of them, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"))
  }

  private func missingColon(
    in shape: SourceLines.Shape, _ line: Int, _ lines: inout SourceLines
  ) -> Diagnostic? {
    let isGap = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ":") }
    let bytes = lines.bytes
    let word = shape.text.prefix { !isGap(bytes[$0]) }
    let gap = shape.text.dropFirst(word.count).prefix { isGap(bytes[$0]) }
    guard !word.isEmpty, !gap.isEmpty, gap.endIndex < shape.text.upperBound else { return nil }
    let key = String(decoding: bytes[word.startIndex..<word.endIndex], as: UTF8.self)
    let start = lines.mark(line: line, at: word.startIndex)
    let middle = Span(
      lines.mark(line: line, at: word.endIndex), lines.mark(line: line, at: gap.endIndex))
    return self.fault(
      "syntax", Span(start, middle.end),
      Text(
        sv: "efter '\(key)' väntas kolon och mellanslag",
        en: "a colon and a space are expected after '\(key)'"),
      help: Text(sv: "skriv '\(key): …'", en: "write '\(key): …'"),
      fixes: [
        fix(Text(sv: "skriv '\(key): '", en: "write '\(key): '"), isSafe: false, middle, ": ")
      ])
  }

  private func indentation(
    of shape: SourceLines.Shape, _ line: Int, to column: Int, _ lines: inout SourceLines
  ) -> Diagnostic {
    let steps = column - shape.column
    let start = Mark(line: line, column: shape.column + 1)
    let end = shape.colon ?? shape.text.upperBound
    let word = Span(start, lines.mark(line: line, at: end))
    let gone = Span(Mark(line: line, column: start.column - max(0, -steps)), start)
    let more = Text(
      sv: "flytta den \(abs(steps)) steg åt \(steps > 0 ? "höger" : "vänster")",
      en: "move it \(abs(steps)) columns to the \(steps > 0 ? "right" : "left")")
    return self.fault(
      "syntax", word,
      steps > 0
        ? Text(sv: "raden är för lite indragen", en: "the line is not indented far enough")
        : Text(sv: "raden är för långt indragen", en: "the line is indented too far"),
      help: more,
      fixes: [
        fix(
          more, isSafe: false, gone, String(repeating: " ", count: max(0, steps)))
      ])
  }
}

extension SourceLines {
  /// How a line that may hold a key is laid out.
  fileprivate struct Shape {
    /// Where its text stands, behind the dashes of a list, counted from 0.
    let column: Int
    /// Whether dashes stand before the text.
    let isItem: Bool
    /// The text, without a comment.
    let text: Range<Int>
    /// The colon that makes its first word a key.
    let colon: Int?
  }

  fileprivate mutating func shape(of line: Int) -> Shape? {
    let content = content(ofLine: line)
    var at = content.lowerBound
    while at < content.upperBound, bytes[at] == 0x20 { at += 1 }
    let indent = at
    while byte(at) == UInt8(ascii: "-"), byte(at + 1) == 0x20 {
      at += 1
      while at < content.upperBound, bytes[at] == 0x20 { at += 1 }
    }
    let end = offset(of: endOfText(ofLine: line))
    guard at < end else { return nil }
    let colon = (at..<end).first { place in
      bytes[place] == UInt8(ascii: ":") && (place + 1 >= end || byte(place + 1) == 0x20)
    }
    return Shape(column: at - content.lowerBound, isItem: at > indent, text: at..<end, colon: colon)
  }

  /// Whether a line is one that git writes between the two sides of a conflict.
  fileprivate mutating func isConflict(_ line: Int) -> Bool {
    let content = content(ofLine: line)
    return ["<<<<<<< ", "=======", ">>>>>>> "].contains { mark in
      bytes[content].starts(with: mark.utf8)
    }
  }
}
