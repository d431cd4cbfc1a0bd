import Foundation
import Located
import Testing

@testable import Checking

/// Each printer against a file, over findings with all that makes printing hard.
@Suite struct PrinterTests {
  let report = Report.golden

  @Test(arguments: Language.allCases)
  func `text is as recorded`(language: Language) throws {
    try expectGolden(
      report.text(language), here.appending(path: "Golden/text.\(language.rawValue).txt"))
  }

  @Test func `text in colour is as recorded, and the same without its colours`() throws {
    let coloured = report.text(.sv, colour: true)
    try expectGolden(coloured, here.appending(path: "Golden/text-in-colour.sv.txt"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report.text(.sv))
  }

  @Test(arguments: Language.allCases)
  func `short is as recorded`(language: Language) throws {
    try expectGolden(
      report.short(language), here.appending(path: "Golden/short.\(language.rawValue).txt"))
  }

  @Test func `how to read about a code is said once in a run`() {
    let lines = report.text(.en).split(separator: "\n").filter { $0.contains("stafett explain") }
    #expect(lines.count > 5 && lines.count == Set(lines.map { $0.drop { $0 == " " } }).count)
    #expect(Set(report.diagnostics.map(\.code)).count == lines.count)
  }

  // MARK: Where the marks stand

  /// The line of marks under a line of text, for the code points between two columns.
  private func marks(under text: String, _ start: Int, _ end: Int) -> String {
    let file = SourceFile(path: "prov.yaml", bytes: Array(text.utf8))
    let span = Span(Mark(line: 1, column: start), Mark(line: 1, column: end))
    let finding = Diagnostic("prov/prov", Text("x"), path: "prov.yaml", span: span)
    let lines = Report([finding], of: [file]).text(.en).split(separator: "\n")
    return lines.indices.contains(4) ? String(lines[4].dropFirst(4)) : ""
  }

  @Test(arguments: [
    ("abc: d", 6, 7, "     ^"),
    ("医療: d", 5, 6, "      ^"),
    ("a: 医療", 4, 6, "   ^^^^"),
    ("🏥: d", 4, 5, "    ^"),
    ("👩‍⚕️: d", 7, 8, "    ^"),
    ("🇸🇪: d", 5, 6, "    ^"),
    ("e\u{301}: d", 5, 6, "   ^"),
    ("한: ᄒ", 4, 5, "    ^^"),
    ("ｆ: d", 4, 5, "    ^"),
    ("\ta:\tb", 5, 6, "\t  \t^"),
    ("a: b", 5, 5, "    ^"),
    ("a: b", 9, 9, "     ^"),
    ("\u{FEFF}a: b", 4, 5, "   ^"),
    ("", 1, 1, "^"),
  ])
  func `a mark stands under its character`(
    _ text: String, _ start: Int, _ end: Int, _ expected: String
  ) {
    #expect(marks(under: text, start, end) == expected)
  }

  @Test func `a line of a million characters is shown in part`() {
    let text = String(repeating: "ab ", count: 400_000)
    let file = SourceFile(path: "prov.yaml", bytes: Array(text.utf8))
    let span = Span(Mark(line: 1, column: 600_001), Mark(line: 1, column: 600_003))
    let finding = Diagnostic("prov/prov", Text("x"), path: "prov.yaml", span: span)
    let lines = Report([finding], of: [file]).text(.en).split(separator: "\n")
    #expect(lines[3].count < 140 && lines[3].hasPrefix("1 | …") && lines[3].hasSuffix("…"))
    let mark = lines[4].distance(
      from: lines[4].startIndex, to: lines[4].firstIndex(of: "^") ?? lines[4].startIndex)
    #expect(Array(lines[3])[mark] == "a")
  }

  @Test func `nothing in a file can steer the terminal`() {
    let text = "a: \u{1B}[2J\u{202E}\u{9B}x"
    let file = SourceFile(path: "prov\u{1B}.yaml", bytes: Array(text.utf8))
    let span = Span(Mark(line: 1, column: 1), Mark(line: 1, column: 2))
    let finding = Diagnostic(
      "prov/prov", Text("'\u{1B}[2J\r\n'"), path: file.path, span: span, help: Text("\u{7}"))
    let report = Report([finding], of: [file])
    let steering = (report.text(.en) + report.short(.en)).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
    }
    #expect(steering.isEmpty)
    #expect(report.short(.en).count { $0 == "\n" } == 1)
  }

  @Test(arguments: [
    (0, 0, 7, "inga fel eller varningar i 7 filer", "no errors or warnings in 7 files"),
    (1, 0, 1, "1 fel i 1 fil", "1 error in 1 file"),
    (2, 1, 7, "2 fel, 1 varning i 7 filer", "2 errors, 1 warning in 7 files"),
    (0, 2, 2, "2 varningar i 2 filer", "2 warnings in 2 files"),
  ])
  func `the last line counts`(
    _ errors: Int, _ warnings: Int, _ files: Int, _ sv: String, _ en: String
  ) {
    let place = Mark(line: 0, column: 1)
    func finding(_ severity: Diagnostic.Severity) -> Diagnostic {
      Diagnostic("a/b", Text("x"), severity: severity, path: "", span: Span(place, place))
    }
    let report = Report(
      (0..<errors).map { _ in finding(.error) } + (0..<warnings).map { _ in finding(.warning) },
      of: (0..<files).map { SourceFile(path: "\($0)", bytes: []) })
    #expect(report.text(.sv).hasSuffix(sv + "\n"))
    #expect(report.text(.en).hasSuffix(en + "\n"))
  }

  @Test func `what stands on a command line has no lines to show`() {
    let place = Mark(line: 0, column: 2)
    let finding = Diagnostic("a/b", Text("x"), path: "", span: Span(place, place))
    #expect(Report([finding], of: []).text(.en).hasPrefix("error[a/b]: x\n  |\n"))
  }

  @Test func `the exit code follows from findings and files, in every format`() {
    let place = Mark(line: 1, column: 1)
    func report(_ severities: [Diagnostic.Severity], files: Int = 1) -> Report {
      Report(
        severities.map {
          Diagnostic("a/b", Text("x"), severity: $0, path: "0", span: Span(place, place))
        }, of: (0..<files).map { SourceFile(path: "\($0)", bytes: []) })
    }
    #expect(report([]).verdict() == .fine)
    #expect(report([.warning]).verdict() == .fine)
    #expect(report([.warning]).verdict(strict: true) == .findings)
    #expect(report([.warning, .error]).verdict() == .findings)
    #expect(report([], files: 0).verdict(strict: true) == .noInput)
    let failed = Diagnostic("internal/failed", Text("x"), path: "0", span: Span(place, place))
    #expect(Report([failed], of: []).verdict() == .failure)
    #expect([Verdict.fine, .findings, .failure, .noInput].map(\.rawValue) == [0, 1, 3, 4])
  }
}
