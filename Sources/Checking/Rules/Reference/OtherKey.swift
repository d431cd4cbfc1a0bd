import Definitions
import Located

/// Two pipelines about one kind of product that tell products apart by different inputs: then the
/// same product may be followed twice.
enum OtherKey: ScopeRule {
  static let code = "ref/other-key"
  static let severity = Diagnostic.Severity.error

  static func findings(in scope: Scope) -> [Diagnostic] {
    var first: [String: PipelineDefinition] = [:]
    var found: [Diagnostic] = []
    for definition in scope.definitions {
      for kind in definition.kinds {
        guard let other = first[kind] else {
          first[kind] = definition
          continue
        }
        guard other.key != definition.key, let node = definition.written("key") else { continue }
        let key = other.key.joined(separator: ", ")
        found.append(
          finding(
            node, sv: "ärenden om '\(kind)' skiljs åt på annat sätt i \(other.reference)",
            en: "cases about '\(kind)' are told apart in another way in \(other.reference)",
            related: other.written("key").map {
              [$0.related(sv: "\(key) i \(other.reference)", en: "\(key) in \(other.reference)")]
            } ?? [],
            help: Text(
              sv: "alla processer om samma slag har samma key:, i samma ordning",
              en: "all pipelines about one kind have the same key:, in the same order")))
      }
    }
    return found
  }
}
