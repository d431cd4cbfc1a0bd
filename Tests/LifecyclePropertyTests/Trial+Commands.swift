import CivilTime
import Definitions
import Located
import RandomTesting
import StageKit
import YAMLReading

@testable import Lifecycle

// What is said next: mostly what may be said, and much that may not.

extension Trial {
  /// A command and the body that gives it.
  mutating func nextCommand() -> (Command, String) {
    guard !state.cases.isEmpty else { return (open(), "board") }
    switch random.whole(0...99) {
    case 0..<58: return finish()
    case 58..<64: return anything()
    case 64..<70:
      return ofOpen { _, id, spot in
        .act(caseID: id, spot: spot, act: "later", form: Trial.form("{}"), corrects: nil)
      }
    case 70..<74:
      return ofOpen { trial, id, spot in
        .skip(caseID: id, spot: spot, reason: trial.random.chance(95) ? "r" : "")
      }
    case 74..<79:
      return ofOpen { trial, id, spot in
        let closes = trial.day.adding(days: trial.random.whole(-5...90))
        return .extend(caseID: id, spot: spot, closes: closes, reason: "more time")
      }
    case 79..<82: return confirm()
    case 82..<83: return anyLane { id, spot in .skip(caseID: id, spot: spot, reason: "r") }
    case 83..<88: return report()
    case 88..<91:
      return (
        .annul(
          caseID: someCase.id, event: random.whole(1...max(1, state.version)), reason: "mistake"),
        someBody()
      )
    case 91..<92: return correct()
    case 92..<93: return (.cancel(caseID: someCase.id, reason: "given up"), "board")
    case 93..<94: return (.note(caseID: someCase.id, spot: nil, text: "noted"), someBody())
    case 94..<96: return ofOpen { _, id, spot in .assign(caseID: id, spot: spot, person: "p1") }
    default: return (open(), random.chance(90) ? "board" : "stranger")
    }
  }

  static func form(_ text: String) -> Node {
    guard let node = YAMLReader.read(Array(text.utf8), path: "form").root else {
      preconditionFailure("\(text) is no form")
    }
    return node
  }

  private var someCase: CaseState {
    mutating get { random.pick(state.cases.suffix(2)) ?? state.cases[0] }
  }

  private mutating func someBody() -> String {
    random.pick(["board", "office", "north", "south", "east", "west", "wg", "stranger"]) ?? ""
  }

  private mutating func open() -> Command {
    var opening = Command.OpenCase.Opening()
    let definition = random.pick(engine.definitions)?.definition ?? engine.definitions[0].definition
    if random.chance(20) { opening.openedBy = random.pick(definition.openedBy + ["else"]) ?? "" }
    if random.chance(20) { opening.isRevision = random.chance(60) }
    if random.chance(30) {
      opening.atStage = random.pick(definition.stages)?.id
      if random.chance(50) { opening.inForceSince = day.adding(days: -random.whole(0...900)) }
    }
    var inputs = [
      Binding("topic", "t"), Binding("size", random.pick(["small", "large", "large"]) ?? ""),
    ]
    if random.chance(80) {
      inputs.append(Binding("needed", day.adding(days: random.whole(20...400)).description))
    }
    return .open(
      Command.OpenCase(
        kind: nil, title: Text(sv: "Prov", en: "Trial"), pipeline: .latest(id: definition.id),
        inputs: inputs, roles: [Binding("writers", "wg")], opening: opening))
  }

  /// Ends an open stage by one of its outcomes, its owner or another.
  private mutating func finish() -> (Command, String) {
    let open = state.cases.suffix(2).flatMap { one in one.openAttempts.map { (one, $0.0, $0.1) } }
    guard let (one, spot, attempt) = random.pick(open) else { return (self.open(), "board") }
    return (
      .act(caseID: one.id, spot: spot, act: "finish", form: finishing(one, spot), corrects: nil),
      random.chance(94) ? attempt.opening.owner.id : someBody()
    )
  }

