package import RandomTesting
/// Writes random definitions, sound by construction unless asked otherwise.
///
/// In a safe one every stage has an unmapped forward outcome `done`, and every `every:` an outcome that leaves; so
/// from every state the case can be brought to its end or to rest. The rest is left to chance.
package struct DefinitionMaker {
  /// One stage, or a run of them.
  private struct Unit {
    var stages: [Plan]
    var set: String?
    var isBranch = false
    var isEvery = false
    var hangs = false
    var before: [Int] = []

    var first: String { stages[0].id }
    var last: String { stages[stages.count - 1].id }
  }

  private struct Plan {
    let id: String
    var forward = ["done"]
    var diverting: [String] = []
    var optional: [String] = []
    var targets: [(outcome: String, to: String)] = []
    var lines: [String] = []

    mutating func lead(_ outcome: String, to target: String, isForward: Bool = false) {
      if isForward { forward.append(outcome) } else { diverting.append(outcome) }
      targets.append((outcome, target))
    }
  }

  private var random: SeededRandom
  private let isSmall: Bool
  private let isSafe: Bool
  private var units: [Unit] = []
  private var stageCount = 0
  private var hasNewCase = false

  private init(_ random: SeededRandom, isSmall: Bool, isSafe: Bool) {
    self.random = random
    self.isSmall = isSmall
    self.isSafe = isSafe
  }

  /// The text of a definition: a small one where every state is to be visited, and one that may get
  /// stuck where that is to be found.
  package static func text(
    id: String, _ random: inout SeededRandom, isSmall: Bool = false, isSafe: Bool = true
  ) -> String {
    var maker = DefinitionMaker(random, isSmall: isSmall, isSafe: isSafe)
    let text = maker.make(id)
    random = maker.random
    return text
  }

  private mutating func make(_ id: String) -> String {
    let count = random.whole(isSmall ? 2...4 : 3...7)
    for index in 0..<count { units.append(unit(index)) }
    putInForce()
    for index in units.indices { addWays(index) }
    if !isSafe { for index in units.indices { breakWays(index) } }
    for index in units.indices where units[index].set == nil { decorate(index) }
    return write(id)
  }

  // MARK: shape

  private mutating func unit(_ index: Int) -> Unit {
    var unit = Unit(stages: [plan()])
    let before = units.last
    if index > 0, random.chance(20) {
      unit.isEvery = true
      unit.hangs = random.chance(50)
    } else if random.chance(40) {
      // Another set than the stage before, or they would be one run.
      unit.set = random.pick(["solo", "pair", "trio"].filter { $0 != before?.set })
      for _ in 0..<(random.chance(50) ? random.whole(1...2) : 0) { unit.stages.append(plan()) }
      addLaneWays(&unit)
    }
    if unit.hangs { return unit }
    let leaders = units.indices.filter { units[$0].set == nil }
    if index > 0, !unit.isEvery, !leaders.isEmpty, random.chance(22) {
      unit.isBranch = true
      unit.before = some(leaders)
      for leader in unit.before {
        units[leader].stages[0].lead(
          "to-\(unit.first)", to: unit.first, isForward: random.chance(30))
      }
    } else if let before {
      if before.isBranch || before.isEvery || random.chance(45) || unit.isEvery {
        unit.before = some(Array(units.indices))
        let names = unit.before.map { units[$0].last }.joined(separator: ", ")
        unit.stages[0].lines.append("after: [\(names)]")
      } else {
        unit.before = [index - 1]
      }
    }
    return unit
  }

  private mutating func plan() -> Plan {
    stageCount += 1
    return Plan(id: "s\(stageCount)")
  }

  private mutating func some(_ items: [Int]) -> [Int] {
    let count = min(items.count, random.chance(70) ? 1 : 2)
    return items.shuffled(using: &random).prefix(count).sorted()
  }

  // Inside a run: branches, ways back, skipping, ending the lane, going on with the rest trailing.
  private mutating func addLaneWays(_ unit: inout Unit) {
    var isBranch = false
    for index in unit.stages.indices {
      if index > 0, isBranch {
        unit.stages[index].lines.append("after: [\(unit.stages[index - 1].id)]")
      }
      isBranch = false
      if index > 0, unit.stages[index].lines.isEmpty, random.chance(25) {
        let leader = random.whole(0...index - 1)
        unit.stages[leader].lead("to-\(unit.stages[index].id)", to: unit.stages[index].id)
        isBranch = true
      }
      if random.chance(35) { unit.stages[index].diverting.append("ends") }
      if random.chance(30) {
        // To itself, or to one before it from which it is surely reached.
        let follows = index > 0 && !isBranch && random.chance(60)
        unit.stages[index].lead("again", to: back(unit.stages[follows ? index - 1 : index].id))
      }
      addCommon(&unit.stages[index])
    }
    if random.chance(50) {
      let line = "proceed: {at-least: \(unit.set == "trio" ? random.whole(1...3) : 1)}"
      unit.stages[unit.stages.count - 1].lines.append(line)
    }
    for index in unit.stages.indices {
      unit.stages[index].lines.append("for-each: \(unit.set ?? "")")
    }
  }

  private mutating func back(_ id: String) -> String {
    "{to: \(id), at-most: \(random.whole(1...2))}"
  }

  // MARK: ways

  private mutating func putInForce() {
    let able = units.indices.filter { units[$0].set == nil && !units[$0].isEvery }
    let wanted = units.contains { $0.hangs } || random.chance(50)
    guard wanted, let force = random.pick(able) else {
      // Nothing may put a version in force, so nothing can hang on one.
      for index in units.indices where units[index].hangs {
        units[index].hangs = false
        units[index].before = [0]
        units[index].stages[0].lines.append("after: [\(units[0].last)]")
      }
      return
    }
    units[force].stages[0].lines.append("in-force: done")
    if random.chance(20), let other = random.pick(able.filter { $0 != force }) {
      units[other].stages[0].lines.append(
        random.chance(50) ? "in-force: done" : "out-of-force: done")
    }
  }

  private mutating func addWays(_ index: Int) {
    guard units[index].set == nil else { return }
    let id = units[index].first
    if units[index].isEvery {
      if isSafe || random.chance(75) {
        units[index].stages[0].lead("leaves", to: random.chance(75) ? "next" : "end")
      }
      units[index].stages[0].lines.append("every: \(random.whole(2...14)) months")
      if random.chance(30) { units[index].stages[0].lines.append("align: quarter") }
    } else if random.chance(8) {
      units[index].stages[0].lead("stops", to: "end")
    }
    if !units[index].hangs, random.chance(45) {
      // No way back touches what hangs on the version in force.
      let targets = units.indices.filter {
        $0 <= index && !units[$0].hangs && reached(from: $0).contains(index)
      }
      let to = random.pick(targets).map { units[$0].first } ?? id
      units[index].stages[0].lead("back", to: back(to))
    }
    if random.chance(units[index].isEvery ? 60 : 12), !hasNewCase {
      hasNewCase = true
      units[index].stages[0].lead("revise", to: "new-case")
    }
  }

  // Takes away the outcome that always leaves: it leads back, to a branch that others lead to as
  // well, or nowhere but to the end of a lane.
  private mutating func breakWays(_ index: Int) {
    for place in units[index].stages.indices where random.chance(30) {
      let isLane = units[index].set != nil
      if units[index].isEvery || units[index].hangs { continue }
      let branches = units.indices.filter { $0 > index && units[$0].isBranch }
      if !isLane, let branch = random.pick(branches), random.chance(60) {
        units[index].stages[place].targets.append(("done", units[branch].first))
      } else {
        let target = isLane ? units[index].stages[place].id : units[index].first
        units[index].stages[place].targets.append(("done", back(target)))
      }
    }
  }

  /// The units that are reached from one.
  private func reached(from start: Int) -> [Int] {
    units.indices.reduce(into: []) { found, index in
      if index == start || units[index].before.contains(where: found.contains) {
        found.append(index)
      }
    }
  }

  private mutating func decorate(_ index: Int) {
    var plan = units[index].stages[0]
    addCommon(&plan)
    units[index].stages[0] = plan
    if !units[index].isEvery {
      switch random.whole(0...9) {
      case 0...3: units[index].stages[0].lines.append("within: \(random.whole(2...8)) weeks")
      case 4...5: units[index].stages[0].lines.append("window: national-remiss")
      case 6: units[index].stages[0].lines.append("due: 6 weeks before needed")
      default: break
      }
    }
  }

  private mutating func addCommon(_ plan: inout Plan) {
    if random.chance(15) { plan.lines.append("optional: true") }
    if random.chance(12) {
      plan.optional.append("aside")
      if random.chance(60) { plan.targets.append(("aside", "next")) }
    }
    if random.chance(20) {
      let conditions = [
        "{edition: first}", "{edition: revision}", "{size: small}", "{opened-by: opened}",
      ]
      plan.lines.append("when: \(random.pick(conditions) ?? "")")
    }
  }

  // MARK: text

  private mutating func write(_ id: String) -> String {
    var text = """
      pipeline: \(id)
      version: "1"
      valid: {from: 2015-01-01}
      title: {sv: Prov, en: Trial}
      product: document
      key: [topic]
      owner: board
      roles: {writers: group}
      inputs:
        topic: {type: text, title: {sv: Ämne, en: Topic}}
        size: {type: enum, values: [small, large], title: {sv: Storlek, en: Size}}
        needed: {type: date, title: {sv: Behövs, en: Needed}, optional: true}
      remind: [3 weeks, 1 week]
      escalate: {after: 10 days, to: board}
      stages:

      """
    for unit in units {
      for plan in unit.stages {
        let kind = random.pick(["step@1", "step@1", "writing@1", "using@1"]) ?? ""
        text += "  - id: \(plan.id)\n    uses: \(kind)\n"
        if unit.set == nil, random.chance(20) { text += "    owner: writers\n" }
        if unit.set != nil {
          text += "    within: \(random.whole(2...30)) weeks\n"
          if random.chance(30) { text += "    acts: {finish: board, skip: [board, lane]}\n" }
        }
        text += "    with: {forward: [\(list(plan.forward))], diverting: [\(list(plan.diverting))],"
        text += " optional: [\(list(plan.optional))]}\n"
        for line in plan.lines { text += "    \(line)\n" }
        if !plan.targets.isEmpty {
          text += "    outcomes:\n"
          for way in plan.targets { text += "      \(way.outcome): \(way.to)\n" }
        }
      }
    }
    return text
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
