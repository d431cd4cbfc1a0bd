import CheckTool
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// What an act is about, found from `CASE STAGE ACT` or `CASE ACT`.
struct ActTarget {
  let product: String
  let caseID: String
  /// Nil where the act is about the whole case.
  let stage: String?
  /// Whether each member of a set does the stage by itself.
  let isInLane: Bool
  let act: String
  let title: Text
  let shape: Shape
  /// What can be written in its fields, where the definition says more than the form.
  let choices: ActChoices
  /// How many words named it.
  let words: Int
  private let engineAct: EngineAct?

  /// Finds it.
  ///
  /// - Throws: `no`, with the nearest names.
  init(_ named: [String], in runner: Runner) throws {
    let isOfCase = named.count == 2 && EngineAct(rawValue: named[1])?.isOfCase == true
    guard isOfCase || named.count >= 3 else {
      throw Failure(
        .usage, "usage/no-act", sv: "ange också vad som gjordes: act \(named[0]) \(named[1]) VAD",
        en: "say the act too: act \(named[0]) \(named[1]) ACT")
    }
    guard named.count <= 3 else {
      throw Failure(
        .usage, "usage/no-option", sv: "'\(named[3])' hör inte till något: skriv --FÄLT VÄRDE",
        en: "'\(named[3])' belongs to nothing: write --FIELD VALUE")
    }
    words = isOfCase ? 2 : 3
    let found = try ProductLookup(named[0], in: runner)
    let stage = isOfCase ? nil : named[1]
    let one = try found.caseState(at: stage)
    product = found.state.stream
    caseID = one.id
    self.stage = stage
    let act = isOfCase ? named[1] : named[2]
    self.act = act
    let index = stage.flatMap { one.definition.stage($0) }
    isInLane = index.map { one.pinned.places[$0].lane != nil } ?? false
    choices = ActChoices(index.map { one.definition.stages[$0] })
    let contract = index.flatMap { one.definition.stages[$0].contract.act(act) }
    engineAct = contract == nil ? EngineAct.spoken.first { $0.rawValue == act } : nil
    if let contract {
      (title, shape) = (contract.title, contract.shape)
    } else if let engineAct {
      (title, shape) = (engineAct.title, engineAct.shape)
    } else if let index, let name = nearest(to: act, among: Self.acts(one, index)) {
      throw Failure(
        .no, "case/unknown-act", at: "ACT",
        sv: "'\(named[1])' har inget '\(act)', menar du '\(name)'?",
        en: "'\(named[1])' has no act '\(act)', did you mean '\(name)'?")
    } else if let index {
      let known = Self.acts(one, index).joined(separator: ", ")
      throw Failure(
        .no, "case/unknown-act", at: "ACT", sv: "'\(named[1])' har inget '\(act)', bara \(known)",
        en: "'\(named[1])' has no act '\(act)', only \(known)")
    } else {
      throw Failure(noStage: named[1], in: one.definition, of: one.id)
    }
  }

  private static func acts(_ one: CaseState, _ stage: Int) -> [String] {
    one.definition.stages[stage].contract.acts.map(\.name) + EngineAct.spoken.map(\.rawValue)
  }

  /// The command that a form says.
  ///
  /// - Throws: `no` with every fault of the form, for an act of the engine; a stage's own form is
  ///   read when it is decided.
  func command(_ spot: Spot?, form: Node, corrects: Int?) throws(Failure) -> Command {
    if let engineAct { return try engineAct.command(caseID, spot, form) }
    return .act(caseID: caseID, spot: spot ?? Spot(""), act: act, form: form, corrects: corrects)
  }
}

extension Failure {
  /// A stage that the definition of a case does not have, with the nearest that it has.
  init(noStage name: String, in definition: PipelineDefinition, of caseID: String) {
    let ids = definition.stages.map(\.id)
    let near = nearest(to: name, among: ids)
    let known = ids.joined(separator: ", ")
    self.init(
      .no, "case/unknown-stage", at: "STAGE",
      sv: "\(caseID) har ingen fas '\(name)'"
        + (near.map { ", menar du '\($0)'?" } ?? ", bara \(known)"),
      en: "\(caseID) has no stage '\(name)'"
        + (near.map { ", did you mean '\($0)'?" } ?? ", only \(known)"))
  }
}
