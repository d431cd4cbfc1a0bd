import Definitions
import Located

/// Two stages of one case under the same title: nobody can tell them apart in a list.
enum DuplicateTitle: DefinitionRule {
  static let code = "rule/duplicate-title"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    let stages = definition.stages
    return stages.indices.compactMap { index in
      let stage = stages[index]
      guard
        let first = stages[..<index].first(where: { $0.title == stage.title && $0.meets(stage) })
      else { return nil }
      let title = stage.title
      return finding(
        stage.titleNode, sv: "'\(stage.id)' och '\(first.id)' heter båda '\(title.sv)'",
        en: "'\(stage.id)' and '\(first.id)' are both titled '\(title.en)'",
        related: [first.titleNode.related(sv: "den andra", en: "the other one")],
        help: Text(
          sv: "skriv title: {sv: …, en: …} så att de går att skilja åt",
          en: "write title: {sv: …, en: …} so that they can be told apart"))
    }
  }
}

extension StageDefinition {
  fileprivate var titleNode: Node { written("title") ?? form.uses.node ?? node }

  /// Whether some case may have both.
  fileprivate func meets(_ other: StageDefinition) -> Bool {
    !conditions.contains { mine in
      other.conditions.contains { theirs in
        mine.input == theirs.input && !mine.values.contains(where: theirs.values.contains)
      }
    }
  }
}
