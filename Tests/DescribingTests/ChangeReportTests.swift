import Checking
import Definitions
import Describing
import Located
import Register
import StageKit
import Testing

/// What a working group reads of a change before it approves it.
@Suite struct ChangeReportTests {
  private func report(
    _ findings: [Diagnostic] = [], suppressed: [Suppressed] = [], notEvaluated: [Text] = []
  ) -> Report {
    Report(
      findings, of: [SourceFile(path: "Pipelines/cancer-care-programme/3.yaml", bytes: [])],
      suppressed: suppressed, notEvaluated: notEvaluated)
  }

  private func finding(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(
      "time/window-in-pause",
      Text(sv: "remisstiden <ligger> i *en* paus", en: "the window <lies> in *a* pause"),
      severity: severity, path: "Pipelines/cancer-care-programme/3.yaml",
      span: Span(Mark(line: 18, column: 3), Mark(line: 18, column: 9)),
      help: Text(sv: "stäng den 31 augusti", en: "close on 31 August"))
  }

  @Test(arguments: Language.allCases)
  func `a new version is told as a group would tell it`(_ language: Language) throws {
    let text = report(
      [finding(.warning), finding(.error)],
      suppressed: [
        Suppressed(finding(.warning), .inSource, reason: "överenskommet med RCC i samverkan")
      ],
      notEvaluated: Live.notEvaluated(Live(files: []))
    ).markdown(
      language,
      now: [try Samples.definition("cancer-care-programme@3"), try Samples.definition("sample@2")],
      live: [
        try Samples.definition("cancer-care-programme@2"),
        try Samples.definition("ordered-phase-out@1"),
      ],
      organisation: Samples.organisation)
    try Golden(name: "change.\(language).md").check(text)
  }

  @Test func `what is not changed is not told, and what is not known neither`() throws {
    let same = try Samples.definition("cancer-care-programme@3")
    let unchanged = report().markdown(
      .sv, now: [same], live: [same], organisation: Samples.organisation)
    #expect(unchanged.contains("Ingen process är ändrad."))
    #expect(!unchanged.contains("mermaid"))
    let unknown = report().markdown(
      .sv, now: [same], live: nil, organisation: Samples.organisation)
    #expect(!unknown.contains("Det här ändras"))
  }

  @Test func `the verdict stands first, and is that of the exit code`() {
    func heading(_ findings: [Diagnostic], strict: Bool = false) -> String {
      let text = report(findings).markdown(
        .sv, now: [], live: nil, organisation: Samples.organisation, strict: strict)
      return String(text.prefix { !$0.isNewline })
    }
    #expect(heading([]) == "# Ändringen kan tas in")
    #expect(heading([finding(.warning)]) == "# Ändringen kan tas in: 1 sak att tänka på")
    #expect(
      heading([finding(.warning)], strict: true)
        == "# Ändringen kan inte tas in än: 1 sak att tänka på")
    #expect(
      heading([finding(.error), finding(.warning)])
        == "# Ändringen kan inte tas in än: 1 fel att rätta och 1 sak att tänka på")
  }

  @Test func `nothing in a message is taken for Markdown or HTML`() {
    let text = report([finding(.error)]).markdown(
      .en, now: [], live: nil, organisation: Samples.organisation)
    #expect(text.contains("The window &lt;lies&gt; in \\*a\\* pause."))
  }
}
