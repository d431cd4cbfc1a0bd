import CivilTime
import Definitions
import Located
import Register

/// What a rule about several entries or files looks at: all that was read, together.
struct Whole: Sendable {
  let scope: Scope
  /// What the pipelines without a fault of their own show of themselves, by id and then by validity.
  let headers: [PipelineHeader]
  /// Whether some file that could not be read may be a pipeline.
  let mayHidePipelines: Bool
  /// Whether every pipeline among the files could be read.
  let hasAllPipelines: Bool
  /// The files of scenarios.
  let scenarios: [Node]
  /// The definitions that were kept: of those that a scenario names, all.
  let definitions: [PipelineDefinition]
  /// The files, in order.
  let paths: [String]
  private let places: [String: Range<Int>]
  private let faulty: Set<String>

  init(
    scope: Scope, headers: [PipelineHeader], pipelines: [PipelineFile], mayHidePipelines: Bool,
    scenarios: [Node], definitions: [PipelineDefinition]
  ) {
    self.scope = scope
    self.headers = headers
    self.mayHidePipelines = mayHidePipelines
    hasAllPipelines = !mayHidePipelines && pipelines.count == headers.count
    self.scenarios = scenarios
    self.definitions = definitions
    paths = (pipelines.map(\.path) + scenarios.map(\.path)).sorted()
    var places: [String: Range<Int>] = [:]
    for (index, header) in headers.enumerated() {
      places[header.id] = (places[header.id]?.lowerBound ?? index)..<index + 1
    }
    self.places = places
    faulty = Set(pipelines.compactMap(\.id).filter { places[$0] == nil })
  }

  var organisation: Organisation { scope.organisation }
  var register: WrittenRegister { scope.register }
  var unread: UnreadNames { scope.unread }
  func declared(_ body: String) -> [Diagnostic.Related] { scope.declared(body) }

  /// The versions of a pipeline, by validity.
  func versions(of id: String) -> ArraySlice<PipelineHeader> {
    places[id].map { headers[$0] } ?? []
  }

  /// The ids of the pipelines, in order.
  var ids: [String] { versions.compactMap(\.first?.id) }

  /// The versions of each pipeline, by validity.
  var versions: [ArraySlice<PipelineHeader>] {
    places.values.sorted { $0.lowerBound < $1.lowerBound }.map { headers[$0] }
  }

  /// Whether a pipeline of this id may be there, though it is not among those without a fault.
  func mayHide(pipeline id: String) -> Bool { mayHidePipelines || faulty.contains(id) }

  /// Whether new cases take a pipeline on a day: it holds, and no later version has replaced it.
  func isInUse(_ header: PipelineHeader, on day: CivilDate) -> Bool {
    header.isValid(on: day)
      && !versions(of: header.id).contains {
        $0.validFrom > header.validFrom && $0.validFrom <= day
      }
  }

  /// What a variant extends, and where that is said; nil for one that extends none.
  func base(of variant: PipelineHeader) -> (header: PipelineHeader, site: Site)? {
    guard let extends = variant.extends,
      let id = extends.name.split(separator: "@").first.map(String.init),
      let base = versions(of: id).first(where: { $0.reference == extends.name })
    else { return nil }
    return (base, extends.site)
  }
}
