import CivilTime
package import Located
import Register
import StageKit

/// The rules that need more than one field: names that lead nowhere, stages that are not in this
/// build, settings that the stage refuses.
///
/// Each fault at the word that is wrong.
struct DefinitionRules {
  let reader: DefinitionReader
  let form: PipelineForm
  var diagnostics: [Diagnostic] = []
  let inputs: [PipelineDefinition.Input]
  let roles: [PipelineDefinition.Role]
  private var ids: [String: Node] = [:]
  /// Whether two stages have one id, so that nobody knows which of them is named.
  private(set) var repeatsID = false
  /// Whether nothing is wrong with what decides which stages a case comes to.
  private(set) var knowsFlow = true
  /// The stages in which something is not known, as what was written does not hold.
  private(set) var unsure: [Span] = []

  init(reader: DefinitionReader, form: PipelineForm) {
    self.reader = reader
    self.form = form
    inputs = form.inputs.all.map { entry in
      PipelineDefinition.Input(
        name: entry.name, type: entry.value.type, title: entry.value.title.text,
        values: entry.value.values.map(\.value.description), isOptional: entry.value.optional)
    }
    roles = form.roles.all.map {
      PipelineDefinition.Role(name: $0.name, kind: $0.value.value.description)
    }
  }

  private var organisation: Organisation { reader.organisation }

  // MARK: one stage

  /// A stage with its plugin and settings; nil after a fault that leaves nothing to go on with.
  mutating func resolve(_ stage: StageForm, _ node: Node, base: Node?) -> StageDefinition? {
    checkID(stage)
    guard let contract = contract(stage) else { return nil }
    let settings = stage.settings?.node ?? .emptyMapping(at: stage.uses.node ?? node)
    let (prepared, found) = contract.prepare(settings, keeps: reader.keepsBodies)
    if !found.isEmpty {
      let all = reader.stages.contracts
      // A setting that was written beside with: is said to stand in the wrong place, not to be missing.
      let beside = contract.settings.fields.map(\.key).filter { node[$0] != nil }
      diagnostics += found.filter { finding in !beside.contains { finding.isMissing($0) } }
        .firstMapped { $0.placed(inSettingsOf: contract, node, all) }.map(\.diagnostic)
    }
    checkBodies(prepared?.sets ?? [], in: settings)
    checkActs(stage, contract)
    let deadline = deadline(stage)
    if deadline == nil, stage.due != nil { unsure.append(node.span) }
    checkPlaces(stage)
    let conditions = stage.when.all.map { entry in
      StageDefinition.Condition(
        input: entry.name, values: entry.value.values.map(\.description))
    }
    guard let prepared else { return nil }
    let escalate = stage.escalate ?? form.escalate
    return StageDefinition(
      id: stage.id.value.description, title: stage.title?.text ?? contract.title,
      contract: contract, prepared: prepared, form: stage, node: node, base: base,
      deadline: deadline,
      remind: stage.remind ?? form.remind,
      escalation: escalate.map { .init(after: $0.after, to: $0.to.value.description) },
      conditions: conditions, takers: takers(stage))
  }

  private func takers(_ stage: StageForm) -> [StageDefinition.Taker] {
    stage.acts.all.map { entry in
      StageDefinition.Taker(
        act: entry.name,
        names: entry.value.values.map(\.description).filter { !organisation.isSet($0) })
    }
  }

  private mutating func checkID(_ stage: StageForm) {
    guard let node = stage.id.node else { return }
    let id = stage.id.value.description
    if let first = ids[id] {
      repeatsID = true
      report(
        node, "schema/duplicate-id", "fasen '\(id)' finns redan",
        "the stage '\(id)' exists already",
        related: [first.related(sv: "först här", en: "first here")])
    } else if ReservedNames.stages.contains(id) {
      report(
        node, "schema/bad-id", "'\(id)' betyder något annat i språket: välj ett annat id",
        "'\(id)' means something else in the language: choose another id")
    }
    ids[id] = ids[id] ?? node
  }

