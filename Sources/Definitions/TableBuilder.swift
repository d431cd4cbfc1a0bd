import Located
import StageKit

/// Compiles the stages of a definition to its control table; every fault of the flow at once.
struct TableBuilder {
  let stages: [StageDefinition]
  private let isLane: Bool
  private let offset: Int
  private(set) var table = ControlTable()
  private(set) var rowOf: [String: Int] = [:]
  private var edgesFrom: [Mask] = []
  private var edgeOf: [Int: Int] = [:]
  private var usedBits: Mask = 0
  // Whether the place of some stage in the order is not known, nor then what reaches it.
  private var lacksOrder = false
  // The rows of each circle that was reported.
  var circles: [Mask] = []
  var diagnostics: [Diagnostic] = []

  /// The table of a whole definition; the worlds are its ways to open a case.
  static func build(
    _ stages: [StageDefinition], worlds: [[String: String]]?
  ) -> (ControlTable?, [Diagnostic]) {
    var builder = TableBuilder(stages, isLane: false, offset: 0)
    builder.build()
    builder.findWorlds(worlds)
    // An outcome that leads nowhere yet may be meant to open just that stage.
    if builder.diagnostics.contains(where: { $0.code == "flow/unhandled-outcome" }) {
      builder.diagnostics.removeAll { $0.code == "flow/says-no-after" }
    }
    return (builder.diagnostics.isEmpty ? builder.table : nil, builder.diagnostics)
  }

  private init(_ stages: [StageDefinition], isLane: Bool, offset: Int) {
    self.stages = stages
    self.isLane = isLane
    self.offset = offset
    table.isLane = isLane
  }

  private mutating func build() {
    groupRows()
    guard diagnostics.isEmpty else { return }
    findBranches()
    order()
    findReach()
    findExits()
    findForce()
  }

  // MARK: rows

  // Consecutive for-each stages over one set are one run; in a lane each stage is a row.
  private mutating func groupRows() {
    var start = 0
    for index in stages.indices {
      let next = index + 1
      if !isLane, next < stages.count, joins(stages[next], to: stages[start...index]) { continue }
      var row = ControlTable.Row(stages: start + offset..<next + offset)
      for stage in stages[start..<next] { rowOf[stage.id] = table.rows.count }
      if !isLane, let set = stages[index].set {
        row.run = table.runs.count
        table.runRows |= bit(table.rows.count)
        for case let (stage, node?) in stages[start..<index].map({ ($0, $0.form.proceed?.node) }) {
          report(node, .proceedInside(stage.id, last: stages[index].id))
        }
        // What a member does in its lane, as a table of its own.
        var lane = TableBuilder(Array(stages[start..<next]), isLane: true, offset: start + offset)
        lane.build()
        diagnostics += lane.diagnostics
        table.runs.append(
          ControlTable.Run(
            set: set, lane: lane.table,
            proceed: stages[index].form.proceed?.value.proceed ?? .all,
            isOptional: stages[index].isOptional && start == index))
      }
      table.rows.append(row)
      start = next
    }
    if table.rows.count > 63, let stage = stages.last {
      report(stage.node, .stages)
    }
    edgesFrom = Array(repeating: 0, count: table.rows.count)
  }

  // A stage that waits for stages of the run only, waits for them in each lane.
  private func joins(_ stage: StageDefinition, to run: ArraySlice<StageDefinition>) -> Bool {
    guard let set = stage.set, run.first?.set == set else { return false }
    return stage.form.after.values.allSatisfy { name in
      run.contains { $0.id == name.description }
    }
  }

  func stage(at row: Int) -> StageDefinition {
    stages[table.rows[row].stages.lowerBound - offset]
  }

  private func isRun(_ row: Int) -> Bool { table.rows[row].run != nil }

  // MARK: branches and order

  private mutating func findBranches() {
    for row in table.rows.indices where !isRun(row) {
      for entry in stage(at: row).form.outcomes.all {
        guard case .stage(let id) = entry.value.target, let node = entry.value.node,
          let target = target(id, node)
        else { continue }
        guard target > row else {
          report(
            node, .backWithoutBound(to: id),
            [node.replaced(by: "{to: \(id), at-most: 2}", isSafe: false)])
          continue
        }
        let edge = edgeOf[row << 8 | target] ?? edgeOf.count
        guard edge < 64 else {
          report(node, .branches)
          return
        }
        edgeOf[row << 8 | target] = edge
        table.rows[target].leaders |= bit(row)
        table.rows[target].ledBy |= bit(edge)
        edgesFrom[row] |= bit(edge)
      }
    }
  }

