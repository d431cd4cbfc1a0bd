import Canonical
import CivilTime
import Foundation
import Lifecycle
import Store
import StoreSQLite
import Synchronization
import Testing

/// The stores that must all behave the same.
enum StoreKind: CaseIterable {
  case memory, sqlite

  /// Runs a body on an empty store.
  func withStore(_ body: (any EventStore) throws -> Void) throws {
    switch self {
    case .memory: try body(MemoryStore())
    case .sqlite:
      try withFolder { try body(SQLiteStore(at: $0 + "/store.sqlite", access: .create)) }
    }
  }
}

/// Runs a body with the path of an empty folder that is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// The stream of most tests.
let product = "vp-brostcancer"

let monday = Instant(milliseconds: 1_789_977_600_000)

func date(_ text: String) throws -> CivilDate {
  try #require(CivilDate(text))
}

/// An event that is not sealed yet.
func draft(
  _ number: Int, stream: String = product, command: String = "c-1", at instant: Instant = monday
) throws -> Event {
  Event(
    stream: stream, caseID: number == 1 ? nil : "2026-1", id: "\(stream)-e-\(command)-\(number)",
    type: "stage-opened", recordedAt: instant,
    effectiveAt: try date(number.isMultiple(of: 2) ? "2026-09" : "2026-09-21"),
    actor: "p-\(number)", onBehalfOf: "rcc-norr", command: command,
    correlation: number.isMultiple(of: 3) ? "c-0" : nil, causation: number == 2 ? "e-1" : nil,
    definition: number == 1 ? nil : ContentHash(hashing: "definition"),
    payload: Array(#"{"stage":"remiss","note":"å ä ö","number":\#(number)}"#.utf8))
}

/// An append of some events after those that are there.
func append(
  _ command: String, after earlier: [Event] = [], count: Int = 2, stream: String = product,
  request: String = "request", change: (inout Append) -> Void = { _ in }
) throws -> Append {
  let first = earlier.count + 1
  let drafts = try (first..<first + count).map {
    try draft($0, stream: stream, command: command)
  }
  let result = CommandResult(
    command: command, requestHash: ContentHash(hashing: request), firstSequence: first,
    lastSequence: first + count - 1, reply: Array(#"{"ok":true}"#.utf8), recordedAt: monday)
  var append = Append(
    stream: stream, kind: "care-programme", expectedVersion: earlier.count,
    events: EventChain.seal(drafts, after: ChainHead(of: earlier.last)), result: result)
  change(&append)
  return append
}

func timer(_ rung: String, due: String, stream: String = product) throws -> ArmedTimer {
  ArmedTimer(
    stream: stream, id: "2026-1/remiss", attempt: 1, rung: rung, due: try date(due),
    rule: "remind", calendar: ContentHash(hashing: "calendar"))
}

func effect(
  _ id: String, sequence: Int, ordinal: Int = 1, of stream: String = product
) -> PendingEffect {
  PendingEffect(
    stream: stream, sequence: sequence, ordinal: ordinal, id: id, kind: "mail",
    payload: Array(#"{"to":"rcc-norr"}"#.utf8))
}

/// The fault that a call ends in.
func fault(_ body: () throws -> Void) -> StoreError? {
  do {
    try body()
    return nil
  } catch {
    return error as? StoreError
  }
}

extension StoreError {
  /// Which of them it is, without its text.
  var code: String {
    switch self {
    case .missing: "missing"
    case .full: "full"
    case .notAStore: "not-a-store"
    case .failed: "failed"
    }
  }
}

/// The answers of several threads, in the order of their index.
final class Answers<Answer: Sendable>: Sendable {
  private let slots: Mutex<[Answer?]>

  init(_ count: Int) {
    slots = Mutex(Array(repeating: nil, count: count))
  }

  subscript(_ index: Int) -> Answer? {
    get { slots.withLock { $0[index] } }
    set { slots.withLock { $0[index] = newValue } }
  }

  var all: [Answer] { slots.withLock { $0.compactMap { $0 } } }
}
