import Definitions
import Located
import Register
import StageKit

/// A variant that is for something else than a region.
enum NotARegion: DefinitionRule {
  static let code = "ref/not-a-region"
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    guard let region = definition.form.region, let node = region.node else { return [] }
    let id = region.value.description
    let levels: [Level] = [.region, .healthcareRegion]
    if let body = scope.organisation.body(id) {
      guard !levels.contains(body.level) else { return [] }
      return [
        finding(
          node, sv: "en variant gäller för en region eller sjukvårdsregion, och '\(id)' är ingen",
          en: "a variant is for a region or healthcare region, and '\(id)' is none",
          related: scope.declared(id))
      ]
    }
    guard !scope.unread.mayHold(id) else { return [] }
    let regions = scope.organisation.bodies.filter { levels.contains($0.level) }.map(\.id)
    return [
      finding(
        node, sv: "ingen region heter '\(id)'", en: "no region is named '\(id)'",
        help: nearest(to: id, among: regions).map {
          Text(sv: "menas '\($0)'?", en: "did you mean '\($0)'?")
        })
    ]
  }
}
