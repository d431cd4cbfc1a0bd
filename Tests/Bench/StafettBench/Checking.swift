import CheckTool
import Checking
import Definitions
import Foundation
import Located
import Register
import Soundness
import StageKit
import StageRegistry

extension Bench {
  /// The whole check of the generated definitions beside the bare loop over libyaml's events: all
  /// rules but soundness, all of them, and all of them by two threads.
  func checking() throws -> [Row] {
    let stages = StageCatalogue(registeredStages)
    let corpus = try files(in: folder + "/definitions")
    let register = try files(in: "Pipelines/register")
    let list = corpus.map { $0.path + "\n" }.joined()
    let peer = Peer(path: folder + "/yaml-limit", arguments: ["3"], input: list)

    func check(_ bounds: ProofBounds?, _ work: SideBySide = .oneByOne) throws {
      let workspace = Workspace.load(
        corpus + register, stages: stages, bounds: bounds, keeping: .findings, work: work)
      guard workspace.diagnostics.isEmpty else {
        throw BenchFailure("the corpus has faults")
      }
    }
    // The best of three passes, as the peer does it.
    func best(_ pass: () throws -> Double) rethrows -> Double {
      try (0..<3).map { _ in try pass() }.min() ?? .nan
    }
    let works: [(name: String, aim: String, pass: () throws -> Double)] = [
      ("all rules but soundness", "≤ 2.5", { try processorSeconds { try check(nil) } }),
      ("with soundness", "≤ 3.5", { try processorSeconds { try check(ProofBounds()) } }),
    ]
    var rows = try works.map { work in
      let turns = try Turns(rounds, ours: { try best(work.pass) }, peer: peer.measure)
      return row("check \(corpus.count) definitions, \(work.name) / libyaml", turns, work.aim)
    }
    let pool = WorkPool(threads: 2)
    let both = SideBySide { count, piece in pool.run(count, piece) }
    let threads = try Turns(
      rounds, ours: { try best { try seconds { try check(ProofBounds(), both) } } },
      peer: { try best { try seconds { try check(ProofBounds()) } } })
    rows.append(row("wall time of two threads / one", threads, "≤ 0.6"))
    rows.append(try slowestProof(stages, register))
    return rows
  }

  /// How long the proof of that shipped definition takes which takes longest.
  private func slowestProof(_ stages: StageCatalogue, _ register: [SourceFile]) throws -> Row {
    let shipped = try files(in: "Pipelines") + files(in: "Pipelines/cancer-care-programme")
    let workspace = Workspace.load(shipped + register, stages: stages, bounds: nil)
    let slowest = workspace.definitions.map { definition in
      let lanes = definition.table.runs.map { run in
        workspace.organisation.set(run.set).map {
          workspace.organisation.memberCount(of: $0.id, on: definition.validFrom)
        }
      }
      // Each with a prover of its own, which has seen nothing alike before.
      let times = (0..<max(5, rounds)).map { _ in
        var prover = Prover(ProofBounds())
        return processorSeconds { _ = prover.prove(definition.table, lanes: lanes) }
      }
      return (time: times.median, name: definition.reference)
    }.max { $0.time < $1.time }
    guard let slowest else { throw BenchFailure("there are no definitions in Pipelines") }
    return Row(
      name: "soundness of the slowest shipped definition, \(slowest.name)",
      ours: "\((slowest.time * 1000).written(2)) ms", aim: "≤ 1 ms")
  }

  private func files(in folder: String) throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { name in
        let path = "\(folder)/\(name)"
        return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
      }
  }

  private func row(_ name: String, _ turns: Turns, _ aim: String) -> Row {
    Row(
      name: name, ours: "\((turns.ours.median * 1000).written(1)) ms",
      peer: "\((turns.peer.median * 1000).written(1)) ms", ratio: turns.ratio.written(2), aim: aim)
  }
}
