import CivilTime
import Definitions
import Lifecycle
package import Located
import StageKit

/// An act that the state of a case allows now.
///
/// Whether it is accepted is decided when it is said, by whom it is said and by what it says.
package struct PossibleAct: Sendable {
  /// A field that must be filled in.
  package struct Field: Sendable, Hashable {
    package let key: String
    package let title: Text
  }

  /// The stage; nil for an act on the case.
  package let stage: String?
  package let stageTitle: Text?
  /// The members in whose lanes it is open; nil for a stage that all share.
  package let lanes: [String]?
  package let act: String
  package let title: Text
  package let required: [Field]
  /// Who may, as the definition names them: bodies, roles, sets, `lane`.
  package let may: [String]
  package let mayNames: [Text]

  /// The acts that can be done, and those of open stages that cannot, with the reason.
  static func all(
    in one: CaseState, _ names: Names, _ today: CivilDate
  ) -> (possible: [PossibleAct], refused: [BlockedStage]) {
    var all: [PossibleAct] = []
    var refused: [BlockedStage] = []
    for index in one.definition.stages.indices {
      let spots = one.openSpots(of: index)
      guard !spots.isEmpty else { continue }
      let isRun = one.run(of: index) != nil
      let lanes = isRun ? spots.compactMap(\.lane) : nil
      let stage = one.definition.stages[index]
      func add(_ act: String, _ title: Text, _ shape: Shape) {
        let owner = stage.owner ?? (isRun ? "lane" : one.definition.owner)
        let may = [owner] + stage.mayAlso(act).filter { $0 != owner }
        all.append(PossibleAct(stage, lanes, act, title, shape, may, in: one, names))
      }
      func add(_ act: EngineAct) { add(act.rawValue, act.title, act.shape) }
      if spots.contains(where: { one.takesActs(index, lane: $0.lane) }) {
        for act in stage.contract.acts {
          if let (code, why) = one.whyRefused(act, at: index, spots, names, today) {
            refused.append(BlockedStage(one, index, act, code, names.namingWithin(why)))
          } else {
            add(act.name, act.title, act.shape)
          }
        }
      }
      add(.extend)
      if stage.isOptional { add(.skip) }
      add(.assign)
    }
    return (all + ofTheCase(one, names), refused)
  }

  private static func ofTheCase(_ one: CaseState, _ names: Names) -> [PossibleAct] {
    var all: [PossibleAct] = []
    func add(_ act: EngineAct, of stage: StageDefinition?, _ may: [String]) {
      all.append(PossibleAct(stage, nil, act.rawValue, act.title, act.shape, may, in: one, names))
    }
    for row in one.definition.table.rows {
      guard let index = row.run else { continue }
      let stage = one.definition.stages[row.stages.lowerBound]
      // The owner lets the case go on while the rest trail.
      if one.definition.table.runs[index].isOptional, one.status(of: row.stages.lowerBound) == .open
      {
        add(
          .skip, of: stage,
          [stage.owner.flatMap { $0 == "lane" ? nil : $0 } ?? one.definition.owner])
      }
      let offered = one.runs[index].lanes.filter { $0.offered != nil }.map(\.body)
      if !offered.isEmpty { add(.confirm, of: stage, offered) }
    }
    add(.note, of: nil, [])
    add(.tag, of: nil, [])
    // A version in force is phased out or replaced, never cancelled.
    if one.closed == nil, !one.flow.inForce { add(.cancel, of: nil, [one.definition.owner]) }
    return all
  }

  private init(
    _ stage: StageDefinition?, _ lanes: [String]?, _ act: String, _ title: Text, _ shape: Shape,
    _ may: [String], in one: CaseState, _ names: Names
  ) {
    self.stage = stage?.id
    stageTitle = stage?.title
    self.lanes = lanes
    self.act = act
    self.title = title
    required = shape.fields.filter(\.isRequired).map { Field(key: $0.key, title: $0.title) }
    self.may = may.map { one.role($0) ?? $0 }
    mayNames = may.map { names($0, in: one) }
  }
}

/// A stage, or an act or a result of one, that nothing can be done about now, and why.
package struct BlockedStage: Sendable {
  package let stage: String
  package let title: Text
  /// The outcome that cannot be taken; nil where the whole stage is not open.
  package let outcome: String?
  /// The act that cannot be done though the stage is open.
  package let act: String?
  /// `waits`, `branch`, `skipped`, `closed`, `invalidated`, `cancelled`, `at-bound`, `under-way`,
  /// `nothing-between`, `in-preparation`, `awaits-force`; of an act `before-opening`, or the
  /// stage's own code.
  package let code: String
  package let why: Text

  static func all(in one: CaseState, _ names: Names) -> [BlockedStage] {
    one.definition.stages.indices.flatMap { index -> [BlockedStage] in
      let spots = one.openSpots(of: index)
      if spots.isEmpty {
        return one.whyNotOpen(index, names).map { [BlockedStage(one, index, nil, $0.0, $0.1)] }
          ?? []
      }
      guard one.run(of: index) == nil else { return [] }
      if case .awaiting(let outcome, let day)? = one.attempts[index].last?.status {
        return [
          BlockedStage(
            one, index, outcome, "awaits-force",
            Text(sv: "avgjort, gäller från \(day)", en: "decided, applies from \(day)"))
        ]
      }
      return one.refusedOutcomes(index)
    }
  }

  fileprivate init(
    _ one: CaseState, _ index: Int, _ outcome: String?, _ code: String, _ why: Text
  ) {
    let stage = one.definition.stages[index]
    self.stage = stage.id
    title = stage.title
    self.outcome = outcome
    act = nil
    self.code = code
    self.why = why
  }

  fileprivate init(
    _ one: CaseState, _ index: Int, _ act: StageContract.ActContract, _ code: String, _ why: Text
  ) {
    let stage = one.definition.stages[index]
    self.stage = stage.id
    title = stage.title
    outcome = nil
    self.act = act.name
    self.code = code
    self.why = act.title.with(why)
  }
}

