import Canonical
import CivilTime
import Located
import StageKit
import YAMLReading

/// One attempt under test, with the bytes that would have been stored.
struct StageRun {
  /// Why something could not even be tried.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  private enum Kept {
    case act(Int, [UInt8], Said)
    case extended(CivilDate)
  }

  let contract: StageContract
  let prepared: PreparedStage
  let opening: Opening
  private(set) var attempt: any Attempt
  private var kept: [Kept] = []
  private(set) var accepted = 0

  private init(_ contract: StageContract, _ prepared: PreparedStage, _ opening: Opening) {
    self.contract = contract
    self.prepared = prepared
    self.opening = opening
    attempt = prepared.start(opening)
  }

  /// Opens an attempt under settings in YAML.
  static func start(
    _ contract: StageContract, settings: String, opening: Opening
  ) -> Result<StageRun, Refusal> {
    node(settings, path: "settings").flatMap { node in
      let (prepared, found) = contract.prepare(node)
      guard let prepared else {
        return .failure(Refusal(description: "the settings are refused: \(found.listed)"))
      }
      return .success(StageRun(contract, prepared, opening))
    }
  }

  private static func node(_ text: String, path: String) -> Result<Node, Refusal> {
    let document = YAMLReader.read(Array(text.utf8), path: path)
    if let root = document.root, document.diagnostics.isEmpty { return .success(root) }
    let faults = document.diagnostics.map { "\($0.span.start.line): \($0.message.en)" }
    return .failure(
      Refusal(description: "\(path) is no YAML: \(faults.joined(separator: "; "))"))
  }

  /// Says something; what was found against it, and nothing when it was accepted.
  mutating func say(
    _ act: String, _ form: String, on day: CivilDate, by body: Body
  ) -> Result<[Finding], Refusal> {
    guard let index = attempt.index(ofAct: act) else {
      return .failure(Refusal(description: "\(contract.name) has no act '\(act)'"))
    }
    return Self.node(form, path: act).map { say(index, $0, on: day, by: body) }
  }

  /// Says something by the number of an act.
  mutating func say(_ act: Int, _ form: Node, on day: CivilDate, by body: Body) -> [Finding] {
    let said = Said(on: day, by: body, number: accepted + 1)
    switch attempt.decide(act, form, said) {
    case .refused(let found): return found
    case .accepted(let stored, let next):
      attempt = next
      accepted += 1
      kept.append(.act(act, stored.json, said))
      return []
    }
  }

  mutating func extend(to closes: CivilDate) {
    attempt.extend(to: closes)
    kept.append(.extended(closes))
  }

  /// The last stored bytes, to be damaged.
  var lastStored: (act: Int, bytes: [UInt8], said: Said)? {
    if case .act(let act, let bytes, let said)? = kept.last { (act, bytes, said) } else { nil }
  }
}

// MARK: - What must hold after every act

extension StageRun {
  /// What of the attempt breaks a rule that holds for all of them; nil when nothing does.
  var trouble: String? {
    replayTrouble ?? wordTrouble ?? attempt.summary.trouble
  }

  private var replayTrouble: String? {
    var replayed = prepared.start(opening)
    for kept in kept {
      switch kept {
      case .extended(let closes): replayed.extend(to: closes)
      case .act(let act, let bytes, let said):
        let isRead = bytes.withUnsafeBufferPointer { replayed.fold(act, $0, said) }
        if !isRead {
          let stored = String(decoding: bytes, as: UTF8.self)
          return "\(contract.acts[act].name) was stored and cannot be read back: \(stored)"
        }
      }
    }
    return replayed.isEqual(to: attempt) ? nil : "what was stored makes another attempt"
  }

  private var wordTrouble: String? {
    if let outcome = attempt.outcome, !prepared.outcomes.contains(outcome) {
      return "it ended with '\(outcome.name)', which is not among its outcomes"
    }
    if let owed = attempt.owes.first(where: { contract.act($0.act) == nil }) {
      return "'\(owed.act)' is owed, and is no act"
    }
    let topics = contract.gives.map(\.name)
    if let given = attempt.given.first(where: { !topics.contains($0.topic) }) {
      return "it gives '\(given.topic)', which it does not declare"
    }
    return nil
  }
}

extension Summary {
  fileprivate var trouble: String? {
    for table in tables {
      for row in table.rows where row.count != table.columns.count {
        let columns = table.columns.count
        return "a row of '\(table.title.en)' has \(row.count) cells under \(columns) columns"
      }
    }
    return nil
  }
}
