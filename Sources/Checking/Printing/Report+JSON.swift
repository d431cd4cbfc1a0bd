import Canonical
import Located

extension Report {
  /// The findings for programs: version 1 of the form, which only ever gains keys.
  ///
  /// Every text is in both languages, so that the same check gives the same bytes for all. Lines
  /// and columns count from 1, columns in code points; an `end` is the place after the last one.
  package var json: String {
    let value = Value.record([
      "version": .whole(1),
      "findings": .list(diagnostics.map(Self.finding)),
      "files": .whole(files.count),
    ])
    return value.pretty + "\n"
  }

  private static func finding(_ finding: Diagnostic) -> Value {
    .record([
      "code": .text(finding.code),
      "severity": .text(finding.severity.rawValue),
      "path": .text(finding.path),
      "span": span(finding.span),
      "message": text(finding.message),
      "help": finding.help.map(text),
      "related": .list(
        finding.related.map {
          .record(["path": .text($0.path), "span": span($0.span), "label": text($0.label)])
        }),
    ])
  }

  private static func span(_ span: Span) -> Value {
    .record(["start": mark(span.start), "end": mark(span.end)])
  }

  private static func mark(_ mark: Mark) -> Value {
    .record(["line": .whole(mark.line), "column": .whole(mark.column)])
  }

  private static func text(_ text: Text) -> Value {
    .record(["sv": .text(text.sv), "en": .text(text.en)])
  }
}
