import Foundation
import Located

@testable import Checking

extension Report {
  /// Findings with all that makes printing hard: those of the golden files, and such as few rules
  /// make.
  static let golden: Report = {
    let folder = here.appending(path: "Golden/files")
    let files =
      names(in: folder).map { SourceFile(path: $0, bytes: bytes(folder.appending(path: $0))) }
      + [Fixture.register]
    let found = Workspace.load(files, stages: catalogue).diagnostics
    return Report(
      found + [loop, guess], of: files,
      suppressed: [
        Suppressed(
          note("rule/keep-it-simple", line: 11, 9...15), .inSource,
          reason: "överenskommet med NPO <cancer> & co"),
        Suppressed(
          note("time/window-in-pause", line: 12, 11...18), .external, reason: "Ärvt från 2023"),
      ],
      notEvaluated: [
        Text(
          sv: "ändringar mot det som gäller (ange --against)",
          en: "changes against what is live (say --against)")
      ])
  }()

  private static func span(_ line: Int, _ columns: ClosedRange<Int>) -> Span {
    Span(
      Mark(line: line, column: columns.lowerBound), Mark(line: line, column: columns.upperBound))
  }

  /// A way through two files, with an example and a safe fix of several edits.
  private static let loop = Diagnostic(
    "flow/provkod",
    Text(sv: "ärendet kan gå runt, runt: 100 %", en: "the case can go round: 100 %"),
    path: "g-process.yaml", span: span(11, 9...15),
    related: [
      Diagnostic.Related(
        path: "mapp med rum/å,b:c.yaml", span: span(3, 1...4),
        label: Text(sv: "härifrån", en: "from here"))
    ],
    help: Text(
      sv: "skriv {to: utkast, at-most: 2} [läs](mer)",
      en: "write {to: utkast, at-most: 2} [read](more)"),
    fixes: [
      Fix(
        Text(sv: "skriv at-most: 2", en: "write at-most: 2"), isSafe: true,
        edits: [
          Fix.Edit(
            path: "g-process.yaml", span: span(13, 17...17), replacement: "\n    at-most: 2"),
          Fix.Edit(path: "b-process.yaml", span: span(2, 10...13), replacement: "\"2\""),
        ])
    ],
    steps: [
      Diagnostic.Related(
        path: "g-process.yaml", span: span(11, 9...15),
        label: Text(sv: "utkast lämnas av npo-cancer", en: "npo-cancer hands on utkast")),
      Diagnostic.Related(
        path: "b-process.yaml", span: span(11, 10...16),
        label: Text(sv: "faststallande återremitteras", en: "faststallande is referred back")),
    ],
    example: """
      steps:
        - {at: 2026-01-05, stage: utkast, act: submit, for: npo-cancer}
        - {at: 2026-02-05, stage: faststallande, act: decide, for: npo-cancer}
      """, place: "stages.utkast")

  /// A finding of the whole with a fix that is a guess.
  private static let guess = Diagnostic(
    "schema/provkod", Text(sv: "menas 'values'?", en: "did you mean 'values'?"), severity: .warning,
    path: "a-process.yaml", span: span(8, 81...88),
    fixes: [
      Fix(
        Text(sv: "skriv values", en: "write values"), isSafe: false,
        edits: [Fix.Edit(path: "a-process.yaml", span: span(8, 81...88), replacement: "values")])
    ], place: "inputs.diagnosis.valuess")

  private static func note(_ code: String, line: Int, _ columns: ClosedRange<Int>) -> Diagnostic {
    Diagnostic(
      code, Text(sv: "väl mycket", en: "rather much"), severity: .warning, path: "g-process.yaml",
      span: span(line, columns), place: "stages.utkast")
  }
}
