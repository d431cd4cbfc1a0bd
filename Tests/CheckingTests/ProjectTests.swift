import Definitions
import Located
import Testing

@testable import Checking

@Suite struct ProjectTests {
  static let codes = KnownCodes(
    ["stage/unknown", "rule/no-reminder", "flow/unwatched", "ignore/unused"], stages: ["remiss"]
  ) { $0 == "stage/unknown" ? .error : .warning }

  private func read(_ text: String) -> (Project?, [String]) {
    let file = SourceFile(path: "stafett.yaml", bytes: Array(text.utf8))
    let (project, findings) = Project.read(file, codes: Self.codes)
    return (
      project,
      findings.map { "\($0.span.start.line):\($0.span.start.column) \($0.code) \($0.message.en)" }
    )
  }

  @Test func `a project file says where things are and what counts`() throws {
    let (read, findings) = read(
      """
      roots: [Processer, Ordnat]
      register: Register
      strict: true
      baseline: stafett-baseline.yaml
      policy:
        rule/no-reminder: error
        remiss/short-window: off
      allow:
        - code: flow/unwatched
          at: stages.beslut
          file: Processer/vp.yaml
          until: 2027-09-01
          reason: Väntar på beslut i gruppen
      """)
    let project = try #require(read)
    #expect(findings == [])
    #expect(project.roots == ["Processer", "Ordnat"] && project.registers == ["Register"])
    #expect(project.isStrict && project.baseline == "stafett-baseline.yaml")
    #expect(project.form.policy.entries.map(\.level) == [.error, .off])
    #expect(project.form.allow.entries.first?.value.place?.value == "stages.beslut")
  }

  @Test func `a list whose last entry was removed is empty`() {
    #expect(read("strict: true\nallow:\n").0?.form.allow.entries.isEmpty == true)
  }

  @Test func `an empty mapping is a project of defaults`() throws {
    let project = try #require(read("{}").0)
    #expect(project.roots == [] && project.baseline == nil && !project.isStrict)
  }

  @Test(arguments: [
    ("strikt: true", "1:1 schema/unknown-key unknown key 'strikt', did you mean 'strict'?"),
    ("strict: yes", "1:9 yaml/legacy-boolean 'yes' is neither true nor false: write true"),
    ("policy: [a]", "1:9 schema/wrong-type codes are expected here, as rule/no-reminder: off"),
    (
      "policy: {rule/no-reminder: of}",
      "1:28 schema/bad-choice 'of' is not one of the choices, did you mean 'off'?"
    ),
    (
      "policy: {rule/no-remindr: off}",
      "1:10 ignore/unknown-code no finding has the code 'rule/no-remindr', did you mean 'rule/no-reminder'?"
    ),
    (
      "policy: {stage/unknown: warning}",
      "1:10 project/cannot-lower 'stage/unknown' is always an error: what has it cannot be run"
    ),
    (
      "policy: {ignore/unused: off}",
      "1:10 project/cannot-lower 'ignore/unused' cannot be turned off: it is about the exceptions themselves"
    ),
    (
      "allow: [{code: flow/unwatched}]",
      "1:10 schema/missing-key the key 'reason' is missing (Reason)"
    ),
    (
      "allow: [{code: stage/unknown, reason: x}]",
      "1:16 ignore/cannot-allow 'stage/unknown' cannot be allowed: what has it cannot be run"
    ),
    (
      "allow: [{code: no-reminder, reason: x}]",
      "1:16 ignore/unknown-code no finding has the code 'no-reminder', did you mean 'rule/no-reminder'?"
    ),
    ("", "1:1 yaml/empty the file has no content"),
  ])
  func `what cannot be followed is found`(text: String, finding: String) {
    #expect(read(text).1 == [finding])
  }

  @Test func `a warning may be anything, what cannot be run stays an error`() {
    func applied(_ code: String, _ severity: Diagnostic.Severity, _ level: String) -> String {
      let at = Mark(line: 1, column: 1)
      let finding = Diagnostic(
        code, Text("x"), severity: severity, path: "a", span: Span(at, at))
      guard let form = read("policy: {\(code): \(level)}").0?.form else { return "no project" }
      return form.policy.applied(to: finding)?.severity.rawValue ?? "off"
    }
    #expect(applied("rule/no-reminder", .warning, "error") == "error")
    #expect(applied("rule/no-reminder", .warning, "off") == "off")
    #expect(applied("rule/no-reminder", .error, "warning") == "warning")
    #expect(applied("remiss/short-window", .warning, "off") == "off")
    #expect(applied("remiss/short-window", .error, "off") == "error")
    #expect(applied("ignore/unused", .warning, "error") == "error")
    #expect(applied("flow/unwatched", .warning, "warning") == "warning")
  }
}
