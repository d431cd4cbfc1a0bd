import Canonical
package import CivilTime
package import Definitions
package import Located
package import StageKit

/// What is known of a product: a fold of its events, and nothing else.
package struct ProductState: Sendable {
  /// Which version is in force.
  package struct InForce: Sendable, Hashable {
    package let caseID: String
    package let stage: String
    package let attempt: Int
    package let outcome: String
    /// The day from which it applies.
    package let appliesFrom: CivilDate
    /// The event.
    package let since: Int
    /// What it is called, where no stage tells it: of a case that was taken over.
    package let label: String?
  }

  /// A version that is no longer in force.
  package struct Earlier: Sendable, Hashable {
    package let version: InForce
    package let until: CivilDate
    /// The case that replaced it; nil when it was ended.
    package let replacedBy: String?
  }

  package let stream: String
  package internal(set) var kind = ""
  package internal(set) var title = Text("")
  /// The sequence of the latest event: what a decision is made on.
  package internal(set) var version = 0
  package internal(set) var cases: [CaseState] = []
  package internal(set) var inForce: InForce?
  package internal(set) var earlier: [Earlier] = []
  /// Why acts are refused: an event, or a definition, that this build does not understand.
  package internal(set) var unreadable: [Unreadable] = []

  package init(stream: String) {
    self.stream = stream
  }

  /// Something that makes a product readable only.
  package struct Unreadable: Sendable, Hashable {
    package let sequence: Int
    package let text: Text
  }

  /// The case of an id.
  package func index(ofCase id: String) -> Int? {
    cases.firstIndex { $0.id == id }
  }

  package subscript(id: String) -> CaseState? {
    cases.first { $0.id == id }
  }
}

/// A definition that cases are pinned to: shared, with its places looked up once.
package final class Pinned: Sendable {
  package let definition: PipelineDefinition
  /// For each stage of the definition, its row, and in a run its row in the lane's table.
  package let places: [(row: Int, lane: Int?)]

  package init(_ definition: PipelineDefinition) {
    self.definition = definition
    places = definition.stages.indices.map { definition.place(of: $0) }
  }

  package var table: ControlTable { definition.table }
}

/// One journey of a product through one pinned definition.
package struct CaseState: Sendable {
  package let id: String
  package let pinned: Pinned
  package let edition: Int
  package let openedBy: String
  package let openedOn: CivilDate
  /// The case that led to this one.
  package let from: String?
  /// The stage at which it was taken over from another way of working.
  package let atStage: String?
  /// The lane of another product's case that it carries.
  package let carries: Carried?
  /// What that lane was handed.
  package let given: [Binding]
  package let inputs: [Binding]
  package let roles: [Binding]
  /// What each row of the definition said last.
  package internal(set) var flow: ControlState
  /// The attempts of each stage that is not in a run, by the stage's place in the definition.
  package internal(set) var attempts: [[AttemptState]]
  package internal(set) var runs: [RunState]
  package internal(set) var closed: CaseClosed.How?
  package internal(set) var closedOn: CivilDate?
  /// The tasks that a body said its work in the case to be a part of, beside those that stages name.
  package internal(set) var tags: [Tag] = []

  /// A task that a body's work was a part of.
  package struct Tag: Sendable, Hashable {
    package let task: String
    package let by: String
    package let on: CivilDate
  }

  package var definition: PipelineDefinition { pinned.definition }

  /// The tags, each once for a body, where it comes first.
  package var tasksSaid: [Tag] {
    tags.indices.filter { index in
      !tags[..<index].contains { $0.task == tags[index].task && $0.by == tags[index].by }
    }.map { tags[$0] }
  }

  /// What bodies did, by task: in stages that name the task, in all of a case that a body has said to
  /// be a part of one of its own, and that it said so.
  package var saidByTask: [(task: String, by: String, on: CivilDate)] {
    let tasksSaid = tasksSaid
    var all = tags.map { ($0.task, $0.by, $0.on) }
    for (index, stage) in definition.stages.enumerated() {
      for entry in attempts(ofStage: index).flatMap(\.entries) where entry.annulledBy == nil {
        let by = entry.said.by.id
        let own = tasksSaid.filter { $0.by == by && !stage.tasks.contains($0.task) }.map(\.task)
        all += (stage.tasks + own).map { ($0, by, entry.said.on) }
      }
    }
    return all
  }

  // In a run, those of every lane.
  private func attempts(ofStage index: Int) -> [AttemptState] {
    let place = pinned.places[index]
    guard let lane = place.lane, let run = definition.table.rows[place.row].run else {
      return attempts[index]
    }
    return runs[run].lanes.flatMap { $0.attempts[lane] }
  }

  /// What an input was given as.
  package func input(_ name: String) -> String? {
    switch name {
    case "edition": edition == 1 ? "first" : "revision"
    case "opened-by": openedBy
    default: inputs.first { $0.name == name }?.to
    }
  }

  /// The body that a role is bound to.
  package func role(_ name: String) -> String? {
    roles.first { $0.name == name }?.to
  }

  /// Done but for its `every:` stages, with its version in force.
  package var rests: Bool { closed == nil && definition.table.rests(flow) }

  /// Whether a version may still come: one such case of a product and pipeline at a time.
  package var isInPreparation: Bool {
    closed == nil && definition.table.isInPreparation(flow)
  }

  /// The attempts at a stage: of the case, or of a lane.
  package func attempts(at stage: Int, lane: String? = nil) -> [AttemptState] {
    let place = pinned.places[stage]
    guard let laneRow = place.lane, let run = definition.table.rows[place.row].run else {
      return attempts[stage]
    }
    guard let lane, let member = runs[run].lanes.first(where: { $0.body == lane }) else {
      return []
    }
    return member.attempts[laneRow]
  }
}

