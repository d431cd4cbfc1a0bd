package import Located

extension Page {
  /// The page as one file of HTML that needs nothing else, to be read on a screen or printed on A4.
  ///
  /// Table heads are repeated on each sheet, and no row is broken between two. Rows that want
  /// attention have a thick edge and say why in words, so that no colour is needed; the contrast is
  /// that of WCAG 2.2 level AA. No script, and nothing is fetched.
  package func html(_ language: Language, title: Text) -> String {
    let isWide = blocks.contains { $0.columns > 6 }
    let own = blocks.contains { if case .title = $0 { true } else { false } }
    let all = own ? blocks : [.title(title)] + blocks
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\((all.title ?? title)[language].html)</title>
      <style>
      \(Self.style)@page { size: A4\(isWide ? " landscape" : ""); margin: 18mm 15mm }
      </style>
      </head>
      <body>
      <main>
      \(all.map { $0.html(language) }.joined(separator: "\n"))
      </main>
      </body>
      </html>\n
      """
  }

  private static let style = """
    body { font: 11pt/1.45 system-ui, "Segoe UI", Arial, sans-serif; color: #1a1a1a;
      background: #fff; margin: 0 }
    main { max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
    h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .6em }
    h2 { font-size: 1.2em; margin: 1.6em 0 .4em; break-after: avoid }
    p { margin: 0 0 .7em }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1.2em; margin: 0 0 1em }
    dt { font-weight: 600 }
    dd { margin: 0 }
    .scroll { overflow-x: auto }
    table { border-collapse: collapse; width: 100%; margin: 0 0 1.2em; font-size: .92em }
    thead { display: table-header-group }
    th, td { text-align: left; vertical-align: top; padding: .3em .6em;
      border-bottom: 1px solid #767676 }
    th { border-bottom: 2px solid #1a1a1a }
    td { overflow-wrap: break-word; hyphens: auto }
    .rigid { white-space: nowrap }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
    th.number { white-space: normal; hyphens: auto }
    tr { break-inside: avoid }
    tr.marked td:first-child { border-left: 4px solid #8a1f11 }
    tr.marked td { background: #fdf1ef }
    @media print {
      body { font-size: 9.5pt }
      main { max-width: none; margin: 0; padding: 0 }
      .scroll { overflow: visible }
    }

    """
}

extension [Page.Block] {
  fileprivate var title: Text? {
    for block in self { if case .title(let text) = block { return text } }
    return nil
  }
}

extension Page.Block {
  fileprivate var columns: Int {
    if case .table(let table) = self { table.columns.count } else { 0 }
  }

  fileprivate func html(_ language: Language) -> String {
    switch self {
    case .title(let text): "<h1>\(text[language].html)</h1>"
    case .heading(let text): "<h2>\(text[language].html)</h2>"
    case .paragraph(let text): "<p>\(text[language].html)</p>"
    case .facts(let facts):
      "<dl>\n"
        + facts.map {
          "<dt>\($0.label[language].html)</dt><dd>\($0.value[language].html)</dd>\n"
        }.joined() + "</dl>"
    case .table(let table): table.html(language)
    }
  }
}

extension TextTable {
  fileprivate func html(_ language: Language) -> String {
    let head = columns.map {
      "<th scope=\"col\"\($0.kind)>\($0.title[language].html)</th>"
    }.joined()
    let body = rows.enumerated().map { place, row in
      "<tr\(marked.contains(place) ? " class=\"marked\"" : "")>"
        + zip(columns, row).map { "<td\($0.kind)>\($1[language].html)</td>" }.joined() + "</tr>\n"
    }.joined()
    return "<div class=\"scroll\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)"
      + "</tbody>\n</table></div>"
  }
}

extension TextTable.Column {
  fileprivate var kind: String {
    isNumeric ? " class=\"number\"" : isRigid ? " class=\"rigid\"" : ""
  }
}

extension String {
  /// The text with nothing left in it that HTML could take for markup, also inside an attribute.
  var html: String {
    // By scalars: a '<' with an accent on it is another character, and still markup.
    var text = String.UnicodeScalarView()
    var unbroken = 0
    for scalar in printable.unicodeScalars {
      // What has no space for so long, such as an address, may be broken to fit the sheet.
      unbroken = scalar == " " || scalar == "\n" ? 0 : unbroken + 1
      if unbroken.isMultiple(of: 30), unbroken > 0 { text += "<wbr>".unicodeScalars }
      switch scalar {
      case "&": text += "&amp;".unicodeScalars
      case "<": text += "&lt;".unicodeScalars
      case ">": text += "&gt;".unicodeScalars
      case "\"": text += "&quot;".unicodeScalars
      case "'": text += "&#39;".unicodeScalars
      case "\n": text += "<br>".unicodeScalars
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
