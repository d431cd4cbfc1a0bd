package import Located

extension Report {
  /// How many annotations of a kind GitHub shows for a step; it drops the rest unseen.
  private static let shown = 10

  /// The findings as workflow commands of GitHub Actions, the most severe first.
  ///
  /// What is too much for annotations stands as plain lines in the step's log, and a last notice
  /// says so.
  package func github(_ language: Language) -> String {
    let errors = diagnostics.filter { $0.severity == .error }
    let warnings = diagnostics.filter { $0.severity == .warning }
    let rest = Array(errors.dropFirst(Self.shown) + warnings.dropFirst(Self.shown))
    var lines = (errors.prefix(Self.shown) + warnings.prefix(Self.shown)).map {
      Self.command($0, language)
    }
    if !rest.isEmpty {
      // The dash keeps a file that is named as a command from being one.
      lines += rest.map { "- \($0.short(language))" }
      let more = Text(
        sv: "Ytterligare \(rest.count) fynd står i loggen för det här steget.",
        en: rest.count == 1
          ? "1 more finding stands in the log of this step."
          : "\(rest.count) more findings stand in the log of this step.")
      lines.append("::notice title=stafett::\(more[language].asData)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func command(_ finding: Diagnostic, _ language: Language) -> String {
    var properties: [String] = []
    if !finding.path.isEmpty {
      properties.append("file=\(finding.path.withoutDot.asProperty)")
      let (start, end) = (finding.span.start, finding.span.end)
      if start.line > 0 {
        // An end counts the last character here, and columns only within one line.
        properties += ["line=\(start.line)", "endLine=\(end.line)", "col=\(start.column)"]
        if end.line == start.line {
          properties.append("endColumn=\(max(start.column, end.column - 1))")
        }
      }
    }
    properties.append("title=\(finding.code.asProperty)")
    let text = finding.message(in: language) + "\nstafett explain \(finding.code)"
    return "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::\(text.asData)"
  }
}

extension String {
  /// The text of a workflow command: on one line.
  fileprivate var asData: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "%": text += "%25"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The value of a property of a workflow command, where a colon and a comma end it too.
  fileprivate var asProperty: String {
    asData.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case ":": text += "%3A"
      case ",": text += "%2C"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
