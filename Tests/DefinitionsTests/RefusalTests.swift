import Located
import Testing

/// A pipeline that the reader refuses, with the word at fault marked.
struct Refused: Sendable, CustomTestStringConvertible {
  let fact: String
  let code: String
  let stages: String
  var head = ""

  var testDescription: String { fact }
}

/// What the reader refuses, with its code and where it stands, to both ends.
@Suite struct RefusalTests {
  static let flow = [
    Refused(
      fact: "a diverting outcome that is not mapped", code: "flow/unhandled-outcome",
      stages: "- {id: a, uses: «step@1», with: {diverting: [reject]}}"),
    Refused(
      fact: "an outcome that the stage does not have", code: "ref/unknown-outcome",
      stages: "- {id: a, uses: step@1, outcomes: {«don»: end}}"),
    Refused(
      fact: "an in-force: of an outcome that the stage does not have", code: "ref/unknown-outcome",
      stages: "- {id: a, uses: step@1, in-force: «adopted»}"),
    Refused(
      fact: "a target that is no stage", code: "ref/unknown-stage",
      stages: """
        - {id: a, uses: step@1, outcomes: {done: «bb»}}
        - {id: b, uses: step@1}
        """),
    Refused(
      fact: "a way back without a bound", code: "flow/endless-rework",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, with: {diverting: [back]}, outcomes: {back: «a»}}
        """),
    Refused(
      fact: "a stage that leads to itself without a bound", code: "flow/endless-rework",
      stages: "- {id: a, uses: step@1, with: {diverting: [again]}, outcomes: {again: «a»}}"),
    Refused(
      fact: "a way back to a stage from which this one is not reached",
      code: "flow/not-reached-from",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1}
        - {id: c, uses: step@1, after: a, with: {diverting: [back]}, outcomes: {back: «{to: b, at-most: 2}»}}
        """),
    Refused(
      fact: "a bound of none", code: "schema/out-of-bounds",
      stages: """
        - {id: a, uses: step@1, with: {diverting: [again]}, outcomes: {again: {to: a, at-most: «0»}}}
        """),
    Refused(
      fact: "a branch that also says after:", code: "flow/branch-with-after",
      stages: """
        - {id: a, uses: step@1, with: {diverting: [side]}, outcomes: {side: c}}
        - {id: b, uses: step@1}
        - {id: c, uses: step@1, after: «b»}
        """),
    Refused(
      fact: "a stage after a branch that does not say after what", code: "flow/says-no-after",
      stages: """
        - {id: a, uses: step@1, with: {diverting: [side]}, outcomes: {side: b}}
        - {id: b, uses: step@1}
        - {id: «c», uses: step@1}
        """),
    Refused(
      fact: "a stage after an every: that does not say after what", code: "flow/says-no-after",
      stages: """
        - {id: a, uses: step@1, in-force: done}
        - {id: b, uses: step@1, every: 12 months}
        - {id: «c», uses: step@1}
        """),
    Refused(
      fact: "an after: of a later stage", code: "flow/cycle",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, after: «c»}
        - {id: c, uses: step@1, after: a}
        """),
    Refused(
      fact: "an after: of the stage itself", code: "flow/cycle",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, after: «b»}
        """),
    Refused(
      fact: "an after: of a stage that is not there", code: "ref/unknown-stage",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, after: [a, «x»]}
        """),
    Refused(
      fact: "an every: that nothing puts in force", code: "flow/unreachable",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, every: «12 months»}
        """),
    Refused(
      fact: "an every: with for-each:", code: "flow/every-with-for-each",
      stages: """
        - {id: a, uses: step@1, in-force: done}
        - {id: b, uses: step@1, for-each: regions, every: «12 months»}
        """),
    Refused(
      fact: "an every: that hangs on the version and leads back to itself",
      code: "flow/not-reached-from",
      stages: """
        - {id: a, uses: step@1, in-force: done}
        - {id: b, uses: step@1, every: 12 months, with: {diverting: [again]}, outcomes: {again: «{to: b, at-most: 2}»}}
        """),
    Refused(
      fact: "an align: without every:", code: "flow/align-without-every",
      stages: "- {id: «a», uses: step@1, align: quarter}"),
  ]

  static let runs = [
    Refused(
      fact: "a target outside the run", code: "ref/unknown-stage",
      stages: """
        - {id: a, uses: step@1, for-each: regions, outcomes: {done: «b»}}
        - {id: b, uses: step@1}
        """),
    Refused(
      fact: "an end inside a run", code: "flow/inside-run",
      stages: "- {id: a, uses: step@1, for-each: regions, outcomes: {done: «end»}}"),
    Refused(
      fact: "a run that is reached in its middle", code: "flow/inside-run",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, for-each: regions}
        - {id: c, uses: step@1, for-each: regions}
        - {id: d, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: «c», at-most: 1}}}
        """.replacing("{to: «c», at-most: 1}", with: "«{to: c, at-most: 1}»")),
    Refused(
      fact: "a run that is waited for by its first stage", code: "flow/inside-run",
      stages: """
        - {id: a, uses: step@1}
        - {id: b, uses: step@1, for-each: regions}
        - {id: c, uses: step@1, for-each: regions}
        - {id: d, uses: step@1, after: «b»}
        """),
    Refused(
      fact: "an in-force: in a run", code: "flow/force-in-run",
      stages: "- {id: a, uses: step@1, for-each: regions, in-force: «done»}"),
    Refused(
      fact: "a proceed: of more than there are", code: "flow/impossible-join",
      stages: "- {id: a, uses: step@1, for-each: regions, proceed: «{at-least: 4}»}"),
    Refused(
      fact: "a proceed: without for-each:", code: "flow/proceed-without-run",
      stages: "- {id: a, uses: step@1, proceed: «all»}"),
    Refused(
      fact: "a proceed: that is not on the last stage of its run",
      code: "flow/proceed-without-run",
      stages: """
        - {id: a, uses: step@1, for-each: regions, proceed: «{at-least: 2}»}
        - {id: b, uses: step@1, for-each: regions}
        """),
    Refused(
      fact: "a set that is not there", code: "ref/unknown-set",
      stages: "- {id: a, uses: step@1, for-each: «region»}"),
  ]

  static let names = [
    Refused(
      fact: "a stage that is not in this build", code: "stage/unknown",
      stages: "- {id: a, uses: «stepp@1»}"),
    Refused(
      fact: "a stage without its level", code: "stage/unpinned",
      stages: "- {id: a, uses: «step»}"),
    Refused(
      fact: "a level that is not in this build", code: "stage/version",
      stages: "- {id: a, uses: «step@2»}"),
    Refused(
      fact: "two stages of one id", code: "schema/duplicate-id",
      stages: """
        - {id: a, uses: step@1}
        - {id: «a», uses: step@1}
        """),
    Refused(
      fact: "an id that means something else", code: "schema/bad-id",
      stages: "- {id: «end», uses: step@1}"),
    Refused(
      fact: "an owner that is not there", code: "ref/unknown-body",
      stages: "- {id: a, uses: step@1, owner: «bord»}"),
    Refused(
      fact: "lane as an owner outside a run", code: "ref/unknown-body",
      stages: "- {id: a, uses: step@1, owner: «lane»}"),
    Refused(
      fact: "an act that the stage does not have", code: "ref/unknown-act",
      stages: "- {id: a, uses: step@1, acts: {«finnish»: board}}"),
    Refused(
      fact: "an act given to nobody", code: "ref/unknown-body",
      stages: "- {id: a, uses: step@1, acts: {finish: [board, «reader»]}}"),
    Refused(
      fact: "a setting that names a set that is not there", code: "ref/unknown-set",
      stages: "- {id: a, uses: step@1, with: {parties: [regions, «regons»]}}"),
    Refused(
      fact: "a setting that the stage does not have", code: "schema/unknown-key",
      stages: "- {id: a, uses: step@1, with: {«forwards»: [x1]}}"),
    Refused(
      fact: "a key that a stage does not have", code: "schema/unknown-key",
      stages: "- {id: a, uses: step@1, «wihtin»: 2 weeks}"),
  ]

  static let times = [
    Refused(
      fact: "two deadlines", code: "time/two-deadlines",
      stages: "- {id: a, uses: step@1, within: 2 weeks, window: «remiss»}"),
    Refused(
      fact: "a deadline beside every:", code: "time/two-deadlines",
      stages: """
        - {id: a, uses: step@1, in-force: done}
        - {id: b, uses: step@1, every: 12 months, within: «2 weeks»}
        """),
    Refused(
      fact: "a window that is not there", code: "ref/unknown-window",
      stages: "- {id: a, uses: step@1, window: «remis»}"),
    Refused(
      fact: "a due: that is not of the form", code: "schema/wrong-form",
      stages: "- {id: a, uses: step@1, due: «soon»}"),
    Refused(
      fact: "a due: of an input that is no date", code: "ref/unknown-input",
      stages: "- {id: a, uses: step@1, due: «6 months before name»}"),
    Refused(
      fact: "a validity that ends before it starts", code: "time/ends-before-start",
      stages: "- {id: a, uses: step@1}", head: "valid: {from: 2020-01-01, to: «2019-12-31»}"),
  ]

  static let header = [
    Refused(
      fact: "an owner of the pipeline that is not there", code: "ref/unknown-body",
      stages: "- {id: a, uses: step@1}", head: "owner: «borad»"),
    Refused(
      fact: "a key that is no input", code: "ref/unknown-input",
      stages: "- {id: a, uses: step@1}", head: "key: [«nam»]"),
    Refused(
      fact: "a role of a kind that is not there", code: "ref/unknown-kind",
      stages: "- {id: a, uses: step@1}", head: "roles: {chair: «grup»}"),
    Refused(
      fact: "a role with a title, of a kind that is not there", code: "ref/unknown-kind",
      stages: "- {id: a, uses: step@1}",
      head: "roles: {chair: {kind: «grup», title: {sv: Ordförande, en: Chair}}}"),
    Refused(
      fact: "a role with a title in one language", code: "schema/missing-key",
      stages: "- {id: a, uses: step@1}",
      head: "roles: {chair: {kind: group, «title»: {sv: Ordförande}}}"),
    Refused(
      fact: "a condition on an input that is not there", code: "ref/unknown-input",
      stages: "- {id: a, uses: step@1, when: {«editon»: first}}"),
    Refused(
      fact: "a condition on an input that is no enum", code: "ref/unknown-input",
      stages: "- {id: a, uses: step@1, when: {«name»: x1}}"),
    Refused(
      fact: "a condition on a value that is never had", code: "schema/bad-choice",
      stages: "- {id: a, uses: step@1, when: {edition: [first, «second»]}}"),
    Refused(
      fact: "a condition on an outcome that opens no case", code: "schema/bad-choice",
      stages: "- {id: a, uses: step@1, when: {opened-by: «large»}}"),
    Refused(
      fact: "an enum without values", code: "schema/enum-values",
      stages: "- {id: a, uses: step@1}",
      head: """
        inputs:
          name: {type: text, title: {sv: Namn, en: Name}}
          «scope»: {type: enum, title: {sv: O, en: Scope}}
        """),
  ]

  @Test(arguments: flow + runs + names + times + header)
  func `it is refused where it stands`(refused: Refused) throws {
    let reading = try Reading(stages: refused.stages, head: refused.head)
    #expect(reading.told == reading.expected(refused.code))
    #expect(reading.marked != nil)
    #expect(reading.definitions.isEmpty)
  }

  @Test func `every fault is told in one reading`() throws {
    let reading = try Reading(
      stages: """
        - {id: a, uses: step@1, owner: bord, window: remis}
        - {id: b, uses: stepp@1}
        - {id: c, uses: step@1, for-each: region}
        """)
    #expect(
      reading.diagnostics.map(\.code) == [
        "ref/unknown-window", "ref/unknown-body", "stage/unknown", "ref/unknown-set",
      ])
  }
}
