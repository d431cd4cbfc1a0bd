// Acts in a loop on a store until it is killed: STORE PIPELINES ROUND.
//
// The id of each act goes to standard output once the store has said that it is durable, so that
// whoever kills this program knows what it was promised.

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
import StoreSQLite
import YAMLReading

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("usage: kill-target STORE PIPELINES ROUND")
  exit(2)
}
let (store, pipelines, round) = (arguments[1], arguments[2], arguments[3])

func nodes(under folder: String) -> [Node] {
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { path in
    FileManager.default.contents(atPath: "\(folder)/\(path)").flatMap {
      YAMLReader.read(Array($0), path: path).root
    }
  }
}

func acknowledge(_ id: String) {
  // Past every buffer: what is printed is promised.
  Array("\(id)\n".utf8).withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

func text(_ pairs: KeyValuePairs<String, String>) -> Node? {
  var builder = TreeBuilder(path: "")
  let mark = Mark(line: 0, column: 1)
  builder.open(.mapping, mark)
  for (key, value) in pairs {
    builder.scalar(key, .argument, mark, mark)
    builder.scalar(value, .argument, mark, mark)
  }
  builder.close(mark)
  return builder.finish()
}

let all = nodes(under: pipelines)
guard let organisation = Organisation.load(all.filter { $0["register"] != nil }).0,
  let day = CivilDate("2026-01-07")
else {
  print("no register under \(pipelines)")
  exit(4)
}
let stages = StageCatalogue(registeredStages)
let runner = Runner(
  store: try SQLiteStore(at: store, access: .create), stages: stages, organisation: organisation,
  definitions: DefinitionReader(stages: stages, organisation: organisation)
    .read(all.filter { $0["pipeline"] != nil && $0["scenario"] == nil }).definitions,
  clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })

func perform(_ command: Command, on product: String, for body: Body, id: String) throws {
  let order = Order(
    command, on: product, Context(on: day, by: body), id: id, request: ContentHash(hashing: id),
    actor: "kill-target")
  switch try runner.perform(order) {
  case .done, .repeated: acknowledge("\(product) \(id)")
  case .refused(let refusals):
    // Opened by an earlier round already; anything else is a fault of this program.
    guard refusals.allSatisfy({ $0.code == "case/in-preparation" }) else {
      print("refused: \(refusals.map(\.text.en))")
      exit(1)
    }
  case .planned, .nothing, .stale, .reused: exit(1)
  }
}

for number in 1...4 {
  let product = "vp-\(number)"
  try perform(
    .open(
      Command.OpenCase(
        title: Text(product), pipeline: .latest(id: "cancer-care-programme"),
        inputs: [Binding("diagnosis", "C6\(number)")],
        roles: [Binding("stodjande-rcc", "rcc-syd"), Binding("vardprogramgrupp", "vpg-a")])),
    on: product, for: "rcc-samverkan", id: "open-\(round)")
}
for number in 1... {
  let product = "vp-\(number % 4 + 1)"
  let id = "\(round)-\(number)"
  if number.isMultiple(of: 3) {
    try perform(
      .note(caseID: "\(product)-1", spot: nil, text: "note \(id)"), on: product, for: "vpg-a",
      id: id)
  } else if let form = text(["document": "consultation-draft", "at": "https://example.se/\(id)"]) {
    try perform(
      .act(
        caseID: "\(product)-1", spot: Spot("utkast"), act: "attach", form: form, corrects: nil),
      on: product, for: "vpg-a", id: id)
  }
}
