import CivilTime
import Definitions
import Located
import Testing

@testable import Lifecycle

/// Opening a case: definition, kind, inputs, roles, and taking one over in mid-life.
@Suite struct OpeningTests {
  static let head = """
    roles: {group: group, court: board}
    inputs:
      name: {type: text, title: {sv: Namn, en: Name}}
      scope: {type: enum, values: [wide, narrow], title: {sv: O, en: Scope}}
      ends: {type: date, optional: true, title: {sv: Slut, en: Ends}}
      beds: {type: whole-number, optional: true, title: {sv: Platser, en: Beds}}
      host: {type: body, optional: true, title: {sv: Värd, en: Host}}
      document: {type: product, optional: true, title: {sv: Dokument, en: Document}}
      code: {type: icd-10-se, optional: true, title: {sv: Diagnos, en: Diagnosis}}
      drug: {type: atc, optional: true, title: {sv: Substans, en: Substance}}
    """
  static let inputs = ["name": "n", "scope": "wide"]
  static let roles = ["group": "readers", "court": "court"]

  static func flow() throws -> Flow {
    try Flow("- {id: a, uses: step@1}", head: head)
  }

  @Test func `a case opens with its inputs and roles, and the product with its first`() throws {
    let flow = try Self.flow()
    #expect(flow.open(inputs: Self.inputs, roles: Self.roles))
    #expect(flow.types == [ProductOpened.type, CaseOpened.type, StageOpened.type])
    let one = try #require(flow.state["x-1"])
    #expect(one.edition == 1)
    #expect(one.openedBy == "opened")
    #expect(one.inputs == [Binding("name", "n"), Binding("scope", "wide")])
    #expect(one.role("group") == "readers")
    #expect(one.definition.reference == "p@1")
    #expect(flow.state.kind == "thing")
  }

  @Test(arguments: [
    (["name": "n"], "case/missing-input", "give scope (Scope)"),
    (["name": "n", "scope": "huge"], "case/bad-input", "none of wide, narrow"),
    (["name": "", "scope": "wide"], "case/bad-input", "name: empty"),
    (["name": "n", "scope": "wide", "ends": "soon"], "case/bad-input", "no date"),
    (["name": "n", "scope": "wide", "beds": "many"], "case/bad-input", "no whole number"),
    (["name": "n", "scope": "wide", "host": "No One"], "case/bad-input", "no id"),
    (["name": "n", "scope": "wide", "document": "A B"], "case/bad-input", "no id"),
    (
      ["name": "n", "scope": "wide", "end": "2027-01-01"], "case/unknown-input",
      "did you mean 'ends'"
    ),
  ])
  func `an input that is missing, wrong or unknown is refused`(
    inputs: [String: String], code: String, says: String
  ) throws {
    let flow = try Self.flow()
    flow.open(inputs: inputs, roles: Self.roles)
    #expect(flow.codes == [code])
    #expect(flow.reasons.contains(says), "\(flow.reasons)")
    #expect(flow.state.version == 0)
  }

  @Test(arguments: ["C18", "C61.9", "D35.2", "C49.4", "F00.0A", "Z03.8W1", "U07.1"])
  func `a diagnosis is a code of the form of ICD-10-SE`(code: String) throws {
    let flow = try Self.flow()
    let inputs = Self.inputs.merging(["code": code]) { $1 }
    #expect(flow.open(inputs: inputs, roles: Self.roles), "\(flow.reasons)")
  }

  @Test(arguments: [
    "bröst", "C6", "61.9", "c61.9", "C61.", "C61,9", "C619", "C61.9-A", "C61.ABCD", "CC1", "Ä61",
    "C61.9 ", " ", "",
  ])
  func `what has not the form of a diagnosis code is refused`(code: String) throws {
    let flow = try Self.flow()
    flow.open(inputs: Self.inputs.merging(["code": code]) { $1 }, roles: Self.roles)
    #expect(flow.codes == ["case/bad-input"])
    #expect(flow.reasons.contains("code: "))
  }

  @Test(arguments: [
    ("L01XL04", true), ("L01", true), ("sacituzumabgovitekan", true), ("5-fluorouracil", true),
    ("12345", false), ("", false), (" ", false),
  ])
  func `a drug is named by its ATC code or by its substance, not by digits`(
    drug: String, isTaken: Bool
  ) throws {
    let flow = try Self.flow()
    let inputs = Self.inputs.merging(["drug": drug]) { $1 }
    #expect(flow.open(inputs: inputs, roles: Self.roles) == isTaken, "\(flow.reasons)")
    #expect(flow.codes == (isTaken ? [] : ["case/bad-input"]))
  }

  @Test func `a bad diagnosis and a bad role are told at once`() throws {
    let flow = try Self.flow()
    flow.open(
      inputs: Self.inputs.merging(["code": "bröst"]) { $1 },
      roles: ["group": "readers", "court": "curt"])
    #expect(flow.codes == ["case/bad-input", "case/unknown-body"])
  }