  private mutating func checkActs(_ stage: StageForm, _ contract: StageContract) {
    let names = contract.acts.map(\.name) + EngineActs.names
    for entry in stage.acts.all {
      if !names.contains(entry.name) {
        let near = suggestions(for: entry.name, among: names) { contract.act($0)?.title }
        report(
          entry.key, "ref/unknown-act",
          "\(contract.name) har inget att göra som heter '\(entry.name)'"
            + (near.question?.sv ?? ", bara \(names.joined(separator: ", "))"),
          "\(contract.name) has no act '\(entry.name)'"
            + (near.question?.en ?? ", only \(names.joined(separator: ", "))"),
          fixes: near.fixes(at: entry.key, isSafe: near.isCertain))
      }
      for who in entry.value.all { checkWho(who, allowingLane: stage.forEach != nil) }
    }
  }

  // MARK: deadlines

  private mutating func deadline(_ stage: StageForm) -> StageDefinition.DeadlineRule? {
    let given = [
      stage.within.flatMap(\.node), stage.window.flatMap(\.node), stage.due.flatMap(\.node),
    ].compactMap { $0 }
    if given.count > 1 {
      report(
        given[1], "time/two-deadlines", "en fas har en sista dag: välj within:, window: eller due:",
        "a stage has one deadline: choose within:, window: or due:",
        related: [given[0].related(sv: "den första", en: "the first")])
    }
    if let every = stage.every {
      if let node = given.first {
        report(
          node, "time/two-deadlines", "every: sätter själv när fasen återkommer",
          "every: itself says when the stage comes round")
      }
      return .every(every.value, stage.align)
    }
    if let within = stage.within { return .within(within.value) }
    if let window = stage.window {
      let id = window.value.description
      if organisation.window(id) == nil, !reader.unread.mayHold(id) {
        unknown(
          window.node, "ref/unknown-window", id, ("ingen remisstid heter", "no window is named"),
          among: organisation.windows.map(\.id))
      }
      return .window(id)
    }
    return stage.due.flatMap { due($0) }
  }

  // `6 months before INPUT`, `2 weeks after INPUT`.
  private mutating func due(_ due: Sited<String>) -> StageDefinition.DeadlineRule? {
    let words = due.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 4, let input = words.last,
      ["before", "after"].contains(words[words.count - 2]),
      let duration = CivilDuration(words.dropLast(2).joined(separator: " "))
    else {
      report(
        due.node, "schema/wrong-form",
        "här väntas en tid före eller efter ett datum, som '6 months before UPPGIFT'",
        "a time before or after a date is expected here, such as '6 months before INPUT'")
      return nil
    }
    let dates = inputs.filter { $0.type == .date }.map(\.name)
    guard dates.contains(input) else {
      unknown(
        due.node, "ref/unknown-input", input,
        ("inget datum bland inputs: heter", "no date input is named"),
        among: dates)
      return nil
    }
    return .due(duration, before: words[words.count - 2] == "before", input: input)
  }

  private mutating func checkPlaces(_ stage: StageForm) {
    if let owner = stage.owner { checkWho(owner, allowingLane: stage.forEach != nil) }
    if let escalate = stage.escalate { checkWho(escalate.to, allowingLane: stage.forEach != nil) }
    if let set = stage.forEach, let body = organisation.set(set.value.description) {
      guard case .atLeast(let wanted)? = stage.proceed?.value.proceed, reader.unread.isEmpty
      else { return checkAlign(stage) }
      let count = organisation.members(of: body.id, on: form.valid.from.value).count
      if wanted > count {
        report(
          stage.proceed?.node, "flow/impossible-join",
          "\(body.id) har \(count) medlemmar \(form.valid.from.value): högst \(count)",
          "\(body.id) has \(count) members on \(form.valid.from.value): at most \(count)")
      }
    } else if let set = stage.forEach {
      if !reader.unread.mayHold(set.value.description) {
        unknown(
          set.node, "ref/unknown-set", set.value.description,
          ("ingen mängd heter", "no set is named"), among: organisation.sets.map(\.id))
      }
    } else if let proceed = stage.proceed {
      report(
        proceed.node, "flow/proceed-without-run", "proceed: hör till en fas med for-each:",
        "proceed: belongs to a stage with for-each:")
    }
    checkAlign(stage)
  }

