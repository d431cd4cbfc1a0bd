import CivilTime
import Definitions
import Located
import Register
import StageKit

/// Finds the nodes and arrows of a definition's control table.
struct GraphDrawing {
  let naming: Naming
  private(set) var nodes: [PipelineGraph.Node] = []
  private(set) var edges: [PipelineGraph.Edge] = []
  private(set) var groups: [PipelineGraph.Group] = []

  // Ids of stages are the definition's own and have no colon.
  private static let start = ":start"
  private static let end = ":end"
  private static let newCase = ":new-case"

  private var table: ControlTable { naming.table }
  private var stages: [StageDefinition] { naming.stages }
  private var say: Phrasing { naming.say }

  init(naming: Naming) {
    self.naming = naming
  }

  mutating func draw() {
    nodes.append(
      PipelineGraph.Node(
        id: Self.start, kind: .start, title: say("Ärendet öppnas", "Case is opened")))
    nodes += stages.indices.map(node)
    for row in table.rows.indices { drawOpening(of: row) }
    for row in table.rows.indices {
      if let run = table.rows[row].run {
        draw(table.runs[run], table.rows[row].stages, row)
      } else {
        drawExits(of: row)
      }
    }
    if edges.contains(where: { $0.to == Self.newCase }) {
      nodes.append(
        PipelineGraph.Node(
          id: Self.newCase, kind: .newCase, title: say("Nytt ärende", "New case")))
    }
    if edges.contains(where: { $0.to == Self.end }) {
      nodes.append(
        PipelineGraph.Node(id: Self.end, kind: .end, title: say("Avslutat", "Closed")))
    }
  }

  private func node(_ index: Int) -> PipelineGraph.Node {
    let stage = stages[index]
    var node = PipelineGraph.Node(
      id: stage.id, kind: .stage, title: "\(index + 1). \(naming(stage.title))")
    node.note =
      switch stage.deadline {
      case .within(let length): naming(length.text)
      case .window(let name): naming.organisation.window(name).map { naming($0.title) }
      case .due(let length, let before, let input):
        "\(naming(length.text)) \(before ? say("före", "before") : say("efter", "after")) "
          + naming.input(input)
      case .meeting(let name): say("nästa möte i ", "next meeting of ") + naming.who(name)
      case .every, nil: nil
      }
    node.isConditional = stage.isOptional || !stage.conditions.isEmpty
    node.isInForce = !stage.inForce.isEmpty
    if node.isInForce {
      let comes = say("börjar gälla", "comes into force")
      node.note = node.note.map { "\($0); \(comes)" } ?? comes
    }
    return node
  }

  private mutating func add(
    _ from: String, _ to: String, _ kind: PipelineGraph.Edge.Kind, _ label: String? = nil
  ) {
    edges.append(PipelineGraph.Edge(from: from, to: to, kind: kind, label: label))
  }

  private func first(_ row: Int) -> String { stages[table.rows[row].stages.lowerBound].id }
  private func last(_ row: Int) -> String { stages[table.rows[row].stages.upperBound - 1].id }

  private mutating func drawOpening(of index: Int) {
    let row = table.rows[index]
    if row.hangsOnForce {
      for giver in table.force.indices {
        add(
          last(giver), first(index), .inForce, say("när versionen gäller", "when in force"))
      }
    } else if row.leaders == 0, row.after == 0 {
      add(Self.start, first(index), .flow)
    }
    for before in row.after.indices {
      add(last(before), first(index), .flow, goingOn(from: before))
    }
  }

  // What goes on is said only where it is a choice: another outcome leads to a branch.
  private func goingOn(from row: Int) -> String? {
    guard table.rows[row].run == nil else { return nil }
    let exits = table.exits[table.rows[row].exits]
    let isChoice = exits.contains {
      if case .lead = $0.effect { true } else { false }
    }
    return isChoice ? titles(exits.filter { $0.effect == .handOn }) : nil
  }

