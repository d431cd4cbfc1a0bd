import CivilTime
import Located
import Testing

@testable import Checking

/// Comments in a file, entries of a project and a baseline: what they let stand, and when they end.
@Suite struct SilencingTests {
  /// A definition with three findings: no reminder for two deadlines, and nothing in force.
  private func process(
    _ above: String = "", _ behind: String = "", item: String = ""
  ) -> String {
    """
    pipeline: riktlinje
    version: "1"
    valid: {from: 2021-01-01}
    title: {sv: Riktlinje, en: Guideline}
    product: guideline
    key: [diagnosis]
    owner: npo-cancer
    inputs: {diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}}
    stages:\(item)
      - id: utkast
        uses: draft@1\(above)
        within: 3 months\(behind)
        with: {documents: [slutversion]}
      - {id: ett-till, title: {sv: Ett till, en: Another}, uses: draft@1, within: 2 months,
         with: {documents: [slutversion]}}

    """
  }

  private func load(_ text: String) -> Workspace {
    Workspace.load(
      [SourceFile(path: "a.yaml", bytes: Array(text.utf8)), Fixture.register], stages: catalogue)
  }

  private func short(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.span.start.line) \($0.code)" }
  }

  private let reminder = "stafett: allow rule/no-reminder: kort väg"

  @Test func `without a comment all is found`() {
    #expect(short(load(process()).diagnostics) == ["12 rule/no-reminder", "14 rule/no-reminder"])
  }

  @Test func `a comment behind a line covers what begins there`() {
    let workspace = load(process("", " # \(reminder)"))
    #expect(short(workspace.diagnostics) == ["14 rule/no-reminder"])
    #expect(short(workspace.suppressed.map(\.finding)) == ["12 rule/no-reminder"])
    #expect(workspace.suppressed.map(\.kind) == [.inSource])
    #expect(workspace.suppressed.map(\.reason) == ["kort väg"])
  }

  @Test(arguments: [
    "\n    # \(SilencingTests.text)", "\n\n# \(SilencingTests.text)\n    # mer om saken\n",
    "\n  #\(SilencingTests.text)  ", "\n    ## \(SilencingTests.text)",
    "\n    # stafett: allow flow/unwatched,rule/no-reminder : kort väg",
  ])
  func `a comment over a key covers the key`(above: String) {
    let found = load(process(above))
    #expect(found.diagnostics.filter { $0.code == "rule/no-reminder" }.count == 1)
    #expect(found.suppressed.map(\.finding.code) == ["rule/no-reminder"])
  }
  private static let text = "stafett: allow rule/no-reminder: kort väg"

  @Test func `a comment over an item covers all of it, one over its list all of that`() {
    let item = load(process(item: "\n  # \(reminder)"))
    #expect(short(item.diagnostics) == ["15 rule/no-reminder"])
    let all = load(
      process().replacing("stages:", with: "# \(reminder)\nstages:"))
    #expect(short(all.diagnostics) == [])
    #expect(all.suppressed.count == 2)
  }

  @Test func `of comments one in another all are used`() {
    let workspace = load(process(" # \(reminder)", " # \(reminder)", item: "\n  # \(reminder)"))
    #expect(short(workspace.diagnostics) == ["12 ignore/unused", "15 rule/no-reminder"])
  }

  @Test(arguments: [
    "title: {sv: \"a # stafett: allow x\", en: 'b # stafett: allow y'}",
    "title:\n  sv: |\n    a\n    # stafett: allow x\n  en: >-\n    # stafett: allow y\n    b",
    "title:\n  sv: \"a\n    # stafett: allow x\"\n  en: 'b#stafett: allow y'",
    "title: {sv: Om, en: About}  # om stafett: en text",
  ])
  func `what only looks like such a comment is none`(title: String) {
    let text = process().replacing("title: {sv: Riktlinje, en: Guideline}", with: title)
    let found = load(text).diagnostics
    #expect(found.map(\.code).filter { $0.hasPrefix("ignore/") } == [])
    #expect(found.count { $0.code == "rule/no-reminder" } == 2)
  }

  @Test func `behind the mark of a block scalar a comment may stand`() {
    let text = process().replacing(
      "title: {sv: Riktlinje, en: Guideline}",
      with: "title:\n  en: Guideline\n  sv: | # stafett: allow rule/no-reminder: x\n    Riktlinje")
    #expect(load(text).diagnostics.contains { $0.code == "ignore/unused" })
  }

  @Test(arguments: [
    ("stafett: alow rule/no-reminder: x", "ignore/malformed", 14, 18),
    ("stafett: ", "ignore/malformed", 13, 13),
    ("stafett: allow", "ignore/malformed", 19, 19),
    ("stafett: allow no-reminder: x", "ignore/malformed", 20, 31),
    ("stafett: allow rule/no-reminder x", "ignore/malformed", 37, 38),
    ("stafett: allow rule/no-reminder, : x", "ignore/malformed", 37, 37),
    ("stafett: allow rule/no-reminder until i höst: x", "ignore/malformed", 43, 44),
    ("stafett: allow rule/no-reminder until: x", "ignore/malformed", 42, 42),
    ("stafett: allow rule/no-reminder", "ignore/no-reason", 14, 36),
    ("stafett: allow rule/no-reminder: ", "ignore/no-reason", 14, 37),
    ("stafett: allow rule/no-remindr: x", "ignore/unknown-code", 20, 35),
    ("stafett: allow stage/unknown: x", "ignore/cannot-allow", 20, 33),
    ("stafett: allow ignore/unused: x", "ignore/cannot-allow", 20, 33),
    ("stafett: allow flow/no-force: x", "ignore/unused", 20, 33),
  ])
  func `a comment that does nothing is found, exactly`(
    comment: String, code: String, start: Int, end: Int
  ) {
    // `    # ` would be seven columns; the comment stands over `within:`.
    let found = load(process("\n  # \(comment)")).diagnostics.filter { $0.span.start.line == 12 }
    #expect(found.map(\.code) == [code])
    #expect(found.first?.span.start.column == start)
    #expect(found.first?.span.end.column == end)
  }

  @Test func `where a part could not be read no exception is called unused`() {
    let comment = "\n    # stafett: allow flow/no-force: x"
    let found = load(process(comment).replacing("uses: draft@1", with: "uses: draf@1"))
    #expect(found.diagnostics.map(\.code).contains("stage/unknown"))
    #expect(!found.diagnostics.map(\.code).contains("ignore/unused"))
  }

  // MARK: a day

  private func outcome(
    _ text: String, project: String? = nil, baseline: Baseline? = nil, at date: String? = nil,
    isWhole: Bool = true
  ) throws -> Silencing.Outcome {
    let project = try project.map { text in
      let file = SourceFile(path: "stafett.yaml", bytes: Array(text.utf8))
      return try #require(Project.read(file, codes: KnownCodes(stages: catalogue)).0)
    }
    return load(text).silenced(
      by: Silencing(
        project: project, baseline: baseline, date: date.flatMap { CivilDate($0) },
        isWhole: isWhole))
  }

  @Test(arguments: [
    ("2027-09-01", "2027-09-01", false), ("2027-09-01", "2027-09-02", true),
    ("2027-09", "2027-09-30", false), ("2027-09", "2027-10-01", true),
  ])
  func `an exception holds to the end of its last day`(
    until: String, day: String, isOver: Bool
  ) throws {
    let text = process("", " # stafett: allow rule/no-reminder until \(until): x")
    let found = try outcome(text, at: day)
    let over = ["12 rule/no-reminder", "12 ignore/expired", "14 rule/no-reminder"]
    #expect(short(found.diagnostics) == (isOver ? over : ["14 rule/no-reminder"]))
    #expect(found.notEvaluated.isEmpty)
    #expect(
      try outcome(text).notEvaluated.map(\.en) == ["ignore/expired: say which day it is with --at"])
  }

  // MARK: the project

  @Test func `the project lets stand by code, place and file`() throws {
    func left(_ entry: String) throws -> [String] {
      short(try outcome(process(), project: "allow: [{\(entry), reason: x}]").diagnostics)
    }
    let both = ["12 rule/no-reminder", "14 rule/no-reminder"]
    #expect(try left("code: rule/no-reminder") == [])
    #expect(try left("code: rule/no-reminder, file: a.yaml") == [])
    #expect(try left("code: rule/no-reminder, at: stages") == [])
    #expect(try left("code: rule/no-reminder, at: stages.utkast") == [both[1]])
    #expect(try left("code: rule/no-reminder, at: stages.ett-till.within") == [both[0]])
    #expect(
      try left("code: rule/no-reminder, at: stages.ut") == both + ["1 ignore/unused"])
    #expect(
      try left("code: rule/no-reminder, file: b.yaml") == both + ["1 ignore/unused"])
    let kept = try outcome(process(), project: "allow: [{code: rule/no-reminder, reason: x}]")
    #expect(kept.suppressed.map(\.kind) == [.external, .external])
    let part = try outcome(
      process(), project: "allow: [{code: flow/no-force, reason: x}]", isWhole: false)
    #expect(short(part.diagnostics) == both)
  }

  @Test func `an entry of the project ends on its day`() throws {
    let project = "allow: [{code: rule/no-reminder, until: 2027-01-01, reason: x}]"
    let found = try outcome(process(), project: project, at: "2027-01-02").diagnostics
    #expect(
      short(found) == ["12 rule/no-reminder", "14 rule/no-reminder", "1 ignore/expired"])
    #expect(found.last?.place == "allow.1.until")
  }

  @Test func `policy says how bad a finding is, and an exception from what is off is unused`()
    throws
  {
    let worse = try outcome(process(), project: "policy: {rule/no-reminder: error}").diagnostics
    #expect(worse.map(\.severity) == [.error, .error])
    let off = try outcome(
      process("", " # \(reminder)"), project: "policy: {rule/no-reminder: off}"
    ).diagnostics
    #expect(short(off) == ["12 ignore/unused"])
  }

  // MARK: the baseline

  private func baseline(_ text: String) throws -> Baseline {
    let (read, findings) = Baseline.read(
      SourceFile(path: "baslinje.yaml", bytes: Array(text.utf8)))
    #expect(findings == [])
    return try #require(read)
  }

  @Test func `what was known stands, wherever its line has moved`() throws {
    let known = Baseline(of: load(process()).diagnostics)
    #expect(
      known.text == """
        baseline: 1
        findings:
          - {path: "a.yaml", place: "stages.ett-till.within", code: rule/no-reminder}
          - {path: "a.yaml", place: "stages.utkast.within", code: rule/no-reminder}

        """)
    let read = try baseline(known.text)
    let moved = "\n\n" + process("\n    title: {sv: Utkast, en: Draft}")
    let found = try outcome(moved, baseline: read)
    #expect(found.diagnostics == [])
    #expect(found.suppressed.count == 2)
    #expect(Baseline(of: []).text == "baseline: 1\nfindings: []\n")
    #expect(try baseline(Baseline(of: []).text).counts.isEmpty)
    #expect(try baseline("baseline: 1\nfindings:\n").counts.isEmpty)
  }

  @Test func `what is no longer found is to go from the baseline`() throws {
    let text = """
      baseline: 1
      findings:
        - {path: "a.yaml", place: "stages.utkast.within", code: rule/no-reminder, count: 3}
        - {path: "a.yaml", place: "stages.ett-till", code: rule/no-reminder}
        - {path: "borta.yaml", place: "stages", code: rule/no-reminder}

      """
    let found = try outcome(process(), baseline: try baseline(text))
    #expect(
      short(found.diagnostics) == [
        "14 rule/no-reminder", "3 ignore/stale-baseline", "4 ignore/stale-baseline",
        "5 ignore/stale-baseline",
      ])
    let part = try outcome(process(), baseline: try baseline(text), isWhole: false)
    #expect(short(part.diagnostics).count == 3)
  }

  @Test func `a baseline only shrinks, unless it is told to grow`() throws {
    let all = load(process()).diagnostics
    let one = Baseline(of: [all[0]])
    let (kept, refused) = one.updated(by: all)
    #expect(kept.text == one.text)
    #expect(refused == [all[1]])
    #expect(one.updated(by: [all[1]]).baseline.counts.isEmpty)
    #expect(one.updated(by: all, growing: true).baseline.text == Baseline(of: all).text)
  }

  @Test func `an error of reading is in no baseline`() {
    let found = load(process().replacing("draft@1", with: "draf@1")).diagnostics
    #expect(found.contains { $0.code == "stage/unknown" })
    #expect(Baseline(of: found).counts.isEmpty)
  }

  // MARK: size

  @Test func `the search finds the first word of each comment, wherever it stands`() {
    for lead in 0..<70 {
      let text = Array(
        (String(repeating: "å", count: lead) + " #stafett: b\n## \t stafett: c # \n#").utf8)
      #expect(
        text.withUnsafeBufferPointer { $0.firstWords("stafett:") } == [2 * lead + 2, 2 * lead + 18])
    }
    let none = Array("# stafet: a\nstafett: b\n# mer om stafett: c\n# stafett".utf8)
    #expect(none.withUnsafeBufferPointer { $0.firstWords("stafett:") } == [])
  }

  @Test(arguments: [
    String(repeating: "# stafett: allow rule/no-reminder: x\n", count: 5_000),
    String(repeating: " # stafett: allow rule/no-reminder: x", count: 5_000) + "\n",
    String(repeating: "#stafett:", count: 20_000) + "\n",
    "#" + String(repeating: " ", count: 200_000) + "stafett:\n",
  ])
  func `very many comments take no more than their share of time`(comments: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = load(comments + process()) }
    #expect(time < .seconds(20))
  }
}
