import Canonical
import CivilTime
import Definitions
import Located
import Register
import StageKit

// How a case is opened: by hand, by an outcome of another, or taken over in mid-life.

extension Deliberation {
  mutating func open(_ wanted: Command.OpenCase) {
    guard let pinned = pinned(wanted.pipeline) else { return }
    let definition = pinned.definition
    let kind = kind(wanted.kind, definition)
    checkInputs(wanted.inputs, definition)
    checkRoles(wanted.roles, definition)
    checkPreparation(definition.id)
    let edition = edition(wanted.opening)
    if !definition.openedBy.contains(wanted.opening.openedBy) {
      refuse(
        "case/opened-by",
        "\(definition.reference) öppnas inte av '\(wanted.opening.openedBy)', bara av \(definition.openedBy.joined(separator: ", "))",
        "\(definition.reference) is not opened by '\(wanted.opening.openedBy)', only by \(definition.openedBy.joined(separator: ", "))"
      )
    }
    let owner = wanted.roles.first { $0.name == definition.owner }?.to ?? definition.owner
    var mayOpen = [owner]
    for body in wanted.roles.map(\.to) + [wanted.opening.carries?.lane].compactMap({ $0 })
    where !mayOpen.contains(body) {
      mayOpen.append(body)
    }
    demand(mayOpen, "open", called: Text(sv: "Öppna ett ärende", en: "Open a case"))
    guard refusals.isEmpty, let kind else { return }
    if state.version == 0 {
      emit(ProductOpened(kind: kind, title: wanted.title), in: nil)
    }
    let id = begin(
      pinned, edition: edition, openedBy: wanted.opening.openedBy, from: nil,
      atStage: wanted.opening.atStage, inputs: wanted.inputs, roles: wanted.roles,
      carrying: wanted.opening)
    guard let index = state.index(ofCase: id) else {
      return refuse(
        "case/no-way", "det finns inget sätt att öppna ett ärende med de uppgifterna",
        "there is no way to open a case with these inputs")
    }
    if let stage = wanted.opening.atStage {
      takeOver(index, at: stage, wanted.opening)
    } else {
      settle(index, to: definition.table.start(world: Int(state.cases[index].flow.world)))
    }
  }

  private mutating func begin(
    _ pinned: Pinned, edition: Int, openedBy: String, from: String?, atStage: String?,
    inputs: [Binding], roles: [Binding], carrying opening: Command.OpenCase.Opening = .init()
  ) -> String {
    let id = "\(state.stream)-\(edition)"
    let order = pinned.definition.inputs.map(\.name)
    let sorted = order.compactMap { name in inputs.first { $0.name == name } }
    emit(
      CaseOpened.type,
      CaseOpened(
        pipeline: pinned.definition.reference, edition: edition, openedBy: openedBy, from: from,
        atStage: atStage, register: organisation.hash.description, inputs: sorted, roles: roles,
        carries: opening.carries, given: opening.given
      ).value, in: id, definition: pinned.definition.hash,
      effects: opening.carries.map { [Tidings(to: $0, from: id).effect] } ?? [])
    return id
  }

  /// The next case of the product, opened by an outcome.
  mutating func openNext(after index: Int, stage: Int, outcome: String) {
    let one = state.cases[index]
    let target = one.definition.stages[stage].form.outcomes[outcome]?.target
    var id = one.definition.id
    if case .newCase(let other?) = target { id = other }
    guard let pinned = pinned(.latest(id: id)) else { return }
    let definition = pinned.definition
    let inputs = one.inputs.filter { input in definition.inputs.contains { $0.name == input.name } }
    let roles = one.roles.filter { role in definition.roles.contains { $0.name == role.name } }
    if !definition.kinds.contains(state.kind) {
      refuse(
        "case/other-kind", "\(definition.reference) avser inte \(state.kind)",
        "\(definition.reference) is not about \(state.kind)")
    }
    checkInputs(inputs, definition)
    checkRoles(roles, definition)
    checkPreparation(definition.id)
    guard refusals.isEmpty else { return }
    let opened = begin(
      pinned, edition: (state.cases.map(\.edition).max() ?? 0) + 1,
      openedBy: definition.openedBy.contains(outcome) ? outcome : "opened", from: one.id,
      atStage: nil, inputs: inputs, roles: roles, carrying: one.carrying)
    guard let new = state.index(ofCase: opened) else {
      return refuse(
        "case/no-way", "det finns inget sätt att öppna ett ärende med de uppgifterna",
        "there is no way to open a case with these inputs")
    }
    settle(new, to: definition.table.start(world: Int(state.cases[new].flow.world)))
  }