  private mutating func finishing(_ one: CaseState, _ spot: Spot) -> Node {
    let stage = one.definition.stages.first { $0.id == spot.stage }
    let names =
      (stage?.prepared.outcomes.map(\.name) ?? []) + (random.chance(4) ? ["unheard-of"] : [])
    let outcome = random.chance(45) ? "done" : random.pick(names) ?? "done"
    var fields = "outcome: \(outcome)"
    if random.chance(25) { fields += ", version: v\(random.whole(1...3))" }
    if stage?.inForce.isEmpty == false, random.chance(35) {
      fields += ", applies-from: \(day.adding(days: random.whole(-20...90)))"
    }
    return Trial.form("{\(fields)}")
  }

  /// Any act on any stage of any lane by anybody.
  private mutating func anything() -> (Command, String) {
    let one = someCase
    let stage = random.pick(one.definition.stages)?.id ?? ""
    let lane = random.pick([nil, nil, "north", "south", "east", "west", "stranger"]) ?? nil
    let spot = Spot(random.chance(95) ? stage : "nowhere", lane: lane)
    let act = random.pick(["finish", "finish", "later", "unheard-of"]) ?? ""
    let id = random.chance(95) ? one.id : "product-99"
    return (
      .act(caseID: id, spot: spot, act: act, form: finishing(one, spot), corrects: nil), someBody()
    )
  }

  private mutating func ofOpen(
    _ make: (inout Trial, String, Spot) -> Command
  ) -> (Command, String) {
    let open = state.cases.suffix(2).flatMap { one in one.openAttempts.map { (one, $0.0, $0.1) } }
    guard let (one, spot, attempt) = random.pick(open) else { return (.fire, "board") }
    let command = make(&self, one.id, spot)
    return (command, random.chance(90) ? attempt.opening.owner.id : someBody())
  }

  private mutating func anyLane(_ make: (String, Spot) -> Command) -> (Command, String) {
    let one = someCase
    var spots: [Spot] = []
    for row in one.definition.table.rows {
      guard let run = row.run else { continue }
      for lane in one.runs[run].lanes {
        spots += row.stages.map { Spot(one.definition.stages[$0].id, lane: lane.body) }
      }
    }
    guard let spot = random.pick(spots) else { return (.fire, "board") }
    return (make(one.id, spot), random.chance(90) ? spot.lane ?? "" : someBody())
  }

  private mutating func confirm() -> (Command, String) {
    let offered = state.cases.flatMap { one in
      one.definition.table.rows.flatMap { row -> [(String, Spot)] in
        guard let run = row.run else { return [] }
        let stage = one.definition.stages[row.stages.lowerBound].id
        return one.runs[run].lanes.filter { $0.offered != nil }
          .map { (one.id, Spot(stage, lane: $0.body)) }
      }
    }
    guard let (id, spot) = random.pick(offered) else {
      return anyLane { id, spot in .confirm(caseID: id, spot: spot) }
    }
    return (.confirm(caseID: id, spot: spot), spot.lane ?? "")
  }

  /// A report from a lane, whether it is open, done or trailing.
  private mutating func report() -> (Command, String) {
    let one = someCase
    let form = finishing(one, Spot("", lane: nil))
    return anyLane { id, spot in
      .act(caseID: id, spot: spot, act: "finish", form: form, corrects: nil)
    }
  }

  private mutating func correct() -> (Command, String) {
    let all = state.cases.flatMap { one in
      one.openAttempts.flatMap { spot, attempt in
        attempt.entries.map { (one.id, spot, attempt, $0.sequence) }
      }
    }
    guard let (id, spot, attempt, sequence) = random.pick(all) else { return (.fire, "board") }
    let act = random.chance(80) ? "later" : "finish"
    let form = act == "later" ? Trial.form("{}") : Trial.form("{outcome: done}")
    return (
      .act(caseID: id, spot: spot, act: act, form: form, corrects: sequence),
      attempt.opening.owner.id
    )
  }
}