  @Test(arguments: [
    (["group": "readers"], "case/missing-role", "say who is court (board)"),
    (["group": "court", "court": "court"], "case/role-kind", "must be group, court is board"),
    (["group": "readers", "court": "curt"], "case/unknown-body", "did you mean 'court'"),
    (
      ["group": "readers", "court": "court", "chair": "board"], "case/unknown-role",
      "no role 'chair'"
    ),
  ])
  func `a role that is missing, of another kind or unknown is refused`(
    roles: [String: String], code: String, says: String
  ) throws {
    let flow = try Self.flow()
    flow.open(inputs: Self.inputs, roles: roles)
    #expect(flow.codes == [code])
    #expect(flow.reasons.contains(says), "\(flow.reasons)")
  }

  @Test func `a role of an open kind takes a body that the register does not list`() throws {
    let flow = try Self.flow()
    #expect(flow.open(inputs: Self.inputs, roles: ["group": "vpg-new", "court": "court"]))
  }

  @Test func `a role that is bound to a body that has ended is refused`() throws {
    let flow = try Flow("- {id: a, uses: step@1}", head: "roles: {host: region}")
    flow.open("2026-03-02", roles: ["host": "island"])
    #expect(flow.codes == ["case/ended-body"])
    #expect(flow.open("2028-03-02", roles: ["host": "island"]))
  }

