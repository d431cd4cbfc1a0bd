import CivilTime
import Definitions
import Located
import Register
import StageKit

/// What the rules look at: all that was read, and nothing of the world around it.
struct Scope: Sendable {
  /// The definitions without a fault of their own, by id and then by validity.
  let definitions: [PipelineDefinition]
  let organisation: Organisation
  /// The register with its places.
  let register: WrittenRegister
  /// Names that the register may hold in a part that could not be read.
  let unread: UnreadNames
  /// The files of pipelines, also those that are not among the definitions.
  let pipelines: [Node]
  /// Whether some file that could not be read may be a pipeline.
  let mayHidePipelines: Bool
  /// The files of scenarios.
  let scenarios: [Node]
  /// The day that "today" means; nil where nobody has said one.
  let day: CivilDate?

  /// The paths of all files that were read, in order.
  var paths: [String] { (pipelines + scenarios).map(\.path).sorted() }

  /// Whether a pipeline of this id may be there, though it is not among the definitions.
  func mayHide(pipeline id: String) -> Bool {
    mayHidePipelines
      || pipelines.contains { $0["pipeline"]?.text == id }
        && !definitions.contains { $0.id == id }
  }

  /// Whether every pipeline among the files could be read.
  var hasAllPipelines: Bool { !mayHidePipelines && pipelines.count == definitions.count }

  /// The versions of each pipeline, by validity.
  var versions: [ArraySlice<PipelineDefinition>] {
    var groups: [ArraySlice<PipelineDefinition>] = []
    var start = definitions.startIndex
    for index in definitions.indices {
      let next = index + 1
      if next < definitions.endIndex, definitions[next].id == definitions[start].id { continue }
      groups.append(definitions[start..<next])
      start = next
    }
    return groups
  }

  /// Where a body is declared, as a place that explains a finding.
  func declared(_ body: String) -> [Diagnostic.Related] {
    register.body(body).map {
      [$0.related(sv: "\(body) står här", en: "\(body) stands here")]
    } ?? []
  }
}

/// A place in a definition that names a body, a role or a set.
struct Mention {
  let id: String
  let node: Node
}

extension PipelineDefinition {
  /// Every body, role and set that it names, in the order written.
  var mentions: [Mention] {
    var all: [Mention] = []
    func add(_ id: String, _ node: Node?) {
      guard let node else { return }
      all.append(Mention(id: id, node: node))
    }
    add(owner, form.owner.node)
    if let to = form.escalate?.to { add(to.value.description, to.node) }
    for stage in stages {
      if let owner = stage.form.owner { add(owner.value.description, owner.node) }
      for entry in stage.form.acts.all {
        for who in entry.value.all { add(who.value.description, who.node) }
      }
      if let to = stage.form.escalate?.to { add(to.value.description, to.node) }
      let settings = stage.form.settings?.node
      for name in stage.prepared.sets {
        add(name, settings?.scalar(name) ?? settings)
      }
    }
    return all
  }

  /// Whether a name is one of its roles.
  func isRole(_ name: String) -> Bool { roles.contains { $0.name == name } }
}