extension CaseState {
  /// Where a stage is open: for all, or in the lanes of some.
  fileprivate func openSpots(of index: Int) -> [Spot] {
    let id = definition.stages[index].id
    return openAttempts.map(\.0).filter { $0.stage == id }
  }

  fileprivate func takesActs(_ index: Int, lane: String?) -> Bool {
    if case .open? = attempts(at: index, lane: lane).last?.status { true } else { false }
  }

  private func title(ofRow row: Int) -> Text {
    definition.stages[definition.table.rows[row].stages.lowerBound].title
  }

  fileprivate func whyNotOpen(_ index: Int, _ names: Names) -> (String, Text)? {
    let stage = definition.stages[index]
    let place = place(of: index)
    if wasDoneBefore(index) {
      return (
        "closed", Text(sv: "klar före övertagandet", en: "done before it was taken over")
      )
    }
    switch shownStatus(of: index) {
    case .open, .trailing: return nil
    case .closed:
      let last = run(of: index) == nil ? attempts[index].last : nil
      let result = last?.outcomeTitle(stage).map { [$0] } ?? []
      let day = last?.closedOn.map { [Text("\($0)")] } ?? []
      let told = ([Text(sv: "klar", en: "done")] + day + result).listed
      return ("closed", told)
    case .cancelled: return ("cancelled", Text(sv: "avbruten", en: "cancelled"))
    case .invalidated:
      return ("invalidated", Text(sv: "görs om när flödet når hit", en: "will be done again"))
    case .skipped, .passedBy:
      guard
        let unmet = stage.conditions.first(where: { !holds($0) })
      else {
        return ("skipped", Text(sv: "ej aktuell i det här ärendet", en: "not part of this case"))
      }
      let only = only(when: unmet)
      return (
        "skipped",
        Text(sv: "ej aktuell: görs bara \(only.sv)", en: "not applicable: only \(only.en)")
      )
    case .pending:
      return whyPending(place.row, index)
    }
  }

  // The edition and what opened the case are the engine's words; others are the definition's inputs.
  private func only(when condition: StageDefinition.Condition) -> Text {
    switch (condition.input, condition.values) {
    case ("edition", ["first"]): return Text(sv: "i den första utgåvan", en: "in the first edition")
    case ("edition", ["revision"]): return Text(sv: "vid revidering", en: "in a revision")
    default: break
    }
    let title = definition.inputs.first { $0.name == condition.input }?.title
    let values = condition.values.joined(separator: ", ")
    return Text(
      sv: "när \(title?.sv ?? condition.input) är \(values)",
      en: "when \(title?.en ?? condition.input) is \(values)")
  }

  private func whyPending(_ row: Int, _ index: Int) -> (String, Text)? {
    let entry = definition.table.rows[row]
    // Inside a run that is under way, each member comes here by itself.
    if flow.open.has(row), run(of: index) != nil {
      return (
        "waits", Text(sv: "ingen har kommit hit ännu", en: "nobody has come here yet")
      )
    }
    if entry.hangsOnForce {
      return (
        "waits",
        Text(sv: "väntar på att en version ska gälla", en: "waits for a version to be in force")
      )
    }
    if entry.leaders != 0 {
      let ways = definition.table.exits.compactMap { exit -> Text? in
        guard case .lead(_, row) = exit.effect else { return nil }
        let leader = definition.stages[definition.table.rows[exit.row].stages.lowerBound]
        let outcome = leader.outcome(exit.outcome)?.title ?? Text(exit.outcome)
        return leader.title.with(outcome)
      }
      let all = ways.joined("; ")
      return (
        "branch",
        Text(sv: "öppnas bara av resultatet \(all.sv)", en: "opened only by the outcome \(all.en)")
      )
    }
    let waiting = (entry.after & ~flow.settled).indices.map { title(ofRow: $0) }.listed
    return ("waits", Text(sv: "väntar på \(waiting.sv)", en: "waits for \(waiting.en)"))
  }

  /// The outcomes of an open stage that the flow refuses now.
  fileprivate func refusedOutcomes(_ index: Int) -> [BlockedStage] {
    let table = definition.table
    let row = place(of: index).row
    return table.exits[table.rows[row].exits].compactMap { exit in
      guard let refusal = table.refusal(exit, flow) else { return nil }
      let title = definition.stages[index].outcome(exit.outcome)?.title ?? Text(exit.outcome)
      let (code, why): (String, Text)
      switch refusal {
      case .notOpen: return nil
      case .atBound(let limit):
        code = "at-bound"
        why = Text(
          sv: "har redan använts \(limit) av \(limit) gånger",
          en: "has been taken \(limit) of \(limit) times")
      case .targetUnderWay(let target):
        code = "under-way"
        let name = self.title(ofRow: target)
        why = Text(
          sv: "\(name.sv) pågår redan eller är klar", en: "\(name.en) is open or left already")
      case .nothingBetween(let target):
        code = "nothing-between"
        let name = self.title(ofRow: target)
        why = Text(
          sv: "\(name.sv) är inte aktuell i det här ärendet",
          en: "\(name.en) is skipped in this case")
      case .caseInPreparation:
        code = "in-preparation"
        why = Text(sv: "ett ärende förbereds redan", en: "a case is in preparation already")
      }
      return BlockedStage(
        self, index, exit.outcome, code, title.with(why))
    }
  }
}
