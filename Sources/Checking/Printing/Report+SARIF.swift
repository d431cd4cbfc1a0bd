import Canonical
package import Located

/// What is said of a code in a report that explains its codes.
package struct RuleDescription: Sendable {
  /// What its findings have in common, in one clause.
  package let title: Text
  /// Why it is a fault, and what to do.
  package let explanation: Text
  /// The same in Markdown, with an example.
  package let markdown: Text?

  /// A description.
  package init(title: Text, explanation: Text, markdown: Text? = nil) {
    self.title = title
    self.explanation = explanation
    self.markdown = markdown
  }
}

extension Report {
  /// The findings as SARIF 2.1.0 (OASIS Standard), with paths relative to where the check was run.
  ///
  /// `describing` explains a code; without it the program's own `explain` is named.
  package func sarif(
    _ language: Language, describing: (String) -> RuleDescription? = { _ in nil }
  ) -> String {
    let log = SARIF(report: self, language: language)
    let value = Value.record([
      "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .text("2.1.0"),
      "runs": .list([log.run(describing)]),
    ])
    return value.pretty + "\n"
  }
}

/// Writes the one run of a report.
private struct SARIF {
  let report: Report
  let language: Language
  let names: Fingerprints
  /// The codes that occur, by name: the index of each is its rule's.
  let codes: [(code: String, severity: Diagnostic.Severity)]

  init(report: Report, language: Language) {
    self.report = report
    self.language = language
    names = Fingerprints(report)
    let findings = report.diagnostics + report.suppressed.map(\.finding)
    var severities: [String: Diagnostic.Severity] = [:]
    for finding in findings where severities[finding.code] != .error {
      severities[finding.code] = finding.severity
    }
    codes = severities.map { (code: $0.key, severity: $0.value) }.sorted { $0.code < $1.code }
  }

  func run(_ describing: (String) -> RuleDescription?) -> Value {
    let driver = Value.record([
      "name": .text("stafett"),
      "language": .text(language.rawValue),
      "rules": .list(codes.map { rule($0.code, $0.severity, describing($0.code)) }),
    ])
    let notes = report.notEvaluated.map {
      Value.record(["level": .text("note"), "message": message($0[language])])
    }
    return .record([
      "tool": .record(["driver": driver]),
      "columnKind": .text("unicodeCodePoints"),
      "language": .text(language.rawValue),
      "invocations": .list([
        .record([
          "executionSuccessful": .flag(report.internalFailures.isEmpty),
          "toolExecutionNotifications": notes.isEmpty ? nil : .list(notes),
        ])
      ]),
      "results": .list(
        report.diagnostics.map { result($0, nil) }
          + report.suppressed.map { result($0.finding, $0) }
      ),
    ])
  }

  private func rule(
    _ code: String, _ severity: Diagnostic.Severity, _ description: RuleDescription?
  ) -> Value {
    let more = Text(
      sv: "Läs mer: stafett explain \(code)", en: "Read more: stafett explain \(code)")
    let help = description.map { "\($0.explanation[language])\n\n\(more[language])" }
    return .record([
      "id": .text(code),
      "shortDescription": .record(["text": .text(description?.title[language] ?? code)]),
      "fullDescription": .record([
        "text": .text(description?.explanation[language] ?? more[language])
      ]),
      "help": .record([
        "text": .text(help ?? more[language]),
        "markdown": description?.markdown.map { .text($0[language]) },
      ]),
      "defaultConfiguration": .record(["level": .text(severity.rawValue)]),
    ])
  }

  private func result(_ finding: Diagnostic, _ answer: Suppressed?) -> Value {
    let flow = Value.record([
      "threadFlows": .list([
        .record([
          "locations": .list(
            finding.steps.map { .record(["location": location($0.path, $0.span, label: $0.label)]) }
          )
        ])
      ])
    ])
    let place =
      finding.place.isEmpty
      ? nil : Value.list([.record(["fullyQualifiedName": .text(finding.place)])])
    let suppression = answer.map {
      Value.record(["kind": .text($0.kind.rawValue), "justification": .text($0.reason)])
    }
    // By 3.27.23 all results say whether they are suppressed, or none does.
    let suppressions =
      report.suppressed.isEmpty ? nil : Value.list([suppression].compactMap { $0 })
    return .record([
      "ruleId": .text(finding.code),
      "ruleIndex": codes.firstIndex { $0.code == finding.code }.map(Value.whole),
      "level": .text(finding.severity.rawValue),
      "message": message(finding.message(in: language)),
      "locations": .list([location(finding.path, finding.span, logical: place)]),
      "relatedLocations": finding.related.isEmpty
        ? nil
        : .list(
          finding.related.enumerated().map { index, related in
            location(related.path, related.span, label: related.label, id: index + 1)
          }),
      "codeFlows": finding.steps.isEmpty ? nil : .list([flow]),
      "fixes": finding.fixes.isEmpty ? nil : .list(finding.fixes.map(fix)),
      "partialFingerprints": .record(["stafett/v1": .text(names[finding])]),
      "suppressions": suppressions,
    ])
  }

  private func location(
    _ path: String, _ span: Span, label: Text? = nil, id: Int? = nil, logical: Value? = nil
  ) -> Value {
    // What stands on a command line is no place in a file.
    let isInFile = !path.isEmpty && span.start.line > 0
    let physical = Value.record([
      "artifactLocation": artifact(path), "region": isInFile ? region(span) : nil,
    ])
    return .record([
      "id": id.map(Value.whole),
      "physicalLocation": path.isEmpty ? nil : physical,
      "logicalLocations": logical,
      "message": label.map { message($0[language]) },
    ])
  }

  private func fix(_ fix: Fix) -> Value {
    var paths: [String] = []
    for edit in fix.edits where !paths.contains(edit.path) { paths.append(edit.path) }
    let changes = paths.map { path in
      Value.record([
        "artifactLocation": artifact(path),
        "replacements": .list(
          fix.edits.filter { $0.path == path }.map {
            .record([
              "deletedRegion": region($0.span),
              "insertedContent": .record(["text": .text($0.replacement)]),
            ])
          }),
      ])
    }
    return .record([
      "description": message(fix.title[language]),
      "artifactChanges": .list(changes),
      "properties": .record(["safe": .flag(fix.isSafe)]),
    ])
  }

  private func artifact(_ path: String) -> Value { .record(["uri": .text(path.asReference)]) }

  private func region(_ span: Span) -> Value {
    .record([
      "startLine": .whole(max(1, span.start.line)),
      "startColumn": .whole(max(1, span.start.column)),
      "endLine": .whole(max(1, span.end.line)), "endColumn": .whole(max(1, span.end.column)),
    ])
  }

  private func message(_ text: String) -> Value { .record(["text": .text(text.asMessage)]) }
}

extension String {
  /// The text of a message, where braces are doubled (3.11.5) and what would be a link is not
  /// (3.11.6).
  fileprivate var asMessage: String {
    var text = ""
    for (index, scalar) in zip(unicodeScalars.indices, unicodeScalars) {
      switch scalar {
      case "{": text += "{{"
      case "}": text += "}}"
      case "]" where unicodeScalars[index...].dropFirst().first == "(": text += "\\]"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The path as a URI reference (RFC 3986): only what is unreserved stands as it is.
  fileprivate var asReference: String {
    let path = withoutDot
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
