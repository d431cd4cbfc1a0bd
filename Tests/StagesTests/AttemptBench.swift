import Canonical
import Located
import StageKit
import Testing
import YAMLReading

/// One attempt at a stage, driven by forms as a user writes them.
///
/// Each accepted act is also stored as bytes and folded into a second attempt, which must stay equal.
struct AttemptBench {
  let prepared: PreparedStage
  private let owner: Body
  private(set) var attempt: any Attempt
  private var replayed: any Attempt
  private(set) var accepted = 0

  init(_ stage: any Stage.Type, settings: String = "{}", _ opening: Opening) throws {
    let (prepared, found) = StageContract(stage).prepare(try node(settings))
    self.prepared = try #require(prepared, "\(found.map(\.fault.code))")
    owner = opening.owner
    attempt = self.prepared.start(opening)
    replayed = self.prepared.start(opening)
  }

  /// Says an act, by the owner unless another is named; the places and codes of what is wrong.
  ///
  /// Empty when it was accepted.
  @discardableResult
  mutating func say(_ act: String, _ form: String, on: String, by: Body? = nil) throws
    -> [String]
  {
    try say(act, node(form), on: try #require(CivilDate(on)), by: by ?? owner)
  }

  /// Says an act with a form that is read already.
  mutating func say(_ act: String, _ form: Node, on: CivilDate, by: Body) throws -> [String] {
    let index = try #require(attempt.index(ofAct: act))
    let said = Said(on: on, by: by, number: accepted + 1)
    switch attempt.decide(index, form, said) {
    case .refused(let found):
      return found.map { "\($0.fault.place): \($0.fault.code)" }
    case .accepted(let stored, let next):
      attempt = next
      accepted += 1
      let isRead = stored.json.withUnsafeBufferPointer { replayed.fold(index, $0, said) }
      #expect(isRead)
      #expect(attempt.isEqual(to: replayed))
      return []
    }
  }

  /// The values handed on under a topic, in order.
  func given(_ topic: String) -> [String] {
    attempt.given.filter { $0.topic == topic }.map(\.value)
  }
}

/// The codes of what is wrong with settings.
func faults(_ stage: any Stage.Type, settings: String) throws -> [String] {
  StageContract(stage).prepare(try node(settings)).found.map(\.fault.code)
}

/// The root of a YAML text.
func node(_ yaml: String) throws -> Node {
  let document = YAMLReader.read(Array(yaml.utf8), path: "test")
  return try #require(document.root, "\(document.diagnostics)")
}
