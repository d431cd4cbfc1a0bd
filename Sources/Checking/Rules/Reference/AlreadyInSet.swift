import Definitions
import Located
import Register
import StageKit

/// A body that is asked by its own name and as a member of a set in the same list.
enum AlreadyInSet: DefinitionRule {
  static let code = "ref/already-in-set"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage -> [Diagnostic] in
      let names = stage.prepared.sets
      guard names.count > 1, let settings = stage.form.settings?.node else { return [] }
      let sets = names.filter(scope.organisation.isSet)
      return names.compactMap { name in
        guard !sets.isEmpty, scope.organisation.isBody(name), let node = settings.scalar(name),
          let set = sets.first(where: {
            scope.organisation.members(of: $0, on: definition.validFrom).contains(name)
          })
        else { return nil }
        return finding(
          node, sv: "'\(name)' ingår redan i '\(set)', som också står i listan",
          en: "'\(name)' is already in '\(set)', which stands in the list too",
          related: settings.scalar(set).map {
            [$0.related(sv: "mängden", en: "the set")]
          } ?? [],
          help: Text(sv: "ta bort '\(name)' ur listan", en: "remove '\(name)' from the list"))
      }
    }
  }
}
