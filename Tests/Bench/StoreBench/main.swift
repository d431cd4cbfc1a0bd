import Canonical
import CivilTime
import Foundation
import Lifecycle
import Store
import StoreSQLite

// Measures the store against what the disk allows (`sqlite_limit.c`):
//
//   store-bench FOLDER [COMMITS]
//
// Prints commits per second of acts with two events, and of acts with three events, a moved timer and an
// effect; then the time for reading back, for sealing and for verifying an event.

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: store-bench FOLDER [COMMITS]")
  exit(2)
}
let path = arguments[1] + "/bench.sqlite"
let commits = arguments.count > 2 ? Int(arguments[2]) ?? 20_000 : 20_000
let streams = 100
let day = CivilDate(year: 2026, month: 9, day: 21)
let payload = Array(#"{"note":"\#(String(repeating: "x", count: 140))"}"#.utf8)
let definition = ContentHash(hashing: "definition")

func measure(_ name: String, count: Int, _ body: () throws -> Void) rethrows {
  let clock = ContinuousClock()
  let duration = try clock.measure(body)
  let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  print("\(name): \(Int(Double(count) / seconds))/s, \(Int(seconds * 1e9 / Double(count))) ns")
}

func drafts(_ stream: String, _ command: String, count: Int) -> [Event] {
  guard let day else { return [] }
  return (1...count).map {
    Event(
      stream: stream, caseID: "2026-1", id: "\(command)-\($0)", type: "stage-opened",
      recordedAt: Instant(milliseconds: 1_789_977_600_000), effectiveAt: day, actor: "p-1",
      onBehalfOf: "rcc-norr", command: command, definition: definition, payload: payload)
  }
}

func remove() {
  for suffix in ["", "-wal", "-shm", "-lock"] {
    try? FileManager.default.removeItem(atPath: path + suffix)
  }
}

remove()
let store = try SQLiteStore(at: path, access: .create)
var heads = Array(repeating: ChainHead.start, count: streams)

func append(
  _ number: Int, to heads: inout [ChainHead], events count: Int, isBusy: Bool
) throws {
  let stream = "vp-\(number % streams)"
  let command = "01980000-0000-7000-8000-\(100_000_000_000 + number)"
  let head = heads[number % streams]
  let events = EventChain.seal(drafts(stream, command, count: count), after: head)
  var append = Append(
    stream: stream, kind: "care-programme", expectedVersion: head.sequence, events: events,
    result: CommandResult(
      command: command, requestHash: definition, firstSequence: head.sequence + 1,
      lastSequence: head.sequence + count, reply: Array("{}".utf8),
      recordedAt: events[0].recordedAt))
  if isBusy, let day {
    append.timers = [
      ArmedTimer(
        stream: stream, id: "2026-1/remiss", attempt: number / streams % 4, rung: "remind-1",
        due: day, rule: "remind", calendar: definition)
    ]
    append.effects = [
      PendingEffect(
        stream: stream, sequence: head.sequence + 1, ordinal: 1, id: command, kind: "mail",
        payload: Array("{}".utf8))
    ]
  }
  guard try store.append(append) == .appended else {
    print("not appended: \(command)")
    exit(3)
  }
  heads[number % streams] = ChainHead(of: events.last)
}

try measure("append two events", count: commits) {
  for number in 0..<commits { try append(number, to: &heads, events: 2, isBusy: false) }
}
try measure("append three events, a timer, an effect", count: commits) {
  for number in commits..<2 * commits { try append(number, to: &heads, events: 3, isBusy: true) }
}

var events: [Event] = []
try measure("read", count: commits * 5) {
  for number in 0..<streams { events += try store.events(of: "vp-\(number)", from: 1) }
}
let sealing = (0..<100_000).flatMap { drafts("vp-1", "01980000-0000-7000-8000-\($0)", count: 3) }
var sealed: [Event] = []
measure("seal", count: sealing.count) { sealed = EventChain.seal(sealing) }
measure("verify", count: sealed.count) {
  if let fault = EventChain.fault(in: sealed) { print(fault) }
}
try store.close()
remove()