  private mutating func checkAlign(_ stage: StageForm) {
    if stage.align != nil, stage.every == nil {
      report(
        stage.id.node, "flow/align-without-every", "align: hör till every:",
        "align: belongs to every:")
    }
  }

  // MARK: names

  /// A body, a role, a set, or `lane` where there is one.
  private mutating func checkWho(_ who: Sited<Name>, allowingLane: Bool) {
    let id = who.value.description
    if allowingLane && id == "lane" || roles.contains(where: { $0.name == id }) { return }
    if organisation.holds(id) { return }
    if reader.unread.mayHold(id) { return }
    unknown(
      who.node, "ref/unknown-body", id,
      ("ingen roll, grupp eller organisation heter", "no role or body is named"),
      among: roles.map(\.name) + organisation.bodies.map(\.id) + organisation.sets.map(\.id),
      titled: organisation.name)
  }

  private mutating func checkBodies(_ names: [String], in settings: Node) {
    for name in names where !organisation.holds(name) {
      if roles.contains(where: { $0.name == name }) || reader.unread.mayHold(name) { continue }
      unknown(
        settings.scalar(name) ?? settings, "ref/unknown-set", name,
        ("ingen organisation eller mängd heter", "no body or set is named"),
        among: organisation.sets.map(\.id) + organisation.bodies.map(\.id),
        titled: organisation.name)
    }
  }

  // A name that somebody made up may differ from another by a letter on purpose, so never safe.
  private mutating func unknown(
    _ node: Node?, _ code: String, _ name: String, _ what: (sv: String, en: String),
    among names: [String], titled title: (String) -> Text? = { _ in nil }
  ) {
    let near = suggestions(for: name, among: names, titled: title)
    report(
      node, code, "\(what.sv) '\(name)'" + (near.question?.sv ?? ""),
      "\(what.en) '\(name)'" + (near.question?.en ?? ""),
      fixes: node.map { near.fixes(at: $0, instead: name) } ?? [])
  }

  // MARK: the pipeline

  /// What can be told without the stages.
  mutating func checkHeader() {
    if form.owner.node != nil { checkWho(form.owner, allowingLane: false) }
    if let escalate = form.escalate { checkWho(escalate.to, allowingLane: false) }
    for key in form.key.all where !inputs.contains(where: { $0.name == key.value.description }) {
      unknown(
        key.node, "ref/unknown-input", key.value.description,
        ("ingen uppgift under inputs: heter", "no input is named"), among: inputs.map(\.name))
    }
    for role in form.roles.all {
      let kind = role.value.value.description
      guard organisation.kind(kind) == nil, !reader.unread.mayHold(kind) else { continue }
      unknown(
        role.value.node, "ref/unknown-kind", kind,
        ("inget slag av organisation heter", "no kind of body is named"),
        among: organisation.kinds.map(\.id))
    }
    if let to = form.valid.to, form.valid.from.node != nil, to.value < form.valid.from.value {
      report(
        to.node, "time/ends-before-start", "slutar före den börjar", "ends before it starts",
        related: [form.valid.from.node?.related(sv: "börjar här", en: "starts here")].compactMap {
          $0
        })
    }
    for input in form.inputs.all {
      if (input.value.type == .choice) == input.value.values.isEmpty {
        knowsFlow = false
        report(
          input.key, "schema/enum-values",
          "values: hör till en uppgift av slaget enum, och behövs där",
          "values: belongs to an input of type enum, and is needed there")
      }
    }
  }

  /// What only all stages together tell.
  mutating func checkTogether(_ stages: [StageDefinition]) {
    let before = diagnostics.count
    checkConditions(stages)
    checkForce(stages)
    if diagnostics.count > before { knowsFlow = false }
    checkTopics(stages)
  }

