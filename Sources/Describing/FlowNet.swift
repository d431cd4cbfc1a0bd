package import Definitions
import Located

/// Makes a Petri net of a definition's control table, so that a tool of someone else can confirm
/// what the proof says.
///
/// What a row said last is a token on one of its four places. An act takes the control token from
/// `ready`; what follows from the act is done by silent steps, one after the other as the table does
/// it, before the token comes back.
package struct FlowNet {
  var net: PetriNet
  let definition: PipelineDefinition
  /// How many members each run has; nil where that is not known.
  private let members: [Int?]
  /// The tables on whose copy an act is tried.
  var tried: Set<String> = []

  /// The net of a definition.
  package static func net(_ definition: PipelineDefinition, members: [Int?]) -> PetriNet {
    var flow = FlowNet(definition, members)
    flow.build()
    return flow.net
  }

  private init(_ definition: PipelineDefinition, _ members: [Int?]) {
    self.definition = definition
    self.members = members
    net = PetriNet(id: definition.reference, title: definition.title.en)
  }

  private mutating func build() {
    let table = definition.table
    let track = Track(table, definition.stages.map(\.id), prefix: "")
    net.mark("unopened")
    for world in table.worlds.indices {
      net.add("open \(world + 1)", ["unopened"], ["way \(world + 1)", track.settling])
    }
    layOut(track)
    net.mark(track.force(false))
    settle(track, then: "draw 0")
    for (index, run) in table.runs.enumerated() {
      guard let row = table.rows.firstIndex(where: { $0.run == index }) else { continue }
      build(run, index, row, track)
    }
    net.add(["draw \(table.runs.count)"], ["ready"])
    for exit in table.exits.indices where table.rows[table.exits[exit].row].run == nil {
      act(exit, track)
    }
    for row in table.rows.indices where table.rows[row].isOptional {
      net.add(
        "\(track.names[row]): skip", ["ready", track.place(row, .open)],
        [track.place(row, .passed), track.settling])
    }
    finish(track)
  }

  private mutating func layOut(_ track: Track) {
    for row in track.table.rows.indices { net.mark(track.place(row, .waiting)) }
    for edge in track.edges { net.mark(track.edge(edge, false)) }
    for exit in track.table.exits.indices {
      guard let bound = track.table.exits[exit].bound else { continue }
      net.mark(track.left(exit), Int(bound.limit))
    }
  }

  // MARK: a run, by one of its lanes

  private mutating func build(
    _ run: ControlTable.Run, _ index: Int, _ row: Int, _ track: Track
  ) {
    let stages = definition.table.rows[row].stages
    let lane = Track(
      run.lane, definition.stages[stages].map(\.id), prefix: "lane \(index + 1) ")
    let (enter, next) = ("draw \(index)", "draw \(index + 1)")
    let (idle, due, must) = (
      track.drawing(row, "idle"), track.drawing(row, "due"), track.drawing(row, "must")
    )
    net.mark(idle)
    net.add([enter, idle], [next, idle])
    let open = track.place(row, .open)
    if members[index] == 0 {
      // Over an empty set it goes on at once.
      for asked in [due, must] {
        net.add([enter, asked, open], [idle, track.place(row, .passed), track.settling])
      }
      return
    }
    layOut(lane)
    net.mark("\(lane.prefix)undrawn")
    for asked in [due, must] {
      net.add(
        [enter, asked, "\(lane.prefix)undrawn"],
        [idle, "\(lane.prefix)drawn", lane.returning("draw"), lane.settling])
    }
    net.add(
      "\(track.names[row]): kept", [enter, due, "\(lane.prefix)drawn"],
      [next, idle, "\(lane.prefix)drawn"])
    for asked in [due, must] {
      net.add(
        "\(track.names[row]): anew", [enter, asked, "\(lane.prefix)drawn"],
        [idle, "\(lane.prefix)drawn", lane.returning("draw"), "\(lane.prefix)clear"])
    }
    clear(run.lane.all, edges: ~0, lane, from: "\(lane.prefix)clear", to: lane.settling)
    settle(lane, then: "\(lane.prefix)settled")
    net.add(["\(lane.prefix)settled", lane.returning("draw")], [next])
    net.add(["\(lane.prefix)settled", lane.returning("act")], ["ready"])
    for exit in run.lane.exits.indices { act(exit, lane, within: open) }
    for laneRow in run.lane.rows.indices where run.lane.rows[laneRow].isOptional {
      net.add(
        "\(lane.names[laneRow]): skip", ["ready", open, lane.place(laneRow, .open)],
        [open, lane.place(laneRow, .passed), lane.returning("act"), lane.settling])
    }
    // It goes on when the lane has nothing open.
    let ask = "\(lane.prefix)done?"
    net.add(["ready", open], ["\(ask) 0", open])
    for laneRow in run.lane.rows.indices {
      let (here, after) = ("\(ask) \(laneRow)", "\(ask) \(laneRow + 1)")
      for status in Status.allCases {
        let place = lane.place(laneRow, status)
        net.add([here, place], [status == .open ? "ready" : after, place])
      }
    }
    net.add(
      "\(track.names[row]): proceed", ["\(ask) \(run.lane.rows.count)", open],
      [track.place(row, .passed), track.settling])
    if run.isOptional {
      net.add(
        "\(track.names[row]): skip", ["ready", open], [track.place(row, .passed), track.settling])
    }
  }

  // MARK: the end

  // Nothing open, or only what recurs with the version in force.
  private mutating func finish(_ track: Track) {
    net.add(["ready"], ["final? 0"])
    for row in track.table.rows.indices {
      let (here, next) = ("final? \(row)", "final? \(row + 1)")
      for status in Status.allCases {
        let place = track.place(row, status)
        guard status == .open else {
          net.add([here, place], [next, place])
          continue
        }
        guard track.table.every.has(row) else {
          net.add([here, place], ["ready", place])
          continue
        }
        net.add([here, place, track.force(true)], [next, place, track.force(true)])
        net.add([here, place, track.force(false)], ["ready", place, track.force(false)])
      }
    }
    net.add(["final? \(track.table.rows.count)"], ["final"])
  }
}

