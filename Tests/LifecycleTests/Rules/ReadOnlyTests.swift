import Canonical
import CivilTime
import Definitions
import StageKit
import Testing

@testable import Lifecycle

/// What this build does not understand leaves a product readable only, and never a crash.
@Suite struct ReadOnlyTests {
  static func broken(_ change: (inout Event) -> Void) throws -> (Engine, ProductState) {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open()
    flow.act("a", "say", "{text: one}")
    var events = flow.events
    change(&events[events.count - 1])
    return (flow.engine, flow.engine.fold.state(of: "x", events))
  }

  static func codes(_ engine: Engine, _ state: ProductState) -> [String] {
    let note = Command.note(caseID: "x-1", spot: nil, text: "hello")
    guard
      case .refused(let why) = engine.decide(
        note, on: state, Context(on: day("2026-03-03"), by: "board"))
    else { return [] }
    return why.map(\.code)
  }

  @Test func `an event of an unknown type`() throws {
    let (engine, state) = try Self.broken { $0.type = "merged" }
    #expect(state.unreadable.map(\.sequence) == [4])
    #expect(state["x-1"]?.openStages.map(\.id) == ["a"], "what was understood is read")
    #expect(Self.codes(engine, state) == ["case/read-only"])
  }

  @Test func `an event of a later level of meaning`() throws {
    let (engine, state) = try Self.broken { $0.semanticsLevel = 2 }
    #expect(Self.codes(engine, state) == ["case/read-only"])
  }

  @Test(arguments: [
    "", "{", "[]", "{}", #"{"stage":"a","attempt":1,"act":"sing","with":{}}"#,
    #"{"stage":"a","attempt":9,"act":"say","with":{"text":"x"}}"#,
    #"{"stage":"z","attempt":1,"act":"say","with":{"text":"x"}}"#,
    #"{"stage":"a","attempt":1,"act":"say","with":{"words":"x"}}"#,
    #"{"stage":"a","attempt":1,"act":"say","with":"#,
  ])
  func `bytes that do not fit their contract`(payload: String) throws {
    let (engine, state) = try Self.broken { $0.payload = Array(payload.utf8) }
    #expect(state.unreadable.count == 1)
    #expect(Self.codes(engine, state) == ["case/read-only"])
  }

  @Test func `a definition that this build does not have`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open()
    let blind = Fold { _ in nil }
    let state = blind.state(of: "x", flow.events)
    #expect(state.cases.isEmpty)
    #expect(!state.unreadable.isEmpty)
    #expect(Self.codes(flow.engine, state) == ["case/read-only"])
  }

  @Test func `every event that is written can be read back`() throws {
    let flow = try ForceTests.inForce()
    flow.report("use", "later", "north")
    flow.finish("review", "revise", on: "2027-02-01")
    #expect(flow.state.unreadable.isEmpty)
    #expect(flow.state.version == flow.events.count)
    #expect(flow.events.map(\.sequence) == Array(1...flow.events.count))
  }
}
