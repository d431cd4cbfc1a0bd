import CivilTime
import Definitions
package import Located
import StageKit

/// A stage that a definition uses, and where it first says so.
package struct StageUse: Sendable {
  /// The stage with its level: `remiss@1`.
  package let stage: String
  /// Where `uses:` stands.
  package let site: Site
}

/// What other files can see of a checked pipeline, with its places.
///
/// All that the rules about several pipelines look at, so that the rest of a definition can be let
/// go as soon as it has been judged. By reference: lists of thousands are made of it.
final class PipelineHeader: Sendable {
  /// An outcome that opens a case in another pipeline.
  struct Opening: Sendable {
    let outcome: String
    let pipeline: String
    /// Where the pipeline is named.
    let site: Site
  }

  /// A name and where it is written.
  struct Name: Sendable {
    let name: String
    let site: Site
  }

  let path: String
  let id: String
  let version: String
  let validFrom: CivilDate
  let validTo: CivilDate?
  let kinds: [String]
  let key: [String]
  /// Where the id, the version and the validity are written: by itself, or by its base.
  let idSite, versionSite, fromSite: Site
  let toSite, keySite: Site?
  /// The definition that a variant extends.
  let extends: Name?
  /// What a case may have been opened by, `opened` first.
  let openedBy: [String]
  /// Those of them that it names itself.
  let takes: [Name]
  let opens: [Opening]
  /// The stages that it uses, each once.
  let uses: [StageUse]
  /// The bodies named in it that end on a day when it may still be in use.
  let ending: [EndedBody.Ending]

  init(_ definition: PipelineDefinition, ending: [EndedBody.Ending]) {
    let form = definition.form
    path = definition.node.path
    id = definition.id
    version = definition.version
    validFrom = definition.validFrom
    validTo = definition.validTo
    kinds = definition.kinds
    key = definition.key
    idSite = (form.pipeline.node ?? definition.node).site
    versionSite = form.version.node?.site ?? idSite
    fromSite = form.valid.from.node?.site ?? idSite
    toSite = form.valid.to?.node?.site
    keySite = definition.written("key")?.site
    extends = form.extends.flatMap { named in
      named.node.map { Name(name: named.value, site: $0.site) }
    }
    openedBy = definition.openedBy
    takes = form.openedBy.all.compactMap { named in
      named.node.map { Name(name: named.value.description, site: $0.site) }
    }
    opens = definition.stages.flatMap { stage in
      stage.form.outcomes.all.compactMap { entry in
        guard case .newCase(let pipeline?) = entry.value.target else { return nil }
        return Opening(
          outcome: entry.name, pipeline: pipeline,
          site: (entry.written["new-case"] ?? entry.written).site)
      }
    }
    var uses: [StageUse] = []
    for stage in definition.stages {
      let name = stage.form.uses.value
      guard let node = stage.form.uses.node, !uses.contains(where: { $0.stage == name }) else {
        continue
      }
      uses.append(StageUse(stage: name, site: node.site))
    }
    self.uses = uses
    self.ending = ending
  }

  /// `cancer-care-programme@3`.
  var reference: String { "\(id)@\(version)" }

  /// Whether new cases may take it on a day.
  func isValid(on day: CivilDate) -> Bool {
    validFrom <= day && validTo.map { day <= $0 } ?? true
  }
}
