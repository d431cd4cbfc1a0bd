import Definitions
package import Lifecycle
import Located
import StageKit

/// What each case brings before a body: what an agenda is made of.
///
/// A row for each point, with `body`, `state` (`ready`, `missing`, `escalated`), `stage`, `lane`,
/// `opened`, `due`, `lacks`, `from` (with whom that is), and `is-for-meeting` where the definition
/// has the stage decided at the body's next meeting. Beside these: ``Row/init(_:of:)``.
package struct MeetingPoints: Gathering {
  package let name = "agenda"

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.cases.flatMap { one in
      let place = Row(one, of: product)
      return (one.ready + one.missing + one.escalated(of: product)).map(place.with)
    }
  }
}

extension CaseState {
  fileprivate var ready: [Row] {
    pendingDecisions.compactMap { decision in
      definition.stage(decision.spot.stage).map { index in
        point("ready", definition.stages[index], decision.spot, decision.attempt)
          .with(["body": Cell(decision.body)])
      }
    }
  }

  // What a decision waits for: the stage before it, or what its own stage owes first.
  fileprivate var missing: [Row] {
    guard closed == nil else { return [] }
    var rows: [Row] = []
    let ready = pendingDecisions.map(\.spot)
    for (spot, attempt) in openAttempts {
      guard case .open = attempt.status, let index = definition.stage(spot.stage) else { continue }
      let stage = definition.stages[index]
      let owing = owed(at: spot).map(\.body)
      let lack: Row = [
        "lacks": Cell(attempt.attempt.summary.line),
        "from": Cell(owing.isEmpty ? [attempt.opening.owner] : owing.unique),
      ]
      var own = deciders(of: stage, attempt.opening.owner)
      // Papers that the body itself prepares for a decision to come, its own or another's.
      if own.isEmpty, stage.gives(.document), isDecided(after: index) {
        own = [attempt.opening.owner]
      }
      if !ready.contains(spot) {
        rows += own.map {
          point("missing", stage, spot, attempt).with(lack).with(["body": Cell($0)])
        }
      }
      rows += waiting(for: index, spot.lane).flatMap { next -> [Row] in
        let owner = Body(stringLiteral: acting(next.owner ?? spot.lane ?? definition.owner))
        return deciders(of: next, owner).filter { !own.contains($0) }.map { body in
          point("missing", next, spot, attempt).with(lack).with([
            "body": Cell(body), "lacks": Cell(stage.title.with(attempt.attempt.summary.line)),
          ])
        }
      }
    }
    return rows
  }

  // Of a run one point: the regions that are late, together.
  fileprivate func escalated(of product: ProductState) -> [Row] {
    let raised = openAttempts.compactMap { $0.1.deadline?.escalateTo }
      .map { Body(stringLiteral: $0) }.unique
    return raised.flatMap { body in
      Escalation.all(in: self, of: product, to: body.id).compactMap { escalation -> Row? in
        // What the body itself is late with is its own to do, and is not raised to it.
        let all = escalation.late.map(\.attempt).filter { $0.opening.owner != body }
        guard let first = all.first else { return nil }
        return [
          "body": Cell(body), "state": Cell("escalated"),
          "stage": .choice(escalation.stage, escalation.stageTitle),
          "due": Cell(escalation.lastDay), "from": Cell(all.map(\.opening.owner)),
          "lacks": all.count == 1
            ? Cell(first.attempt.summary.line)
            : Cell(sv: "\(all.count) är försenade", en: "\(all.count) are late"),
        ]
      }
    }
  }

  private func point(
    _ state: String, _ stage: StageDefinition, _ spot: Spot, _ attempt: AttemptState
  ) -> Row {
    let isForMeeting = if case .meeting? = stage.deadline { true } else { false }
    return [
      "state": Cell(state), "stage": .choice(stage.id, stage.title),
      "lane": Cell(spot.lane.map { Body(stringLiteral: $0) }),
      "opened": Cell(attempt.opening.on), "due": Cell(attempt.deadline?.closes),
      "is-for-meeting": isForMeeting ? Cell(true) : .none,
    ]
  }

  /// Who decides at a stage; nobody where no meeting does.
  private func deciders(of stage: StageDefinition, _ owner: Body) -> [Body] {
    guard let act = stage.contract.decisions.first?.name else { return [] }
    let takers = stage.takers.first { $0.act == act }?.names ?? []
    return takers.isEmpty ? [owner] : takers.map { Body(stringLiteral: acting($0)) }
  }

  /// The stages that wait for one, in its lane where it is in one.
  private func waiting(for index: Int, _ lane: String?) -> [StageDefinition] {
    let row = pinned.places[index].row
    return definition.stages.indices.filter { other in
      let place = pinned.places[other].row
      // In a run each stage follows on the one before.
      let follows =
        place == row ? other == index + 1 : definition.table.rows[place].after.has(row)
      let isFirst = place == row || definition.table.rows[place].stages.lowerBound == other
      guard follows, isFirst else { return false }
      switch status(of: other, lane: lane) {
      case .pending, .invalidated: return true
      case .open, .closed, .skipped, .cancelled, .passedBy, .trailing: return false
      }
    }.map { definition.stages[$0] }
  }

  private func isDecided(after index: Int) -> Bool {
    definition.stages[(index + 1)...].contains { !$0.contract.decisions.isEmpty }
  }
}

extension StageDefinition {
  fileprivate func gives(_ topic: TypedTopic<Version>) -> Bool {
    contract.gives.contains { $0.name == topic.topic.name }
  }
}