  // What stands before the stage in the file counts as closed, lanes as trailing and unknown.
  private mutating func takeOver(
    _ index: Int, at id: String, _ opening: Command.OpenCase.Opening
  ) {
    guard let position = position(index, Spot(id)) else { return }
    let one = state.cases[index]
    let table = one.definition.table
    let skipped = table.worlds[Int(one.flow.world)]
    guard !skipped.has(position.row) else {
      let others = one.definition.stages.map(\.id).filter { id in
        self.position(index, Spot(id)).map { !skipped.has($0.row) } ?? false
      }.joined(separator: ", ")
      let pipeline = one.definition.reference
      return refuse(
        "case/stage-skipped",
        "'\(id)' hoppas över i ett sådant ärende enligt \(pipeline); faserna är \(others)",
        "'\(id)' is skipped in such a case by \(pipeline); the stages are \(others)")
    }
    var after = one.flow
    for row in 0..<position.row where !table.every.has(row) {
      let isBranchElsewhere =
        table.rows[row].leaders != 0 && !table.rows[row].forward.has(position.row)
      if isBranchElsewhere { after.gone |= bit(row) } else { after.passed |= bit(row) }
    }
    let force = table.force & after.passed & ~skipped
    // A branch was led to: by the first stage before it in the file that can have done so.
    let leading = table.exits.first { exit in
      guard case .lead(_, position.row) = exit.effect else { return false }
      return !skipped.has(exit.row)
    }
    if let leading, case .lead(let edge, _) = leading.effect {
      after.passed &= ~bit(leading.row)
      after.gone |= bit(leading.row)
      after.led |= bit(edge)
    }
    after.inForce = opening.inForceSince != nil
    if let since = opening.inForceSince {
      guard let row = Array(force.indices).last else {
        return refuse(
          "case/nothing-in-force",
          "före '\(id)' finns ingen fas som sätter något i kraft: ta först över den gällande "
            + "versionen i ett eget ärende, och öppna sedan revideringen vid '\(id)'",
          "no stage before '\(id)' puts anything in force: take over the version in force in a "
            + "case of its own first, and then open the revision at '\(id)'")
      }
      let stage = one.definition.stages[table.rows[row].stages.lowerBound]
      enterForce(
        index, stage: stage.id, attempt: 0, stage.inForce.first ?? "", from: since,
        called: opening.inForceVersion)
    } else if table.rows[position.row].hangsOnForce {
      return refuse(
        "case/says-no-force",
        "'\(id)' följer den gällande versionen: ange sedan när den började gälla",
        "'\(id)' hangs on the version in force: say since when it is")
    }
    if position.row < table.rows.count, !table.rows[position.row].hangsOnForce {
      after.open |= bit(position.row)
    }
    for row in (after.passed & ~skipped).indices {
      if table.rows[row].run != nil {
        drawLanes(index, row, anew: true, isTakenOver: true)
        change(.proceeded, index, row, because: "taken-over")
      } else {
        change(.skipped, index, row, because: "taken-over")
      }
    }
    if let leading { leave(index, by: leading) }
    table.settle(&after)
    settle(index, to: after, reopening: position.row)
    if let row = one.pinned.places[position.stage].lane, row > 0 {
      refuse(
        "case/inside-run",
        "ta över vid '\(one.definition.stages[table.rows[position.row].stages.lowerBound].id)', där omgången börjar",
        "take over at '\(one.definition.stages[table.rows[position.row].stages.lowerBound].id)', where the run begins"
      )
    }
  }

  // There was no attempt at it here, but how it was left decides what a send-back opens again.
  private mutating func leave(_ index: Int, by exit: ControlTable.Exit) {
    let one = state.cases[index]
    let row = one.definition.table.rows[exit.row]
    emit(
      StageClosed(
        spot: Spot(one.definition.stages[row.stages.lowerBound].id), attempt: 0,
        outcome: exit.outcome, then: .leads),
      in: one.id)
  }

  // MARK: what must hold

  private mutating func pinned(_ choice: Command.OpenCase.PipelineChoice) -> Pinned? {
    let known = engine.definitions.map(\.definition)
    switch choice {
    case .latest(let id):
      if let pinned = engine.definition(id, on: on) { return pinned }
      let versions = known.filter { $0.id == id }
      if !versions.isEmpty {
        let advice = advice(versions)
        refuse(
          "case/no-valid-version",
          "ingen version av \(id) gäller nya ärenden \(on)\(advice.sv)",
          "no version of \(id) holds for new cases on \(on)\(advice.en)")
      } else {
        var names: [String] = []
        for name in known.map(\.id) where !names.contains(name) { names.append(name) }
        unknown(id, names)
      }
    case .version(let reference):
      guard let pinned = engine.definitions.first(where: { $0.definition.reference == reference })
      else {
        unknown(reference, known.map(\.reference))
        return nil
      }
      if pinned.definition.isValid(on: on) { return pinned }
      let advice = advice([pinned.definition])
      refuse(
        "case/no-valid-version", "\(reference) gäller inte nya ärenden \(on)\(advice.sv)",
        "\(reference) does not hold for new cases on \(on)\(advice.en)")
    }
    return nil
  }

  // What is older than the process is taken over once it holds; of one that has ended there is
  // nothing to say but its day.
  private func advice(_ versions: [PipelineDefinition]) -> Text {
    guard let first = versions.map(\.validFrom).min(), on < first else {
      return versions.compactMap(\.validTo).max().map { last in
        Text(sv: ": den gällde till \(last)", en: ": it held until \(last)")
      } ?? Text("")
    }
    return Text(
      sv: ", först från \(first): öppna det då eller senare, och ta över det som började tidigare "
        + "vid den fas där det är",
      en: ", only from \(first): open it then or later, and take over what began before at the "
        + "stage where it is")
  }