  private mutating func target(_ id: String, _ node: Node) -> Int? {
    guard let row = rowOf[id] else {
      let near = suggestions(for: id, among: stages.map(\.id)) { id in
        stages.first { $0.id == id }?.title
      }
      diagnostics.append(node.unknownStage(id, near, inRun: isLane))
      return nil
    }
    if isRun(row), stage(at: row).id != id {
      let first = stage(at: row).id
      let word = node["to"] ?? node
      report(
        node, .middleOfRun(first: first),
        word.kind == .scalar ? [word.replaced(by: first, isSafe: false)] : [])
      return nil
    }
    return row
  }

  private mutating func order() {
    for row in table.rows.indices {
      let stage = stage(at: row)
      let form = stage.form
      if let every = form.every?.node {
        table.every |= bit(row)
        if form.forEach != nil || isLane {
          report(every, .everyPerMember(stage.id))
        }
      }
      table.rows[row].isOptional = stage.isOptional && !isRun(row)
      if table.rows[row].leaders != 0 {
        if let node = form.after.all.first?.node {
          report(node, .afterOfBranch(stage.id))
        }
      } else if !form.after.all.isEmpty && !(isLane && row == 0) {
        table.rows[row].after = after(form, row)
      } else if form.every != nil {
        table.rows[row].hangsOnForce = true
        table.hangingOnForce |= bit(row)
      } else if row > 0 {
        let before = row - 1
        if table.rows[before].leaders != 0 || table.every.has(before) {
          report(form.id.node ?? stage.node, .noAfter(stage.id))
        }
        table.rows[row].after = bit(before)
      }
    }
  }

  private mutating func after(_ form: StageForm, _ row: Int) -> Mask {
    var mask: Mask = 0
    for entry in form.after.all {
      guard let node = entry.node else { continue }
      let id = entry.value.description
      guard let before = rowOf[id] else {
        _ = target(id, node)
        lacksOrder = true
        continue
      }
      guard before < row else {
        lacksOrder = true
        reportCircle(from: row, waitingFor: before, node)
        continue
      }
      if let last = stages.last(where: { rowOf[$0.id] == before }), last.id != id {
        report(
          node, .afterMiddleOfRun(last: last.id), [node.replaced(by: last.id, isSafe: false)])
      }
      mask |= bit(before)
    }
    return mask
  }

  // Rows are reached from earlier ones only, so one sweep from the end is enough.
  private mutating func findReach() {
    table.hangingEdges = table.hangingOnForce.indices.reduce(0) { $0 | edgesFrom[$1] }
    for row in table.rows.indices.reversed() {
      var forward = bit(row)
      for later in table.rows.indices where later > row {
        if (table.rows[later].after | table.rows[later].leaders).has(row) {
          forward |= table.rows[later].forward
        }
      }
      table.rows[row].forward = forward
      table.rows[row].forwardEdges = forward.indices.reduce(0) { $0 | edgesFrom[$1] }
    }
  }

  // MARK: exits

  private mutating func findExits() {
    for row in table.rows.indices {
      let first = table.exits.count
      if isRun(row) {
        table.exits.append(
          ControlTable.Exit(
            outcome: "proceed", row: row, effect: .handOn, bound: nil, entersForce: false,
            leavesForce: false))
      } else {
        addExits(of: stage(at: row), row)
      }
      table.rows[row].exits = first..<table.exits.count
    }
  }

  private mutating func addExits(of stage: StageDefinition, _ row: Int) {
    refuseUnknown(stage)
    for outcome in stage.prepared.outcomes {
      let mapped = stage.form.outcomes.all.first { $0.name == outcome.name }
      guard let (effect, bound) = effect(of: outcome, mapped, stage, row) else { continue }
      table.exits.append(
        ControlTable.Exit(
          outcome: outcome.name, row: row, effect: effect, bound: bound,
          entersForce: stage.inForce.contains(outcome.name),
          leavesForce: stage.outOfForce.contains(outcome.name)))
    }
  }

