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
          node,
          sv: "en variant gäller för en region eller sjukvårdsregion, och '\(id)' är ingetdera",
          en: "a variant is for a region or a healthcare region, and '\(id)' is neither",
          related: scope.declared(id),
          help: Text(
            sv: "ange regionens id, som region-12", en: "give the region's id, as region-12"))
      ]
    }
    guard !scope.unread.mayHold(id) else { return [] }
    let regions = scope.organisation.bodies.filter { levels.contains($0.level) }.map(\.id)
    let near = suggestions(for: id, among: regions) { scope.organisation.body($0)?.name }
    return [
      finding(
        node, sv: "ingen region heter '\(id)'" + (near.question?.sv ?? ""),
        en: "no region is named '\(id)'" + (near.question?.en ?? ""),
        help: near.names.isEmpty
          ? Text(
            sv: "ange id för en region eller sjukvårdsregion, som region-12",
            en: "give the id of a region or healthcare region, as region-12") : nil,
        fixes: near.fixes(at: node))
    ]
  }
}
