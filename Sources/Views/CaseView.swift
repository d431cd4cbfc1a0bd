package import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
package import StageKit

/// Finds a text that stands beside the chain; nil when it was taken away.
package typealias ProseLookup = (ContentHash) -> String?

/// A case as a whole: where it stands, what can be done now, and why the rest cannot.
package struct CaseView: View {
  /// A stage of the definition, as it stands in the case.
  package struct StageRow: Sendable {
    package let id: String
    package let title: Text
    package let status: StageStatus
    /// Another way of working had left it when the case was taken over.
    package let wasDoneBefore: Bool
    /// The number of its latest attempt; nil where it never opened, or goes by lanes.
    package let attempt: Int?
    package let owner: String
    package let ownerName: Text
    package let remaining: Remaining?
    package let opened: CivilDate?
    package let closed: CivilDate?
    package let outcome: String?
    package let outcomeTitle: Text?
    package let line: Text?
    /// Who said something in it last, and when.
    package let lastBy: String?
    package let lastByName: Text?
    package let lastOn: CivilDate?
    /// In whose hands it is: a reference, and the name where that is kept.
    package let assigned: String?
    package let assignedName: String?
  }

  /// What an open stage shows of itself.
  package struct Detail: Sendable {
    package let stage: String
    package let title: Text
    package let facts: [Summary.Fact]
    package let tables: [Table]

    /// A table of a stage with all that is asked of it looked up: names, and texts beside the chain.
    package struct Table: Sendable {
      package let key: String
      package let title: Text
      package let columns: [Summary.Table.Column]
      package let rows: [[Told]]
    }
  }

  /// A run, its lanes taken together.
  package struct RunSummary: Sendable {
    package let set: String
    package let setTitle: Text
    package let stages: [String]
    package let counts: [(status: LaneState.Status, count: Int)]
    package let lanes: Int
    package let done: Int
    /// How many must be done for the case to go on.
    package let needed: Int
    package let isTrailing: Bool
    /// Members whose earlier result is offered for confirmation.
    package let offered: [String]
  }

  package let today: CivilDate
  package let caseID: String
  package let product: String
  package let title: Text
  package let kind: String
  package let kindTitle: Text
  package let pipeline: String
  package let pipelineTitle: Text
  package let edition: Int
  package let openedBy: String
  package let opened: CivilDate
  package let from: String?
  /// The cases that it led to.
  package let ledTo: [String]
  package let owner: String
  package let ownerName: Text
  package let status: CaseStatus
  package let closed: CivilDate?
  package let version: VersionStatus?
  package let replacedBy: String?
  /// The product's version in force, whichever case it is of.
  package let inForce: ProductState.InForce?
  /// What that version is called; and what it says, where a version may say different things.
  package let inForceLabel: String?
  package let inForceOutcome: Text?
  package let inputs: [(name: String, title: Text, value: String, written: Text)]
  package let roles: [(name: String, title: Text, body: String, bodyName: Text)]
  /// The tasks that bodies have said that their work in it is a part of.
  package let tasks: [(id: String, title: Text, body: String, bodyName: Text)]
  package let stages: [StageRow]
  package let details: [Detail]
  /// What was registered in stages that are closed, each as ``AttemptView`` takes it: `STAGE`,
  /// `STAGE#N`; with the member where each has its own.
  package let readable: [Reading]
  package let runs: [RunSummary]
  /// What is offered of the version before.
  package let earlier: [Earlier]
  package let possible: [PossibleAct]
  package let blocked: [BlockedStage]
  /// Why the product can only be read; empty where it can be acted on.
  package let unreadable: [Text]

  /// A case of a product on a day; nil when it has none of that id.
  package init?(
    _ caseID: String, of product: ProductState, names: Names, today: CivilDate,
    prose: ProseLookup = { _ in nil }
  ) {
    guard let one = product[caseID] else { return nil }
    let definition = one.definition
    self.today = today
    self.caseID = caseID
    self.product = product.stream
    title = product.title
    kind = product.kind
    kindTitle = Phrase.productKind(product.kind)
    pipeline = definition.reference
    pipelineTitle = definition.title
    edition = one.edition
    openedBy = one.openedBy
    opened = one.openedOn
    from = one.from
    ledTo = product.cases.filter { $0.from == caseID }.map(\.id)
    owner = one.owner
    ownerName = names(one.owner)
    status = one.status
    closed = one.closedOn
    let version = product.version(of: caseID)
    self.version = version?.status
    replacedBy = version?.replacedBy
    inForce = product.inForce
    inForceLabel = inForce.flatMap { product.label(of: $0) }
    inForceOutcome = inForce.flatMap { product.outcome(of: $0) }
    inputs = one.inputs.map { input in
      let known = definition.inputs.first { $0.name == input.name }
      let count = known?.type == .whole ? Int(input.to) : nil
      let body = known?.type == .body ? names(input.to) : nil
      return (
        input.name, known?.title ?? Text(input.name), input.to,
        count?.written ?? body ?? Text(input.to)
      )
    }
    roles = one.roles.map { role in
      (role.name, names.role(role.name, in: definition), role.to, names(role.to))
    }
    tasks = one.tasksSaid.map { ($0.task, names.task($0.task), $0.by, names($0.by)) }
    stages = definition.stages.indices.map { StageRow(one, $0, names, today) }
    details = Self.details(one, names, prose)
    readable = Reading.all(in: one)
    runs = Self.runs(one, names)
    earlier = Self.earlier(one, of: product, names)
    unreadable = product.unreadable.map(\.text)
    let isReadable = product.unreadable.isEmpty
    let offer = isReadable ? Offer(one, names, today) : Offer()
    (possible, blocked) = (offer.possible, offer.blocked)
  }

  private static func details(
    _ one: CaseState, _ names: Names, _ prose: ProseLookup
  ) -> [Detail] {
    zip(one.definition.stages, one.attempts).compactMap { stage, attempts in
      guard let attempt = attempts.last, attempt.isOpen, attempt.hasDetail else { return nil }
      return Detail(attempt, of: stage, names, prose)
    }
  }

  private static func runs(_ one: CaseState, _ names: Names) -> [RunSummary] {
    let table = one.definition.table
    return table.rows.compactMap { row in
      guard let index = row.run, one.runs[index].draws > 0 else { return nil }
      let run = one.runs[index]
      let all = run.lanes.map { $0.status(in: run) }
      let set = table.runs[index].set
      return RunSummary(
        set: set, setTitle: names.set(set),
        stages: row.stages.map { one.definition.stages[$0].id },
        counts: LaneState.Status.allCases.map { status in
          (status, all.count { $0 == status })
        }.filter { $0.1 > 0 }, lanes: run.lanes.count, done: run.lanes.count { $0.isDone },
        needed: min(table.runs[index].proceed.needed(of: run.lanes.count), run.lanes.count),
        isTrailing: run.isTrailing,
        offered: run.lanes.filter { $0.offered != nil }.map(\.body))
    }
  }
}

