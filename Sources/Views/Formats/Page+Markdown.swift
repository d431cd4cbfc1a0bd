package import Located

extension Page {
  /// The page in Markdown (CommonMark, with the tables of GitHub Flavored Markdown).
  ///
  /// What people wrote stays what they wrote: nothing of it becomes markup.
  package func markdown(_ language: Language) -> String {
    blocks.map { $0.markdown(language) }.joined(separator: "\n\n") + "\n"
  }
}

extension Page.Block {
  fileprivate func markdown(_ language: Language) -> String {
    switch self {
    case .title(let text): "# " + text[language].markdown
    case .heading(let text): "## " + text[language].markdown
    case .paragraph(let text): text[language].markdownLines.joined(separator: "  \n")
    case .facts(let facts):
      facts.map { "- **\($0.label[language].markdown):** \($0.value[language].markdown)" }
        .joined(separator: "\n")
    case .table(let table): table.markdown(language)
    }
  }
}

extension TextTable {
  fileprivate func markdown(_ language: Language) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = line(columns.map { $0.title[language].markdown })
    let rule = line(columns.map { $0.isNumeric ? "--:" : "---" })
    return ([head, rule] + rows.map { row in line(row.map { $0[language].markdown }) })
      .joined(separator: "\n")
  }
}

extension String {
  /// The text on one line, a line break as `<br>`.
  fileprivate var markdown: String { escapedForMarkdown.joined(separator: "<br>") }

  /// The text by lines, none of which begins a list, a heading or a rule.
  fileprivate var markdownLines: [String] {
    escapedForMarkdown.map { line in
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let after = line.dropFirst(digits.count).first
      if !digits.isEmpty, after == "." || after == ")" {
        return digits + "\\" + line.dropFirst(digits.count)
      }
      return line.first.map { "#+-=".contains($0) } ?? false ? "\\" + line : line
    }
  }

  private var escapedForMarkdown: [String] {
    printable.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // By scalars: a '|' with an accent on it is another character, and still markup.
      var text = String.UnicodeScalarView()
      for scalar in line.unicodeScalars.drop(while: { $0 == " " }) {
        switch scalar {
        case "&": text += "&amp;".unicodeScalars
        case "<": text += "&lt;".unicodeScalars
        case ">": text += "&gt;".unicodeScalars
        case "\\", "`", "*", "_", "[", "]", "|", "~", "$": text += ["\\", scalar]
        default: text.append(scalar)
        }
      }
      return String(text)
    }
  }
}
