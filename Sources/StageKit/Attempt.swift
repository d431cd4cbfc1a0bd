package import Canonical
package import CivilTime
package import Located

/// One attempt at a stage, its type forgotten.
package protocol Attempt: Sendable {
  /// The number of an act, by which it is folded and decided.
  func index(ofAct name: String) -> Int?
  /// Folds a stored act; false when the bytes are not of this contract, and then nothing changed.
  mutating func fold(_ act: Int, _ payload: UnsafeBufferPointer<UInt8>, _ said: Said) -> Bool
  /// Tries an act on a copy.
  func decide(_ act: Int, _ form: Node, _ said: Said) -> ActDecision
  /// Tells the stage of a deadline that the engine has extended.
  mutating func extend(to closes: CivilDate)
  var outcome: Outcome? { get }
  var owes: [Owed] { get }
  var given: [Given] { get }
  var summary: Summary { get }
  func isEqual(to other: any Attempt) -> Bool
}

/// What became of an act that was tried.
package enum ActDecision: Sendable {
  /// What to store, and the attempt after it.
  case accepted(Value, then: any Attempt)
  /// Every reason why not.
  case refused([Finding])
}

/// The acts of a stage by number; made once for each stage of a build.
final class ActDispatch<S: Stage>: Sendable {
  let acts: [any Act<S>.Type] = S.acts
  let names: [String] = S.acts.map { $0.name }
}

struct RunningAttempt<S: Stage>: Attempt {
  var stage: S
  let dispatch: ActDispatch<S>

  var outcome: Outcome? { stage.outcome }
  var owes: [Owed] { stage.owes }
  var given: [Given] { stage.given }
  var summary: Summary { stage.summary }

  func index(ofAct name: String) -> Int? {
    dispatch.names.firstIndex(of: name)
  }

  func isEqual(to other: any Attempt) -> Bool {
    (other as? RunningAttempt<S>)?.stage == stage
  }

  mutating func fold(_ act: Int, _ payload: UnsafeBufferPointer<UInt8>, _ said: Said) -> Bool {
    fold(dispatch.acts[act], payload, said)
  }

  mutating func extend(to closes: CivilDate) {
    stage.extend(to: closes)
  }

  private mutating func fold<A: Act<S>>(
    _ type: A.Type, _ payload: UnsafeBufferPointer<UInt8>, _ said: Said
  ) -> Bool {
    guard let act = A.replay(payload) else { return false }
    act.fold(into: &stage, said)
    return true
  }

  func decide(_ act: Int, _ form: Node, _ said: Said) -> ActDecision {
    decide(dispatch.acts[act], form, said)
  }

  private func decide<A: Act<S>>(_ type: A.Type, _ form: Node, _ said: Said) -> ActDecision {
    let (act, stored, found) = A.read(form)
    guard let act else { return .refused(found) }
    let faults = act.faults(in: stage, said)
    guard faults.isEmpty else {
      return .refused(faults.map { Finding(form.node(at: $0.place), $0) })
    }
    var next = self
    act.fold(into: &next.stage, said)
    return .accepted(stored, then: next)
  }
}