extension FlowNet {
  /// What a row said last.
  enum Status: String, CaseIterable {
    case waiting, open, passed, gone
  }

  /// The places of one table: the case's, a lane's, or a copy on which an act is tried.
  struct Track {
    let table: ControlTable
    /// What its rows are called.
    let names: [String]
    let prefix: String
    let isTrial: Bool

    init(_ table: ControlTable, _ stages: [String], prefix: String, isTrial: Bool = false) {
      self.table = table
      self.prefix = prefix
      self.isTrial = isTrial
      let first = table.rows.first?.stages.lowerBound ?? 0
      names = table.rows.map { row in
        (row.run == nil ? "" : "run ") + stages[row.stages.lowerBound - first]
      }
    }

    private init(trialOf track: Track) {
      table = track.table
      names = track.names.map { "\($0)'" }
      prefix = "\(track.prefix)trial "
      isTrial = true
    }

    /// A copy of its places.
    var trial: Track { Track(trialOf: self) }

    var edges: [Int] {
      let all = table.exits.compactMap { exit in
        if case .lead(let edge, _) = exit.effect { edge } else { nil }
      }
      return Set(all).sorted()
    }

    func place(_ row: Int, _ status: Status) -> String { "\(names[row]) \(status.rawValue)" }
    func edge(_ edge: Int, _ isLed: Bool) -> String {
      "\(prefix)edge \(edge + 1) \(isLed ? "led" : "free")"
    }
    func left(_ exit: Int) -> String {
      "\(names[table.exits[exit].row]): \(table.exits[exit].outcome) left"
    }
    func force(_ isInForce: Bool) -> String {
      "\(prefix)\(isInForce ? "in force" : "not in force")"
    }
    func drawing(_ row: Int, _ what: String) -> String { "\(names[row]) drawing \(what)" }
    func returning(_ to: String) -> String { "\(prefix)back to \(to)" }
    var settling: String { "\(prefix)settle" }
  }
}
