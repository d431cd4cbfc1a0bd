package import Definitions
package import Located
package import Register
package import StageKit
import YAMLReading

/// What is live: the files before a change, and where the cases of the store stand.
package struct Live: Sendable {
  /// The files before the change, the register among them; nil when that is not known.
  ///
  /// Their paths differ from those of the files that are checked: `main:Pipelines/vp.yaml`.
  package let files: [SourceFile]?
  /// Where cases stand; nil when that is not known.
  package let positions: Positions?

  /// What is live, as far as it is known.
  package init(files: [SourceFile]? = nil, positions: Positions? = nil) {
    self.files = files
    self.positions = positions
  }

  /// What cannot be said without what was not handed in.
  package static func notEvaluated(_ live: Live?) -> [Text] {
    let changes = Text(
      sv: "ändringar mot det som gäller (--against REVISION)",
      en: "changes against what is live (--against REVISION)")
    let cases = Text(
      sv: "följder för pågående ärenden (--positions FIL)",
      en: "consequences for open cases (--positions FILE)")
    return switch (live?.files == nil, live?.positions == nil) {
    case (true, true):
      // One line: most checks are of files alone, and know it.
      [
        Text(
          sv: "mot det som gäller och pågående ärenden (--against REVISION, --positions FIL)",
          en: "against what is live and open cases (--against REVISION, --positions FILE)")
      ]
    case (true, false): [changes]
    case (false, true): [cases]
    case (false, false): []
    }
  }
}

/// The files before a change, read by this build.
package struct LiveDefinitions: Sendable {
  /// The definitions that this build can read, by id and then by validity.
  package var definitions: [PipelineDefinition] = []
  /// What stages this build lacks for the others.
  var missing: [MissingStage] = []

  /// A stage of a live definition that this build does not have, or not at that level.
  struct MissingStage: Sendable {
    let reference: String
    let pipeline: String
    /// The stage's id.
    let stage: String
    /// Where it says `uses:`.
    let uses: Node
  }

  /// Reads them; without a register among them, the organisation is the present one.
  package init(
    _ files: [SourceFile], stages: StageCatalogue, otherwise organisation: Organisation
  ) {
    var pipelines: [Node] = []
    var registers: [Node] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let root = YAMLReader.read(file.bytes, path: file.path).root else { continue }
      switch DocumentKind(root) {
      case .pipeline: pipelines.append(root)
      case .register: registers.append(root)
      default: break
      }
    }
    let reader = DefinitionReader(
      stages: stages,
      organisation: registers.isEmpty ? organisation : RegisterReading(registers).organisation)
    // Its own faults are of the past; what of it can be run is what is live.
    definitions = reader.read(pipelines).definitions
    for root in pipelines {
      guard let id = root["pipeline"]?.text, let reference = DefinitionReader.reference(of: root)
      else { continue }
      for stage in root["stages"]?.items ?? [] {
        guard let uses = stage["uses"], let name = uses.text.flatMap({ StageName($0) }),
          stages[name] == nil
        else { continue }
        missing.append(
          MissingStage(
            reference: reference, pipeline: id, stage: stage["id"]?.text ?? "", uses: uses)
        )
      }
    }
  }
}
