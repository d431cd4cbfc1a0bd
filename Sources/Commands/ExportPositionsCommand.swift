import ArgumentParser
import Canonical
import CheckTool
import Checking
import Definitions
import Foundation
import Lifecycle
import Located
import Runtime
import StageKit
import Store

/// `stafett export-positions`: where the cases stand, for a check that sees no store.
struct ExportPositionsCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-positions",
    abstract: "Write where the cases stand, for 'check --positions'.",
    discussion: """
      Holds definitions, stages and counts, no person and no title. A case is named by a UUID that \
      says nothing of what it is about; with --names, as 'show' names it.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The file to write; else it is printed.") var file: String?
  @Flag(help: "Name the cases as 'show' does.") var names = false

  func run(in shell: Shell) async throws -> Exit {
    let runner = try shell.runner(.look)
    var cases: [(one: CaseState, name: String)] = []
    for product in try runner.products() {
      let events = try runner.store.events(of: product.stream, from: 1)
      for one in product.cases {
        // The id of its first event is the case's alone.
        let opened = events.first { $0.caseID == one.id }?.id
        cases.append((one, names ? one.id : opened ?? one.id))
      }
    }
    let json = Positions(of: cases).json
    guard let file else {
      shell.output(json)
      return .fine
    }
    do {
      try Data(json.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw Failure(
        .failure, "output/not-written", at: file, sv: "filen går inte att skriva",
        en: "the file cannot be written")
    }
    return .fine
  }
}

extension Positions {
  /// Where some cases stand.
  init(of cases: [(one: CaseState, name: String)]) {
    var order: [ContentHash] = []
    var groups: [ContentHash: [(one: CaseState, name: String)]] = [:]
    for item in cases {
      let hash = item.one.definition.hash
      if groups[hash] == nil { order.append(hash) }
      groups[hash, default: []].append(item)
    }
    self.init(order.map { Entry(of: groups[$0] ?? [], $0) })
  }
}

extension Positions.Entry {
  /// The cases of one definition.
  fileprivate init(of cases: [(one: CaseState, name: String)], _ hash: ContentHash) {
    let definition = cases.first?.one.definition
    let open = cases.filter { $0.one.closed == nil }
    var uses: [String] = []
    for stage in definition?.stages ?? [] where !uses.contains(stage.contract.name.description) {
      uses.append(stage.contract.name.description)
    }
    let stages = (definition?.stages ?? []).enumerated().compactMap {
      index, stage -> Positions.Standing? in
      var lanes = 0
      let standing = open.filter { item in
        let inLanes = item.one.runs.flatMap(\.lanes).count { lane in
          item.one.attempts(at: index, lane: lane.body).last?.isOpen ?? false
        }
        lanes += inLanes
        return inLanes > 0 || item.one.attempts(at: index).last?.isOpen ?? false
      }
      guard !standing.isEmpty else { return nil }
      return Positions.Standing(
        stage: stage.id, cases: standing.map(\.name).sorted(), lanes: lanes)
    }
    self.init(
      reference: definition?.reference ?? "", hash: hash, uses: uses,
      open: open.map(\.name).sorted(), closed: cases.count - open.count, stages: stages)
  }
}
