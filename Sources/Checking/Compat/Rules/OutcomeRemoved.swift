import Definitions
import Located

/// An outcome that a stage no longer offers while cases stand in it: side by side, cases in one
/// stage can come to different ends.
enum OutcomeRemoved: CompatRule {
  static let code = "compat/outcome-removed"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      change.old.stages.indices.compactMap { index -> Diagnostic? in
        let stage = change.old.stages[index]
        guard let place = change.new.stage(stage.id),
          let standing = comparison.standing(in: stage.id, of: change.old), !standing.cases.isEmpty
        else { return nil }
        let left = change.new.offered(by: place)
        let removed = change.old.offered(by: index).filter { !left.contains($0) }
        guard let first = removed.first else { return nil }
        let names = removed.map { "'\($0)'" }.joined(separator: ", ")
        let new = change.new.stages[place]
        let cases = Cases(names: standing.cases)
        let written = stage.form.outcomes.all.first { $0.name == first }?.key ?? stage.idNode
        return finding(
          new.idNode, .warning,
          sv:
            "'\(stage.id)' kan inte längre ge \(names), men det kan \(cases.counted.sv) som står där",
          en: "'\(stage.id)' can no longer end in \(names), as \(cases.counted.en) in it still can",
          related: [written.related(sv: "finns nu", en: "is there now")],
          help: Text(
            sv:
              "de följer version \(change.old.version): hör av dig till den som ansvarar för fasen",
            en: "they follow version \(change.old.version): tell who answers for the stage"),
          cases: cases)
      }
    }
  }
}

extension PipelineDefinition {
  /// The outcomes that a stage can be left by.
  fileprivate func offered(by stage: Int) -> [String] {
    let place = place(of: stage)
    guard let lane = place.lane, let run = table.rows[place.row].run else {
      return table.exits[table.rows[place.row].exits].map(\.outcome)
    }
    let inLane = table.runs[run].lane
    return inLane.exits[inLane.rows[lane].exits].map(\.outcome)
  }
}