extension CaseView.StageRow {
  fileprivate init(_ one: CaseState, _ index: Int, _ names: Names, _ today: CivilDate) {
    let stage = one.definition.stages[index]
    let run = one.run(of: index)
    let lanes = run.map { one.runs[$0].lanes } ?? []
    let row = one.place(of: index).lane ?? 0
    let last = run == nil ? one.attempts[index].last : nil
    id = stage.id
    title = stage.title
    status = one.shownStatus(of: index)
    wasDoneBefore = one.wasDoneBefore(index)
    attempt = last?.number
    let ownerWord = stage.owner ?? (run == nil ? one.definition.owner : "lane")
    owner = last?.opening.owner.id ?? one.role(ownerWord) ?? ownerWord
    ownerName = last.map { names($0.opening.owner.id) } ?? names(ownerWord, in: one)
    let isTrailing = run.map { one.runs[$0].isTrailing } ?? false
    let open = isTrailing ? [] : lanes.compactMap { $0.attempts[row].last }.filter(\.isOpen)
    remaining =
      (last.flatMap { LastDay($0) } ?? .nearest(open.compactMap { LastDay($0) }))
      .map { Remaining($0, today: today) }
    opened = last?.opening.on
    closed = last?.closedOn
    outcome = last?.standingOutcome
    outcomeTitle = last?.outcomeTitle(stage)
    line = run.map { lanes.isEmpty ? nil : one.runs[$0].line(at: row) } ?? last?.line
    let hasReport = (last?.actsThatCount ?? 0) > 0
    lastBy = hasReport ? last?.lastBy?.id : nil
    lastByName = lastBy.map { names($0) }
    lastOn = hasReport ? last?.lastOn : nil
    assigned = last?.isOpen == true ? last?.assigned : nil
    assignedName = assigned.map(names.person)
  }
}
