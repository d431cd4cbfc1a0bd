import Definitions

// An outcome takes the control token, does what it does to its row, and hands the token to the
// sweep.

extension FlowNet {
  /// - Parameter run: The place that is marked while the lane's run is open.
  mutating func act(_ index: Int, _ track: Track, within run: String? = nil) {
    let exit = track.table.exits[index]
    let name = "\(track.names[exit.row]): \(exit.outcome)"
    let open = track.place(exit.row, .open)
    let held = run.map { [$0] } ?? []
    let left = exit.bound == nil ? [] : [track.left(index)]
    let from = ["ready", open] + held + left
    // Where the token comes back to is known by the lane's own place.
    let returning = run == nil ? [] : [track.returning("act")]
    let back = held + returning
    let went = "\(name) said"
    switch exit.effect {
    case .handOn:
      net.add(name, from, [track.place(exit.row, .passed), went] + back)
    case .lead(let edge, let target):
      let waiting = track.place(target, .waiting)
      net.add(
        name, from + [track.edge(edge, false), waiting],
        [track.place(exit.row, .gone), track.edge(edge, true), waiting, went] + back)
    case .sendBack(let target):
      sendBack(index, to: target, track, name, from: from, held, returning)
      return
    case .end:
      if run == nil { return net.add(name, from, ["final"]) }
      net.add(name, from, ["\(name) ends"] + held + [open])
      return clear(track.table.all, edges: ~0, track, from: "\(name) ends", to: "ready")
    case .stay:
      net.add(name, from, [open, went] + back)
    case .openCase:
      let asked = "\(name)?"
      net.add(from, [asked, open] + back)
      prepared(track, from: asked, isNot: "\(name) may", isSo: "ready")
      net.add(name, ["\(name) may"], [went])
    }
    force(exit, track, from: went)
  }

  // MARK: back

  private mutating func sendBack(
    _ index: Int, to target: Int, _ track: Track, _ name: String, from: [String], _ held: [String],
    _ returning: [String]
  ) {
    let exit = track.table.exits[index]
    let open = track.place(exit.row, .open)
    let went = "\(name) said"
    let worlds = track.table.worlds
    if worlds.allSatisfy({ !$0.has(target) }) {
      net.add(name, from, [open, went] + held + returning)
    } else {
      for (world, skipped) in worlds.enumerated() where !skipped.has(target) {
        let way = ["way \(world + 1)"]
        net.add(name, from + way, [open, went] + held + returning + way)
      }
    }
    // To what the case skips: refused when all would come straight back to where it is, so it is
    // tried on a copy first.
    let isTried = worlds.contains { $0.has(target) }
    for (world, skipped) in worlds.enumerated() where skipped.has(target) {
      let way = ["way \(world + 1)"]
      net.add(from + way, ["\(name) copy", open] + held + way)
    }
    if isTried {
      net.add(name, ["\(name) differs"], [went] + returning)
      net.add(["\(name) the same"], ["ready"] + (exit.bound == nil ? [] : [track.left(index)]))
      attempt(exit, to: target, track, name)
    }
    effect(target, track, from: went, to: "\(name) back")
    force(exit, track, from: "\(name) back")
  }

  private mutating func effect(_ target: Int, _ track: Track, from: String, to: String) {
    let row = track.table.rows[target]
    clear(row.forward, edges: row.forwardEdges, track, from: from, to: "\(from) cleared")
    open(target, track, from: "\(from) cleared", to: to, must: true)
  }

  // Copies all, does it on the copy, and compares.
  private mutating func attempt(
    _ exit: ControlTable.Exit, to target: Int, _ track: Track, _ name: String
  ) {
    let trial = track.trial
    var here = "\(name) copy"
    for row in track.table.rows.indices {
      let next = "\(name) copied \(row)"
      for status in Status.allCases {
        let place = track.place(row, status)
        net.add([here, place], [next, place, trial.place(row, status)])
      }
      here = next
    }
    for edge in track.edges {
      let next = "\(name) copied edge \(edge)"
      for isLed in [false, true] {
        let place = track.edge(edge, isLed)
        net.add([here, place], [next, place, trial.edge(edge, isLed)])
      }
      here = next
    }
    if !track.table.isLane {
      for isInForce in [false, true] {
        let place = track.force(isInForce)
        net.add([here, place], ["\(name) copied force", place, trial.force(isInForce)])
      }
      here = "\(name) copied force"
    }
    effect(target, trial, from: here, to: "\(name) trial back")
    let (asked, settled) = ("\(name) compares", "\(trial.prefix)settled")
    force(exit, trial, from: "\(name) trial back", returning: asked)
    if tried.insert(trial.prefix).inserted { settle(trial, then: settled) }
    net.add([settled, asked], ["\(name) same 0"])
    compare(track, trial, name)
  }