/// One attempt at a stage.
package struct AttemptState: Sendable {
  /// How far it has come.
  package enum Status: Sendable, Hashable {
    case open
    /// Decided; comes into force on a later day.
    case awaiting(outcome: String, CivilDate)
    case closed(outcome: String)
    /// Sent back, or overtaken by a new version: readable, and counts no more.
    case invalidated
    case cancelled
  }

  /// Something said in it, kept so that the attempt can be folded again without it.
  struct Entry: Sendable {
    let sequence: Int
    let act: Int
    let payload: [UInt8]
    let form: Int
    let said: Said
    /// The event that takes its place.
    var annulledBy: Int?
  }

  package let number: Int
  package let opening: Opening
  package let openedSequence: Int
  package internal(set) var deadline: Deadline?
  package internal(set) var status = Status.open
  package internal(set) var attempt: any Attempt
  package internal(set) var fired: [Fired] = []
  package internal(set) var assigned: String?
  package internal(set) var lastBy: Body?
  package internal(set) var lastOn: CivilDate?
  package internal(set) var closedOn: CivilDate?
  /// The outcome it had, also when that counts no more.
  package internal(set) var outcome: String?
  /// It ended by sending the case back: that is not undone by what it cleared.
  var sentBack = false
  var entries: [Entry] = []
  /// How many acts got a number.
  var numbered = 0
  package internal(set) var extensions: [CivilDate] = []

  /// Open, or waiting for its day to come into force.
  package var isOpen: Bool {
    switch status {
    case .open, .awaiting: true
    default: false
    }
  }

  /// Ended by an outcome that counts; one that sent the case back leaves the stage unanswered.
  package var isClosed: Bool {
    if case .closed = status { !sentBack } else { false }
  }

  /// How many acts count in it; those annulled do not.
  package var actsThatCount: Int { entries.count { $0.annulledBy == nil } }
}

/// Consecutive `for-each` stages over one set: the set is frozen, each member goes at its own pace.
package struct RunState: Sendable {
  package internal(set) var lanes: [LaneState] = []
  package internal(set) var drew: [Binding] = []
  /// The case has gone on, or let go: lanes that are not done report for ever and block nothing.
  package internal(set) var isTrailing = false
  package internal(set) var isCancelled = false
  /// How often the run was opened.
  package internal(set) var draws = 0
}

/// One member of a set on its way through a run.
package struct LaneState: Sendable {
  /// How far a member has come.
  package enum Status: String, Sendable, CaseIterable {
    case waiting, open, done, trailing, unknown, cancelled
  }

  package let body: String
  package internal(set) var flow: ControlState
  /// By the stage's place in the run.
  package internal(set) var attempts: [[AttemptState]]
  /// What it had come to before it was drawn anew, offered for confirmation.
  package internal(set) var offered: Offer?
  /// The event that drew it: what was reported before is of an earlier draw.
  var drawn = 0

  /// What a lane had come to.
  package struct Offer: Sendable {
    let flow: ControlState
    let statuses: [[AttemptState.Status]]
    let drawn: Int
  }

  /// Nothing is open in it.
  package var isDone: Bool { flow.open == 0 }

  /// Whether anybody has reported from it since it was drawn.
  package var hasReport: Bool {
    attempts.contains { $0.contains { $0.openedSequence > drawn && $0.actsThatCount > 0 } }
  }

  /// The attempt that was said something in last.
  package var latest: AttemptState? {
    attempts.joined().filter { $0.actsThatCount > 0 }
      .max { ($0.entries.last?.sequence ?? 0) < ($1.entries.last?.sequence ?? 0) }
  }

  /// Its status; a lane that nobody reported from is never shown as anything but that.
  package func status(in run: RunState) -> Status {
    if run.isCancelled && !isDone { return .cancelled }
    if isDone { return hasReport ? .done : run.isTrailing ? .unknown : .done }
    if run.isTrailing { return hasReport ? .trailing : .unknown }
    return hasReport ? .open : .waiting
  }
}
