import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

// What each region has decided on a version, wherever it said so: in its lane of a national case, or
// in a case of its own. The overviews of decisions, versions and supplements read the same rows.

extension ProductState {
  /// A row for each region and each case in which regions take a stand, by the tables `decisions`.
  ///
  /// Beside ``Row/init(_:of:)``: `subject`, the product that the stand is on; `stage`, `region`;
  /// `national`, the version at hand, `adopted`, its day; and of the latest stand `decision`, `on`,
  /// `is-decided`, `is-positive`, what else the table has, and `departs` where it tells of departures,
  /// as the decisions on a recommendation do. A region that nobody
  /// reported from has a row without a decision.
  package var regionalStands: [Row] {
    cases.flatMap { one in
      one.definition.stages.indices.flatMap { index in stands(one, index) }
    }
  }

  /// A row for the version in force: `subject`, `national`, its designation, `from`, its first day;
  /// none where no version is.
  package var versionInForce: [Row] {
    guard let inForce, let one = self[inForce.caseID] else { return [] }
    return [
      Row(one, of: self).with([
        "subject": Cell(stream), "national": Cell(label(of: inForce)),
        "from": Cell(inForce.appliesFrom), "is-in-force": Cell(true),
      ])
    ]
  }

  private func stands(_ one: CaseState, _ index: Int) -> [Row] {
    let stage = one.definition.stages[index]
    guard let run = one.run(of: index), let place = one.place(of: index).lane else {
      guard let region = one.input("region"), let attempt = one.attempts[index].last,
        attempt.counts, attempt.decisions != nil
      else { return [] }
      var row = stand(one, stage, attempt, region)
      row["subject"] = Cell(one.input("document") ?? stream)
      // What was handed over is what the stand is on, and not what the region wrote on the way; when
      // that began to apply the region's own product does not tell.
      if let handed = one.documentHandedOver { row["national"] = Cell(handed.label) }
      row["adopted"] = .none
      return [row]
    }
    let lanes = one.runs[run].lanes
    // No lane that opened tells of decisions: the stage is about something else.
    let attempts = lanes.map { $0.standing(at: place) }
    guard attempts.contains(where: { $0?.decisions != nil }) else { return [] }
    return zip(lanes, attempts).map { lane, attempt in
      stand(one, stage, attempt, lane.body).with(["subject": Cell(stream)])
    }
  }

  private func stand(
    _ one: CaseState, _ stage: StageDefinition, _ attempt: AttemptState?, _ region: String
  ) -> Row {
    var row = Row(one, of: self).with([
      "stage": Cell(stage.id), "region": Cell(Body(stringLiteral: region)),
      "body": Cell(Body(stringLiteral: region)),
    ])
    let version = attempt?.versionAtHand
    row["national"] = Cell(version?.label ?? inForce.flatMap { label(of: $0) })
    row["adopted"] = Cell(attempt?.adopted ?? holding(in: one)?.appliesFrom)
    let decided = attempt?.standingOutcome.flatMap { stage.outcome($0) }
    row["is-decided"] = Cell(decided != nil)
    row["is-positive"] = Cell(decided?.flow == .forward)
    guard let table = attempt?.decisions else { return row }
    if let last = table.rows.last { row = row.with(Row(last, of: table)) }
    // The stage reads its own lanes' recommendation; a departure is the table's to tell.
    if table.columns.contains(where: { $0.key == "deviation" }) {
      row["departs"] = row["deviation"]
    }
    return row
  }

  /// The version that holds in what a case is about: its own, now or once, else the one in force.
  func holding(in one: CaseState) -> InForce? {
    ([inForce].compactMap(\.self) + earlier.map(\.version)).first { $0.caseID == one.id } ?? inForce
  }

  /// What a version is called: as it stands in what its stage gave or took.
  func label(of version: InForce) -> String? {
    if let label = version.label { return label }
    guard let one = self[version.caseID], let stage = one.definition.stage(version.stage) else {
      return nil
    }
    let attempt = one.attempts(at: stage).first { $0.number == version.attempt }
    return attempt.flatMap { $0.versionGiven ?? $0.versionAtHand }?.label
  }

  /// What a version says, as recommendations do; nil where every version says the same, that it holds.
  package func outcome(of version: InForce) -> Text? {
    guard let one = self[version.caseID], let index = one.definition.stage(version.stage),
      case let stage = one.definition.stages[index], stage.form.inForce.all.count > 1
    else { return nil }
    let attempt = one.attempts(at: index).first { $0.number == version.attempt }
    return attempt?.outcomeTitle(stage)
  }
}

extension AttemptState {
  fileprivate var decisions: Summary.Table? {
    attempt.summary.tables.first { $0.key == "decisions" }
  }

  /// Whether what was decided last departs from what holds for all; nil where nothing tells it.
  var deviation: Cell? {
    guard let table = decisions, let last = table.rows.last else { return nil }
    return Row(last, of: table)["deviation"]
  }

  fileprivate var versionGiven: Version? { attempt.given.version }

  /// The version that it was opened on.
  fileprivate var versionAtHand: Version? { opening.taken.version }

  // The day of the decision; that by which a recommendation is called; none is made up.
  var adopted: CivilDate? {
    let decided = opening.taken.last { $0.topic == TypedTopic<CivilDate>.decidedOn.name }
    return decided.flatMap { CivilDate($0.value) } ?? versionAtHand.flatMap { CivilDate($0.label) }
  }
}

extension CaseState {
  /// The document that another product's case handed over to this one.
  fileprivate var documentHandedOver: Version? {
    let name = TypedTopic<Version>.document.name
    return given.last { $0.name == name.description }.flatMap { Version($0.to) }
  }
}

extension [Given] {
  fileprivate var version: Version? {
    let topics = [TypedTopic<Version>.document.name, TypedTopic<Version>.recommendation.name]
    return last { topics.contains($0.topic) }.flatMap { Version($0.value) }
  }
}
