import Definitions
import Located
import Soundness

/// A run that gets stuck, told to the one who wrote the definition: why, and in which steps.
struct DeadEndStory {
  let definition: PipelineDefinition
  let end: DeadEnd

  /// The stage that the finding stands at: the one that cannot be left.
  var stage: StageDefinition {
    definition.stages[end.obstacles.first.map(Self.stage) ?? 0]
  }

  private static func stage(_ obstacle: DeadEnd.Obstacle) -> Int {
    switch obstacle {
    case .blocked(let stage, _), .returns(let stage), .neverDone(let stage): stage
    case .lanes(let stage, _, _, _, let because): because.first.map(Self.stage) ?? stage
    }
  }

  // MARK: why

  /// What is wrong, as one clause.
  var why: Text {
    let all = end.obstacles.map { words($0, who: Text(sv: "ett ärende", en: "a case")) }
    return Text(
      sv: all.map(\.sv).joined(separator: "; "), en: all.map(\.en).joined(separator: "; "))
  }

  private func words(_ obstacle: DeadEnd.Obstacle, who: Text) -> Text {
    switch obstacle {
    case .blocked(let stage, let refused):
      let id = definition.stages[stage].id
      let reasons = reasons(refused)
      return Text(
        sv: "\(who.sv) kan fastna i '\(id)': inget resultat går att välja (\(reasons.sv))",
        en: "\(who.en) can get stuck in '\(id)': no outcome can be taken (\(reasons.en))")
    case .returns(let stage):
      let id = definition.stages[stage].id
      return Text(
        sv: "\(who.sv) kan bli liggande: '\(id)' återkommer för alltid utan att något gäller",
        en: "\(who.en) may never end: '\(id)' returns for ever with nothing in force")
    case .neverDone(let stage):
      let id = definition.stages[stage].id
      return Text(
        sv: "\(who.sv) kan fastna i '\(id)': det väntar på medlemmar som aldrig blir klara",
        en: "\(who.en) can get stuck in '\(id)': it waits for members that are never done")
    case .lanes(_, let stuck, let all, _, let because):
      let member = Text(sv: "en medlem", en: "a member")
      let inner = because.map { words($0, who: member) }
      let many = stuck.flatMap { stuck in
        all.map { Text(sv: "\(stuck) av \($0)", en: "\(stuck) of \($0)") }
      }
      let areStuck = stuck == 1 && many != nil ? "is stuck" : "are stuck"
      return Text(
        sv: inner.map(\.sv).joined(separator: "; ")
          + "; när \(many?.sv ?? "för många") har fastnat går ärendet aldrig vidare",
        en: inner.map(\.en).joined(separator: "; ")
          + "; when \(many?.en ?? "too many") \(areStuck), the case never goes on")
    }
  }

  // Outcomes that are refused for the same reason are told together.
  private func reasons(_ refused: [DeadEnd.Refused]) -> Text {
    var kinds: [ControlRefusal?] = []
    for one in refused.map(\.refusal) where !kinds.contains(one) { kinds.append(one) }
    let all = kinds.map { kind in
      reason(refused.filter { $0.refusal == kind }.map { "'\($0.outcome)'" }, kind)
    }
    return Text(
      sv: all.map(\.sv).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
  }

  private func reason(_ names: [String], _ refusal: ControlRefusal?) -> Text {
    let first = names.dropLast().joined(separator: ", ")
    let last = names.last ?? ""
    let (sv, en) =
      first.isEmpty ? (last, last) : ("\(first) och \(last)", "\(first) and \(last)")
    return switch refusal {
    case .atBound(let limit):
      Text(
        sv: "\(sv) får väljas \(limit == 1 ? "en gång" : "\(limit) gånger")",
        en: "\(en) at most \(limit == 1 ? "once" : "\(limit) times")")
    case .targetUnderWay:
      Text(
        sv: "\(sv) leder till något som redan pågår eller är avslutat",
        en: "\(en) leads to what is open or left already")
    case .nothingBetween:
      Text(
        sv: "\(sv) leder tillbaka till det som ett sådant ärende hoppar över",
        en: "\(en) leads back to what such a case skips")
    case .caseInPreparation:
      Text(
        sv: "\(sv) öppnar ett nytt ärende, och detta är inte färdigt",
        en: "\(en) opens a new case, and this one is still in preparation")
    case .notOpen, nil:
      Text(sv: "\(sv) ändrar ingenting", en: "\(en) changes nothing")
    }
  }

  // MARK: the steps

  /// The steps as places in the file, in their order.
  var steps: [Diagnostic.Related] {
    end.steps.flatMap { related($0, lane: nil) } + lastLane.flatMap { related($0, lane: 1) }
  }

  // What one lane does before it is stuck.
  private var lastLane: [DeadEnd.Step] {
    for case .lanes(_, _, _, let way, _) in end.obstacles { return way }
    return []
  }

  private func related(_ step: DeadEnd.Step, lane: Int?) -> [Diagnostic.Related] {
    switch step {
    case .outcome(let index, let outcome):
      let stage = definition.stages[index]
      let node = stage.form.outcomes.all.first { $0.name == outcome }?.key ?? stage.idNode
      return [node.related(sv: "\(stage.id): \(outcome)", en: "\(stage.id): \(outcome)")]
    case .skipped(let index):
      let stage = definition.stages[index]
      return [
        stage.idNode.related(sv: "\(stage.id): hoppas över", en: "\(stage.id): skipped")
      ]
    case .letGoOn(let index):
      let stage = definition.stages[index]
      return [
        stage.idNode.related(
          sv: "\(stage.id): ärendet går vidare ändå", en: "\(stage.id): the case goes on anyway")
      ]
    case .drawnAnew(let index):
      let stage = definition.stages[index]
      return [
        stage.idNode.related(sv: "\(stage.id): öppnas på nytt", en: "\(stage.id): opened again")
      ]
    case .lanes(_, _, let way):
      return way.flatMap { related($0, lane: 1) }
    }
  }
}
