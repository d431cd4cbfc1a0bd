import Definitions
import Located

/// A date or a choice that everyone must fill in and that steers nothing.
///
/// Text may be there to be read by people; a date is there for a `due:` and a choice for a `when:`.
enum UnusedInput: DefinitionRule {
  static let code = "ref/unused-input"
  static let needsWhole = true

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    var used = Set(definition.key)
    for stage in definition.stages {
      used.formUnion(stage.conditions.map(\.input))
      if case .due(_, _, let input)? = stage.deadline { used.insert(input) }
    }
    return definition.form.inputs.all.compactMap { input in
      guard !used.contains(input.name) else { return nil }
      switch input.value.type {
      case .date:
        return finding(
          input.key, sv: "datumet '\(input.name)' fylls i men används inte",
          en: "the date '\(input.name)' is filled in but not used",
          help: Text(
            sv: "räkna en sista dag från det (due:), eller ta bort uppgiften",
            en: "count a deadline from it (due:), or remove the input"))
      case .choice:
        return finding(
          input.key, sv: "valet '\(input.name)' fylls i men styr ingen fas",
          en: "the choice '\(input.name)' is filled in but steers no stage",
          help: Text(
            sv: "fråga efter det i when: eller key:, eller ta bort uppgiften",
            en: "ask for it in when: or key:, or remove the input"))
      case .text, .body, .product, .whole, .diagnosis, .substance: return nil
      }
    }
  }
}
