import Canonical
import Foundation
import GRDB
import Lifecycle
import RandomTesting
import Store
import StoreSQLite
import Testing

/// Whoever edits the file cannot do so unseen.
@Suite(.serialized) struct TamperingTests {
  /// Each changes, drops or swaps events of a stream of nine, made by three commands.
  private static let edits = [
    "UPDATE event SET case_id = NULL WHERE seq = 5",
    "UPDATE event SET event_id = 'other' WHERE seq = 5",
    "UPDATE event SET type = 'act' WHERE seq = 5",
    "UPDATE event SET type_version = 2 WHERE seq = 5",
    "UPDATE event SET recorded_at = recorded_at + 1 WHERE seq = 5",
    "UPDATE event SET effective_at = '2026-09-22' WHERE seq = 5",
    "UPDATE event SET effective_at = 'yesterday' WHERE seq = 5",
    "UPDATE event SET effective_at = '2026-09-01' WHERE effective_at = '2026-09'",
    "UPDATE event SET actor_ref = 'p-1' WHERE seq = 5",
    "UPDATE event SET on_behalf_ref = 'rcc-syd' WHERE seq = 5",
    "UPDATE event SET command_id = 'c-9' WHERE seq = 5",
    "UPDATE event SET correlation_id = 'c-9' WHERE seq = 5",
    "UPDATE event SET causation_id = 'e-9' WHERE seq = 5",
    "UPDATE event SET definition_hash = NULL WHERE seq = 5",
    "UPDATE event SET definition_hash = x'00' WHERE seq = 5",
    "UPDATE event SET semantics_level = 2 WHERE seq = 5",
    "UPDATE event SET payload = replace(payload, 'remiss', 'remisS') WHERE seq = 5",
    "UPDATE event SET payload = payload || ' ' WHERE seq = 9",
    "UPDATE event SET prev_hash = zeroblob(32) WHERE seq = 5",
    "UPDATE event SET hash = zeroblob(32) WHERE seq = 9",
    "UPDATE event SET stream_id = 'other' WHERE seq = 9",
    "UPDATE event SET stream_id = 'other'",
    "DELETE FROM event WHERE seq = 1",
    "DELETE FROM event WHERE seq = 5",
    "DELETE FROM event WHERE seq = 9",
    "DELETE FROM event",
    "UPDATE stream SET version = 8",
    "UPDATE stream SET stream_id = 'other'",
    "DELETE FROM stream",
    """
    UPDATE event SET seq = 99 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 5;
    UPDATE event SET seq = 5 WHERE seq = 99
    """,
    """
    UPDATE event SET payload = (SELECT payload FROM event WHERE seq = 4) WHERE seq = 5
    """,
    """
    INSERT INTO event SELECT NULL, tenant_id, stream_id, 10, case_id, event_id, type, type_version,
      recorded_at, effective_at, actor_ref, on_behalf_ref, command_id, correlation_id, causation_id,
      definition_hash, semantics_level, payload, payload_codec, prev_hash, hash
    FROM event WHERE seq = 9
    """,
    "UPDATE prose SET body = CAST('Vi tillstyrker.' AS BLOB)",
  ]

  @Test(arguments: edits)
  func `an edited row is found`(_ sql: String) throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      try fill(path)
      #expect(try !isFaulty(path))
      try edit(
        path, "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed; \(sql)")
      #expect(try isFaulty(path))
    }
  }

  @Test(arguments: ["UPDATE event SET type = 'act'", "DELETE FROM event WHERE seq = 9"])
  func `no event is changed by mistake`(_ sql: String) throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      try fill(path)
      #expect(throws: DatabaseError.self) { try edit(path, sql) }
      #expect(try !isFaulty(path))
    }
  }

  /// A file that is cut or damaged anywhere is told, or its events and texts read as they were.
  @Test func `no damage to the file gives a wrong answer`() throws {
    try withFolder { folder in
      let whole = folder + "/whole.sqlite"
      let damaged = folder + "/damaged.sqlite"
      try fill(whole)
      let (events, texts) = try contents(whole)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: whole)))
      var numbers = SeededRandom(seed: 2026)
      var told = 0
      let rounds = 300
      for round in 0..<rounds {
        var copy = bytes
        switch round % 4 {
        case 0: copy.removeLast(Int.random(in: 1..<bytes.count, using: &numbers))
        case 1: copy[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << (round % 8)
        case 2:
          let start = Int.random(in: 0..<bytes.count - 512, using: &numbers)
          copy.replaceSubrange(start..<start + 512, with: repeatElement(0, count: 512))
        default:
          let pages = bytes.count / 4096
          let (a, b) = (
            Int.random(in: 0..<pages, using: &numbers), Int.random(in: 0..<pages, using: &numbers)
          )
          copy.replaceSubrange(a * 4096..<(a + 1) * 4096, with: bytes[b * 4096..<(b + 1) * 4096])
        }
        for suffix in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: damaged + suffix)
        }
        try Data(copy).write(to: URL(fileURLWithPath: damaged))
        if try isFaulty(damaged) {
          told += 1
        } else {
          let (readEvents, readTexts) = try contents(damaged)
          #expect(readEvents == events && readTexts == texts, "round \(round)")
        }
      }
      // Much of so small a file is free space, where a bit may change unseen and do no harm.
      #expect(told > rounds / 3)
    }
  }

  private func fill(_ path: String) throws {
    let store = try SQLiteStore(at: path, access: .create)
    var events: [Event] = []
    for number in 1...3 {
      let append = try append("c-\(number)", after: events, count: 3) {
        $0.prose = ["Vi avstyrker, skäl \(number)."]
      }
      _ = try store.append(append)
      events += append.events
    }
    try store.close()
  }

  /// What a reader of the store relies on: the events, and the texts beside them.
  private func contents(_ path: String) throws -> ([Event], [String?]) {
    let store = try SQLiteStore(at: path)
    return (
      try store.events(of: product, from: 1),
      try (1...3).map {
        try store.prose(ContentHash(hashing: "Vi avstyrker, skäl \($0)."), in: product)
      }
    )
  }

  /// Whether opening, reading or holding the rows and the chains against each other tells a fault.
  private func isFaulty(_ path: String) throws -> Bool {
    var isFaulty = false
    let refused = fault {
      let store = try SQLiteStore(at: path)
      isFaulty = try !store.integrityFaults().isEmpty
      for stream in try store.streams() {
        let events = try store.events(of: stream.stream, from: 1)
        isFaulty = isFaulty || EventChain.fault(in: events) != nil
      }
    }
    return isFaulty || refused != nil
  }
}