  private mutating func unknown(_ name: String, _ names: [String]) {
    let near = nearest(to: name, among: names)
    refuse(
      "case/unknown-pipeline",
      "ingen process \(name)"
        + (near.map { ", menar du \($0)?" } ?? ", bara \(names.joined(separator: ", "))"),
      "no pipeline \(name)"
        + (near.map { ", did you mean \($0)?" } ?? ", only \(names.joined(separator: ", "))"))
  }

  private mutating func kind(_ wanted: String?, _ definition: PipelineDefinition) -> String? {
    let kinds = definition.kinds
    let kind = wanted ?? (state.version > 0 ? state.kind : kinds.count == 1 ? kinds[0] : nil)
    guard let kind, kinds.contains(kind) else {
      refuse(
        "case/kind", "ange vad ärendet avser: \(kinds.joined(separator: ", "))",
        "say what the case is about: \(kinds.joined(separator: ", "))")
      return nil
    }
    if state.version > 0, state.kind != kind {
      refuse(
        "case/other-kind", "\(state.stream) är redan \(state.kind)",
        "\(state.stream) is already \(state.kind)")
    }
    return kind
  }

  private mutating func edition(_ opening: Command.OpenCase.Opening) -> Int {
    let next = (state.cases.map(\.edition).max() ?? 0) + 1
    switch opening.isRevision {
    case true?: return max(next, 2)
    case false? where next > 1:
      refuse(
        "case/not-first", "\(state.stream) har redan en utgåva: detta är en revidering",
        "\(state.stream) has an edition already: this is a revision")
      return next
    default: return opening.openedBy == "opened" ? next : max(next, 2)
    }
  }

  // At most one case of a product and pipeline in preparation.
  private mutating func checkPreparation(_ id: String) {
    for one in state.cases where one.definition.id == id && one.isInPreparation {
      refuse(
        "case/in-preparation", "ett ärende förbereds redan: \(one.id)",
        "a case is in preparation already: \(one.id)")
    }
  }

  private mutating func checkInputs(_ given: [Binding], _ definition: PipelineDefinition) {
    for input in definition.inputs {
      guard let value = given.first(where: { $0.name == input.name })?.to else {
        guard !input.isOptional else { continue }
        refuse(
          "case/missing-input", "ange \(input.name) (\(input.title.sv))",
          "give \(input.name) (\(input.title.en))")
        continue
      }
      if let fault = input.fault(value) {
        refuse("case/bad-input", "\(input.name): \(fault.sv)", "\(input.name): \(fault.en)")
      }
    }
    let names = definition.inputs.map(\.name)
    for extra in given where !names.contains(extra.name) {
      let near = nearest(to: extra.name, among: names)
      refuse(
        "case/unknown-input",
        "ingen uppgift '\(extra.name)'" + (near.map { ", menar du '\($0)'?" } ?? ""),
        "no input '\(extra.name)'" + (near.map { ", did you mean '\($0)'?" } ?? ""))
    }
    // A product is one by its key.
    guard let first = state.cases.first else { return }
    for key in definition.key {
      if let before = first.inputs.first(where: { $0.name == key })?.to,
        let now = given.first(where: { $0.name == key })?.to, before != now
      {
        refuse(
          "case/other-product", "\(state.stream) har \(key) \(before), inte \(now)",
          "\(state.stream) has \(key) \(before), not \(now)")
      }
    }
  }

  private mutating func checkRoles(_ given: [Binding], _ definition: PipelineDefinition) {
    for role in definition.roles {
      guard let body = given.first(where: { $0.name == role.name })?.to else {
        refuse(
          "case/missing-role", "ange vem som är \(role.name) (\(role.kind))",
          "say who is \(role.name) (\(role.kind))")
        continue
      }
      if let known = organisation.body(body) {
        if organisation.body(body, on: on.firstDay) == nil {
          refuse(
            "case/ended-body", "\(role.name): \(body) finns inte \(on)",
            "\(role.name): \(body) is not there on \(on)")
        } else if known.kind != role.kind {
          refuse(
            "case/role-kind", "\(role.name) ska vara \(role.kind), \(body) är \(known.kind)",
            "\(role.name) must be \(role.kind), \(body) is \(known.kind)")
        }
      } else if !organisation.isOpenKind(role.kind) {
        let near = nearest(to: body, among: organisation.bodies.map(\.id))
        refuse(
          "case/unknown-body",
          "\(role.name): ingen \(role.kind) heter '\(body)'"
            + (near.map { ", menar du '\($0)'?" } ?? ""),
          "\(role.name): no \(role.kind) is named '\(body)'"
            + (near.map { ", did you mean '\($0)'?" } ?? ""))
      }
    }
    for extra in given where !definition.roles.contains(where: { $0.name == extra.name }) {
      refuse("case/unknown-role", "ingen roll '\(extra.name)'", "no role '\(extra.name)'")
    }
  }
}
