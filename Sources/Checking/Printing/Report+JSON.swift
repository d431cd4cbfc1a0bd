import Canonical
import Located

extension Report {
  /// The findings for programs: version 1 of the form, which only ever gains keys.
  ///
  /// Every text is in both languages, so that the same check gives the same bytes for all. Lines
  /// and columns count from 1, columns in code points; an `end` is the place after the last one.
  /// `FindingsSchema` says the form.
  package var json: String {
    let names = Fingerprints(self)
    let value = Value.record([
      "version": .whole(1),
      "findings": .list(diagnostics.map { .record(Self.fields($0, names)) }),
      "suppressed": .list(
        suppressed.map { one in
          let answer = Value.record([
            "kind": .text(one.kind.rawValue), "reason": .text(one.reason),
          ])
          return .record(Self.fields(one.finding, names) + [Value.Field("suppression", answer)])
        }),
      "notEvaluated": .list(notEvaluated.map(Self.text)),
      "files": .whole(files.count),
    ])
    return value.pretty + "\n"
  }

  private static func fields(_ finding: Diagnostic, _ names: Fingerprints) -> [Value.Field] {
    Value.record([
      "code": .text(finding.code),
      "severity": .text(finding.severity.rawValue),
      "path": .text(finding.path),
      "place": .text(finding.place),
      "span": span(finding.span),
      "message": text(finding.message),
      "help": finding.help.map(text),
      "related": .list(finding.related.map(labelled)),
      "steps": .list(finding.steps.map(labelled)),
      "example": finding.example.map(Value.text),
      "fixes": .list(finding.fixes.map(fix)),
      "fingerprint": .text(names[finding]),
    ]).fields
  }

  private static func labelled(_ place: Diagnostic.Related) -> Value {
    .record(["path": .text(place.path), "span": span(place.span), "label": text(place.label)])
  }

  private static func fix(_ fix: Fix) -> Value {
    .record([
      "title": text(fix.title),
      "safe": .flag(fix.isSafe),
      "edits": .list(
        fix.edits.map {
          .record([
            "path": .text($0.path), "span": span($0.span), "replacement": .text($0.replacement),
          ])
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
