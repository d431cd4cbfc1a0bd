import Canonical
import CivilTime
import Definitions
import Located
import Register
import StageKit
import Testing
import YAMLReading

@testable import Lifecycle

/// A product on a small definition: opens, acts and tells where it stands, one line each.
///
/// After every command that is accepted, all events are folded again from nothing and must lead to
/// the same state.
final class Flow {
  static let product = "x"

  let engine: Engine
  private(set) var state: ProductState
  private(set) var events: [Event] = []
  /// What the latest command added.
  private(set) var latest: [Lifecycle.Draft] = []
  /// Why the latest command was refused.
  private(set) var refused: [Refusal] = []
  /// The day on which a command is given that does not say.
  var today = day("2026-03-02")

  /// A definition of these stages; `head` adds to the pipeline, `also` are other definitions.
  convenience init(
    _ stages: String, head: String = "", also: [String] = [], register: String = smallRegister
  ) throws {
    let texts = [Flow.pipeline("p", stages, head: head)] + also
    try self.init(definitions: texts, organisation: organisation(register))
  }

  init(
    definitions texts: [String], organisation: Organisation,
    stages: [any Stage.Type] = [Step.self, Follow.self]
  ) throws {
    let reader = DefinitionReader(stages: StageCatalogue(stages), organisation: organisation)
    let nodes = try texts.enumerated().map { index, text in
      let read = YAMLReader.read(Array(text.utf8), path: "\(index).yaml")
      try #require(read.diagnostics.isEmpty, "\(read.diagnostics)")
      return try #require(read.root)
    }
    let reading = reader.read(nodes)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map { "\($0.code) \($0.message.en)" })")
    let pinned = reading.definitions.map { Pinned($0) }
    engine = Engine(
      organisation: organisation, definitions: pinned,
      fold: Fold { hash in pinned.first { $0.definition.hash == hash } })
    state = ProductState(stream: Flow.product)
  }

  /// A pipeline as text.
  static func pipeline(
    _ id: String, _ stages: String, head: String = "", version: String = "1"
  ) -> String {
    let defaults = [
      ("valid", "{from: 2020-01-01}"), ("product", "thing"), ("key", "[name]"),
      ("owner", "board"), ("inputs", "{name: {type: text, title: {sv: Namn, en: Name}}}"),
    ]
    let written = defaults.filter { !"\n\(head)".contains("\n\($0.0):") }
      .map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    return """
      pipeline: \(id)
      version: "\(version)"
      title: {sv: Prov, en: Trial}
      \(written)
      \(head)
      stages:
      \(stages.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """
  }

  // MARK: commands

  @discardableResult
  func perform(_ command: Command, on: String? = nil, by: String) -> Bool {
    if let on { today = day(on) }
    (latest, refused) = ([], [])
    switch engine.decide(command, on: state, Context(on: today, by: Body(stringLiteral: by))) {
    case .refused(let why):
      refused = why
      return false
    case .accepted(let drafts, let after):
      latest = drafts
      for draft in drafts {
        events.append(
          Event(
            stream: Flow.product, sequence: events.count + 1, caseID: draft.caseID,
            id: "e\(events.count + 1)", type: draft.type, recordedAt: Instant(milliseconds: 0),
            effectiveAt: draft.on, actor: "person", onBehalfOf: by, command: "c",
            definition: draft.definition, payload: draft.payload))
      }
      state = after
      let replayed = engine.fold.state(of: Flow.product, events)
      #expect(replayed.told == state.told, "the events do not lead to the state")
      return true
    }
  }

  @discardableResult
  func open(
    _ on: String? = nil, pipeline: String = "p", inputs: [String: String] = ["name": "n"],
    roles: [String: String] = [:], kind: String? = nil, by: String = "board",
    opening: Command.OpenCase.Opening = .init()
  ) -> Bool {
    perform(
      .open(
        Command.OpenCase(
          kind: kind, title: Text("Prov"), pipeline: .latest(id: pipeline),
          inputs: inputs.sorted { $0.key < $1.key }.map { Binding($0.key, $0.value) },
          roles: roles.sorted { $0.key < $1.key }.map { Binding($0.key, $0.value) },
          opening: opening)), on: on, by: by)
  }

  /// An act of a stage; on behalf of the lane's member, or else of the board.
  @discardableResult
  func act(
    _ stage: String, _ act: String, _ form: String = "{}", lane: String? = nil, on: String? = nil,
    by: String? = nil, in edition: Int = 1, corrects: Int? = nil
  ) -> Bool {
    let read = YAMLReader.read(Array(form.utf8), path: "act")
    guard let node = read.root else {
      Issue.record("\(form) is no form")
      return false
    }
    return perform(
      .act(
        caseID: id(edition), spot: Spot(stage, lane: lane), act: act, form: node,
        corrects: corrects), on: on, by: by ?? lane ?? "board")
  }

  /// `finish` of a `step@1`.
  @discardableResult
  func finish(
    _ stage: String, _ outcome: String = "done", lane: String? = nil, from: String? = nil,
    on: String? = nil, by: String? = nil, in edition: Int = 1
  ) -> Bool {
    let form = "{outcome: \(outcome)\(from.map { ", applies-from: \($0)" } ?? "")}"
    return act(stage, "finish", form, lane: lane, on: on, by: by, in: edition)
  }

  /// `report` of a `follow@1`.
  @discardableResult
  func report(
    _ stage: String, _ stand: String, _ lane: String, on: String? = nil, in edition: Int = 1
  ) -> Bool {
    act(stage, "report", "{stand: '\(stand)'}", lane: lane, on: on, in: edition)
  }

  @discardableResult
  func skip(
    _ stage: String, _ reason: String, lane: String? = nil, by: String = "board"
  ) -> Bool {
    perform(.skip(caseID: id(1), spot: Spot(stage, lane: lane), reason: reason), by: by)
  }

  @discardableResult
  func fire(on: String) -> Bool {
    perform(.fire, on: on, by: "engine")
  }

  func id(_ edition: Int) -> String { "\(Flow.product)-\(edition)" }

  // MARK: where it stands

  /// The stages that are open, in the order of the file.
  var now: [String] { now(in: 1) }

  func now(in edition: Int) -> [String] {
    state[id(edition)]?.openStages.map(\.id) ?? []
  }

  /// The codes of the latest refusal.
  var codes: [String] { refused.map(\.code) }

  /// What the latest refusal says in English.
  var reasons: String { refused.map(\.text.en).joined(separator: "\n") }

  func status(_ stage: String, lane: String? = nil, in edition: Int = 1) -> StageStatus? {
    guard let one = state[id(edition)], let index = one.definition.stage(stage) else { return nil }
    return one.status(of: index, lane: lane)
  }

  func attempts(_ stage: String, lane: String? = nil, in edition: Int = 1) -> [AttemptState] {
    guard let one = state[id(edition)], let index = one.definition.stage(stage) else { return [] }
    return one.attempts(at: index, lane: lane)
  }

  func deadline(_ stage: String, lane: String? = nil, in edition: Int = 1) -> String? {
    attempts(stage, lane: lane, in: edition).last?.deadline?.closes.description
  }

  /// What the latest attempt shows of itself in one line.
  func line(_ stage: String, lane: String? = nil, attempt: Int? = nil) -> String? {
    let attempts = attempts(stage, lane: lane)
    return attempts.last { attempt == nil || $0.number == attempt }?.attempt.summary.line?.en
  }

  /// Each lane of the first run with its status, in the order of the register.
  func lanes(in edition: Int = 1) -> [String] {
    guard let run = state[id(edition)]?.runs.first else { return [] }
    return run.lanes.map { "\($0.body) \($0.status(in: run).rawValue)" }
  }

  var closed: CaseClosed.How? { state[id(1)]?.closed }

  /// The days on which something will happen by itself: `b remind-1 2026-03-16`.
  var timers: [String] {
    engine.agenda(state).map { timer in
      [timer.spot.stage, timer.spot.lane, timer.rung, timer.due.description].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  /// What the latest command wants done outside: `reminder`, `escalation`.
  var effects: [String] {
    latest.flatMap(\.effects).map { "\($0.kind) \(String(decoding: $0.payload, as: UTF8.self))" }
  }

  /// The types of the events that the latest command added.
  var types: [String] { latest.map(\.type) }

  /// The sequence of the latest act that was said.
  var lastAct: Int { events.last { $0.type == ActSaid.type }?.sequence ?? 0 }
}

extension ProductState {
  /// All that a reader of the state can see, as text.
  var told: String {
    var lines = ["\(kind) \(version) \(String(describing: inForce)) \(earlier) \(unreadable)"]
    for one in cases {
      lines.append(
        "\(one.id) \(one.edition) \(one.openedBy) \(one.from ?? "-") \(one.inputs) \(one.roles)")
      lines.append("\(one.flow) \(String(describing: one.closed))")
      for (stage, attempts) in zip(one.definition.stages, one.attempts) {
        lines += attempts.map { "\(stage.id) \($0.told)" }
      }
      for run in one.runs {
        lines.append("\(run.drew) \(run.isTrailing) \(run.isCancelled) \(run.draws)")
        for lane in run.lanes {
          lines.append("\(lane.body) \(lane.flow) \(String(describing: lane.offered))")
          lines += lane.attempts.joined().map { "\(lane.body) \($0.told)" }
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension AttemptState {
  fileprivate var told: String {
    "\(number) \(status) \(opening) \(String(describing: deadline)) \(fired) \(attempt.given) "
      + "\(attempt.summary) \(String(describing: assigned)) \(actsThatCount)"
  }
}
