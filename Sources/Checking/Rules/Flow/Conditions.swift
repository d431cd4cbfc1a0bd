import Definitions
import Located
import StageKit

/// A condition that every case meets, so that it decides nothing.
enum AlwaysHolds: DefinitionRule {
  static let code = "flow/always-holds"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage in
      stage.form.when.all.compactMap { entry in
        guard let possible = definition.values(of: entry.name),
          possible.allSatisfy({ value in
            entry.value.all.contains { $0.value.description == value }
          })
        else { return nil }
        return finding(
          entry.key, sv: "villkoret gäller i varje ärende, så '\(stage.id)' hoppas aldrig över",
          en: "the condition holds in every case, so '\(stage.id)' is never skipped by it",
          help: Text(
            sv: "'\(entry.name)' är alltid \(possible.joined(separator: " eller ")): ta bort "
              + "villkoret, eller nämn färre",
            en: "'\(entry.name)' is always \(possible.joined(separator: " or ")): remove the "
              + "condition, or name fewer"))
      }
    }
  }
}

/// Conditions that no case meets together, so that the stage is always skipped.
enum NeverHolds: DefinitionRule {
  static let code = "flow/never-holds"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      // Only these two inputs depend on each other: a first edition is opened by hand.
      guard let edition = stage.form.when.all.first(where: { $0.name == "edition" }),
        let openedBy = stage.form.when.all.first(where: { $0.name == "opened-by" }),
        edition.value.values.allSatisfy({ $0.description == "first" }),
        !openedBy.value.values.contains(where: { $0.description == "opened" })
      else { return nil }
      let values = openedBy.value.values.map(\.description).joined(separator: ", ")
      return finding(
        openedBy.key, sv: "inget ärende uppfyller båda villkoren: '\(stage.id)' hoppas alltid över",
        en: "no case meets both conditions: '\(stage.id)' is always skipped",
        related: [edition.key.related(sv: "det andra villkoret", en: "the other condition")],
        help: Text(
          sv: "en första utgåva öppnas för hand (opened), aldrig genom \(values)",
          en: "a first edition is opened by hand (opened), never by \(values)"))
    }
  }
}

/// A choice that some stages ask for by most of its values, and none by the one that is left.
///
/// Then a case with that value goes past all of them, which is easily forgotten when a value is
/// added.
enum UnaskedValue: DefinitionRule {
  static let code = "flow/unasked-value"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.form.inputs.all.flatMap { input -> [Diagnostic] in
      let whens = definition.stages.flatMap { stage in
        stage.form.when.all.filter { $0.name == input.name }
      }
      let asked = Set(whens.flatMap { $0.value.values.map(\.description) })
      // One value that stands for "with" leaves the rest without, and is meant so.
      guard asked.count >= 2 else { return [] }
      return input.value.values.filter { !asked.contains($0.value.description) }.compactMap {
        value in
        value.node.map { node in
          finding(
            node,
            sv: "ingen fas frågar efter '\(value.value)': ett sådant ärende går förbi dem alla",
            en: "no stage asks for '\(value.value)': such a case goes past them all",
            related: whens.map { $0.key.related(sv: "frågar efter andra", en: "asks for others") },
            help: Text(
              sv: "nämn '\(value.value)' i when: för den fas som gäller då, eller ta bort valet",
              en: "name '\(value.value)' in when: of the stage that applies then, or remove it"))
        }
      }
    }
  }
}

extension PipelineDefinition {
  /// The values that an input asked for in `when:` can have.
  fileprivate func values(of input: String) -> [String]? {
    switch input {
    case "edition": ["first", "revision"]
    case "opened-by": openedBy
    default: inputs.first { $0.name == input && $0.type == .choice }?.values
    }
  }
}
