import Testing

@testable import Lifecycle

/// Order of the file, branches, joins and handing on.
@Suite struct OrderTests {
  @Test func `a stage follows the one before it in the file`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      """)
    flow.open()
    #expect(flow.now == ["a"])
    flow.finish("a")
    #expect(flow.now == ["b"])
    flow.finish("b")
    #expect(flow.closed == .done)
  }

  @Test func `what is not open takes no act, and the refusal says what is`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("b")
    #expect(flow.codes == ["case/not-open"])
    #expect(flow.reasons.contains("open now: a"))
    #expect(flow.now == ["a"])
  }

  @Test func `a stage that is closed takes no more acts outside a run`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("a")
    flow.act("a", "say", "{text: more}")
    #expect(flow.codes == ["case/not-open"])
  }

  /// `a` leads by `light` to the branch `b`; `c` waits for both.
  static let branching = """
    - {id: a, uses: step@1, with: {forward: [full, light]}, outcomes: {light: b}}
    - {id: b, uses: step@1}
    - {id: c, uses: step@1, after: [a, b]}
    """

  @Test func `a branch that is not taken is passed by, and what waits for it opens`() throws {
    let flow = try Flow(Self.branching)
    flow.open()
    flow.finish("a", "full")
    #expect(flow.now == ["c"])
    #expect(flow.status("b") == .passedBy)
  }

  @Test func `an outcome that leads to a branch opens it only`() throws {
    let flow = try Flow(Self.branching)
    flow.open()
    flow.finish("a", "light")
    #expect(flow.now == ["b"])
    #expect(flow.status("c") == .pending)
    flow.finish("b")
    #expect(flow.now == ["c"])
  }

  @Test func `a stage is passed by when none of those it waits for handed on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {forward: [full, light]}, outcomes: {light: b}}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a}
      - {id: d, uses: step@1, after: [b, c]}
      """)
    flow.open()
    flow.finish("a", "light")
    #expect(flow.status("c") == .passedBy)
    #expect(flow.now == ["b"])
    flow.finish("b")
    #expect(flow.now == ["d"])
  }

  @Test func `a join that nobody hands on to is passed by, and the case is done`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {diverting: [stop]}, outcomes: {stop: b}}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a}
      - {id: d, uses: step@1, after: c}
      """)
    flow.open()
    flow.finish("a", "stop")
    flow.finish("b")
    #expect(flow.status("d") == .passedBy)
    #expect(flow.closed == .done)
  }

  @Test func `several stages after one run side by side, and a join waits for each`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a}
      - {id: d, uses: step@1, after: [b, c]}
      """)
    flow.open()
    flow.finish("a")
    #expect(flow.now == ["b", "c"])
    flow.finish("c")
    #expect(flow.now == ["b"])
    flow.finish("b")
    #expect(flow.now == ["d"])
  }

  @Test func `the stage after a side-by-side one waits for that one only`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1, after: a}
      - {id: d, uses: step@1}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("c")
    #expect(flow.now == ["b", "d"])
  }

  @Test func `two outcomes may lead to the same branch`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {forward: [go], diverting: [left, right]}, outcomes: {left: c, right: c}}
      - {id: b, uses: step@1}
      - {id: c, uses: step@1}
      """)
    flow.open()
    flow.finish("a", "right")
    #expect(flow.now == ["c"])
    #expect(flow.status("b") == .passedBy)
  }

  @Test func `next makes a diverting outcome go on`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {diverting: [reject]}, outcomes: {reject: next}}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("a", "reject")
    #expect(flow.now == ["b"])
  }

  @Test func `end closes all that is open in one append`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, within: 2 weeks, remind: [1 week]}
      - {id: c, uses: step@1, after: a, with: {diverting: [stop]}, outcomes: {stop: end}}
      """)
    flow.open()
    flow.finish("a")
    #expect(!flow.timers.isEmpty)
    flow.finish("c", "stop")
    #expect(flow.closed == .ended)
    #expect(flow.now.isEmpty)
    #expect(flow.attempts("b").map(\.status) == [.cancelled])
    #expect(flow.timers.isEmpty)
    flow.finish("b")
    #expect(flow.codes == ["case/not-open"])
  }

  @Test func `an optional outcome that is not mapped is not offered`() throws {
    let flow = try Flow("- {id: a, uses: step@1, with: {optional: [pause]}}")
    flow.open()
    flow.finish("a", "pause")
    #expect(flow.codes == ["flow/not-offered"])
    #expect(flow.now == ["a"])
  }

  @Test func `an optional outcome that is mapped is offered`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1, with: {optional: [pause]}, outcomes: {pause: b}}
      - {id: b, uses: step@1}
      """)
    flow.open()
    flow.finish("a", "pause")
    #expect(flow.now == ["b"])
  }

  @Test func `a later target is refused while it is open`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: step@1}
      - {id: b, uses: step@1, with: {optional: [to-d]}, outcomes: {to-d: d}}
      - {id: c, uses: step@1, after: a, with: {optional: [to-d]}, outcomes: {to-d: d}}
      - {id: d, uses: step@1}
      """)
    flow.open()
    flow.finish("a")
    flow.finish("b", "to-d")
    #expect(flow.now == ["c", "d"])
    flow.finish("c", "to-d")
    #expect(flow.codes == ["flow/under-way"])
    #expect(flow.reasons.contains("possible: done"))
    flow.finish("d")
    flow.finish("c", "to-d")
    #expect(flow.codes == ["flow/under-way"], "also when it is left already")
    flow.finish("c")
    #expect(flow.closed == .done)
  }

  @Test func `a branch inside a run is taken by one lane and not by another`() throws {
    let flow = try Flow(
      """
      - {id: a, uses: follow@1, for-each: regions, outcomes: {nope: b}}
      - {id: b, uses: follow@1, for-each: regions}
      - {id: c, uses: follow@1, for-each: regions, after: [a, b]}
      """)
    flow.open()
    flow.report("a", "nope", "north")
    flow.report("a", "yes", "south")
    #expect(flow.status("b", lane: "north") == .open)
    #expect(flow.status("c", lane: "north") == .pending)
    #expect(flow.status("b", lane: "south") == .passedBy)
    #expect(flow.status("c", lane: "south") == .open)
  }
}
