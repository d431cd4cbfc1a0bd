package import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// A scenario that was read.
package struct Scenario: Sendable {
  package let form: ScenarioForm
  package let node: Node

  /// Reads a scenario, with every fault at once.
  package static func read(_ node: Node) -> (Scenario?, [Diagnostic]) {
    let (form, _, found) = ScenarioForm.read(node)
    var diagnostics = found.map(\.diagnostic)
    guard let form else { return (nil, diagnostics) }
    if form.all.isEmpty || form.all.contains(where: { $0.pipeline == nil }) {
      diagnostics.append(
        node.diagnostic(
          "scenario/no-case",
          Text(
            sv: "ange vilket ärende det gäller: pipeline:, product: och opened:, eller cases:",
            en: "say which case it is about: pipeline:, product: and opened:, or cases:")))
    }
    return (diagnostics.isEmpty ? Scenario(form: form, node: node) : nil, diagnostics)
  }

  package var name: String { form.scenario.value.description }
  package var title: Text { form.title?.text ?? Text(name) }
}

/// Plays a scenario through the engine, in memory, and stops at the first difference.
///
/// Between the steps the clock runs: what is due is fired on its day, as a server would.
package struct ScenarioRun: Sendable {
  package let scenario: Scenario
  package private(set) var engine: Engine
  /// The products, in the order they were opened.
  package private(set) var products: [ProductState] = []
  /// What differed first; nil when all is as the scenario says.
  package private(set) var difference: Diagnostic?
  /// How many steps were played.
  package private(set) var played = 0
  /// Every command that was accepted, in order, so that a store can be filled with the same.
  package private(set) var log: [Entry] = []

  /// A command that was accepted.
  package struct Entry: Sendable {
    package let product: String
    package let command: Command
    package let context: Context
  }

  private var names: [String: String] = [:]
  private var today: CivilDate?
  // What happened on this day or later is left out.
  private let end: CivilDate?

  /// Plays a scenario, or only what happened before a day.
  package static func play(
    _ scenario: Scenario, _ engine: Engine, before end: CivilDate? = nil
  ) -> ScenarioRun {
    var run = ScenarioRun(scenario: scenario, engine: engine, before: end)
    run.play()
    return run
  }

  private init(scenario: Scenario, engine: Engine, before end: CivilDate?) {
    self.scenario = scenario
    self.engine = engine
    self.end = end
  }

  private func isLeftOut(_ day: CivilDate) -> Bool {
    end.map { day.firstDay >= $0 } ?? false
  }

  private mutating func play() {
    let cases = scenario.form.all
    if let only = cases.first, cases.count == 1, !isLeftOut(only.opened.value) { open(only) }
    for step in scenario.form.steps where !isLeftOut(step.value.at) {
      guard difference == nil else { return }
      play(step)
      if difference == nil { played += 1 }
    }
  }

  // MARK: cases

  private mutating func open(_ one: ScenarioCase) {
    let product = one.product.id.value.description
    let name = one.name?.description ?? product
    guard names[name] == nil else { return }
    runClock(to: one.opened.value)
    var opening = Command.OpenCase.Opening()
    opening.openedBy = one.openedBy?.value.description ?? "opened"
    opening.isRevision = one.edition.map { $0 == .revision }
    opening.atStage = one.atStage?.value.description
    opening.inForceSince = one.inForce
    if let carries = one.carries {
      guard let lane = carried(carries) else { return }
      opening.carries = lane
      opening.given = state(lane.product).handed(to: lane)
    }
    guard let reference = one.pipeline?.value else { return }
    let inputs = one.product.inputs.all.map { Binding($0.name, $0.value.text) }
    let roles = one.roles.all.map { Binding($0.name, $0.value.value.description) }
    let choice: Command.OpenCase.PipelineChoice =
      reference.contains("@") ? .version(reference) : .latest(id: reference)
    let command = Command.open(
      Command.OpenCase(
        kind: one.product.kind?.value.description,
        title: one.product.title?.text ?? Text(product), pipeline: choice, inputs: inputs,
        roles: roles, opening: opening))
    let before = state(product).cases.count
    let by = owner(reference, roles)
    let refusals = perform(command, product, Context(on: one.opened.value, by: by))
    if let refusal = refusals.first {
      return differ(
        one.pipeline?.node ?? scenario.node,
        Text(
          sv: "ärendet går inte att öppna: \(refusal.text.sv)",
          en: "the case cannot be opened: \(refusal.text.en)"))
    }
    if let opened = state(product).cases.dropFirst(before).first {
      names[name] = opened.id
    }
  }

  private mutating func carried(_ form: Sited<CarriesForm>) -> Carried? {
    let name = form.value.ofCase.value.description
    let id = names[name] ?? name
    guard let product = products.first(where: { $0[id] != nil }) else {
      differ(
        form.value.ofCase.node ?? form.node ?? scenario.node,
        Text(sv: "inget ärende \(name) är öppnat än", en: "no case \(name) is opened yet"))
      return nil
    }
    return Carried(
      product: product.stream, caseID: id, stage: form.value.stage.value.description,
      lane: form.value.lane.value.description)
  }

  // Who opens it is not told: the pipeline's owner does.
  private func owner(_ reference: String, _ roles: [Binding]) -> Body {
    let definition = engine.definitions.map(\.definition).first {
      $0.reference == reference || $0.id == reference
    }
    let owner = definition?.owner ?? ""
    return Body(stringLiteral: roles.first { $0.name == owner }?.to ?? owner)
  }

  private func state(_ product: String) -> ProductState {
    products.first { $0.stream == product } ?? ProductState(stream: product)
  }

  @discardableResult
  private mutating func perform(
    _ command: Command, _ product: String, _ context: Context
  ) -> [Refusal] {
    let before = state(product)
    switch engine.decide(command, on: before, context) {
    case .refused(let refusals): return refusals
    case .accepted(let drafts, let after):
      guard !drafts.isEmpty else { return [] }
      if let index = products.firstIndex(where: { $0.stream == product }) {
        products[index] = after
      } else {
        products.append(after)
      }
      log.append(Entry(product: product, command: command, context: context))
      relay(drafts)
      return []
    }
  }

  // A lane that a case carries learns at once, as by the loop that people's commands take; there it
  // is no command of anybody's, so it stands in no log.
  private mutating func relay(_ drafts: [Draft]) {
    for draft in drafts {
      for effect in draft.effects where effect.kind == Tidings.kind {
        guard let tidings = effect.payload.withUnsafeBufferPointer({ Tidings.replay($0) }),
          let command = tidings.command,
          let index = products.firstIndex(where: { $0.stream == tidings.to.product }),
          products[index].takes(tidings),
          case .accepted(_, let after) = engine.decide(
            command, on: products[index], Context(on: draft.on, by: tidings.by))
        else { continue }
        products[index] = after
      }
    }
  }

  // What is due before a day is fired on its own day.
  private mutating func runClock(to day: CivilDate) {
    defer { today = max(today ?? day, day) }
    for _ in 0..<10_000 {
      let due = products.indices.compactMap { index in
        engine.agenda(products[index]).first { $0.due <= day }.map { (index, $0.due) }
      }
      guard let next = due.min(by: { $0.1 < $1.1 }) else { return }
      let refusals = perform(
        .fire, products[next.0].stream, Context(on: next.1, by: Body(stringLiteral: "stafett")))
      if !refusals.isEmpty { return }
    }
  }

  // MARK: steps

  private mutating func play(_ step: Sited<StepForm>) {
    let form = step.value
    let node = step.node ?? scenario.node
    for one in scenario.form.all where one.opened.value.firstDay <= form.at.firstDay {
      guard difference == nil else { return }
      open(one)
    }
    guard difference == nil, let (product, caseID) = find(form, node) else { return }
    runClock(to: form.at)
    if let act = form.act { perform(form, act, node, product, caseID) }
    if let outcome = form.outcome { conclude(form, outcome, node, product, caseID) }
    guard difference == nil, let expect = form.expect else { return }
    let expectation = Expectation(
      form: expect.value, node: expect.node ?? node, product: state(product), caseID: caseID,
      names: names)
    difference = expectation.difference()
  }

  // The case that a step is about; it is opened when the first step names it.
  private mutating func find(_ form: StepForm, _ node: Node) -> (String, String)? {
    let cases = scenario.form.all
    if let wanted = form.ofCase?.value.description {
      if let one = cases.first(where: { $0.name?.description == wanted }) { open(one) }
      guard difference == nil else { return nil }
      let id = names[wanted] ?? wanted
      if let product = products.first(where: { $0[id] != nil }) { return (product.stream, id) }
      differ(
        form.ofCase?.node ?? node,
        Text(
          sv:
            "inget ärende \(wanted), bara \(products.flatMap(\.cases).map(\.id).joined(separator: ", "))",
          en:
            "no case \(wanted), only \(products.flatMap(\.cases).map(\.id).joined(separator: ", "))"
        ))
      return nil
    }
    // Of one product, what is in force is the same for all its cases.
    let isOfProduct =
      form.act == nil && form.outcome == nil && form.expect?.value.isOfProduct == true
    guard cases.count == 1 || isOfProduct && products.count == 1 || form.tick,
      let product = products.first, let first = product.cases.first
    else {
      if difference == nil {
        differ(
          node,
          Text(
            sv: "ange vilket ärende steget gäller: case:",
            en: "say which case the step is about: case:"))
      }
      return nil
    }
    return (product.stream, first.id)
  }

  private mutating func perform(
    _ form: StepForm, _ act: Sited<Name>, _ node: Node, _ product: String, _ caseID: String
  ) {
    guard let stage = form.stage?.value.split(separator: "#").first.map(String.init),
      let by = form.by?.value.description
    else {
      return differ(
        act.node ?? node,
        Text(
          sv: "ange i vilken fas (stage:) och för vem (for:)",
          en: "say in which stage (stage:) and for whom (for:)"))
    }
    let fields = form.form?.node ?? .emptyMapping(at: act.node ?? node)
    let spot = Spot(stage, lane: form.lane?.description)
    let command: Command
    switch EngineAct.command(act.value.description, caseID, spot, fields) {
    case .stage:
      command = .act(
        caseID: caseID, spot: spot, act: act.value.description, form: fields, corrects: nil)
    case .engine(let engine): command = engine
    case .faults(let found):
      difference = found.first?.diagnostic
      return
    }
    let refusals = perform(command, product, Context(on: form.at, by: Body(stringLiteral: by)))
    check(refusals, form.refused, act.node ?? node)
  }

  // The flow alone: what was said on the way to the outcome is left out.
  private mutating func conclude(
    _ form: StepForm, _ outcome: Sited<Name>, _ node: Node, _ product: String, _ caseID: String
  ) {
    guard let stage = form.stage?.value.split(separator: "#").first.map(String.init) else {
      return differ(
        outcome.node ?? node,
        Text(sv: "ange i vilken fas (stage:)", en: "say in which stage (stage:)"))
    }
    let command = Command.conclude(
      caseID: caseID, spot: Spot(stage, lane: form.lane?.description),
      outcome: outcome.value.description)
    let by = form.by?.value.description ?? "stafett"
    let refusals = perform(command, product, Context(on: form.at, by: Body(stringLiteral: by)))
    check(refusals, form.refused, outcome.node ?? node)
  }

  private mutating func check(_ refusals: [Refusal], _ wanted: Sited<String>?, _ node: Node) {
    switch (refusals.first, wanted) {
    case (nil, nil): break
    case (let refusal?, nil):
      differ(
        refusal.diagnostic?.span == nil ? node : node,
        Text(
          sv: "kan inte registreras: \(refusal.text.sv) (\(refusal.code))",
          en: "refused: \(refusal.text.en) (\(refusal.code))"))
    case (nil, let wanted?):
      differ(
        wanted.node ?? node,
        Text(
          sv: "väntat: \(wanted.value); det gick att registrera",
          en: "expected: \(wanted.value); it was accepted"))
    case (let refusal?, let wanted?):
      guard !refusals.contains(where: { $0.code == wanted.value }) else { return }
      differ(
        wanted.node ?? node,
        Text(
          sv: "väntat: \(wanted.value); fick: \(refusal.code) (\(refusal.text.sv))",
          en: "expected: \(wanted.value); got: \(refusal.code) (\(refusal.text.en))"))
    }
  }

  private mutating func differ(_ node: Node, _ text: Text) {
    difference = node.diagnostic("scenario/differs", text)
  }
}
