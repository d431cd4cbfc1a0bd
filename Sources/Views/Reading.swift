import Canonical
import Definitions
import Lifecycle
import Located
import StageKit

extension CaseView {
  /// Something that was registered in a stage and can be read though the stage is not open.
  package struct Reading: Sendable, Hashable {
    package let stage: String
    package let attempt: Int
    /// Whether it is the stage's latest attempt, that is read without saying which.
    package let isLatest: Bool
    /// The member whose attempt it is; nil for a stage that all share.
    package let lane: String?

    static func all(in one: CaseState) -> [Reading] {
      one.definition.stages.flatMap { stage -> [Reading] in
        guard let index = one.definition.stage(stage.id) else { return [] }
        guard let run = one.run(of: index) else {
          return all(one.attempts[index], of: stage, lane: nil).filter { reading in
            // What is open stands in the case itself.
            !(reading.isLatest && one.attempts[index].last?.isOpen == true)
          }
        }
        return one.runs[run].lanes.flatMap { lane in
          all(one.attempts(at: index, lane: lane.body), of: stage, lane: lane.body)
        }
      }
    }

    private static func all(
      _ attempts: [AttemptState], of stage: StageDefinition, lane: String?
    ) -> [Reading] {
      attempts.filter { $0.actsThatCount > 0 && $0.hasDetail }.map { attempt in
        Reading(
          stage: stage.id, attempt: attempt.number,
          isLatest: attempt.number == attempts.last?.number, lane: lane)
      }
    }

    /// As it is written on the command line; whose lane it is, the reader says.
    var word: String {
      (isLatest ? stage : "\(stage)#\(attempt)") + (lane == nil ? "" : " --lane …")
    }
  }
}

extension AttemptState {
  /// Whether there are facts or tables of it.
  var hasDetail: Bool {
    let summary = attempt.summary
    return !summary.facts.isEmpty || summary.tables.contains { !$0.rows.isEmpty }
  }
}

extension CaseView.Detail {
  init(
    _ attempt: AttemptState, of stage: StageDefinition, _ names: Names, _ prose: ProseLookup
  ) {
    let summary = attempt.attempt.summary
    self.stage = stage.id
    title = stage.title
    facts = summary.facts.map {
      Summary.Fact(sv: $0.title.sv, en: $0.title.en, names.naming($0.value))
    }
    // One without rows tells programs what the stage is for, and people nothing.
    tables = summary.tables.filter { !$0.rows.isEmpty }.map { table in
      Table(
        key: table.key, title: table.title, columns: table.columns,
        rows: table.rows.map { row in
          row.map { names.told($0, prose) }
        })
    }
  }
}
