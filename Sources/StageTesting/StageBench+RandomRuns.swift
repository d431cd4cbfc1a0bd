import CivilTime
import StageKit

extension StageBench {
  /// The first thing that goes wrong when a stage is used at random, and nil when nothing does.
  ///
  /// Opens attempts as the examples do and says random things in them, right and wrong. Nothing may
  /// trap; what is accepted is stored, and the bytes must make an equal attempt; damaged bytes that
  /// are not read leave the attempt as it was; what it shows of itself holds together.
  ///
  /// - Parameters:
  ///   - runs: how many attempts are opened.
  ///   - seed: the same seed makes the same runs.
  public func firstDifference(inRuns runs: Int, seed: UInt64) -> String? {
    randomRuns(runs, seed: seed).difference
  }

  /// The same, with how many acts were accepted: a bench that tries nothing finds nothing.
  package func randomRuns(_ runs: Int, seed: UInt64) -> (accepted: Int, difference: String?) {
    var random = RandomForms(seed: seed, contract)
    var accepted = 0
    for number in 0..<runs {
      guard let example = random.one(of: contract.examples),
        case .success(var run) = StageRun.start(
          contract, settings: example.settings, opening: example.opening)
      else { continue }
      let difference = difference(in: &run, of: example, &random)
      accepted += run.accepted
      if let difference { return (accepted, "run \(number + 1) of seed \(seed): \(difference)") }
    }
    return (accepted, nil)
  }

  private func difference(
    in run: inout StageRun, of example: Example, _ random: inout RandomForms
  ) -> String? {
    for _ in 0..<16 where run.attempt.outcome == nil {
      if random.chance(8) { run.extend(to: random.day()) }
      guard let act = random.one(of: Array(contract.acts.indices)),
        let form = random.form(contract.acts[act].shape)
      else { return nil }
      let body = random.one(of: example.bodies) ?? example.opening.owner
      let found = run.say(act, form, on: random.day(), by: body)
      if let trouble = found.isEmpty ? run.trouble : trouble(refusing: found, at: act) {
        return "\(contract.acts[act].name): \(trouble)"
      }
      if found.isEmpty, let trouble = run.troubleWhenDamaged(&random) { return trouble }
    }
    return nil
  }

  /// A refusal tells a person what to do, so it is in both languages and has a code.
  private func trouble(refusing found: [Finding], at act: Int) -> String? {
    found.first { finding in
      finding.fault.text.sv.isEmpty || finding.fault.text.en.isEmpty
        || !finding.fault.code.contains("/")
    }.map { "a refusal lacks a code or a text: '\($0.fault.code)'" }
  }
}

extension StageRun {
  fileprivate func troubleWhenDamaged(_ random: inout RandomForms) -> String? {
    guard let (act, stored, said) = lastStored, !stored.isEmpty else { return nil }
    var bytes = stored
    let at = Int.random(in: 0..<bytes.count, using: &random)
    if random.chance(50) {
      bytes[at] = UInt8.random(in: 0...255, using: &random)
    } else {
      bytes.removeSubrange(at...)
    }
    var damaged = attempt
    let isRead = bytes.withUnsafeBufferPointer { damaged.fold(act, $0, said) }
    // What is still of the form may mean something else, but must not bring the stage down.
    _ = (damaged.outcome, damaged.owes, damaged.given, damaged.summary)
    guard !isRead, !damaged.isEqual(to: attempt) else { return nil }
    return "bytes that could not be read changed the attempt"
  }
}

extension Example {
  /// Those who say something in it.
  fileprivate var bodies: [Body] {
    steps.compactMap { step in
      switch step {
      case .says(let body, _, _, _), .refused(let body, _, _, _, _, _): body
      case .extended: nil
      }
    }
  }
}