  private mutating func effect(
    of outcome: Outcome, _ mapped: Entries<TargetField>.Entry?, _ stage: StageDefinition, _ row: Int
  ) -> (ControlTable.Effect, ControlTable.Bound?)? {
    guard let mapped, let node = mapped.value.node else {
      switch outcome.flow {
      case .optional: return nil
      case .forward: return (stage.form.every != nil ? .stay : .handOn, nil)
      case .diverting where isLane: return (.end, nil)
      case .diverting:
        report(stage.form.uses.node ?? stage.node, .unhandled(outcome.name, of: stage.id))
        return nil
      }
    }
    switch mapped.value.target {
    case .next: return (.handOn, nil)
    case .stage(let id):
      guard let target = rowOf[id], let edge = edgeOf[row << 8 | target] else { return nil }
      return (.lead(edge: edge, to: target), nil)
    case .back(let id, let atMost):
      return back(to: id, atMost, node, row)
    case .end, .newCase:
      if isLane {
        report(node, .leavesLane)
        return nil
      }
      return (mapped.value.target == .end ? .end : .openCase, nil)
    }
  }

  private mutating func back(
    to id: String, _ atMost: Int, _ node: Node, _ row: Int
  ) -> (ControlTable.Effect, ControlTable.Bound?)? {
    guard let target = target(id, node) else { return nil }
    // What hangs on the version in force is touched by no way back, not even its own.
    guard table.rows[target].forward.has(row), !table.rows[target].hangsOnForce else {
      if lacksOrder { return nil }
      report(node, .notReached(id, from: stage(at: row).id))
      return nil
    }
    let width = Mask(Int.bitWidth - atMost.leadingZeroBitCount)
    guard usedBits + width <= 64 else {
      report(node, .bounds)
      return nil
    }
    defer { usedBits += width }
    return (
      .sendBack(to: target),
      ControlTable.Bound(shift: usedBits, field: (1 << width) - 1, limit: Mask(atMost))
    )
  }

  private mutating func refuseUnknown(_ stage: StageDefinition) {
    var written = stage.form.outcomes.all.map { ($0.name, $0.key) }
    for entry in stage.form.inForce.all + stage.form.outOfForce.all {
      if let node = entry.node { written.append((entry.value.description, node)) }
    }
    for (name, node) in written where stage.outcome(name) == nil {
      let names = stage.prepared.outcomes.map(\.name)
      let near = suggestions(for: name, among: names) { name in
        stage.prepared.outcomes.first { $0.name == name }?.title
      }
      let known = names.joined(separator: ", ")
      diagnostics.append(
        node.diagnostic(
          "ref/unknown-outcome",
          Text(
            sv: "'\(stage.id)' har inget resultat '\(name)'" + (near.question?.sv ?? ""),
            en: "'\(stage.id)' has no outcome '\(name)'" + (near.question?.en ?? "")),
          help: near.names.isEmpty
            ? Text(sv: "här finns \(known)", en: "known here: \(known)") : nil,
          fixes: near.fixes(at: node, isSafe: near.isCertain)))
    }
    if isLane, let node = (stage.form.inForce.all + stage.form.outOfForce.all).first?.node {
      report(node, .forcePerMember(stage.id))
    }
  }

  // MARK: in force, and the ways to open a case

  private mutating func findForce() {
    guard !isLane else { return }
    var comes: Mask = 0
    for row in table.rows.indices {
      if !isRun(row), !stage(at: row).inForce.isEmpty { table.force |= bit(row) }
      let before = table.rows[row].after | table.rows[row].leaders
      if !table.every.has(row), before == 0 || before & comes != 0 { comes |= bit(row) }
    }
    table.ahead = table.force & comes
  }

  private mutating func findWorlds(_ valuations: [[String: String]]?) {
    guard diagnostics.isEmpty else { return }
    var seen: [[Mask]] = []
    for valuation in valuations ?? [] where seen.count <= 64 {
      let masks = table.skips(stages) { valuation[$0] }
      if !seen.contains(masks) { seen.append(masks) }
    }
    if valuations == nil || seen.count > 64, let stage = stages.first {
      report(stage.node, .waysToOpen)
      return
    }
    table.setWorlds(seen)
  }

  private mutating func report(_ node: Node, _ fault: FlowFault, _ fixes: [Fix] = []) {
    diagnostics.append(fault.at(node, fixes: fixes))
  }
}
