import CivilTime
import Definitions
import Testing

@testable import Lifecycle

/// At most one case of a product and pipeline is in preparation.
@Suite struct PreparationTests {
  @Test func `a second case is refused while one is in preparation`() throws {
    let flow = try Flow(ForceTests.programme)
    flow.open()
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
    #expect(flow.reasons.contains("x-1"))
    flow.finish("write")
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
  }

  @Test func `it is allowed once the version is in force and the case rests`() throws {
    let flow = try ForceTests.inForce()
    flow.report("use", "yes", "north")
    #expect(flow.now == ["review"])
    #expect(flow.state["x-1"]?.rests == true)
    #expect(flow.closed == nil, "a case that rests is not closed")
    #expect(flow.open("2027-01-04"))
    #expect(flow.state["x-2"]?.edition == 2)
  }

  @Test func `it is allowed while regions still implement`() throws {
    let flow = try ForceTests.inForce()
    #expect(flow.now == ["use", "review"])
    #expect(flow.open("2027-01-04"))
  }

  @Test func `it is refused while a version waits for its day`() throws {
    let flow = try Flow(ForceTests.programme)
    flow.open("2026-03-02")
    flow.finish("write")
    flow.finish("decide", from: "2026-06-01")
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
    flow.fire(on: "2026-06-01")
    #expect(flow.open())
  }

  @Test func `it is allowed when the one before was ended or cancelled`() throws {
    let flow = try Flow(ForceTests.programme)
    flow.open()
    flow.perform(.cancel(caseID: "x-1", reason: "no money"), by: "board")
    #expect(flow.open())
    flow.finish("write", in: 2)
    flow.finish("decide", "reject", in: 2)
    #expect(flow.open())
    #expect(flow.state["x-3"] != nil)
  }

  @Test func `a case that sends back to before its version is in preparation again`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, in-force: done}
      - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 2}}}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("b")
    flow.finish("c", "back")
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
  }

  @Test func `without any in-force: a case is in preparation until it is done`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("a")
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
    flow.finish("b")
    #expect(flow.open())
  }

  @Test func `trailing lanes do not keep a case in preparation`() throws {
    let flow = try Flow(
      "- {id: a, uses: follow@1, for-each: regions, proceed: {at-least: 1}}")
    flow.open()
    flow.open()
    #expect(flow.codes == ["case/in-preparation"])
    flow.report("a", "yes", "north")
    #expect(flow.closed == .done)
    #expect(flow.open())
    #expect(flow.report("a", "yes", "south"), "and they still report")
  }

  @Test func `a case of another pipeline is no hindrance`() throws {
    let flow = try Flow(
      "- {id: a, uses: step@1}", also: [Flow.pipeline("q", "- {id: a, uses: step@1}")])
    flow.open()
    #expect(flow.open(pipeline: "q"))
    #expect(flow.state["x-2"]?.definition.id == "q")
  }

  // MARK: new-case

  @Test func `an outcome opens a new case, and does not leave the stage`() throws {
    let flow = try ForceTests.inForce()
    flow.finish("review", "revise", on: "2027-02-01")
    #expect(flow.now(in: 1) == ["use", "review"])
    #expect(flow.now(in: 2) == ["write"])
    let new = try #require(flow.state["x-2"])
    #expect(new.edition == 2)
    #expect(new.from == "x-1")
    #expect(new.openedBy == "revise")
    #expect(new.inputs == [Binding("name", "n")])
  }

  @Test func `it is refused while a case is in preparation`() throws {
    let flow = try ForceTests.inForce()
    flow.finish("review", "revise", on: "2027-02-01")
    flow.finish("review", "revise", on: "2027-03-01")
    #expect(flow.codes == ["case/in-preparation"])
    #expect(flow.finish("review", "none"))
  }

  @Test func `a stage of the case in preparation opens no other`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {diverting: [split]}, outcomes: {split: new-case}}
      - {id: b, uses: step@1, in-force: done}
      """)
    flow.open()
    flow.finish("a", "split")
    #expect(flow.codes == ["case/in-preparation"])
    #expect(flow.reasons.contains("possible: done"))
  }

  @Test func `new-case takes the version valid that day, and roles go along`() throws {
    let head = "roles: {group: group}\nvalid: {from: 2027-01-01}"
    let second = Flow.pipeline(
      "p", "- {id: fresh, uses: step@1, in-force: done}", head: head, version: "2")
    let flow = try Flow(ForceTests.programme, head: "roles: {group: group}", also: [second])
    flow.open("2026-03-02", roles: ["group": "writers"])
    flow.finish("write")
    flow.finish("decide")
    flow.finish("review", "revise", on: "2027-02-01")
    #expect(flow.state["x-2"]?.definition.version == "2")
    #expect(flow.now(in: 2) == ["fresh"])
    #expect(flow.state["x-2"]?.role("group") == "writers")
    #expect(flow.state["x-1"]?.definition.version == "1", "a case keeps its definition")
  }

  @Test func `new-case may name another pipeline`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: r, uses: step@1, every: 12 months, with: {diverting: [retire]}, outcomes: {retire: {new-case: q}}}
      """,
      also: [
        Flow.pipeline(
          "q", "- {id: stop, uses: step@1, out-of-force: done}", head: "opened-by: retire")
      ])
    flow.open()
    flow.finish("a")
    flow.finish("r", "retire")
    #expect(flow.state["x-2"]?.definition.id == "q")
    #expect(flow.state["x-2"]?.openedBy == "retire")
    #expect(flow.now(in: 2) == ["stop"])
    #expect(flow.now == ["r"])
  }

  @Test func `new-case is refused when the other pipeline asks for more than there is`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, in-force: done}
      - {id: r, uses: step@1, every: 12 months, with: {diverting: [retire]}, outcomes: {retire: {new-case: q}}}
      """,
      also: [
        Flow.pipeline(
          "q", "- {id: stop, uses: step@1, out-of-force: done}",
          head: """
            inputs:
              name: {type: text, title: {sv: Namn, en: Name}}
              reason: {type: text, title: {sv: Skäl, en: Reason}}
            """)
      ])
    flow.open()
    flow.finish("a")
    flow.finish("r", "retire")
    #expect(flow.codes == ["case/missing-input"])
    #expect(flow.state.cases.count == 1)
  }
}
