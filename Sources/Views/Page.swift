package import Canonical
package import Located

/// What a read model shows: a page of blocks, and the same as data.
package protocol View: Sendable {
  /// The blocks, in order.
  var page: Page { get }
  /// The same for programs. Keys are stable, in kebab-case; a text for people is a record of `sv`
  /// and `en`, a date is ISO 8601, and what is not known is left out.
  var json: Value { get }
  /// What a document that holds nothing else is called.
  var heading: Text { get }
}

extension View {
  package var heading: Text {
    for block in page.blocks { if case .title(let text) = block { return text } }
    return Text("Stafett")
  }

  /// The page as one file of HTML.
  package func html(_ language: Language) -> String { page.html(language, title: heading) }

  /// The page as text, no line wider than the width where its words allow.
  package func text(_ language: Language, width: Int = 100) -> String {
    page.lines(language, width: width).joined(separator: "\n")
  }
}

/// Blocks of text in both languages, to be laid out for a terminal or a browser.
package struct Page: Sendable, Hashable {
  /// A piece of a page.
  package enum Block: Sendable, Hashable {
    /// What the page is about.
    case title(Text)
    /// What follows.
    case heading(Text)
    case paragraph(Text)
    /// Labels with what they say.
    case facts([Fact])
    case table(TextTable)
  }

  /// A label with what it says.
  package struct Fact: Sendable, Hashable {
    package let label: Text
    package let value: Text

    init(_ label: Text, _ value: Text) {
      self.label = label
      self.value = value
    }
  }

  package var blocks: [Block]

  /// A page of blocks.
  package init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  /// The lines, with an empty one between blocks but after a heading.
  package func lines(_ language: Language, width: Int = 100) -> [String] {
    var lines: [String] = []
    var isUnderHeading = true
    for block in blocks {
      if !isUnderHeading { lines.append("") }
      lines += self.lines(of: block, language, width)
      if case .heading = block { isUnderHeading = true } else { isUnderHeading = false }
    }
    return lines
  }

  private func lines(of block: Block, _ language: Language, _ width: Int) -> [String] {
    switch block {
    case .title(let text):
      let lines = text[language].printable.wrapped(to: width)
      let rule = lines.map(\.displayWidth).max() ?? 0
      return lines + [String(repeating: "═", count: rule)]
    case .heading(let text): return text[language].printable.wrapped(to: width)
    case .paragraph(let text): return text[language].printable.wrapped(to: width)
    case .table(let table): return table.lines(language, width: width)
    case .facts(let facts):
      let column = facts.map { $0.label[language].printable.displayWidth }.max() ?? 0
      return facts.flatMap { fact -> [String] in
        let label = fact.label[language].printable
        let value = fact.value[language].printable.wrapped(to: max(width - column - 2, 12))
        return value.enumerated().map { index, line in
          let start = index == 0 ? label : ""
          let pad = String(repeating: " ", count: column - start.displayWidth + 2)
          return line.isEmpty ? start : start + pad + line
        }
      }
    }
  }
}
