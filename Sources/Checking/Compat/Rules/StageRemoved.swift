import Definitions
import Located

/// A stage that a new version lacks while cases stand in it: they go on there all the same.
enum StageRemoved: CompatRule {
  static let code = "compat/stage-removed"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      change.old.stages.compactMap { stage -> Diagnostic? in
        guard change.new.stage(stage.id) == nil,
          let standing = comparison.standing(in: stage.id, of: change.old),
          !standing.cases.isEmpty
        else { return nil }
        let cases = Cases(names: standing.cases)
        let lanes =
          standing.lanes == 0
          ? Text("")
          : Text(sv: ", i \(standing.lanes) delärenden", en: ", in \(standing.lanes) lanes")
        return finding(
          change.new.stagesNode, .warning,
          sv: "fasen '\(stage.id)' finns inte i version \(change.new.version), men där står "
            + cases.counted.sv + lanes.sv,
          en: "version \(change.new.version) has no stage '\(stage.id)', the place of "
            + cases.counted.en + lanes.en,
          related: [stage.idNode.related(sv: "finns nu", en: "is there now")],
          help: Text(
            sv: "de går klart enligt version \(change.old.version): se till att någon ansvarar för "
              + "fasen tills dess",
            en: "they are finished by version \(change.old.version): see that someone answers for "
              + "the stage until then"), cases: cases)
      }
    }
  }
}
