package import Canonical
import CivilTime
import Definitions
import Located
import StageKit

/// Finds the definition that a case is pinned to; nil when this build cannot read it.
package typealias DefinitionLookup = @Sendable (ContentHash) -> Pinned?

/// Folds events into states.
///
/// Never fails: what this build does not understand leaves the product readable only, and says
/// why.
package struct Fold: Sendable {
  package let definition: DefinitionLookup

  package init(definition: @escaping DefinitionLookup) {
    self.definition = definition
  }

  /// The state after some events.
  package func state(of stream: String, _ events: [Event]) -> ProductState {
    var state = ProductState(stream: stream)
    // Only what is read of an event is copied: to copy it whole is to count references to all its
    // texts.
    for index in events.indices { apply(Happened(events[index]), to: &state) }
    return state
  }

  /// One event.
  package func apply(_ event: Event, to state: inout ProductState) {
    apply(Happened(event), to: &state)
  }

  /// What an event says, without the parts of the envelope that change no state.
  struct Happened {
    let sequence: Int
    let caseID: String?
    let type: String
    let on: CivilDate
    let by: String
    let definition: ContentHash?
    var semanticsLevel = Engine.semanticsLevel
    let payload: [UInt8]

    func read<P: Record>(_: P.Type) -> P? {
      payload.withUnsafeBufferPointer { P.replay($0) }
    }
  }

  func apply(_ event: Happened, to state: inout ProductState) {
    state.version = event.sequence
    guard event.semanticsLevel <= Engine.semanticsLevel else {
      return refuse(
        event, &state,
        Text(
          sv: "händelsen är av en senare nivå (\(event.semanticsLevel))",
          en: "the event is of a later level (\(event.semanticsLevel))"))
    }
    if event.type == ActSaid.type {
      guard let said = ActSaid(event.payload), let index = caseIndex(event, state) else {
        return refuse(event, &state)
      }
      if !state.cases[index].fold(said, event) { refuse(event, &state) }
      return
    }
    if !applyFlow(event, &state), !applyRest(event, &state) { refuse(event, &state) }
  }

  private func caseIndex(_ event: Happened, _ state: ProductState) -> Int? {
    // Nearly always the latest one.
    guard let id = event.caseID else { return nil }
    if let last = state.cases.indices.last, state.cases[last].id == id { return last }
    return state.index(ofCase: id)
  }

  private func refuse(_ event: Happened, _ state: inout ProductState, _ why: Text? = nil) {
    state.unreadable.append(
      ProductState.Unreadable(
        sequence: event.sequence,
        text: why
          ?? Text(
            sv: "händelsen '\(event.type)' går inte att läsa i det här programmet",
            en: "the event '\(event.type)' cannot be read by this build")))
  }

  // MARK: what changes the flow

  private func applyFlow(_ event: Happened, _ state: inout ProductState) -> Bool {
    guard let index = caseIndex(event, state) else { return false }
    // The most frequent stand first: texts are compared one after the other.
    switch event.type {
    case Fired.type:
      guard let fired = event.read(Fired.self) else { return false }
      return state.cases[index].update(fired.spot, fired.attempt) { $0.fired.append(fired) }
    case StageOpened.type:
      guard let opened = event.read(StageOpened.self) else { return false }
      return state.cases[index].open(opened, event)
    case StageClosed.type:
      guard let closed = event.read(StageClosed.self) else { return false }
      return state.cases[index].close(closed, on: event.on)
    case LanesDrawn.type:
      guard let drawn = event.read(LanesDrawn.self) else { return false }
      return state.cases[index].draw(drawn, at: event.sequence)
    case EnteredForce.type:
      guard let entered = event.read(EnteredForce.self) else { return false }
      state.inForce = ProductState.InForce(
        caseID: state.cases[index].id, stage: entered.stage, attempt: entered.attempt,
        outcome: entered.outcome, appliesFrom: entered.appliesFrom, since: event.sequence,
        label: entered.label)
      state.cases[index].flow.inForce = true
      return true
    case AwaitsForce.type:
      guard let awaits = event.read(AwaitsForce.self) else { return false }
      return state.cases[index].update(awaits.spot, awaits.attempt) {
        $0.status = .awaiting(outcome: awaits.outcome, awaits.appliesFrom)
        $0.outcome = awaits.outcome
      }
    case LeftForce.type:
      guard let left = event.read(LeftForce.self), let version = state.inForce else { return false }
      state.earlier.append(
        ProductState.Earlier(version: version, until: event.on, replacedBy: left.by))
      state.inForce = nil
      state.cases[index].flow.inForce = false
      return true
    case CaseClosed.type:
      guard let closed = event.read(CaseClosed.self) else { return false }
      state.cases[index].end(closed.how, on: event.on)
      return true
    default:
      guard let kind = StageChanged.Kind(rawValue: event.type),
        let change = event.read(StageChanged.self)
      else { return false }
      return state.cases[index].change(kind, change.spot, on: event.on)
    }
  }

  private func applyRest(_ event: Happened, _ state: inout ProductState) -> Bool {
    switch event.type {
    case ProductOpened.type:
      guard let opened = event.read(ProductOpened.self) else { return false }
      state.kind = opened.kind
      state.title = Text(sv: opened.sv, en: opened.en)
      return true
    case CaseOpened.type:
      guard let opened = event.read(CaseOpened.self), let id = event.caseID,
        let pinned = event.definition.flatMap(definition)
      else { return false }
      guard let opened = CaseState(id, opened, pinned, on: event.on) else { return false }
      state.cases.append(opened)
      return true
    case Annulled.type:
      guard let annulled = event.read(Annulled.self), let index = caseIndex(event, state) else {
        return false
      }
      return state.cases[index].annul(annulled.event, by: event.sequence)
    case Extended.type:
      guard let extended = event.read(Extended.self), let index = caseIndex(event, state) else {
        return false
      }
      return state.cases[index].update(extended.spot, extended.attempt) {
        $0.extend(extended.deadline)
      }
    case Remarked.assigned:
      guard let remark = event.read(Remarked.self), let stage = remark.stage,
        let index = caseIndex(event, state)
      else { return false }
      return state.cases[index].updateLatest(Spot(stage, lane: remark.lane)) {
        $0.assigned = remark.person
      }
    case Remarked.tagged:
      guard let remark = event.read(Remarked.self), let task = remark.task,
        let index = caseIndex(event, state)
      else { return false }
      state.cases[index].tags.append(CaseState.Tag(task: task, by: event.by, on: event.on))
      return true
    case Remarked.noted:
      return true
    default:
      return false
    }
  }
}

extension Fold.Happened {
  @inline(__always) init(_ event: Event) {
    self.init(
      sequence: event.sequence, caseID: event.caseID, type: event.type, on: event.effectiveAt,
      by: event.onBehalfOf, definition: event.definition, semanticsLevel: event.semanticsLevel,
      payload: event.payload)
  }
}
