import Located

/// Two pipelines about one kind of product that tell products apart by different inputs: then the
/// same product may be followed twice.
enum OtherKey: WholeRule {
  static let code = "ref/other-key"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    var first: [String: PipelineHeader] = [:]
    var found: [Diagnostic] = []
    for header in whole.headers {
      for kind in header.kinds {
        guard let other = first[kind] else {
          first[kind] = header
          continue
        }
        guard other.key != header.key, let site = header.keySite else { continue }
        let key = other.key.joined(separator: ", ")
        found.append(
          finding(
            site, sv: "ärenden om '\(kind)' skiljs åt på annat sätt i \(other.reference)",
            en: "cases about '\(kind)' are told apart in another way in \(other.reference)",
            related: other.keySite.map {
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
