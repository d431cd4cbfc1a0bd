package import Located

extension CodePage {
  /// The page for a terminal: what, why, how it looks, and how it is mended.
  ///
  /// No line of prose is wider than `width`; what was written in a file stays as it is.
  package func text(_ language: Language, width: Int = 88) -> String {
    let sv = language == .sv
    let severity: String
    switch self.severity {
    case .error: severity = sv ? "fel" : "error"
    case .warning: severity = sv ? "varning" : "warning"
    }
    var lines = ["\(code) (\(severity))", title[language]]
    let longest = lines.map(\.count).max() ?? 0
    lines.append(String(repeating: "=", count: min(width, longest)))
    lines += folded(why[language], width: width)
    lines += ["", sv ? "Så visas det:" : "As it is shown:", ""]
    lines += indented(finding[language])
    lines += ["", sv ? "Fel:" : "Wrong:", ""]
    lines += excerpts(of: bad, against: good)
    lines += ["", sv ? "Rätt:" : "Right:", ""]
    lines += excerpts(of: good, against: bad)
    if since > 1 {
      lines += ["", sv ? "Från regelnivå \(since)." : "From rule level \(since) on."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What differs in each file, each under its name where there are several.
  private func excerpts(of files: [File], against others: [File]) -> [String] {
    var lines: [String] = []
    for file in files {
      let other = others.first { $0.path == file.path } ?? (others.count == 1 ? others[0] : nil)
      let theirs = other.map { written($0.text) } ?? []
      let ours = written(file.text)
      guard ours != theirs || files.count == 1 else { continue }
      if !lines.isEmpty { lines.append("") }
      if files.count > 1 { lines.append("  # \(file.path)") }
      lines += Excerpt(of: ours, against: theirs).lines.map { $0.isEmpty ? "" : "  \($0)" }
    }
    return lines
  }
}

extension CodeCatalogue {
  /// All codes with their titles, family by family.
  package static func text(_ language: Language) -> String {
    let width = codes.map(\.count).max() ?? 0
    var out = ""
    for (family, codes) in families {
      out += "\(family.title[language])\n"
      for page in codes.compactMap({ self[$0] }) {
        let isWarning = page.severity == .warning
        out += "  \(page.code)\(String(repeating: " ", count: width - page.code.count))"
        out += isWarning ? " W  " : "    "
        out += "\(page.title[language])\n"
      }
      out += "\n"
    }
    return out
      + (language == .sv
        ? "\(codes.count) koder; W: en varning\nMer om en kod, med exempel: stafett explain KOD\n"
        : "\(codes.count) codes; W: a warning\nMore about a code, with examples: stafett explain CODE\n")
  }
}

/// The lines of a text, without the empty one after the last.
private func written(_ text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  while lines.last == "" { lines.removeLast() }
  return lines
}

private func indented(_ text: String) -> [String] {
  written(text).map { $0.isEmpty ? "" : "  \($0)" }
}

/// Words in lines of at most `width` characters, a longer word by itself.
private func folded(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return line.isEmpty ? lines : lines + [line]
}