  private mutating func compare(_ track: Track, _ trial: Track, _ name: String) {
    var step = 0
    func pairs(_ mine: [String], _ other: [String], _ net: inout PetriNet) {
      for isSame in [true, false] {
        let here = "\(name) \(isSame ? "same" : "other") \(step)"
        for (place, own) in mine.enumerated() {
          for (copy, their) in other.enumerated() {
            let stays = isSame && place == copy
            net.add([here, own, their], ["\(name) \(stays ? "same" : "other") \(step + 1)", own])
          }
        }
      }
      step += 1
    }
    for row in track.table.rows.indices {
      pairs(
        Status.allCases.map { track.place(row, $0) }, Status.allCases.map { trial.place(row, $0) },
        &net)
    }
    for edge in track.edges {
      pairs(
        [false, true].map { track.edge(edge, $0) }, [false, true].map { trial.edge(edge, $0) },
        &net)
    }
    var ends = (same: "\(name) same \(step)", other: "\(name) other \(step)")
    if !track.table.isLane {
      // Whether it comes into force is not compared.
      for isInForce in [false, true] {
        net.add([ends.same, trial.force(isInForce)], ["\(name) same end"])
        net.add([ends.other, trial.force(isInForce)], ["\(name) other end"])
      }
      ends = ("\(name) same end", "\(name) other end")
    }
    net.add([ends.same], ["\(name) the same"])
    net.add([ends.other], ["\(name) differs"])
  }

  // MARK: in force

  private mutating func force(
    _ exit: ControlTable.Exit, _ track: Track, from: String, returning: String? = nil
  ) {
    let table = track.table
    var here = from
    if exit.entersForce {
      for isInForce in [false, true] {
        net.add([here, track.force(isInForce)], ["\(from) enters", track.force(true)])
      }
      here = "\(from) enters"
      for row in table.hangingOnForce.indices {
        let next = "\(from) enters \(row)"
        for status in Status.allCases {
          let stays = status == .open || status == .waiting
          net.add(
            [here, track.place(row, status)], [next, track.place(row, stays ? status : .waiting)])
        }
        here = next
      }
      clear(0, edges: table.hangingEdges, track, from: here, to: "\(from) entered")
      here = "\(from) entered"
    }
    if exit.leavesForce {
      for isInForce in [false, true] {
        net.add([here, track.force(isInForce)], ["\(from) leaves", track.force(false)])
      }
      here = "\(from) leaves"
      for row in (table.every | table.runRows).indices {
        let next = "\(from) leaves \(row)"
        for status in Status.allCases {
          net.add(
            [here, track.place(row, status)],
            [next, track.place(row, status == .open ? .gone : status)])
        }
        here = next
      }
    }
    net.add([here], [track.settling] + (returning.map { [$0] } ?? []))
  }

  // Whether a version may still come without an `every:`.
  private mutating func prepared(
    _ track: Track, from: String, isNot: String, isSo: String
  ) {
    let table = track.table
    var here = from
    for row in table.rows.indices {
      let mustClose = (table.force & ~table.every).has(row)
      let mustSettle = table.ahead.has(row)
      let mustNotBeOpen = mustClose || table.ahead == 0 && !table.every.has(row)
      let next = "\(from) \(row)"
      for status in Status.allCases {
        let stops =
          status == .open && (mustNotBeOpen || mustSettle) || status == .waiting && mustSettle
        let place = track.place(row, status)
        net.add([here, place], [stops ? isSo : next, place])
      }
      here = next
    }
    net.add([here], [isNot])
  }
}
