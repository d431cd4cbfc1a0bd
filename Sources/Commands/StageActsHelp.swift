import CheckTool
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// What can be registered at a stage of a case: its own acts, and those that every stage has.
struct StageActsHelp {
  private let caseID: String
  private let stage: StageDefinition
  private let language: Language

  /// Finds the stage.
  ///
  /// - Throws: `no`, with the nearest name.
  init(_ name: String, of named: String, _ language: Language, in runner: Runner) throws {
    let found = try ProductLookup(named, in: runner)
    let one = try found.caseState(at: name)
    guard let index = one.definition.stage(name) else {
      throw Failure(noStage: name, in: one.definition, of: one.id)
    }
    caseID = one.id
    stage = one.definition.stages[index]
    self.language = language
  }

  var lines: [String] {
    let own = stage.contract.acts.map { ($0.name, $0.title, $0.shape) }
    let general = EngineAct.spoken.filter { $0 != .cancel }
      .map { ($0.rawValue, $0.title, $0.shape) }
    let width = (own + general).map(\.0.count).max() ?? 0
    func table(_ acts: [(name: String, title: Text, shape: Shape)]) -> [String] {
      acts.flatMap { act in
        let name = "  \(act.name)" + String(repeating: " ", count: width - act.name.count + 2)
        let required = act.shape.fields.filter(\.isRequired).map { "--\($0.key) …" }
        let fields = String(repeating: " ", count: name.count) + required.joined(separator: " ")
        return [name + act.title[language]] + (required.isEmpty ? [] : [fields])
      }
    }
    let start = "stafett act \(caseID) \(stage.id)"
    let form = Text(
      sv: "\(start) VAD --for GRUPP [--FÄLT VÄRDE …]",
      en: "\(start) ACT --for BODY [--FIELD VALUE …]")
    return [stage.title[language], "", form[language], ""]
      + table(own)
      + ["", Text(sv: "I alla faser:", en: "At every stage:")[language]] + table(general)
      + ["", Text(sv: "Mer: \(start) VAD --help", en: "More: \(start) ACT --help")[language]]
  }
}
