import Definitions

// The sweep that opens what can open, row by row as the table does it.

extension FlowNet {
  mutating func settle(_ track: Track, then done: String) {
    let table = track.table
    let rounds = table.hangingOnForce == 0 ? [false] : [false, true]
    net.add([track.settling], [at(track, 0, false)])
    for changed in rounds {
      for row in table.rows.indices {
        let here = at(track, row, changed)
        let next = at(track, row + 1, changed)
        for status in [Status.open, .passed, .gone] {
          net.add([here, track.place(row, status)], [next, track.place(row, status)])
        }
        let isGone = at(track, row + 1, changed || table.hangingOnForce != 0)
        let (opens, goes) = ("\(here) opens", "\(here) is passed by")
        decide(row, track, here, waits: next, opens: opens, goes: goes)
        net.add([goes, track.place(row, .waiting)], [isGone, track.place(row, .gone)])
        open(row, track, from: opens, to: next)
      }
      let end = at(track, table.rows.count, changed)
      net.add([end], [changed ? at(track, 0, false) : done])
    }
  }

  private func at(_ track: Track, _ row: Int, _ changed: Bool) -> String {
    "\(track.settling) \(row)\(changed ? " again" : "")"
  }

  // Whether a waiting row waits still, opens, or can no longer open.
  private mutating func decide(
    _ index: Int, _ track: Track, _ here: String, waits: String, opens: String, goes: String
  ) {
    let row = track.table.rows[index]
    let waiting = track.place(index, .waiting)
    let first = "\(here) waits"
    net.add([here, waiting], [first, waiting])
    if row.hangsOnForce {
      net.add([first, track.force(true)], [opens, track.force(true)])
      net.add([first, track.force(false)], ["\(first) 0", track.force(false)])
      return allSettled(track.table.force, track, first, waits: waits, then: goes)
    }
    if row.leaders != 0 {
      var here = first
      for edge in row.ledBy.indices {
        let next = "\(first) edge \(edge)"
        net.add([here, track.edge(edge, true)], [opens, track.edge(edge, true)])
        net.add([here, track.edge(edge, false)], [next, track.edge(edge, false)])
        here = next
      }
      net.add([here], ["\(first) 0"])
      return allSettled(row.leaders, track, first, waits: waits, then: goes)
    }
    guard row.after != 0 else { return net.add([first], [opens]) }
    // Whether one before it has handed on is told by where the token is.
    var (none, some) = (first, "")
    for (place, before) in row.after.indices.enumerated() {
      let (nextNone, nextSome) = ("\(first) none \(place)", "\(first) some \(place)")
      for (here, isSome) in [(none, false), (some, true)] where !here.isEmpty {
        for status in [Status.waiting, .open] {
          net.add([here, track.place(before, status)], [waits, track.place(before, status)])
        }
        let passed = track.place(before, .passed)
        net.add([here, passed], [nextSome, passed])
        let gone = track.place(before, .gone)
        net.add([here, gone], [isSome ? nextSome : nextNone, gone])
      }
      (none, some) = (nextNone, nextSome)
    }
    net.add([none], [goes])
    net.add([some], [opens])
  }

  private mutating func allSettled(
    _ rows: Mask, _ track: Track, _ name: String, waits: String, then done: String
  ) {
    var here = "\(name) 0"
    for (place, before) in rows.indices.enumerated() {
      let next = "\(name) \(place + 1)"
      for status in Status.allCases {
        let isSettled = status == .passed || status == .gone
        net.add(
          [here, track.place(before, status)],
          [isSettled ? next : waits, track.place(before, status)])
      }
      here = next
    }
    net.add([here], [done])
  }

  /// Opens a waiting row, or passes it on where the case skips it.
  mutating func open(_ row: Int, _ track: Track, from: String, to: String, must: Bool = false) {
    let worlds = track.table.worlds
    let isSplit =
      worlds.contains { $0.has(row) } && worlds.contains { !$0.has(row) }
    for (world, skipped) in worlds.enumerated() where isSplit || world == 0 {
      let way = isSplit ? ["way \(world + 1)"] : []
      let waiting = track.place(row, .waiting)
      if skipped.has(row) {
        net.add([from, waiting] + way, [to, track.place(row, .passed)] + way)
      } else if track.table.rows[row].run != nil, !track.isTrial {
        let idle = track.drawing(row, "idle")
        net.add(
          [from, waiting, idle] + way,
          [to, track.place(row, .open), track.drawing(row, must ? "must" : "due")] + way)
      } else {
        net.add([from, waiting] + way, [to, track.place(row, .open)] + way)
      }
    }
  }

  /// Brings rows back to waiting and frees edges, one after the other.
  mutating func clear(_ rows: Mask, edges: Mask, _ track: Track, from: String, to: String) {
    var here = from
    for row in rows.indices where row < track.table.rows.count {
      let next = "\(from) row \(row)"
      for status in Status.allCases {
        net.add([here, track.place(row, status)], [next, track.place(row, .waiting)])
      }
      here = next
    }
    for edge in track.edges where edges.has(edge) {
      let next = "\(from) edge \(edge)"
      for isLed in [false, true] {
        net.add([here, track.edge(edge, isLed)], [next, track.edge(edge, false)])
      }
      here = next
    }
    net.add([here], [to])
  }
}
