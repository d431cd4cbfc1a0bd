import Located

/// The Swift file with all pages: a function each, so that none is made before it is asked for.
func source(of pages: [FixturePage]) -> String {
  let names = pages.map { "    \(literal($0.code)),\n" }.joined()
  let cases = pages.enumerated().map { "    case \(literal($1.code)): page\($0)()\n" }.joined()
  let bodies = pages.enumerated().map { function($1, number: $0) }.joined(separator: "\n")
  return """
    import Located

    extension CodeCatalogue {
      /// Every code, by name.
      package static var codes: [String] {
        [
      \(names)    ]
      }

      static func page(_ code: String) -> CodePage? {
        switch code {
    \(cases)    default: nil
        }
      }
    }

    \(bodies)
    """
}

private func function(_ page: FixturePage, number: Int) -> String {
  """
  private func page\(number)() -> CodePage {
    CodePage(
      \(literal(page.code)), \(page.isWarning ? ".warning" : ".error"), since: \(page.since),
      title: \(literal(page.title)),
      why: \(literal(page.why)),
      finding: \(literal(page.finding)),
      bad: [\(page.bad.map(literal).joined(separator: ", "))],
      good: [\(page.good.map(literal).joined(separator: ", "))])
  }

  """
}

private func literal(_ text: Text) -> String {
  "Text(sv: \(literal(text.sv)), en: \(literal(text.en)))"
}

private func literal(_ file: (path: String, text: String)) -> String {
  "CodePage.File(\(literal(file.path)), \(literal(file.text)))"
}

private func literal(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": out += "\\\(scalar)"
    case "\n": out += "\\n"
    case "\t": out += "\\t"
    case _
    where scalar.properties.generalCategory == .control
      || scalar.properties.generalCategory == .format:
      out += "\\u{\(String(scalar.value, radix: 16))}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
