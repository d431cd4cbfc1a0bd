import Canonical
import Foundation
import GRDB
import Lifecycle
import Located
import Store
@testable import StoreSQLite
import Testing

/// What concerns the file: opening, closing, refusing, running out of room.
@Suite(.serialized) struct SQLiteFileTests {
  @Test func `a store that is opened again holds all that it held`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let remind = try timer("remind-1", due: "2026-10-18")
      let row = InForceRow(caseID: "2026-1", stage: "publicering", attempt: 1, since: 2)
      let first = try append("c-1", count: 3) {
        $0.timers = [remind]
        $0.effects = [effect("mail-1", sequence: 1)]
        $0.prose = ["Vi tillstyrker."]
        $0.inForce = row
      }
      let store = try SQLiteStore(at: path, access: .create)
      #expect(try store.append(first) == .appended)
      try store.close()
      try store.close()
      #expect(fault { _ = try store.events(of: product, from: 1) }?.code == "failed")
      #expect(fault { _ = try store.append(first) }?.code == "failed")
      #expect(try log(of: path).isEmpty)

      for access in [SQLiteStore.Access.existing, .create, .readOnly] {
        let again = try SQLiteStore(at: path, access: access)
        #expect(try again.events(of: product, from: 1) == first.events)
        #expect(try again.result(of: "c-1", in: product) == first.result)
        #expect(try again.timers(dueBy: date("2026-10-18")) == [remind])
        #expect(try again.outbox() == first.effects)
        #expect(try again.prose(ContentHash(hashing: "Vi tillstyrker."), in: product) != nil)
        #expect(try again.inForce(in: product) == row)
      }
    }
  }

  @Test func `what is committed is safe against a power cut`() throws {
    try withFolder { folder in
      let store = try SQLiteStore(at: folder + "/store.sqlite", access: .create)
      let settings = try store.exclusively { database in
        [
          try String.fetchOne(database, sql: "PRAGMA journal_mode"),
          try String.fetchOne(database, sql: "PRAGMA synchronous"),
        ]
      }
      #expect(settings == ["wal", "2"])
    }
  }

  @Test func `two open stores on one file give one answer`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let stores = try (0..<2).map { _ in try SQLiteStore(at: path, access: .create) }
      var events: [Event] = []
      for round in 1...50 {
        let appends = try (0..<2).map { try append("c-\(round)-\($0)", after: events) }
        let answers = parallel(2) { try? stores[$0].append(appends[$0]) }
        let winner = try #require(answers.firstIndex(of: .appended))
        events += appends[winner].events
        #expect(
          answers[1 - winner] == .stale(current: events.count, since: appends[winner].events))
      }
      #expect(try stores[0].events(of: product, from: 1) == events)
      #expect(try stores[1].integrityFaults().isEmpty)
    }
  }

  @Test func `a store is made once, whoever comes first`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let stores = parallel(4) { _ in try? SQLiteStore(at: path, access: .create) }
      let opened = stores.compactMap { $0 }
      try #require(opened.count == 4)
      let answer = try opened[0].append(append("c-1"))
      #expect(answer == .appended)
      #expect(try opened[3].streams().count == 1)
    }
  }

  @Test func `a store that is not there is missing, and nothing is left behind`() throws {
    try withFolder { folder in
      for access in [SQLiteStore.Access.existing, .readOnly] {
        let path = folder + "/none.sqlite"
        #expect(fault { _ = try SQLiteStore(at: path, access: access) }?.code == "missing")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func `a folder, and a file in no folder, are refused`() throws {
    try withFolder { folder in
      for path in [folder, folder + "/none/store.sqlite"] {
        let fault = fault { _ = try SQLiteStore(at: path, access: .create) }
        #expect(fault?.code == "failed")
        #expect(fault?.text.sv.contains(path) == true)
      }
    }
  }

  @Test func `a file that is something else is refused, and left as it was`() throws {
    try withFolder { folder in
      let foreign = folder + "/foreign.sqlite"
      let queue = try DatabaseQueue(path: foreign)
      try queue.write { try $0.execute(sql: "CREATE TABLE note (text); PRAGMA user_version = 1") }
      try queue.close()
      let files: [(path: String, bytes: Data?)] = [
        (foreign, nil),
        (folder + "/text.yaml", Data("pipeline: x\n".utf8)),
        (folder + "/long.bin", Data(repeating: 7, count: 10_000)),
        (folder + "/cut.sqlite", Data("SQLite format 3\0".utf8)),
      ]
      for (path, bytes) in files {
        try bytes?.write(to: URL(fileURLWithPath: path))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        for access in [SQLiteStore.Access.create, .existing, .readOnly] {
          #expect(
            fault { _ = try SQLiteStore(at: path, access: access) }?.code == "not-a-store")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == files.count)
    }
  }

  @Test func `a store of a later version is refused`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      try SQLiteStore(at: path, access: .create).close()
      try edit(path, "PRAGMA user_version = 99")
      for access in [SQLiteStore.Access.create, .existing, .readOnly] {
        #expect(fault { _ = try SQLiteStore(at: path, access: access) }?.code == "not-a-store")
      }
    }
  }

  @Test func `an empty file becomes a store only when one is wanted`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(fault { _ = try SQLiteStore(at: path) }?.code == "missing")
      let store = try SQLiteStore(at: path, access: .create)
      #expect(try store.append(append("c-1")) == .appended)
    }
  }

  @Test func `a store that is opened for reading takes nothing`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      try SQLiteStore(at: path, access: .create).close()
      let store = try SQLiteStore(at: path, access: .readOnly)
      #expect(fault { _ = try store.append(append("c-1")) }?.code == "failed")
      #expect(try store.streams().isEmpty)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a file that may not be written is refused with its path`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let store = try SQLiteStore(at: path, access: .create)
      let first = try append("c-1")
      _ = try store.append(first)
      try store.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let refused = fault {
        let store = try SQLiteStore(at: path)
        _ = try store.append(append("c-2", after: first.events))
      }
      #expect(refused?.code == "failed")
      #expect(refused?.text.en.contains(path) == true)
      let reading = try SQLiteStore(at: path, access: .readOnly)
      #expect(try reading.events(of: product, from: 1) == first.events)
    }
  }

  @Test func `a full disk loses nothing, and room lets it go on`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      var events: [Event] = []
      do {
        let store = try SQLiteStore(at: path, access: .create, quota: 400_000)
        var refused: StoreError?
        while refused == nil, events.count < 10_000 {
          let append = try append("c-\(events.count)", after: events, count: 3) {
            $0.effects = [effect("e-\(events.count)", sequence: events.count + 1)]
            $0.prose = [String(repeating: "å", count: events.count)]
          }
          refused = fault { _ = try store.append(append) }
          if refused == nil { events += append.events }
        }
        #expect(refused?.code == "full")
        #expect(refused?.text.en.contains(path) == true)
        #expect(events.count > 100)
        // Reading goes on, and so does refusing.
        #expect(try store.events(of: product, from: 1) == events)
        #expect(try store.outbox().count == events.count / 3)
        let again = try append("c-again", after: events, count: 300)
        #expect(fault { _ = try store.append(again) }?.code == "full")
        #expect(try store.result(of: "c-again", in: product) == nil)
      }
      let store = try SQLiteStore(at: path)
      #expect(try store.append(append("c-again", after: events, count: 300)) == .appended)
      #expect(EventChain.fault(in: try store.events(of: product, from: 1)) == nil)
      #expect(try store.integrityFaults().isEmpty)
    }
  }

  @Test func `a text that is taken away is not left on the disk`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let secret = "Remissvar med ett namn som skall bort"
      let store = try SQLiteStore(at: path, access: .create)
      _ = try store.append(append("c-1") { $0.prose = ["före", secret, "efter"] })
      func isOnDisk() throws -> Bool {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path)) + log(of: path)
        return bytes.range(of: Data(secret.utf8)) != nil
      }
      let before = try isOnDisk()
      try store.erase(prose: ContentHash(hashing: secret), in: product)
      let after = try isOnDisk()
      #expect(before && !after)
    }
  }

  @Test func `after a failed write nothing is tried again before the store is opened anew`() throws
  {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let store = try SQLiteStore(at: path, access: .create)
      let first = try append("c-1")
      _ = try store.append(first)
      let failed = fault {
        try store.exclusively { _ in throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC) }
      }
      #expect(failed?.code == "failed")
      let second = try append("c-2", after: first.events)
      #expect(fault { _ = try store.append(second) }?.code == "failed")
      #expect(try store.events(of: product, from: 1) == first.events)
      try store.close()
      #expect(try SQLiteStore(at: path).append(second) == .appended)
    }
  }

  @Test func `a backup is a store, and overwrites nothing`() throws {
    try withFolder { folder in
      let store = try SQLiteStore(at: folder + "/store.sqlite", access: .create)
      let first = try append("c-1")
      _ = try store.append(first)
      let copy = folder + "/copy.sqlite"
      try store.backUp(to: copy)
      _ = try store.append(append("c-2", after: first.events))
      #expect(fault { try store.backUp(to: copy) }?.code == "failed")
      #expect(fault { try store.backUp(to: folder + "/none/copy.sqlite") }?.code == "failed")
      let restored = try SQLiteStore(at: copy)
      #expect(try restored.events(of: product, from: 1) == first.events)
      #expect(try restored.integrityFaults().isEmpty)
    }
  }

  @Test func `a payload is text that any shell can read`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let store = try SQLiteStore(at: path, access: .create)
      _ = try store.append(append("c-1", count: 1))
      try store.close()
      let stage = try DatabaseQueue(path: path).read {
        try String.fetchOne($0, sql: "SELECT json_extract(payload, '$.stage') FROM event")
      }
      #expect(stage == "remiss")
    }
  }
}

/// Changes a closed store behind its back.
func edit(_ path: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  try queue.close()
}

/// What stands in the log beside a store, and not in its file.
private func log(of path: String) throws -> Data {
  guard FileManager.default.fileExists(atPath: path + "-wal") else { return Data() }
  return try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
}

/// Does the same on several threads at once; the answers stand in the order of their index.
private func parallel<Answer: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Answer
) -> [Answer] {
  let answers = Answers<Answer>(count)
  DispatchQueue.concurrentPerform(iterations: count) { answers[$0] = body($0) }
  return answers.all
}
