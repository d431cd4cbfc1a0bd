import CivilTime
import Definitions
import Located
import Register
import Soundness

/// A run that gets stuck, told to the one who wrote the definition: why, in which steps, and as a
/// scenario to paste.
struct DeadEndStory {
  let definition: PipelineDefinition
  let organisation: Organisation
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

  var why: Text {
    let all = end.obstacles.map(words)
    return Text(
      sv: all.map(\.sv).joined(separator: "; "), en: all.map(\.en).joined(separator: "; "))
  }

  private func words(_ obstacle: DeadEnd.Obstacle) -> Text {
    switch obstacle {
    case .blocked(let stage, let refused):
      let id = definition.stages[stage].id
      let reasons = refused.map(words)
      return Text(
        sv: "'\(id)' pågår och kan inte lämnas (\(reasons.map(\.sv).joined(separator: ", ")))",
        en: "'\(id)' is open and cannot be left (\(reasons.map(\.en).joined(separator: ", ")))")
    case .returns(let stage):
      let id = definition.stages[stage].id
      return Text(
        sv: "'\(id)' återkommer för alltid: inget gäller, och inget resultat lämnar den",
        en: "'\(id)' returns for ever: nothing is in force, and no outcome leaves it")
    case .neverDone(let stage):
      let id = definition.stages[stage].id
      return Text(
        sv: "'\(id)' väntar på medlemmar som aldrig blir klara",
        en: "'\(id)' waits for members that are never done")
    case .lanes(let stage, let stuck, let all, _, let because):
      let id = definition.stages[stage].id
      let inner = because.map(words)
      let many = stuck.flatMap { stuck in all.map { (stuck, $0) } }
      return Text(
        sv: "\(inner.map(\.sv).joined(separator: ", ")); när "
          + (many.map { "\($0.0) av \($0.1)" } ?? "tillräckligt många")
          + " gör så går ärendet aldrig vidare från '\(id)'",
        en: "\(inner.map(\.en).joined(separator: ", ")); when "
          + (many.map { "\($0.0) of \($0.1)" } ?? "enough of them")
          + " do so the case never goes on from '\(id)'")
    }
  }

  private func words(_ refused: DeadEnd.Refused) -> Text {
    let name = "'\(refused.outcome)'"
    return switch refused.refusal {
    case .atBound(let limit):
      Text(sv: "\(name) har nått gränsen \(limit)", en: "\(name) is at its bound \(limit)")
    case .targetUnderWay:
      Text(
        sv: "\(name) leder till något som pågår eller är passerat",
        en: "\(name) leads to what is open or behind")
    case .nothingBetween:
      Text(
        sv: "\(name) leder tillbaka till det som ärendet hoppar över",
        en: "\(name) leads back to what the case skips")
    case .caseInPreparation:
      Text(
        sv: "\(name) öppnar ett ärende medan ett förbereds",
        en: "\(name) opens a case while one is in preparation")
    case .notOpen, nil:
      Text(sv: "\(name) ändrar ingenting", en: "\(name) changes nothing")
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
    case .lanes(_, _, let way):
      return way.flatMap { related($0, lane: 1) }
    }
  }

  // MARK: a scenario to paste

  /// The steps as lines of a scenario, a day apart, by the outcomes alone.
  var yaml: String {
    var writer = Writer(day: definition.validFrom.firstDay)
    for line in opening { writer.lines.append(line) }
    writer.lines.append("steps:")
    for step in end.steps { write(step, nil, &writer) }
    for case .lanes(let stage, let stuck, let all, let way, _) in end.obstacles {
      let member = members(stage).first ?? "lane"
      for step in way { write(step, member, &writer) }
      if let stuck, let all, stuck > 1, !way.isEmpty {
        writer.lines.append("  # and the same in \(stuck) of the \(all)")
      }
    }
    if writer.lines.last == "steps:" { writer.lines[writer.lines.count - 1] = "steps: []" }
    return writer.lines.joined(separator: "\n")
  }

  private struct Writer {
    var day: CivilDate
    var lines: [String] = []

    mutating func add(_ what: String) {
      lines.append("  - {at: \(day), \(what)}")
      day = day.adding(days: 1)
    }
  }

  // How it was opened, where that matters.
  private var opening: [String] {
    let asked = definition.stages.flatMap { $0.conditions.map(\.input) }
    guard !asked.isEmpty else { return [] }
    let ways = Valuations.all(
      definition.stages, inputs: definition.inputs, openedBy: definition.openedBy)
    let way =
      ways.first { way in definition.table.world(definition.stages) { way[$0] } == end.world }
      ?? [:]
    var lines: [String] = []
    for name in ["edition", "opened-by"] where asked.contains(name) {
      if let value = way[name] { lines.append("\(name): \(value)") }
    }
    for input in definition.inputs where asked.contains(input.name) {
      if let value = way[input.name] { lines.append("# product inputs: \(input.name): \(value)") }
    }
    return lines
  }

  private func members(_ stage: Int) -> [String] {
    definition.stages[stage].set.map {
      organisation.members(of: $0, on: definition.validFrom)
    } ?? []
  }

  private func write(_ step: DeadEnd.Step, _ lane: String?, _ writer: inout Writer) {
    let place = lane.map { ", lane: \($0)" } ?? ""
    switch step {
    case .outcome(let index, let outcome):
      writer.add("stage: \(definition.stages[index].id)\(place), outcome: \(outcome)")
    case .skipped(let index):
      writer.add(skip(index, place, "skipped", lane))
    case .letGoOn(let index):
      writer.add(skip(index, place, "the rest trail", lane))
    case .lanes(let index, let count, let way):
      let all = members(index)
      let some = Array(all.prefix(count ?? all.count))
      for member in some.isEmpty ? ["lane"] : some {
        for step in way { write(step, member, &writer) }
      }
    }
  }

  private func skip(_ index: Int, _ place: String, _ reason: String, _ lane: String?) -> String {
    let stage = definition.stages[index]
    let owner = stage.owner ?? lane ?? definition.owner
    return "stage: \(stage.id)\(place), act: skip, for: \(owner), with: {reason: \(reason)}"
  }
}
