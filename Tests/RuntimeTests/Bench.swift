import Canonical
import CivilTime
import Definitions
import Foundation
import Lifecycle
import Located
import Register
import Runtime
import StageKit
import StageRegistry
import Store
import Synchronization
import Testing
import YAMLReading

/// The product's own pipelines and register, read once.
struct Workspace {
  static let pipelines = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pipelines").path()

  static let shared = Result { try Workspace() }

  let organisation: Organisation
  let definitions: [PipelineDefinition]

  init() throws {
    let paths = try #require(FileManager.default.enumerator(atPath: Workspace.pipelines))
    var nodes: [Node] = []
    for path in paths.compactMap({ $0 as? String }).filter({ $0.hasSuffix(".yaml") }).sorted() {
      let data = try #require(
        FileManager.default.contents(atPath: "\(Workspace.pipelines)/\(path)"))
      nodes += [YAMLReader.read(Array(data), path: path).root].compactMap { $0 }
    }
    organisation = try #require(Organisation.load(nodes.filter { $0["register"] != nil }).0)
    definitions =
      DefinitionReader(
        stages: StageCatalogue(registeredStages), organisation: organisation
      ).read(nodes.filter { $0["pipeline"] != nil && $0["scenario"] == nil }).definitions
  }
}

/// A clock that stands where a test puts it.
final class Clock: Sendable {
  private let time = Mutex<Int64>(1_767_744_000_000)

  var now: Instant {
    get { Instant(milliseconds: time.withLock { $0 }) }
    set { time.withLock { $0 = newValue.milliseconds } }
  }
}

/// A runner with its parts in a test's hands.
struct Bench {
  let store: any EventStore
  let runner: Runner
  let clock = Clock()

  /// - Parameters:
  ///   - stages: of the build; all unless a test leaves some out.
  ///   - hasFiles: whether the definitions' files are there.
  init(
    _ store: any EventStore = MemoryStore(), stages: [any Stage.Type] = registeredStages,
    hasFiles: Bool = true
  ) throws {
    let workspace = try Workspace.shared.get()
    let clock = clock
    self.store = store
    runner = Runner(
      store: store, stages: StageCatalogue(stages), organisation: workspace.organisation,
      definitions: hasFiles ? workspace.definitions : [], clock: { clock.now })
  }

  /// Opens a care programme on 7 January 2026.
  @discardableResult
  func open(
    _ product: String = "vp-a", about diagnosis: String = "C61.9", id: String = "open"
  ) throws -> Answer {
    let command = Command.OpenCase(
      title: Text(product), pipeline: .latest(id: "cancer-care-programme"),
      inputs: [Binding("diagnosis", diagnosis)],
      roles: [Binding("stodjande-rcc", "rcc-syd"), Binding("vardprogramgrupp", "vpg-a")])
    return try perform(.open(command), on: product, for: "rcc-samverkan", "2026-01-07", id: id)
  }

  /// Attaches a document to the draft.
  func attach(
    _ document: String = "consultation-draft", to product: String = "vp-a", id: String,
    expecting version: Int? = nil, isDryRun: Bool = false
  ) throws -> Answer {
    try perform(
      .act(
        caseID: "\(product)-1", spot: Spot("utkast"), act: "attach",
        form: try form(["document": document, "at": "https://example.se/a"]), corrects: nil),
      on: product, for: "vpg-a", "2026-02-02", id: id, expecting: version, isDryRun: isDryRun)
  }

  func perform(
    _ command: Command, on product: String, for body: Body, _ day: String, id: String,
    expecting version: Int? = nil, isDryRun: Bool = false
  ) throws -> Answer {
    try runner.perform(
      Order(
        command, on: product, Context(on: try date(day), by: body), id: id,
        request: ContentHash(hashing: "\(product) \(body) \(command.words)"), actor: "test",
        expectedVersion: version, isDryRun: isDryRun))
  }
}

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// What someone wrote on a command line.
func form(_ pairs: KeyValuePairs<String, String>) throws -> Node {
  var builder = TreeBuilder(path: "")
  let mark = Mark(line: 0, column: 1)
  builder.open(.mapping, mark)
  for (key, value) in pairs {
    builder.scalar(key, .argument, mark, mark)
    builder.scalar(value, .argument, mark, mark)
  }
  builder.close(mark)
  return try #require(builder.finish())
}

extension Answer {
  var receipt: Receipt? {
    switch self {
    case .done(let receipt), .repeated(let receipt), .planned(let receipt): receipt
    case .nothing, .refused, .stale, .reused: nil
    }
  }

  var refusals: [Refusal] {
    if case .refused(let refusals) = self { refusals } else { [] }
  }
}

extension Command {
  /// What tells one command of these tests from another.
  fileprivate var words: String {
    switch self {
    case .act(let id, let spot, let act, let form, let corrects):
      "\(id) \(spot) \(act) \(form.entries.map { $0.value.text ?? "" }) \(corrects ?? 0)"
    case .open(let opening): "open \(opening.title.sv)"
    case .note(let id, _, let text): "note \(id) \(text)"
    case .fire: "fire"
    default: "other"
    }
  }
}
