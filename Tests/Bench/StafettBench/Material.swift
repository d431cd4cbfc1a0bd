import Canonical
import Definitions
import Foundation
import Lifecycle
import Located
import Register
import Scenarios
import StageKit
import StageRegistry
import YAMLReading

/// The product's own pipelines, register and histories: what is measured is the mix of events that
/// real cases have.
struct Material {
  let organisation: Organisation
  let engine: Engine
  /// Of each product of each history, the commands that were accepted.
  let histories: [History]

  /// What was done with one product, in order.
  struct History {
    let product: String
    var steps: [(command: Command, context: Context)]
  }

  static func load(_ root: String = "Pipelines") throws -> Material {
    let files = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    let documents = try files.filter { $0.hasSuffix(".yaml") }.sorted().map { file in
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(file)")))
      guard let node = YAMLReader.read(bytes, path: file).root else {
        throw BenchFailure("\(file) is not read")
      }
      return node
    }
    guard
      let organisation = Organisation.load(documents.filter { $0["register"] != nil }).0
    else { throw BenchFailure("there is no register in \(root)") }
    let definitions = DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: organisation
    ).read(documents.filter { $0["pipeline"] != nil && $0["scenario"] == nil }).definitions
    let pinned = definitions.map { Pinned($0) }
    let byHash = Dictionary(pinned.map { ($0.definition.hash, $0) }) { first, _ in first }
    let engine = Engine(
      organisation: organisation, definitions: pinned, fold: Fold { byHash[$0] })
    let histories = try documents.compactMap { document in
      document["scenario"] == nil ? nil : Scenario.read(document).0
    }.flatMap { scenario in
      let run = ScenarioRun.play(scenario, engine)
      if let difference = run.difference {
        throw BenchFailure("\(scenario.name) does not play: \(difference.message.en)")
      }
      return run.products.map { product in
        History(
          product: product.stream,
          steps: run.log.filter { $0.product == product.stream }.map { ($0.command, $0.context) })
      }
    }
    guard !histories.isEmpty else { throw BenchFailure("there are no scenarios in \(root)") }
    return Material(organisation: organisation, engine: engine, histories: histories)
  }

  /// The events of a history as a store has them.
  func events(of history: History) throws -> [Event] {
    var state = ProductState(stream: history.product)
    var chain = EventChain()
    var events: [Event] = []
    for (number, step) in history.steps.enumerated() {
      guard
        case .accepted(let drafts, let after) = engine.decide(step.command, on: state, step.context)
      else { throw BenchFailure("\(history.product): step \(number + 1) is refused") }
      events += drafts.enumerated().map { index, draft in
        chain.seal(Event(draft, in: history.product, step: number, index: index, by: step.context))
      }
      state = after
    }
    return events
  }
}

extension Event {
  /// An event of a step, with ids as long as real ones.
  init(_ draft: Draft, in stream: String, step: Int, index: Int, by context: Context) {
    let command = "01980000-0000-7000-8000-\(String(format: "%012d", step))"
    self.init(
      stream: stream, caseID: draft.caseID,
      id: "01980000-0000-7000-\(String(format: "%04d", index))-\(command.suffix(12))",
      type: draft.type, recordedAt: Instant(milliseconds: 1_789_977_600_000 + Int64(step)),
      effectiveAt: draft.on, actor: "p-1", onBehalfOf: context.by.id, command: command,
      definition: draft.definition, semanticsLevel: Engine.semanticsLevel, payload: draft.payload)
  }
}
