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
      Holds definitions, stages and counts, no person and no title. A case is named by its id, as \
      'show' takes it.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The file to write; else it is printed.") var file: String?

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.look)
    let json = try Positions(of: runner).json
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
  /// Where the cases of a store stand.
  init(of runner: Runner) throws(StoreError) {
    var order: [ContentHash] = []
    var groups: [ContentHash: [CaseState]] = [:]
    for one in try runner.products().flatMap(\.cases) {
      let hash = one.definition.hash
      if groups[hash] == nil { order.append(hash) }
      groups[hash, default: []].append(one)
    }
    self.init(order.map { Entry(of: groups[$0] ?? [], $0) })
  }
}

extension Positions.Entry {
  /// The cases of one definition.
  fileprivate init(of cases: [CaseState], _ hash: ContentHash) {
    let definition = cases.first?.definition
    let open = cases.filter { $0.closed == nil }
    var uses: [String] = []
    for stage in definition?.stages ?? [] where !uses.contains(stage.contract.name.description) {
      uses.append(stage.contract.name.description)
    }
    let stages = (definition?.stages ?? []).enumerated().compactMap {
      index, stage -> Positions.Standing? in
      var lanes = 0
      let standing = open.filter { item in
        let inLanes = item.runs.flatMap(\.lanes).count { lane in
          item.attempts(at: index, lane: lane.body).last?.isOpen ?? false
        }
        lanes += inLanes
        return inLanes > 0 || item.attempts(at: index).last?.isOpen ?? false
      }
      guard !standing.isEmpty else { return nil }
      return Positions.Standing(
        stage: stage.id, cases: standing.map(\.id).sorted(), lanes: lanes)
    }
    self.init(
      reference: definition?.reference ?? "", hash: hash, uses: uses,
      open: open.map(\.id).sorted(), closed: cases.count - open.count, stages: stages)
  }
}