  private mutating func checkConditions(_ stages: [StageDefinition]) {
    var known = inputs.filter { $0.type == .choice && !$0.isOptional }.map { ($0.name, $0.values) }
    known.append(("edition", ["first", "revision"]))
    known.append(("opened-by", openedBy(stages)))
    for stage in stages {
      for entry in stage.form.when.all {
        guard let values = known.first(where: { $0.0 == entry.name })?.1 else {
          unknown(
            entry.key, "ref/unknown-input", entry.name,
            (
              "when: frågar bara efter edition, opened-by och uppgifter av slaget enum, inte",
              "when: asks only for edition, opened-by and inputs of type enum, not"
            ),
            among: known.map(\.0))
          continue
        }
        for value in entry.value.all where !values.contains(value.value.description) {
          unknown(
            value.node, "schema/bad-choice", value.value.description,
            ("'\(entry.name)' är aldrig", "'\(entry.name)' is never"), among: values)
        }
      }
    }
  }

  /// What opens a case: by hand, an outcome mapped to `new-case`, or what another pipeline declares.
  func openedBy(_ stages: [StageDefinition]) -> [String] {
    var names = ["opened"]
    for stage in stages {
      for entry in stage.form.outcomes.all {
        if case .newCase(nil) = entry.value.target, !names.contains(entry.name) {
          names.append(entry.name)
        }
      }
    }
    for other in form.openedBy.values where !names.contains(other.description) {
      names.append(other.description)
    }
    return names
  }

  // An every: without after: hangs on the version in force, so something must put one there.
  private mutating func checkForce(_ stages: [StageDefinition]) {
    guard stages.allSatisfy({ $0.form.inForce.all.isEmpty }) else { return }
    for stage in stages where stage.form.every != nil && stage.form.after.all.isEmpty {
      report(
        stage.form.every?.node, "flow/unreachable",
        "ingen fas sätter något i kraft, så '\(stage.id)' öppnas aldrig: säg in-force: eller after:",
        "no stage puts anything in force, so '\(stage.id)' never opens: say in-force: or after:")
    }
  }

  // What a stage takes, some earlier stage must be able to give.
  private mutating func checkTopics(_ stages: [StageDefinition]) {
    for (index, stage) in stages.enumerated() {
      for topic in stage.contract.takes {
        let given = stages[..<index].contains { $0.contract.gives.contains(topic) }
        guard !given else { continue }
        diagnostics.append(
          (stage.form.uses.node ?? stage.node).diagnostic(
            "flow/nothing-given",
            Text(
              sv: "'\(stage.id)' använder '\(topic.name)', som ingen tidigare fas lämnar",
              en: "'\(stage.id)' takes '\(topic.name)', which no earlier stage gives"),
            severity: .warning))
      }
    }
  }

  mutating func report(
    _ node: Node?, _ code: String, _ sv: String, _ en: String,
    related: [Diagnostic.Related] = [], help: Text? = nil, fixes: [Fix] = []
  ) {
    guard let node = node ?? form.pipeline.node else { return }
    diagnostics.append(
      node.diagnostic(code, Text(sv: sv, en: en), related: related, help: help, fixes: fixes))
  }
}

extension Node {
  /// A mapping without keys that stands at another node, for what was left out.
  package static func emptyMapping(at node: Node) -> Node {
    var builder = TreeBuilder(path: node.path)
    builder.open(.mapping, node.span.start)
    builder.close(node.span.end)
    return builder.finish() ?? node
  }

  /// The first scalar inside with a text.
  package func scalar(_ wanted: String) -> Node? {
    if text == wanted { return self }
    for child in items + entries.map(\.value) {
      if let found = child.scalar(wanted) { return found }
    }
    return nil
  }
}

extension Organisation {
  /// What people call a body or a set.
  fileprivate func name(_ id: String) -> Text? {
    body(id)?.name ?? set(id)?.title
  }
}
