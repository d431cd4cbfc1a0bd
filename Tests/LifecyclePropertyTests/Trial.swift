import Canonical
import CivilTime
import Definitions
import FlowTesting
import Located
import RandomTesting
import Register
import StageKit
import Store
import YAMLReading

@testable import Lifecycle

/// A product that is put through random commands; after each one the invariants are held to it.
struct Trial {
  /// Something that must hold and did not.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// What a run had.
  struct Seen {
    var accepted = 0
    var refused = 0
    var compared = 0
    var rework = false
    var lanes = false
    var joins = false
    var every = false
    /// How often each refusal, and each type of event, was seen.
    var codes: [String: Int] = [:]
    var types: [String: Int] = [:]
  }

  let engine: Engine
  let store = MemoryStore()
  let texts: [String]
  var random: SeededRandom
  var state = ProductState(stream: "product")
  var chain = EventChain()
  var day = CivilDate(year: 2022, month: 1, day: 3) ?? .blank
  var said: [String] = []
  var seen = Seen()
  var counts = Counts()

  init(seed: UInt64, run: Int) throws {
    var random = SeededRandom(seed, run: run)
    texts = ["first", "second"].map { DefinitionMaker.text(id: $0, &random) }
    self.random = random
    engine = TrialGround.engine(try texts.map { try TrialGround.definition($0) })
  }

  /// A whole run; throws with all that was said when an invariant falls.
  mutating func run(_ commands: Int) throws {
    do {
      for _ in 0..<commands { try step() }
      try check(
        engine.fold.state(of: state.stream, store.events(of: state.stream, from: 1)).dump
          == state.dump, "the fold from the first event is another state")
    } catch {
      throw Broken(
        description:
          "\(error)\n\(said.suffix(60).joined(separator: "\n"))\n\(texts.joined(separator: "\n"))")
    }
  }

  mutating func step() throws {
    if random.chance(55) { day = day.adding(days: random.whole(0...40)) }
    let (command, by) = nextCommand()
    try perform(command, by: by)
    // No clock runs in a test but this one.
    if random.chance(25) { try fireTwice() }
  }

  mutating func perform(_ command: Command, by: String) throws {
    let context = Context(on: day, by: Body(stringLiteral: by))
    let line = "\(day) \(by): \(describe(command))"
    switch engine.decide(command, on: state, context) {
    case .refused(let refusals):
      said.append(line + " -> \(refusals.map(\.code))")
      seen.refused += 1
      for refusal in refusals { seen.codes[refusal.code, default: 0] += 1 }
      try check(!refusals.isEmpty, "refused without a reason")
      try check(
        !refusals.contains { $0.code.hasPrefix("engine/") },
        "a fault of the engine's own: \(refusals.map(\.text.en))")
    case .accepted(let drafts, let after):
      said.append(
        line
          + " -> \(drafts.map { "\($0.caseID?.last.map(String.init) ?? "") \($0.type) \(String(decoding: $0.payload, as: UTF8.self).prefix(90))" })"
      )
      seen.accepted += 1
      let before = state
      try write(command, drafts, after, context)
      try checkPermission(command, before)
      seen.compared += try TablePath.follow(drafts, from: before, to: after)
      try checkInvariants(before, drafts, command)
      watch(drafts)
    }
  }

  /// Firing all that is due leaves nothing due.
  mutating func fireTwice() throws {
    try perform(.fire, by: "board")
    let due = engine.agenda(state).filter { $0.due <= day }
    try check(due.isEmpty, "still due after firing: \(due.map { "\($0.id) \($0.rung) \($0.due)" })")
    let again = engine.decide(.fire, on: state, Context(on: day, by: "board"))
    guard case .accepted(let drafts, _) = again, drafts.isEmpty else {
      throw Broken(description: "firing twice does something twice")
    }
  }

  func check(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw Broken(description: what()) }
  }

  private mutating func watch(_ drafts: [Draft]) {
    for draft in drafts {
      seen.types[draft.type, default: 0] += 1
      let payload = String(decoding: draft.payload, as: UTF8.self)
      switch draft.type {
      case StageClosed.type: if payload.contains("\"sends-back\"") { seen.rework = true }
      case LanesDrawn.type: seen.lanes = true
      case StageChanged.Kind.proceeded.rawValue:
        if payload.contains("/") { seen.joins = true }
      case StageOpened.type: if payload.contains("\"every ") { seen.every = true }
      default: break
      }
    }
  }

  private func describe(_ command: Command) -> String {
    switch command {
    case .open(let open): "open \(open.pipeline) \(open.opening)"
    case .act(_, let spot, let act, let form, let corrects):
      "\(spot.stage) \(spot.lane ?? "") \(act) \(form.entries.map { "\($0.key.text ?? "")=\($0.value.text ?? "")" }) \(corrects ?? 0)"
    default: "\(command)"
    }
  }
}