  private func titles(_ exits: [ControlTable.Exit]) -> String? {
    let titles = exits.map { exit -> String in
      let stage = table.rows[exit.row].stages.lowerBound
      return title(exit.outcome, of: stage)
    }
    return titles.isEmpty ? nil : say.any(titles)
  }

  private func title(_ outcome: String, of stage: Int) -> String {
    stages[stage].outcome(outcome).map { naming($0.title) } ?? outcome
  }

  private mutating func drawExits(of row: Int) {
    let stage = table.rows[row].stages.lowerBound
    var ways: [(to: String, kind: PipelineGraph.Edge.Kind, bound: Int?, titles: [String])] = []
    for exit in table.exits[table.rows[row].exits] {
      let way: (to: String, kind: PipelineGraph.Edge.Kind)
      switch exit.effect {
      case .handOn, .stay: continue
      case .lead(_, let target): way = (first(target), .branch)
      case .sendBack(let target): way = (first(target), .back)
      case .end: way = (Self.end, .branch)
      case .openCase: way = (Self.newCase, .branch)
      }
      let bound = exit.bound.map { Int($0.limit) }
      let title = title(exit.outcome, of: stage)
      if let same = ways.firstIndex(where: { ($0.to, $0.kind) == way && $0.bound == bound }) {
        ways[same].titles.append(title)
      } else {
        ways.append((way.to, way.kind, bound, [title]))
      }
    }
    if case .every(let interval, _)? = stages[stage].deadline {
      add(stages[stage].id, stages[stage].id, .loop, say.interval(interval))
    }
    for way in ways {
      add(stages[stage].id, way.to, way.kind, say.any(way.titles) + bound(way.bound))
    }
  }

  private func bound(_ limit: Int?) -> String {
    guard let limit else { return "" }
    return say(", högst \(limit) ggr", ", at most \(limit)×")
  }

  // MARK: a run

  private mutating func draw(_ run: ControlTable.Run, _ range: Range<Int>, _ row: Int) {
    let lane = run.lane
    var members = range.map { stages[$0].id }
    for index in lane.rows.indices {
      for before in lane.rows[index].after.indices {
        add(stages[range.lowerBound + before].id, stages[range.lowerBound + index].id, .flow)
      }
    }
    let laneEnd = ":done-\(stages[range.lowerBound].id)"
    var endings: [(from: String, titles: [String])] = []
    for exit in lane.exits {
      let stage = range.lowerBound + exit.row
      let (from, title) = (stages[stage].id, title(exit.outcome, of: stage))
      switch exit.effect {
      case .lead(_, let target): add(from, stages[range.lowerBound + target].id, .branch, title)
      case .sendBack(let target):
        add(
          from, stages[range.lowerBound + target].id, .back,
          title + bound(exit.bound.map { Int($0.limit) }))
      case .end where exit.row + 1 < lane.rows.count:
        if let same = endings.firstIndex(where: { $0.from == from }) {
          endings[same].titles.append(title)
        } else {
          endings.append((from, [title]))
        }
      case .handOn, .end, .stay, .openCase: break
      }
    }
    for ending in endings { add(ending.from, laneEnd, .branch, say.any(ending.titles)) }
    if !endings.isEmpty {
      nodes.append(
        PipelineGraph.Node(id: laneEnd, kind: .laneEnd, title: say("Klar", "Done")))
      members.append(laneEnd)
    }
    let each = naming.member(of: run.set)
    let needed =
      if case .atLeast(let count) = run.proceed {
        say("; vidare när \(count) är klara", "; goes on when \(count) are done")
      } else {
        say("; vidare när alla är klara", "; goes on when all are done")
      }
    let count = naming.count(of: run.set)
    groups.append(
      PipelineGraph.Group(
        title: say("Per \(each) (\(count))\(needed)", "Per \(each) (\(count))\(needed)"),
        nodes: members))
  }
}