  @Test func `everything that is wrong is told at once`() throws {
    let flow = try Self.flow()
    flow.open(inputs: ["scope": "huge"], roles: [:], by: "writers")
    #expect(
      flow.codes == [
        "case/missing-input", "case/bad-input", "case/missing-role", "case/missing-role",
        "permission/not-allowed",
      ])
  }

  // MARK: the definition

  static func versions() throws -> Flow {
    try Flow(
      "- {id: old, uses: step@1, in-force: done}", head: "valid: {from: 2020-01-01}",
      also: [
        Flow.pipeline(
          "p", "- {id: new, uses: step@1, in-force: done}",
          head: "valid: {from: 2027-01-01, to: 2028-12-31}", version: "2")
      ])
  }

  @Test(arguments: [
    ("2026-12-31", "1"), ("2027-01-01", "2"), ("2028-12-31", "2"), ("2029-01-01", "1"),
  ])
  func `a new case takes the highest version that is valid on its day`(
    on: String, version: String
  ) throws {
    let flow = try Self.versions()
    flow.open(on)
    #expect(flow.state["x-1"]?.definition.version == version)
  }

  @Test func `no version is valid before the first`() throws {
    let flow = try Self.versions()
    flow.open("2019-12-31")
    #expect(flow.codes == ["case/no-valid-version"])
    let text = try #require(flow.refused.first?.text)
    #expect(text.sv.contains("först från 2020-01-01: öppna det då eller senare"))
    #expect(text.en.contains("only from 2020-01-01: open it then or later"))
  }

  @Test func `a pipeline that is not there is refused with the nearest`() throws {
    let flow = try Flow(
      "- {id: a, uses: step@1}", also: [Flow.pipeline("cancer", "- {id: a, uses: step@1}")])
    flow.open(pipeline: "canser")
    #expect(flow.codes == ["case/unknown-pipeline"])
    #expect(flow.reasons.contains("did you mean cancer"))
  }

  @Test func `a case keeps the definition it was opened with`() throws {
    let flow = try Self.versions()
    flow.open("2026-06-01")
    flow.finish("old", on: "2027-06-01")
    #expect(flow.closed == .done)
    #expect(flow.open("2027-06-02"))
    #expect(flow.now(in: 2) == ["new"])
  }

  // MARK: kinds and products

  @Test func `of several kinds a case says which`() throws {
    let flow = try Flow("- {id: a, uses: step@1}", head: "product: [drug, method]")
    flow.open()
    #expect(flow.codes == ["case/kind"])
    #expect(flow.reasons.contains("drug, method"))
    #expect(flow.open(kind: "method"))
    #expect(flow.state.kind == "method")
  }

  @Test func `a kind that the pipeline is not about is refused`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open(kind: "drug")
    #expect(flow.codes == ["case/kind"])
  }

  @Test func `a product stays of its kind, and later cases need not say it`() throws {
    let flow = try Flow(
      "- {id: a, uses: step@1, in-force: done}", head: "product: [drug, method]")
    flow.open(kind: "method")
    flow.finish("a")
    flow.open(kind: "drug")
    #expect(flow.codes == ["case/other-kind"])
    #expect(flow.open())
  }

  @Test func `a product is one by its key`() throws {
    let flow = try Flow("- {id: a, uses: step@1, in-force: done}")
    flow.open()
    flow.finish("a")
    flow.open(inputs: ["name": "other"])
    #expect(flow.codes == ["case/other-product"])
  }

  @Test func `a case opened by an outcome that the pipeline does not know is refused`() throws {
    let flow = try Flow("- {id: a, uses: step@1}", head: "opened-by: signal")
    var opening = Command.OpenCase.Opening()
    opening.openedBy = "sigal"
    flow.open(opening: opening)
    #expect(flow.codes == ["case/opened-by"])
    opening.openedBy = "signal"
    #expect(flow.open(opening: opening))
    #expect(flow.state["x-2"]?.edition == 2, "what another case opened is a revision")
  }

  @Test func `a second case is a revision, and cannot be a first edition`() throws {
    let flow = try Flow("- {id: a, uses: step@1, in-force: done}")
    flow.open()
    flow.finish("a")
    var opening = Command.OpenCase.Opening()
    opening.isRevision = false
    flow.open(opening: opening)
    #expect(flow.codes == ["case/not-first"])
  }

  // MARK: taking over

  static func takenOver(
    at stage: String, since: String? = nil, on: String = "2026-03-02",
    _ stages: String = ForceTests.programme
  ) throws -> Flow {
    let flow = try Flow(stages)
    var opening = Command.OpenCase.Opening()
    opening.atStage = stage
    opening.inForceSince = since.map { day($0) }
    flow.open(on, opening: opening)
    return flow
  }

  @Test func `what stands before the stage counts as closed, lanes as trailing and unknown`() throws
  {
    let flow = try Self.takenOver(at: "review", since: "2025-05-01")
    #expect(flow.refused.isEmpty)
    #expect(flow.now == ["review"])
    #expect(flow.lanes() == ["north unknown", "middle unknown", "south unknown"])
    #expect(flow.state.inForce?.appliesFrom == day("2025-05-01"))
    #expect(flow.state["x-1"]?.rests == true)
    #expect(flow.deadline("review") == "2026-05-01")
    #expect(flow.report("use", "yes", "north"))
    #expect(flow.now == ["review"])
  }

  @Test func `lanes of what is taken over remind nobody`() throws {
    let flow = try Self.takenOver(at: "review", since: "2025-05-01")
    #expect(flow.timers.isEmpty)
  }

  @Test func `reviews that were missed before the taking over collapse`() throws {
    let flow = try Self.takenOver(at: "review", since: "2019-05-01")
    #expect(flow.attempts("review").count == 1)
    #expect(flow.deadline("review") == "2025-05-01", "the latest of them, not the first")
    flow.finish("review", "none")
    #expect(flow.deadline("review") == "2026-05-01")
  }

  @Test func `a case is taken over before its version`() throws {
    let flow = try Self.takenOver(at: "decide")
    #expect(flow.now == ["decide"])
    #expect(flow.status("write") == .skipped)
    flow.finish("decide")
    #expect(flow.state.inForce?.caseID == "x-1")
    #expect(flow.now == ["use", "review"])
  }

  @Test func `a case is taken over at its run, with the review beside`() throws {
    let flow = try Self.takenOver(at: "use", since: "2026-01-15")
    #expect(flow.now == ["use", "review"])
    #expect(flow.lanes() == ["north waiting", "middle waiting", "south waiting"])
  }

  @Test func `what a version that is taken over is called stays with it`() throws {
    let flow = try Flow(ForceTests.programme)
    var opening = Command.OpenCase.Opening()
    opening.atStage = "review"
    opening.inForceSince = day("2025-05-01")
    opening.inForceVersion = "4.0"
    flow.open("2026-03-02", opening: opening)
    #expect(flow.refused.isEmpty)
    #expect(flow.state.inForce?.label == "4.0")
  }

  @Test func `a case is taken over in a branch`() throws {
    let flow = try Self.takenOver(at: "wind-down", since: "2020-01-15")
    #expect(flow.refused.isEmpty, "\(flow.reasons)")
    #expect(flow.now.contains("wind-down"))
    flow.finish("wind-down")
    #expect(flow.state.inForce == nil)
    #expect(flow.closed == .done)
  }

  @Test func `a stage that follows the version in force needs its day`() throws {
    let flow = try Self.takenOver(at: "review")
    #expect(flow.codes == ["case/says-no-force"])
  }

  @Test func `nothing is in force before a stage that puts it there`() throws {
    let flow = try Self.takenOver(at: "write", since: "2025-05-01")
    #expect(flow.codes == ["case/nothing-in-force"])
  }

  @Test func `a run is taken over where it begins`() throws {
    let flow = try Self.takenOver(
      at: "b",
      """
      - {id: a, uses: follow@1, for-each: regions}
      - {id: b, uses: follow@1, for-each: regions}
      """)
    #expect(flow.codes == ["case/inside-run"])
    #expect(flow.reasons.contains("'a'"))
  }

  @Test func `a stage that is not there is refused`() throws {
    let flow = try Self.takenOver(at: "revew", since: "2025-05-01")
    #expect(flow.codes == ["case/unknown-stage"])
  }
}
