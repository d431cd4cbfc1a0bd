import Located

extension Faults {
  /// What made libyaml give up, and what the lines tell beyond it.
  ///
  /// A tab or a missing space explains the general fault that it causes, and hides it.
  func syntax(
    _ fault: ParserFault, openBracket: Mark?, lines: inout SourceLines
  ) -> [Diagnostic] {
    if fault.isReading { return [unreadable(&lines)] }
    var scan = LineScan(lines)
    var found = tabs(scan.tabs, &lines)
    for pair in scan.pairs where FindingQuota.hasRoom(after: found.count) {
      found.append(missingSpace(pair.pair, at: pair.start))
    }
    if let offset = lines.firstInvalidByte { found.append(encoding(at: offset, &lines)) }
    let explained = scan.explains(fault)
    if let unclosed = unclosed(fault, openBracket: openBracket, lines: &lines) {
      found.append(unclosed)
      if !explained, fault.context.hasPrefix("while scanning"), !fault.isOpenEnded {
        found.append(general(fault, &lines))
      }
    } else if !explained {
      found.append(general(fault, &lines))
    }
    return found
  }

  private func general(_ fault: ParserFault, _ lines: inout SourceLines) -> Diagnostic {
    if let misplaced = misplaced(fault, &lines) { return misplaced }
    let words = SyntaxWords(fault, &lines)
    var notes: [Diagnostic.Related] = []
    if let note = words.note { notes.append(related(note.span, note.label)) }
    return self.fault(words.code, words.span, words.message, notes, help: words.help)
  }

  // MARK: Tabs

  /// Each with as many spaces as make the whole text readable: the first of 2, 4 and 8 for a tab.
  private func tabs(_ tabs: [Span], _ lines: inout SourceLines) -> [Diagnostic] {
    guard !tabs.isEmpty else { return [] }
    var width: Int?
    for candidate in [2, 4, 8] where width == nil {
      var text: [UInt8] = []
      var copied = 0
      for tab in tabs {
        let start = lines.offset(of: tab.start)
        text += lines.bytes[copied..<start]
        text += Array(repeating: 0x20, count: candidate * (tab.end.column - tab.start.column))
        copied = lines.offset(of: tab.end)
      }
      text += lines.bytes[copied...]
      if YAMLReader.read(text, path: path).diagnostics.isEmpty { width = candidate }
    }
    return tabs.prefix(FindingQuota.most + 1).map { tab in
      self.tab(tab, spaces: width.map { $0 * (tab.end.column - tab.start.column) })
    }
  }

  // MARK: Never closed

  private func unclosed(
    _ fault: ParserFault, openBracket: Mark?, lines: inout SourceLines
  ) -> Diagnostic? {
    let isFlow = ["while parsing a flow sequence", "while parsing a flow mapping"]
      .contains(fault.context)
    let quote = fault.context == "while scanning a quoted scalar" && fault.isOpenEnded
    guard let open = isFlow || quote ? fault.contextMark : openBracket else { return nil }
    let offset = lines.offset(of: open)
    let opener = Character(UnicodeScalar(lines.byte(offset)))
    let span = Span(open, Mark(line: open.line, column: open.column + 1))
    let place = lines.word(at: fault.mark)
    let gaveUp = related(
      place, Text(sv: "hit kom läsningen", en: "reading gave up here"))
    if quote {
      return self.fault(
        "unclosed", span,
        Text(
          sv: "citattecknet \(opener) avslutas aldrig",
          en: "the quote \(opener) is never closed"),
        [gaveUp],
        help: Text(
          sv: "sätt \(opener) där texten slutar", en: "put \(opener) where the text ends"),
        fixes: [closing(String(opener), at: lines.endOfText(ofLine: open.line))])
    }
    guard opener == "[" || opener == "{" else { return nil }
    let closer: Character = opener == "[" ? "]" : "}"
    if let end = lines.closer(of: offset, on: open.line), end.byte == closer.asciiValue {
      return nil
    }
    return self.fault(
      "unclosed", span,
      Text(sv: "'\(opener)' avslutas aldrig", en: "'\(opener)' is never closed"), [gaveUp],
      help: Text(
        sv: "sätt '\(closer)' efter den sista delen", en: "put '\(closer)' after the last item"),
      fixes: [closing(String(closer), at: lines.endOfText(ofLine: last(open.line, fault, &lines)))])
  }

  /// The last line of what was left open: the one before the line where reading gave up.
  private func last(_ first: Int, _ fault: ParserFault, _ lines: inout SourceLines) -> Int {
    max(first, lines.contentLine(before: fault.mark.line) ?? first)
  }

  private func closing(_ closer: String, at end: Mark) -> Fix {
    fix(
      Text(sv: "sätt '\(closer)' här", en: "put '\(closer)' here"), isSafe: false, Span(end, end),
      closer)
  }

  // MARK: No text

  /// Why bytes are no text: libyaml gives no line for these.
  private func unreadable(_ lines: inout SourceLines) -> Diagnostic {
    if let offset = lines.bytes.firstIndex(of: 0) {
      return fault(
        "binary", lines.span(ofByte: offset),
        Text(
          sv: "filen är ingen textfil: här står en nollbyte",
          en: "the file is no text file: here stands a NUL byte"),
        help: lines.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
          ? Text(
            sv: "det ser ut som en fil från Excel eller Word; en process skrivs som text i UTF-8",
            en: "it looks like a file of Excel or Word; a pipeline is written as text in UTF-8")
          : Text(sv: "spara filen som text i UTF-8", en: "save the file as text in UTF-8"))
    }
    if let offset = lines.firstInvalidByte { return encoding(at: offset, &lines) }
    let offset = lines.firstControl ?? 0
    let code = lines.scalar(at: offset)
    return fault(
      "syntax", lines.span(ofByte: offset),
      Text(
        sv: "ett osynligt styrtecken, U+\(hexadecimal(code, 4))",
        en: "an invisible control character, U+\(hexadecimal(code, 4))"),
      help: Text(sv: "ta bort det", en: "remove it"))
  }

  private func encoding(at offset: Int, _ lines: inout SourceLines) -> Diagnostic {
    let byte = lines.bytes[offset]
    let name = "0x" + hexadecimal(UInt32(byte), 2)
    let latin: [UInt8: String] = [
      0xE5: "å", 0xE4: "ä", 0xF6: "ö", 0xC5: "Å", 0xC4: "Ä", 0xD6: "Ö", 0xE9: "é",
    ]
    return fault(
      "encoding", lines.span(ofByte: offset),
      Text(
        sv: "tecknet är inte sparat som UTF-8 (byte \(name))",
        en: "the character is not saved as UTF-8 (byte \(name))"),
      help: latin[byte].map {
        Text(
          sv: "det är ett '\($0)' i Windows-1252 (Latin-1): spara filen som UTF-8",
          en: "it is '\($0)' in Windows-1252 (Latin-1): save the file as UTF-8")
      } ?? Text(sv: "spara filen som UTF-8", en: "save the file as UTF-8"))
  }

  private func hexadecimal(_ number: UInt32, _ digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension ParserFault {
  /// Whether a quoted text ran into the end.
  var isOpenEnded: Bool {
    problem == "found unexpected end of stream" || problem == "found unexpected document indicator"
  }
}
