internal import Located
public import StageKit

/// Puts a stage through what every stage must stand: its examples, its contract, random use.
///
/// An author's whole test is three lines, with Swift Testing or without:
///
/// ```swift
/// let bench = StageBench(Triage.self)
/// #expect(bench.contractFaults.isEmpty)
/// #expect(bench.firstDifference(inRuns: 200, seed: 1) == nil)
/// ```
public struct StageBench: Sendable {
  let contract: StageContract

  /// A bench for one stage.
  public init(_ stage: any Stage.Type) {
    contract = StageContract(stage)
  }

  /// The first place where an example does not hold, in a sentence; nil when all of it does.
  ///
  /// Every claim is compared with what happens: what is accepted, what is refused with which code
  /// and where, how it ends, who owes what. After each act the attempt is rebuilt from the bytes
  /// that would have been stored, and must be equal.
  public func firstDifference(in example: Example) -> String? {
    let told = "example '\(example.title.en)'"
    var run: StageRun
    switch StageRun.start(contract, settings: example.settings, opening: example.opening) {
    case .success(let started): run = started
    case .failure(let refusal): return "\(told): \(refusal.description)"
    }
    for (index, step) in example.steps.enumerated() {
      if let difference = run.difference(taking: step) {
        return "\(told), step \(index + 1): \(difference)"
      }
    }
    return run.differenceAtEnd(of: example).map { "\(told), at the end: \($0)" }
  }
}

extension StageRun {
  /// Takes a step and says where it went another way than told.
  fileprivate mutating func difference(taking step: Example.Step) -> String? {
    if let outcome = attempt.outcome {
      return "the attempt has ended with '\(outcome.name)' already"
    }
    switch step {
    case .extended(let closes):
      extend(to: closes)
    case .says(let body, let act, let form, let day):
      switch say(act, form, on: day, by: body) {
      case .failure(let refusal): return refusal.description
      case .success(let found) where !found.isEmpty:
        return "\(act) by \(body) was to be accepted, and was refused: \(found.listed)"
      case .success: break
      }
    case .refused(let body, let act, let form, let day, let code, let place):
      let claim = "\(act) by \(body) was to be refused with \(code) at \(place.shown)"
      switch say(act, form, on: day, by: body) {
      case .failure(let refusal): return refusal.description
      case .success(let found) where found.isEmpty: return "\(claim), and was accepted"
      case .success(let found):
        guard found.contains(where: { $0.fault.code == code && $0.fault.place == place }) else {
          return "\(claim), and was refused otherwise: \(found.listed)"
        }
      }
    }
    return trouble
  }

  fileprivate func differenceAtEnd(of example: Example) -> String? {
    guard attempt.outcome?.name == example.ends else {
      let told = example.ends.map { "was to end with '\($0)'" } ?? "was to be open"
      let found = attempt.outcome.map { "ended with '\($0.name)'" } ?? "is open"
      return "it \(told), and \(found)"
    }
    guard attempt.owes == example.owes else {
      return "was owed \(example.owes.listed), and is \(attempt.owes.listed)"
    }
    return nil
  }
}

extension [Finding] {
  var listed: String {
    map { "\($0.fault.code) at \($0.fault.place.shown) (\($0.fault.text.en))" }
      .joined(separator: "; ")
  }
}

extension [Owed] {
  var listed: String {
    isEmpty
      ? "nothing"
      : map { owed in
        "\(owed.act) by \(owed.body)" + (owed.what.map { " (\($0.sv) | \($0.en))" } ?? "")
      }.joined(separator: ", ")
  }
}

extension Place {
  var shown: String { steps.isEmpty ? "the act as a whole" : description }
}
