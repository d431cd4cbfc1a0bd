package import Located

extension Report {
  /// The findings for people: each with the lines it is about, and at last how many there are.
  ///
  /// Lines and columns count from 1, columns in code points. Colour is for terminals only.
  package func text(_ language: Language, colour: Bool = false) -> String {
    var printer = TextPrinter(
      files: files + context, language: language, paint: Paint(isOn: colour))
    return diagnostics.map { printer.print($0) + "\n" }.joined()
      + notEvaluated.map { printer.notEvaluated($0) + "\n" }.joined()
      + (notEvaluated.isEmpty ? "" : "\n") + total(language) + "\n"
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
    if !suppressed.isEmpty {
      let count = suppressed.count
      parts.append(Text(sv: "\(count) besvarade med skäl", en: "\(count) answered with a reason"))
    }
    let place =
      files.count == 1
      ? Text(sv: " i 1 fil", en: " in 1 file")
      : Text(sv: " i \(files.count) filer", en: " in \(files.count) files")
    return parts.map { $0[language] }.joined(separator: ", ") + place[language]
  }
}
