import Canonical
import Definitions
import StageKit

@testable import Lifecycle

/// Follows the events of one command through the control tables: each cause is taken on the table,
/// and in the end every case must stand where its table stands.
struct TablePath {
  /// A way in which events left the table.
  struct Left: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private var mirrors: [String: TableMirror] = [:]
  private let after: ProductState

  /// Walks the table along some events; throws where they part.
  static func follow(
    _ drafts: [Draft], from before: ProductState, to after: ProductState
  ) throws -> Int {
    var path = TablePath(before, after)
    for draft in drafts { try path.take(draft) }
    return try path.arrive()
  }

  private init(_ before: ProductState, _ after: ProductState) {
    self.after = after
    for one in before.cases { mirrors[one.id] = TableMirror(one) }
  }

  private func read<R: Record>(_ type: R.Type, _ draft: Draft) throws -> R {
    guard let read = draft.payload.withUnsafeBufferPointer({ R.replay($0) }) else {
      throw Left("\(draft.type) cannot be read")
    }
    return read
  }

  private mutating func take(_ draft: Draft) throws {
    guard let id = draft.caseID else { return }
    if draft.type == CaseOpened.type {
      guard let one = after[id] else { throw Left("\(id) was opened and is not there") }
      var mirror = TableMirror(opening: one)
      mirror.isFree = try read(CaseOpened.self, draft).atStage != nil
      mirrors[id] = mirror
      return
    }
    guard var mirror = mirrors[id] else { throw Left("no case \(id)") }
    try take(draft, id, &mirror)
    mirrors[id] = mirror
  }

  private func take(_ draft: Draft, _ id: String, _ mirror: inout TableMirror) throws {
    let table = mirror.pinned.table
    switch draft.type {
    case StageClosed.type:
      let closed = try read(StageClosed.self, draft)
      try take(closed.spot, closed.outcome, &mirror)
    case StageOpened.type:
      let opened = try read(StageOpened.self, draft)
      try open(opened.spot, &mirror)
    case LanesDrawn.type:
      mirror.draw(try read(LanesDrawn.self, draft))
    case StageChanged.Kind.skipped.rawValue:
      let change = try read(StageChanged.self, draft)
      guard change.because == "owner" else { return }
      try skip(change.spot, &mirror)
    case StageChanged.Kind.proceeded.rawValue:
      let change = try read(StageChanged.self, draft)
      try proceed(change, &mirror)
    case StageChanged.Kind.confirmed.rawValue:
      let change = try read(StageChanged.self, draft)
      guard let place = mirror.place(change.spot), let lane = place.lane,
        var offered = mirror.offered[lane.run][lane.member]
      else { throw Left("confirmed \(change.spot), where nothing was offered") }
      // What is confirmed is a result; the bounds that were used since are used.
      offered.used = mirror.lanes[lane.run][lane.member].used
      mirror.lanes[lane.run][lane.member] = offered
    case LeftForce.type:
      let left = try read(LeftForce.self, draft)
      if left.because == "replaced" {
        if left.by == id { return }
        if mirror.wasClosed {
          mirror.flow.inForce = false
        } else {
          mirror.flow = table.lettingGo(mirror.flow)
        }
      } else if !mirror.leftForce {
        mirror.flow.inForce = false
        guard !mirror.wasClosed else { return }
        let stopped = mirror.flow.open & (table.every | table.runRows)
        mirror.flow.open &= ~stopped
        mirror.flow.gone |= stopped
        table.settle(&mirror.flow)
      }
    case CaseClosed.type:
      switch try read(CaseClosed.self, draft).how {
      case .done:
        if mirror.flow.open != 0, !mirror.isFree { throw Left("\(id) is done with something open") }
      case .cancelled: mirror.isFree = true
      case .ended, .replaced: break
      }
    default: break
    }
  }

  // MARK: causes

  private func take(_ spot: Spot, _ outcome: String, _ mirror: inout TableMirror) throws {
    guard let place = mirror.place(spot) else { throw Left("no place \(spot)") }
    guard !mirror.isFree else { return }
    let (table, row, flow) = mirror.track(place)
    guard let exit = table.exit(outcome, of: row) else {
      throw Left("no exit \(outcome) of \(spot)")
    }
    if let refusal = table.refusal(exit, flow) {
      throw Left("\(outcome) of \(spot) was taken, which the table refuses: \(refusal)")
    }
    mirror.set(place, table.taking(exit, flow))
    if exit.leavesForce { mirror.leftForce = true }
  }

  // What opens is what the table has opened; only a stage that its lane has left may take a new report.
  private func open(_ spot: Spot, _ mirror: inout TableMirror) throws {
    guard let place = mirror.place(spot) else { throw Left("no place \(spot)") }
    guard !mirror.isFree else { return }
    let (table, row, flow) = mirror.track(place)
    if flow.open.has(row) { return }
    guard place.lane != nil, flow.ended || flow.settled.has(row) else {
      throw Left("\(spot) opened, which the table does not open")
    }
    mirror.set(place, table.reopening(row, flow))
  }

  private func skip(_ spot: Spot, _ mirror: inout TableMirror) throws {
    guard let place = mirror.place(spot) else { throw Left("no place \(spot)") }
    let (table, row, flow) = mirror.track(place)
    guard flow.open.has(row) else { throw Left("\(spot) was skipped and not open") }
    mirror.set(place, table.skipping(row, flow))
  }

  private func proceed(_ change: StageChanged, _ mirror: inout TableMirror) throws {
    guard !mirror.isFree, let place = mirror.place(change.spot) else { return }
    let table = mirror.pinned.table
    let row = table.rows[place.row]
    guard let run = row.run, mirror.flow.open.has(place.row) else {
      throw Left("\(change.spot) proceeded and was not open")
    }
    if change.because != "owner" {
      let done = mirror.lanes[run].count { $0.open == 0 }
      let all = mirror.lanes[run].count
      guard done >= min(table.runs[run].proceed.needed(of: all), all) else {
        throw Left("\(change.spot) proceeded when \(done) of \(all) were done")
      }
    }
    mirror.flow = table.taking(table.exits[row.exits.lowerBound], mirror.flow)
  }

  // MARK: where it ends

  private func arrive() throws -> Int {
    var compared = 0
    for one in after.cases {
      guard let mirror = mirrors[one.id], !mirror.isFree else { continue }
      guard one.flow == mirror.flow else {
        throw Left("\(one.id) stands at \(one.flow), its table at \(mirror.flow)")
      }
      compared += 1
      for (run, state) in one.runs.enumerated() where !state.isCancelled {
        guard state.lanes.map(\.flow) == mirror.lanes[run] else {
          throw Left(
            "\(one.id) has lanes \(state.lanes.map(\.flow)), their table \(mirror.lanes[run])")
        }
      }
    }
    return compared
  }
}
