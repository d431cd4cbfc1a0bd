import Canonical
package import CivilTime
import Definitions
import Located
import StageKit
package import Register

/// Decides: a state and a command to what happens, or to every reason why not.
///
/// Pure: time, actor and ids come in as values. The definitions that new cases may take and the
/// register are those of the day; what is drawn from them stands in the events.
package struct Engine: Sendable {
  /// The level of meaning that new events are decided under.
  package static let semanticsLevel = 1

  package let organisation: Organisation
  /// What new cases may take.
  package let definitions: [Pinned]
  package let fold: Fold

  package init(organisation: Organisation, definitions: [Pinned], fold: Fold) {
    self.organisation = organisation
    self.definitions = definitions
    self.fold = fold
  }

  /// What a command leads to.
  package func decide(
    _ command: Command, on state: ProductState, _ context: Context
  ) -> Decision {
    var work = Deliberation(engine: self, state: state, context: context)
    if let broken = state.unreadable.first {
      return .refused([
        Refusal(
          "case/read-only",
          sv: "går bara att läsa: \(broken.text.sv) (händelse \(broken.sequence))",
          en: "can only be read: \(broken.text.en) (event \(broken.sequence))")
      ])
    }
    work.perform(command)
    return work.refusals.isEmpty ? .accepted(work.drafts, work.state) : .refused(work.refusals)
  }

  /// The definition that a new case of a pipeline takes on a day: of those valid, the latest.
  package func definition(_ id: String, on day: CivilDate) -> Pinned? {
    definitions.filter { $0.definition.id == id && $0.definition.isValid(on: day) }
      .max { $0.definition.validFrom < $1.definition.validFrom }
  }
}

/// One command being decided: each event is applied as it is emitted, by the same fold that will
/// replay it, so that what is decided is what will be read.
struct Deliberation {
  let engine: Engine
  private(set) var state: ProductState
  let context: Context
  /// The day on which things happen: the command's, but for what comes into force by itself on its
  /// own day.
  var on: CivilDate
  private(set) var drafts: [Draft] = []
  private(set) var refusals: [Refusal] = []

  init(engine: Engine, state: ProductState, context: Context) {
    self.engine = engine
    self.state = state
    self.context = context
    on = context.on
  }

  var organisation: Organisation { engine.organisation }

  mutating func refuse(_ code: String, _ sv: String, _ en: String) {
    refusals.append(Refusal(code, sv: sv, en: en))
  }

  mutating func refuse(_ findings: [Finding]) {
    refusals += findings.map { Refusal($0) }
  }

  /// Writes down what happened and applies it.
  mutating func emit(
    _ type: String, _ payload: Value, in caseID: String?, definition: ContentHash? = nil,
    effects: [Draft.Effect] = []
  ) {
    let bytes = payload.json
    let hash = definition ?? caseID.flatMap { state[$0]?.definition.hash }
    drafts.append(
      Draft(
        caseID: caseID, type: type, payload: bytes, definition: hash,
        prose: payload.beside.map(\.text), on: on, effects: effects))
    let broken = state.unreadable.count
    engine.fold.apply(
      Fold.Happened(
        sequence: state.version + 1, caseID: caseID, type: type, on: on, by: context.by.id,
        definition: hash, payload: bytes), to: &state)
    // Cannot be: what is emitted is of this build. Refusing is better than writing it down.
    if state.unreadable.count > broken {
      refuse(
        "engine/internal", "fel i motorn: '\(type)' gick inte att läsa tillbaka",
        "engine fault: '\(type)' could not be read back")
    }
  }

  mutating func emit<P: Payload>(_ payload: P, in caseID: String?) {
    emit(P.type, payload.value, in: caseID)
  }

  mutating func perform(_ command: Command) {
    // What was to come into force by that day comes first, or a clock that is late would let an
    // earlier version replace a later one.
    comeIntoForce()
    guard refusals.isEmpty else { return }
    switch command {
    case .open(let opening): open(opening)
    case .fire: fireRungs()
    case .act(let id, let spot, let act, let form, let corrects):
      inCase(id) { $0.act($1, spot, act, form, corrects: corrects) }
    case .conclude(let id, let spot, let outcome): inCase(id) { $0.conclude($1, spot, outcome) }
    case .skip(let id, let spot, let reason): inCase(id) { $0.skip($1, spot, reason) }
    case .extend(let id, let spot, let closes, let reason):
      inCase(id) { $0.extend($1, spot, to: closes, reason) }
    case .confirm(let id, let spot): inCase(id) { $0.confirm($1, spot) }
    case .annul(let id, let event, let reason): inCase(id) { $0.annul($1, event, reason) }
    case .cancel(let id, let reason): inCase(id) { $0.cancel($1, reason) }
    case .note(let id, let spot, let text): inCase(id) { $0.note($1, spot, text) }
    case .assign(let id, let spot, let person): inCase(id) { $0.assign($1, spot, person) }
    case .tag(let id, let spot, let task): inCase(id) { $0.tag($1, spot, task) }
    }
  }

  private mutating func inCase(_ id: String, _ body: (inout Deliberation, Int) -> Void) {
    guard let index = state.index(ofCase: id) else {
      let known = state.cases.map(\.id).joined(separator: ", ")
      return refuse(
        "case/unknown", "inget ärende \(id), bara \(known)", "no case \(id), only \(known)")
    }
    body(&self, index)
  }
}
