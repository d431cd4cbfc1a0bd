package import Canonical
package import CivilTime
package import Located
package import StageKit

/// A checked pipeline: what the runner runs, and nothing that it would refuse.
///
/// By reference, since it never changes, and rules, engine and views pass it on again and again.
package final class PipelineDefinition: Sendable {
  /// A name that is bound to a body when a case is opened.
  package struct Role: Sendable, Hashable {
    package let name: String
    /// The kind of body it takes.
    package let kind: String
    /// What it is called; nil where its kind says enough.
    package let title: Text?

    /// Whether another is the same role for whoever holds it, however it is called.
    package func takesTheSame(_ other: Role) -> Bool { name == other.name && kind == other.kind }
  }

  /// Something that is asked for when a case is opened.
  package struct Input: Sendable, Hashable {
    package let name: String
    package let type: InputType
    package let title: Text
    /// The choices of an enum.
    package let values: [String]
    package let isOptional: Bool
  }

  package let id: String
  package let version: String
  package let title: Text
  package let help: Text?
  /// The first day on which new cases take it; of the versions that hold, the latest wins.
  package let validFrom: CivilDate
  /// The last such day.
  package let validTo: CivilDate?
  /// The region that a variant is for.
  package let region: String?
  /// The kinds of product it is about.
  package let kinds: [String]
  /// The inputs that tell one product from another.
  package let key: [String]
  /// A body or a role.
  package let owner: String
  package let roles: [Role]
  package let inputs: [Input]
  /// What a case may have been opened by, `opened` first.
  package let openedBy: [String]
  package let stages: [StageDefinition]
  package let table: ControlTable
  /// The flat definition as canonical JSON: comments, layout and bases left out; empty where the
  /// reader was asked to keep none.
  package let body: [UInt8]
  /// The hash of the body: what means the same has the same.
  package let hash: ContentHash
  /// Its header as written.
  package let form: PipelineForm
  /// Where it was written.
  package let node: Node
  /// The one that a variant extends: what the variant leaves out stands there.
  package let base: Node?
  /// Every body, role and set that it names, in the order written.
  package let mentions: [Mention]

  init(
    _ form: PipelineForm, node: Node, base: Node?, roles: [Role], inputs: [Input],
    openedBy: [String], stages: [StageDefinition], table: ControlTable, body: [UInt8]
  ) {
    id = form.pipeline.value.description
    version = form.version.value
    title = form.title.text
    help = form.help?.text
    validFrom = form.valid.from.value
    validTo = form.valid.to?.value
    region = form.region?.value.description
    kinds = form.product.values.map(\.description)
    key = form.key.values.map(\.description)
    owner = form.owner.value.description
    self.roles = roles
    self.inputs = inputs
    self.openedBy = openedBy
    self.stages = stages
    self.table = table
    self.body = body
    hash = ContentHash(hashing: body)
    self.form = form
    self.node = node
    self.base = base
    mentions = Mention.all(form, stages)
  }

  /// What was written under a key, by itself or by its base.
  package func written(_ key: String) -> Node? { node[key] ?? base?[key] }

  /// Whether a name is one of its roles.
  package func isRole(_ name: String) -> Bool { roles.contains { $0.name == name } }

  /// `cancer-care-programme@3`.
  package var reference: String { "\(id)@\(version)" }

  /// The stage of an id.
  package func stage(_ id: String) -> Int? {
    stages.firstIndex { $0.id == id }
  }

  /// The row that stands for a stage, and for a stage of a run its row in the lane's table.
  package func place(of stage: Int) -> (row: Int, lane: Int?) {
    for (index, row) in table.rows.enumerated() where row.stages.contains(stage) {
      return (index, row.run == nil ? nil : stage - row.stages.lowerBound)
    }
    return (0, nil)
  }

  /// Whether new cases may take it on a day.
  package func isValid(on day: CivilDate) -> Bool {
    validFrom <= day && validTo.map { day <= $0 } ?? true
  }
}

/// One stage of a pipeline, with its plugin and settings.
///
/// By reference, since it never changes and rules, table and views pass it on by the thousand.
package final class StageDefinition: Sendable {
  /// What sets its deadline.
  package enum DeadlineRule: Sendable, Hashable {
    /// So long after it opens.
    case within(CivilDuration)
    /// The next opening of a named window.
    case window(String)
    /// So long before or after an input.
    case due(CivilDuration, before: Bool, input: String)
    /// The next meeting of a body, to which papers can still be sent.
    case meeting(String)
    /// The next time an `every:` comes round.
    case every(CivilDuration, Alignment?)
  }

  /// Who is told when a deadline has passed, and how long after.
  package struct Escalation: Sendable, Hashable {
    package let after: CivilDuration
    package let to: String
  }

  package let id: String
  package let title: Text
  package let contract: StageContract
  package let prepared: PreparedStage
  package let form: StageForm
  package let node: Node
  /// The base's stage of the same id, for one that a variant changes.
  package let base: Node?
  package let deadline: DeadlineRule?
  /// Before the deadline, the longest first.
  package let remind: [CivilDuration]
  package let escalation: Escalation?
  /// `when:`; all must hold.
  package let conditions: [Condition]
  /// The acts that the definition gives to others, with the roles and bodies among them: they owe
  /// the act, and not the owner.
  ///
  /// A whole set owes nothing together.
  package let takers: [Taker]

  init(
    id: String, title: Text, contract: StageContract, prepared: PreparedStage, form: StageForm,
    node: Node, base: Node?, deadline: DeadlineRule?, remind: [CivilDuration],
    escalation: Escalation?,
    conditions: [Condition], takers: [Taker]
  ) {
    self.id = id
    self.title = title
    self.contract = contract
    self.prepared = prepared
    self.form = form
    self.node = node
    self.base = base
    self.deadline = deadline
    self.remind = remind
    self.escalation = escalation
    self.conditions = conditions
    self.takers = takers
    owner = form.owner?.value.description
    set = form.forEach?.value.description
    inForce = form.inForce.values.map(\.description)
    outOfForce = form.outOfForce.values.map(\.description)
    tasks = form.tasks.values.map(\.description)
  }

  /// Who does an act in the owner's place.
  package struct Taker: Sendable, Hashable {
    package let act: String
    package let names: [String]
  }

  /// An input that must have one of some values.
  package struct Condition: Sendable, Hashable {
    package let input: String
    package let values: [String]
  }

  /// What was written under a key, by itself or by its base.
  package func written(_ key: String) -> Node? { node[key] ?? base?[key] }

  package let owner: String?
  package let set: String?
  package var isOptional: Bool { form.optional }
  package let inForce: [String]
  package let outOfForce: [String]
  /// The tasks of bodies that work in it is a part of, by code.
  package let tasks: [String]

  /// The outcome of a name.
  package func outcome(_ name: String) -> Outcome? {
    prepared.outcomes.first { $0.name == name }
  }

  /// Who may do an act beside the owner: bodies, roles, sets, or `lane`.
  package func mayAlso(_ act: String) -> [String] {
    form.acts[act]?.values.map(\.description) ?? []
  }

  /// Whether it is skipped in a case with these inputs.
  package func isSkipped(_ inputs: (String) -> String?) -> Bool {
    !conditions.hold(inputs)
  }
}

extension [StageDefinition.Condition] {
  /// Whether all hold in a case with these inputs.
  func hold(_ inputs: (String) -> String?) -> Bool {
    allSatisfy { condition in inputs(condition.input).map(condition.values.contains) ?? false }
  }
}
