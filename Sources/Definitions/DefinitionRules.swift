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
  var knowsFlow = true
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
      PipelineDefinition.Role(
        name: $0.name, kind: $0.value.kind.value.description, title: $0.value.title)
    }
  }

  var organisation: Organisation { reader.organisation }

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
    checkTasks(stage)
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
        related: [first.related(sv: "först här", en: "first here")],
        help: Text(sv: "ge en av dem ett annat id", en: "give one of them another id"))
    } else if ReservedNames.stages.contains(id) {
      report(
        node, "schema/bad-id", "'\(id)' kan inte vara ett id: ordet har redan en egen betydelse",
        "'\(id)' cannot be an id: the word has a meaning of its own already",
        help: Text(
          sv: "välj ett annat, till exempel fas-\(id)", en: "choose another, such as stage-\(id)"))
    }
    ids[id] = ids[id] ?? node
  }

  private mutating func checkActs(_ stage: StageForm, _ contract: StageContract) {
    guard !stage.acts.all.isEmpty else { return }
    let names = contract.acts.map(\.name) + EngineActs.names
    for entry in stage.acts.all {
      if !names.contains(entry.name) {
        let near = suggestions(for: entry.name, among: names) { contract.act($0)?.title }
        report(
          entry.key, "ref/unknown-act",
          "i fasen \(contract.name) går det inte att göra '\(entry.name)'"
            + (near.question?.sv ?? ""),
          "\(contract.name) has no act '\(entry.name)'" + (near.question?.en ?? ""),
          help: near.names.isEmpty
            ? Text(
              sv: "här finns \(names.joined(separator: ", "))",
              en: "known here: \(names.joined(separator: ", "))") : nil,
          fixes: near.fixes(at: entry.key, isSafe: near.isCertain))
      }
      for who in entry.value.all { checkWho(who, allowingLane: stage.forEach != nil) }
    }
  }

  // MARK: deadlines

  private mutating func deadline(_ stage: StageForm) -> StageDefinition.DeadlineRule? {
    let given = [
      stage.within.flatMap(\.node), stage.window.flatMap(\.node), stage.due.flatMap(\.node),
      stage.meeting.flatMap(\.node),
    ].compactMap { $0 }
    if given.count > 1 {
      report(
        given[1], "time/two-deadlines",
        "en fas har en sista dag: välj within:, window:, due: eller meeting:",
        "a stage has one deadline: choose within:, window:, due: or meeting:",
        related: [given[0].related(sv: "den första", en: "the first")],
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
    if let every = stage.every {
      if let node = given.first {
        report(
          node, "time/two-deadlines", "när fasen ska vara klar säger every: redan",
          "when the stage is due is said by every: already",
          help: Text(sv: "ta bort den ena", en: "remove one of them"))
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
    if let meeting = stage.meeting {
      checkWho(meeting, allowingLane: false)
      return .meeting(meeting.value.description)
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
        "här ska det stå en tid före eller efter ett datum, som '6 months before UPPGIFT'",
        "a time before or after a date is expected here, such as '6 months before INPUT'",
        help: Text(
          sv: "UPPGIFT är id för ett datum under inputs:; before är före och after efter",
          en: "INPUT is the id of a date in inputs:"))
      return nil
    }
    let dates = inputs.filter { $0.type == .date }.map(\.name)
    guard dates.contains(input) else {
      if inputs.contains(where: { $0.name == input }) {
        report(
          due.node, "ref/unknown-input", "uppgiften '\(input)' är inget datum",
          "the input '\(input)' is no date",
          help: Text(
            sv: dates.isEmpty
              ? "lägg till ett datum under inputs:, av typen date"
              : "räkna från \(dates.joined(separator: " eller "))",
            en: dates.isEmpty
              ? "add a date to inputs:, of the type date"
              : "reckon from \(dates.joined(separator: " or "))"))
        return nil
      }
      unknown(
        due.node, "ref/unknown-input", input,
        ("inget datum bland inputs: heter", "no date input is named"),
        among: dates)
      return nil
    }
    return .due(duration, before: words[words.count - 2] == "before", input: input)
  }

  private mutating func checkTasks(_ stage: StageForm) {
    for task in stage.tasks.all {
      let id = task.value.description
      guard organisation.task(id) == nil, !reader.unread.mayHold(id) else { continue }
      unknown(
        task.node, "ref/unknown-task", id, ("ingen uppgift heter", "no task is named"),
        among: organisation.tasks.map(\.id))
    }
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
          "\(wanted) medlemmar ska vara klara, men '\(body.id)' har \(count) (\(form.valid.from.value))",
          "\(wanted) members must be done, but '\(body.id)' has \(count) (\(form.valid.from.value))",
          help: count == 0
            ? Text(
              sv: "lägg till medlemmar i organisationsregistret, eller ta bort proceed:",
              en: "add members to the register, or remove proceed:")
            : Text(
              sv: "skriv at-least: \(count) eller lägre, eller proceed: all",
              en: "write at-least: \(count) or lower, or proceed: all"))
      }
    } else if let set = stage.forEach {
      if !reader.unread.mayHold(set.value.description) {
        unknown(
          set.node, "ref/unknown-set", set.value.description,
          ("ingen mängd av organisationer (sets:) heter", "no set of bodies is named"),
          among: organisation.sets.map(\.id))
      }
    } else if let proceed = stage.proceed {
      report(
        proceed.node, "flow/proceed-without-run",
        "'\(stage.id.value)' görs inte per medlem (for-each:) och kan inte ha proceed:",
        "'\(stage.id.value)' is not done for each member (for-each:) and cannot have proceed:",
        help: Text(
          sv: "ta bort proceed:, eller skriv också for-each: regions",
          en: "remove proceed:, or write for-each: regions too"))
    }
    checkAlign(stage)
  }

  private mutating func checkAlign(_ stage: StageForm) {
    if stage.align != nil, stage.every == nil {
      report(
        stage.id.node, "flow/align-without-every",
        "'\(stage.id.value)' återkommer inte (every:) och kan inte ha align:",
        "'\(stage.id.value)' does not come round (every:) and cannot have align:",
        help: Text(
          sv: "ta bort align:, eller skriv också every: 3 months",
          en: "remove align:, or write every: 3 months too"))
    }
  }

  // MARK: names

  /// A body, a role, a set, or `lane` where there is one.
  mutating func checkWho(_ who: Sited<Name>, allowingLane: Bool) {
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
  mutating func unknown(
    _ node: Node?, _ code: String, _ name: String, _ what: (sv: String, en: String),
    among names: [String], titled title: (String) -> Text? = { _ in nil }
  ) {
    let near = suggestions(for: name, among: names, titled: title)
    report(
      node, code, "\(what.sv) '\(name)'" + (near.question?.sv ?? ""),
      "\(what.en) '\(name)'" + (near.question?.en ?? ""),
      help: near.names.isEmpty && (1...12).contains(names.count)
        ? Text(
          sv: "här finns \(names.joined(separator: ", "))",
          en: "known here: \(names.joined(separator: ", "))") : nil,
      fixes: node.map { near.fixes(at: $0, instead: name) } ?? [])
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
